"""The words of awards that both the records and the catalogue speak: who is nominated, who decides."""

from enum import StrEnum


class NomineeType(StrEnum):
    """Who is nominated."""

    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    ENTERPRISE = "enterprise"
    INDIVIDUAL = "individual"


class AwardLevel(StrEnum):
    """The level of the deciding authority."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"

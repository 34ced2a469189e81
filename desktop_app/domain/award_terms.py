"""The words of awards that both the records and the catalogue speak: who is nominated, for what, who decides."""

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


class AwardStatus(StrEnum):
    """The way of a nomination, in order."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SUBMITTED = "submitted"
    APPRAISING = "appraising"
    DECIDED = "decided"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class AchievementKind(StrEnum):
    """What is rewarded: the work of a campaign, one deed, the yearly work, long service."""

    THEMATIC = "thematic"
    SUDDEN = "sudden"
    REGULAR = "regular"
    LONG_SERVICE = "long_service"

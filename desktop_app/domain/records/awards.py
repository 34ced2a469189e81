"""Khen thưởng: one nomination for an award (product row B2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record


class NomineeType(StrEnum):
    """Who is nominated."""

    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    ENTERPRISE = "enterprise"
    INDIVIDUAL = "individual"


class AwardStatus(StrEnum):
    """The way of a nomination, in order."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SUBMITTED = "submitted"
    APPRAISING = "appraising"
    DECIDED = "decided"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class AwardLevel(StrEnum):
    """The level of the deciding authority."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Honorific(StrEnum):
    """How a person is named in a list."""

    NONE = ""
    MR = "Ông"
    MRS = "Bà"


class Gender(StrEnum):
    """Giới tính, as the list of individuals asks."""

    UNKNOWN = ""
    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, kw_only=True)
class Votes:
    """The vote of the meeting: members, present, in favour."""

    total: int
    present: int
    agree: int


@dataclass(frozen=True, kw_only=True)
class PastAward:
    """An award that the nominee already has."""

    form: str
    authority: str
    year: int


@dataclass(frozen=True, kw_only=True)
class AwardNomination(Record):
    """One nomination; it belongs to the period of `nominated_on`, its award to that of `decision_date`.

    Attributes:
        dossier: key of the dossier part -> it is there.
        reward_vnd: money of the award in whole đồng.
        consent_recorded_on: when the nominee's consent to the use of personal data was noted.
    """

    nominee_type: NomineeType = attribute(
        FieldKind.CHOICE, choices=NomineeType, default=NomineeType.COLLECTIVE, half=True
    )
    nominated_on: date | None = attribute(FieldKind.DATE, required=True, half=True)
    honorific: Honorific = attribute(FieldKind.CHOICE, choices=Honorific, default=Honorific.NONE, half=True)
    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    representative: str = attribute(FieldKind.TEXT, searched=True, half=True)
    activity_field: str = attribute(FieldKind.TEXT, suggest=True, half=True)
    position: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    unit: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    award_form: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    award_authority: str = attribute(FieldKind.TEXT, expected=True, suggest=True, half=True)
    award_level: AwardLevel = attribute(
        FieldKind.CHOICE, choices=AwardLevel, default=AwardLevel.DISTRICT, half=True
    )
    status: AwardStatus = attribute(
        FieldKind.CHOICE, choices=AwardStatus, default=AwardStatus.DRAFT, half=True
    )
    achievement: str = attribute(FieldKind.LONG_TEXT, expected=True, max_length=20_000, searched=True)
    period_from: date | None = attribute(FieldKind.DATE, group="dossier", half=True)
    period_to: date | None = attribute(FieldKind.DATE, group="dossier", half=True)
    dossier: Mapping[str, bool] = attribute(FieldKind.DOSSIER, group="dossier")
    votes: Votes | None = attribute(FieldKind.VOTES, group="dossier")
    previous_awards: tuple[PastAward, ...] = attribute(FieldKind.PAST_AWARDS, group="dossier")
    decision_number: str = attribute(FieldKind.TEXT, searched=True, group="decision", half=True)
    decision_date: date | None = attribute(FieldKind.DATE, group="decision", half=True)
    reward_vnd: int | None = attribute(FieldKind.MONEY, group="decision", half=True)
    date_of_birth: date | None = attribute(FieldKind.DATE, personal=True, group="personal", half=True)
    gender: Gender = attribute(
        FieldKind.CHOICE, choices=Gender, default=Gender.UNKNOWN, personal=True, group="personal", half=True
    )
    national_id: str = attribute(FieldKind.TEXT, max_length=12, personal=True, group="personal", half=True)
    phone: str = attribute(FieldKind.TEXT, max_length=20, personal=True, group="personal", half=True)
    address: str = attribute(FieldKind.TEXT, personal=True, group="personal")
    consent_recorded_on: date | None = attribute(FieldKind.DATE, group="personal", half=True)

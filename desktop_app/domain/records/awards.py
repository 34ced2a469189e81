"""Khen thưởng: one nomination for an award (product row B2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_terms import AwardLevel as AwardLevel  # the record's own words
from desktop_app.domain.award_terms import NomineeType as NomineeType
from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class AwardStatus(StrEnum):
    """The way of a nomination, in order."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SUBMITTED = "submitted"
    APPRAISING = "appraising"
    DECIDED = "decided"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


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

    @property
    def names_person(self) -> bool:
        """An individual sorts by given name."""
        return self.nominee_type is NomineeType.INDIVIDUAL

    def own_problems(self) -> Mapping[str, str]:
        """Return impossible dates, a wrong personal number, impossible votes."""
        found: dict[str, str] = {}
        if self.period_from and self.period_to and self.period_to < self.period_from:
            found["period_to"] = f"Kết thúc trước khi bắt đầu ({format_date(self.period_from)})."
        number = self.national_id
        if number and not (len(number) == 12 and number.isascii() and number.isdigit()):
            found["national_id"] = "Số định danh cá nhân gồm đúng 12 chữ số."
        votes = self.votes
        if votes and not 0 <= votes.agree <= votes.present <= votes.total:
            found["votes"] = "Số đồng ý không quá số có mặt, số có mặt không quá tổng số thành viên."
        return found

    def own_gaps(self) -> Mapping[str, str]:
        """Return what the state of the nomination asks for and is not there."""
        found: dict[str, str] = {}
        if self.status is AwardStatus.DECIDED:
            if not self.decision_number:
                found["decision_number"] = "Đã có quyết định nhưng chưa ghi số quyết định."
            if not self.decision_date:
                found["decision_date"] = "Đã có quyết định nhưng chưa ghi ngày quyết định."
        missing = self.missing_papers() if self.status in _DOSSIER_NEEDED else []
        if missing:
            found["dossier"] = f"Hồ sơ còn thiếu: {', '.join(missing)}."
        if self.nominee_type is NomineeType.INDIVIDUAL and not (self.position or self.unit):
            found["position"] = "Chưa ghi chức vụ hoặc đơn vị công tác của cá nhân."
        return found

    def missing_papers(self) -> list[str]:
        """Return the papers that the level asks for and that are not there, as a sentence lists them."""
        parts = load_awards().parts_for(self.award_level)
        return [f"{part.name[0].lower()}{part.name[1:]}" for part in parts if not self.dossier.get(part.key)]


_DOSSIER_NEEDED = (AwardStatus.REVIEWED, AwardStatus.SUBMITTED, AwardStatus.APPRAISING)
"""From the meeting to the decision the dossier must be whole."""

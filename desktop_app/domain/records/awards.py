"""Khen thưởng: one nomination for an award (product row B2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain import award_fit
from desktop_app.domain.award_catalogue import AwardAuthority, DossierPart, load_awards
from desktop_app.domain.award_terms import AchievementKind as AchievementKind  # the record's own words
from desktop_app.domain.award_terms import AwardLevel as AwardLevel
from desktop_app.domain.award_terms import AwardStatus as AwardStatus
from desktop_app.domain.award_terms import NomineeType as NomineeType
from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


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
class StatusStep:
    """One step on the way of a nomination.

    Attributes:
        on: the day of the step; None where only the state is known.
    """

    status: AwardStatus = attribute(
        FieldKind.CHOICE, choices=AwardStatus, default=AwardStatus.DRAFT, half=True
    )
    on: date | None = attribute(FieldKind.DATE, half=True)
    note: str = attribute(FieldKind.TEXT)


@dataclass(frozen=True, kw_only=True)
class AwardNomination(Record):
    """One nomination; it belongs to the period of `nominated_on`, its award to that of `decision_date`.

    Attributes:
        household_head: chủ hộ, of a household.
        certificate_text: what is written on the certificate.
        dossier: key of the dossier part -> it is there.
        steps: when the nomination reached each state, oldest first.
        proposal_number, proposal_date: of the Tờ trình with which it was submitted.
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
    household_head: str = attribute(FieldKind.TEXT, searched=True, half=True)
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
    achievement_kind: AchievementKind = attribute(
        FieldKind.CHOICE, choices=AchievementKind, default=AchievementKind.THEMATIC, half=True
    )
    achievement: str = attribute(FieldKind.LONG_TEXT, expected=True, max_length=20_000, searched=True)
    period_from: date | None = attribute(FieldKind.DATE, group="dossier", half=True)
    period_to: date | None = attribute(FieldKind.DATE, group="dossier", half=True)
    certificate_text: str = attribute(FieldKind.TEXT, group="dossier")
    dossier: Mapping[str, bool] = attribute(FieldKind.DOSSIER, group="dossier")
    votes: Votes | None = attribute(FieldKind.VOTES, group="dossier")
    previous_awards: tuple[PastAward, ...] = attribute(FieldKind.PAST_AWARDS, group="dossier")
    steps: tuple[StatusStep, ...] = attribute(FieldKind.ROWS, row=StatusStep, group="decision")
    proposal_number: str = attribute(FieldKind.TEXT, searched=True, group="decision", half=True)
    proposal_date: date | None = attribute(FieldKind.DATE, group="decision", half=True)
    decision_number: str = attribute(FieldKind.TEXT, searched=True, group="decision", half=True)
    decision_date: date | None = attribute(FieldKind.DATE, group="decision", half=True)
    reward_vnd: int | None = attribute(FieldKind.MONEY, group="decision", half=True)
    date_of_birth: date | None = attribute(FieldKind.DATE, personal=True, group="personal", half=True)
    gender: Gender = attribute(
        FieldKind.CHOICE, choices=Gender, default=Gender.UNKNOWN, personal=True, group="personal", half=True
    )
    national_id: str = attribute(FieldKind.TEXT, max_length=12, personal=True, group="personal", half=True)
    phone: str = attribute(FieldKind.TEXT, max_length=20, personal=True, group="personal", half=True)
    hometown: str = attribute(FieldKind.TEXT, personal=True, group="personal", half=True)
    address: str = attribute(FieldKind.TEXT, personal=True, group="personal", half=True)
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
        """Return what the state of the nomination asks for, and what does not fit the catalogue of awards."""
        if self.is_given_up:
            return {}
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
        if self.needs_consent and not self.consent_recorded_on:
            found["consent_recorded_on"] = "Chưa ghi ngày cá nhân đồng ý cho sử dụng dữ liệu cá nhân."
        if self.period_to and self.nominated_on and self.period_to > self.nominated_on:
            found["period_to"] = (
                f"Thời gian thành tích kết thúc sau ngày đề nghị ({format_date(self.nominated_on)})."
            )
        if sentence := award_fit.steps_gap(self.status, [(one.status, one.on) for one in self.steps]):
            found["steps"] = sentence
        return {
            **award_fit.text_gaps(self.name, self.unit, self.certificate_text),
            **self._misfits(),
            **found,
        }

    @property
    def is_given_up(self) -> bool:
        """Whether nothing more is to be mended: it was refused or withdrawn."""
        return self.status in (AwardStatus.REJECTED, AwardStatus.WITHDRAWN)

    @property
    def needs_consent(self) -> bool:
        """Whether a person's data go into a dossier that is on its way."""
        return self.nominee_type is NomineeType.INDIVIDUAL and self.status in _DOSSIER_NEEDED

    @property
    def authorities(self) -> tuple[AwardAuthority, ...]:
        """The entries of the catalogue that mean the deciding authority; none for one it does not know."""
        return load_awards().authorities_named(self.award_authority, self.award_level)

    @property
    def persons(self) -> tuple[str, ...]:
        """The names of those who stand behind the nomination: the person, the head, the representative."""
        if self.nominee_type is NomineeType.INDIVIDUAL:
            return (self.name,)
        return tuple(dict.fromkeys(name for name in (self.household_head, self.representative) if name))

    def asked_papers(self) -> tuple[DossierPart, ...]:
        """Return the papers of its dossier, those that are only asked for now and then last."""
        code = next((one.code for one in self.authorities), "")
        return load_awards().parts_for(self.award_level, self.nominee_type, code)

    def missing_papers(self) -> list[str]:
        """Return the papers that are needed and not there, as a sentence lists them."""
        parts = [one for one in self.asked_papers() if not one.optional and not self.dossier.get(one.key)]
        return [f"{part.name[0].lower()}{part.name[1:]}" for part in parts]

    def _misfits(self) -> dict[str, str]:
        return award_fit.misfits(
            form=self.award_form,
            authority=self.award_authority,
            level=self.award_level,
            nominee=self.nominee_type,
            kind=self.achievement_kind,
            day=self.decision_date or self.nominated_on,
        )


_DOSSIER_NEEDED = (AwardStatus.REVIEWED, AwardStatus.SUBMITTED, AwardStatus.APPRAISING)
"""From the meeting to the decision the dossier must be whole."""

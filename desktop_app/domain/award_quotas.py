"""Chỉ tiêu đề nghị: how many nominations of a kind a year allows, as the province's yearly guidance says."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_fit import NOMINEES
from desktop_app.domain.award_terms import AwardLevel, NomineeType
from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.vietnamese.folding import fold


class QuotaNominee(StrEnum):
    """Whom a quota counts."""

    ANYBODY = ""
    COLLECTIVE = NomineeType.COLLECTIVE.value
    HOUSEHOLD = NomineeType.HOUSEHOLD.value
    ENTERPRISE = NomineeType.ENTERPRISE.value
    INDIVIDUAL = NomineeType.INDIVIDUAL.value


@dataclass(frozen=True, kw_only=True)
class Quota:
    """How many nominations of a form an authority takes from this office in a year.

    Attributes:
        authority: "" counts all authorities.
        most: the largest number of nominations.
    """

    form: str = attribute(FieldKind.TEXT, required=True, suggest=True, half=True)
    most: int | None = attribute(FieldKind.INTEGER, required=True, most=9999, half=True)
    authority: str = attribute(FieldKind.TEXT, suggest=True, half=True)
    nominee: QuotaNominee = attribute(
        FieldKind.CHOICE, choices=QuotaNominee, default=QuotaNominee.ANYBODY, half=True
    )


QUOTA_WORDS = {
    "form": FieldWords("Hình thức khen thưởng", "", "Giấy khen"),
    "most": FieldWords("Số lượng nhiều nhất"),
    "authority": FieldWords("Cấp có thẩm quyền khen", "Để trống là mọi cấp.", "Chủ tịch UBND tỉnh"),
    "nominee": FieldWords("Đối tượng"),
}
QUOTA_NOMINEES: dict[StrEnum, str] = {
    QuotaNominee.ANYBODY: "Mọi đối tượng",
    **{QuotaNominee(kind.value): word for kind, word in NOMINEES.items()},
}


@dataclass(frozen=True)
class QuotaUse:
    """A quota and the nominations that it counts."""

    quota: Quota
    nominations: tuple[AwardNomination, ...]

    @property
    def is_exceeded(self) -> bool:
        """Whether more are nominated than allowed."""
        return len(self.nominations) > (self.quota.most or 0)

    @property
    def text(self) -> str:
        """How a line names it: "Giấy khen của Chủ tịch UBND huyện, cá nhân: 3/4"."""
        quota = self.quota
        authority = f" của {quota.authority}" if quota.authority else ""
        nominee = f", {QUOTA_NOMINEES[quota.nominee].lower()}" if quota.nominee else ""
        return f"{quota.form}{authority}{nominee}: {len(self.nominations)}/{quota.most or 0}"


def quota_uses(quotas: Sequence[Quota], nominations: Sequence[AwardNomination]) -> list[QuotaUse]:
    """Return each quota with the nominations of the year that it counts; given-up ones are not counted."""
    open_ones = [one for one in nominations if not one.is_given_up]
    return [QuotaUse(quota, tuple(one for one in open_ones if _counts(quota, one))) for quota in quotas]


def _counts(quota: Quota, one: AwardNomination) -> bool:
    if fold(quota.form) != fold(one.award_form):
        return False
    if quota.nominee and quota.nominee.value != one.nominee_type.value:
        return False
    return not quota.authority or means_authority(one, quota.authority)


def means_authority(one: AwardNomination, name: str) -> bool:
    """Whether an authority's name means the one that decides on this nomination, written in full or not."""
    if fold(name) == fold(one.award_authority):
        return True
    codes = {entry.code for entry in one.authorities}
    catalogue = load_awards()
    return any(
        entry.code in codes for level in AwardLevel for entry in catalogue.authorities_named(name, level)
    )

"""What can be awarded, by whom and when, and which papers a nomination needs: suggestions and checks as data."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Annotated

from msgspec import Meta, Struct

from desktop_app.domain.award_terms import AchievementKind, AwardLevel, NomineeType
from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import fold


class AwardForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A form of award; the list goes from the highest down.

    Attributes:
        nominees: who can receive it.
        kinds: for what it is given; empty for any achievement.
    """

    code: Text
    name: Text
    nominees: Annotated[tuple[NomineeType, ...], Meta(min_length=1)]
    kinds: tuple[AchievementKind, ...] = ()


class AwardAuthority(Struct, frozen=True, forbid_unknown_fields=True):
    """Who decides on an award.

    Attributes:
        code: stable over the years; one authority may have several entries of different dates.
        name: with {type} for the kind of unit, see `named`.
        type: the usual kind of unit at this level.
        forms: codes of the forms it usually gives.
        valid_from, valid_to: days between which it decides, both included; None is open.
    """

    code: Text
    level: AwardLevel
    name: Text
    forms: Annotated[tuple[str, ...], Meta(min_length=1)]
    type: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def named(self, unit_type: str = "") -> str:
        """Return the name for a kind of unit ("thị xã"), else for the usual one."""
        return self.name.replace("{type}", unit_type or self.type)

    def decides_on(self, day: date) -> bool:
        """Whether it exists on this day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


class DossierPart(Struct, frozen=True, forbid_unknown_fields=True):
    """A paper of the dossier.

    Attributes:
        key: in `AwardNomination.dossier`.
        levels: of the authorities that ask for it.
        nominees: for whom it is asked; empty for everybody.
        authorities: codes of those that ask for it; empty for all of these levels.
        optional: asked for now and then; its absence is no gap.
    """

    key: Text
    name: Text
    levels: Annotated[tuple[AwardLevel, ...], Meta(min_length=1)]
    nominees: tuple[NomineeType, ...] = ()
    authorities: tuple[str, ...] = ()
    optional: bool = False

    def is_asked(self, level: AwardLevel, nominee: NomineeType | None, authority: str) -> bool:
        """Whether it belongs to the dossier of such a nomination; what is not known excludes nothing."""
        return (
            level in self.levels
            and (nominee is None or not self.nominees or nominee in self.nominees)
            and (not authority or not self.authorities or authority in self.authorities)
        )


class VoteRule(Struct, frozen=True, forbid_unknown_fields=True):
    """When the vote of a meeting counts.

    Attributes:
        present_part, present_of: the meeting is valid with this share of its members, 2 of 3 by default.
        agree_percent: of those present; 50 means more than half, any other number at least so many.
    """

    present_part: Annotated[int, Meta(ge=1)] = 2
    present_of: Annotated[int, Meta(ge=1)] = 3
    agree_percent: Annotated[int, Meta(ge=1, le=100)] = 50

    def problem(self, total: int, present: int, agree: int) -> str:
        """Return why a vote does not count, "" when it does."""
        if present * self.present_of < total * self.present_part:
            share = f"{self.present_part}/{self.present_of}"
            return f"chỉ có {present}/{total} thành viên dự họp, chưa đủ {share}"
        if self.agree_percent == _HALF:
            return (
                f"chỉ có {agree}/{present} phiếu đồng ý, chưa quá nửa số có mặt"
                if 2 * agree <= present
                else ""
            )
        if agree * 100 < present * self.agree_percent:
            return f"chỉ có {agree}/{present} phiếu đồng ý, chưa đạt {self.agree_percent}% số có mặt"
        return ""


_HALF = 50


class AwardCatalogue(Struct, frozen=True, forbid_unknown_fields=True):
    """All lists about awards.

    Attributes:
        types: level -> the kinds of unit on it, "huyện", "quận" …
        votes: the usual rule; a ledger may set another.
        certificate_text_limit: characters that fit on a certificate.
        abbreviations: as they stand in names -> in full, which is how a certificate names a unit.
    """

    forms: tuple[AwardForm, ...]
    types: Mapping[AwardLevel, tuple[str, ...]]
    authorities: tuple[AwardAuthority, ...]
    dossier_parts: tuple[DossierPart, ...]
    votes: VoteRule
    certificate_text_limit: Annotated[int, Meta(ge=1)]
    abbreviations: Mapping[str, str]

    def authorities_on(self, day: date, level: AwardLevel | None = None) -> tuple[AwardAuthority, ...]:
        """Return who decides on this day, of one level or of all."""
        return tuple(
            one for one in self.authorities if one.decides_on(day) and (level is None or one.level is level)
        )

    def parts_for(
        self, level: AwardLevel, nominee: NomineeType | None = None, authority: str = ""
    ) -> tuple[DossierPart, ...]:
        """Return the papers of a nomination: those needed, then those asked for now and then.

        Args:
            level: of the deciding authority.
            nominee: None for any.
            authority: its code, "" for any.
        """
        asked = [one for one in self.dossier_parts if one.is_asked(level, nominee, authority)]
        return tuple(sorted(asked, key=lambda part: part.optional))

    def form(self, name: str) -> AwardForm | None:
        """Return the form of this name, None for one that the list does not know."""
        wanted = fold(name)
        return next((one for one in self.forms if fold(one.name) == wanted), None)

    def form_rank(self, name: str) -> int:
        """Return the place of a form, the highest first; unknown ones stand last."""
        form = self.form(name)
        return self.forms.index(form) if form else len(self.forms)

    def authorities_named(self, name: str, level: AwardLevel) -> tuple[AwardAuthority, ...]:
        """Return the entries of an authority as it is written, with or without its unit's own name."""
        wanted = _plain_name(name)
        return tuple(
            one
            for one in self.authorities
            if one.level is level
            and any(
                f"{wanted} ".startswith(f"{_plain_name(one.named(kind))} ")
                for kind in self.types.get(level) or ("",)
            )
        )

    def abbreviated(self, name: str) -> dict[str, str]:
        """Return the abbreviations in a name, with what they stand for."""
        words = re.findall(r"\w+", name)
        return {word: self.abbreviations[word] for word in words if word in self.abbreviations}


_LONG_NAMES = (
    ("uy ban nhan dan", "ubnd"),
    ("mat tran to quoc", "mttq"),
    ("ban thuong truc ", ""),
    ("ubmttq", "uy ban mttq"),
)


@lru_cache(maxsize=512)
def _plain_name(name: str) -> str:
    """Return a name folded and with its usual abbreviations, so that two ways of writing meet."""
    plain = fold(name)
    for long, short in _LONG_NAMES:
        plain = plain.replace(long, short)
    return plain


@cache
def load_awards() -> AwardCatalogue:
    """Return the shipped catalogue.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("awards.json")
    return check_awards(read_json(path), path.name)


def check_awards(raw: object, name: str) -> AwardCatalogue:
    """Return a catalogue read from a file, after all checks; `name` names the file in the error."""
    catalogue = checked(raw, AwardCatalogue, name)
    _check_unique(name, "forms", [one.code for one in catalogue.forms])
    _check_unique(name, "dossier_parts", [one.key for one in catalogue.dossier_parts])
    known = {one.code for one in catalogue.forms}
    deciding = {one.code for one in catalogue.authorities}
    for index, part in enumerate(catalogue.dossier_parts):
        unknown = [code for code in part.authorities if code not in deciding]
        if unknown:
            problem = f"cơ quan “{unknown[0]}” không có trong danh sách “authorities”"
            raise _bad(name, "dossier_parts", index, problem)
    for index, authority in enumerate(catalogue.authorities):
        problem = _authority_problem(authority, known)
        if problem:
            raise _bad(name, "authorities", index, problem)
    return catalogue


def _check_unique(name: str, field: str, values: list[str]) -> None:
    repeated = first_repeated(values)
    if repeated is not None:
        raise _bad(name, field, repeated, f"mã “{values[repeated]}” bị lặp lại")


def _authority_problem(authority: AwardAuthority, known: Iterable[str]) -> str:
    unknown = [code for code in authority.forms if code not in known]
    if unknown:
        return f"hình thức “{unknown[0]}” không có trong danh sách “forms”"
    if "{type}" in authority.name and not authority.type:
        return "tên có {type} thì phải ghi “type”"
    if (authority.valid_from or date.min) > (authority.valid_to or date.max):
        return "ngày hết thẩm quyền trước ngày bắt đầu"
    return ""


def _bad(name: str, field: str, index: int, problem: str) -> ResourceError:
    return bad_file(name, f"“{field}”, mục thứ {index + 1}", problem)

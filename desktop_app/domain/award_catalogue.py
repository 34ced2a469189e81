"""What can be awarded, by whom and when, and which papers a nomination needs: suggestions and checks as data."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Annotated

from msgspec import Meta, Struct

from desktop_app.domain.award_terms import AwardLevel, NomineeType
from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource


class AwardForm(Struct, frozen=True, forbid_unknown_fields=True):
    """A form of award; the list goes from the highest down.

    Attributes:
        nominees: who can receive it.
    """

    code: Text
    name: Text
    nominees: Annotated[tuple[NomineeType, ...], Meta(min_length=1)]


class AwardAuthority(Struct, frozen=True, forbid_unknown_fields=True):
    """Who decides on an award.

    Attributes:
        name: with {type} for the kind of unit, see `named`.
        type: the usual kind of unit at this level.
        forms: codes of the forms it usually gives.
        valid_from, valid_to: days between which it decides, both included; None is open.
    """

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
    """

    key: Text
    name: Text
    levels: Annotated[tuple[AwardLevel, ...], Meta(min_length=1)]


class AwardCatalogue(Struct, frozen=True, forbid_unknown_fields=True):
    """All lists about awards."""

    forms: tuple[AwardForm, ...]
    authorities: tuple[AwardAuthority, ...]
    dossier_parts: tuple[DossierPart, ...]

    def authorities_on(self, day: date, level: AwardLevel | None = None) -> tuple[AwardAuthority, ...]:
        """Return who decides on this day, of one level or of all."""
        return tuple(
            one for one in self.authorities if one.decides_on(day) and (level is None or one.level is level)
        )

    def parts_for(self, level: AwardLevel) -> tuple[DossierPart, ...]:
        """Return the papers that a nomination to this level needs."""
        return tuple(one for one in self.dossier_parts if level in one.levels)


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

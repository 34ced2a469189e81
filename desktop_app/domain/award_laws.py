"""The legal bases of awards, chosen by the date of the paper (domain research, §4.2)."""

from datetime import date
from functools import cache

from msgspec import Struct

from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.resources_path import resource


class AwardLaw(Struct, frozen=True, forbid_unknown_fields=True):
    """A law, decree or circular on awards.

    Attributes:
        number: with its symbol ("152/2025/NĐ-CP").
        citation: as it stands behind "Căn cứ", without an end mark.
        valid_from, valid_to: first and last day on which it is cited; None is open.
    """

    number: Text
    citation: Text
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is cited on this day."""
        return self.valid_from <= day <= (self.valid_to or date.max)


@cache
def load_award_laws() -> tuple[AwardLaw, ...]:
    """Return the shipped list, in the order of citation.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("award_laws.json")
    return check_award_laws(read_json(path), path.name)


def check_award_laws(raw: object, name: str) -> tuple[AwardLaw, ...]:
    """Return a list read from a file, after all checks; `name` names the file in the error."""
    laws = checked(raw, tuple[AwardLaw, ...], name)
    repeated = first_repeated(one.number for one in laws)
    if repeated is not None:
        raise bad_file(name, f"mục thứ {repeated + 1}", f"văn bản “{laws[repeated].number}” bị lặp lại")
    for index, law in enumerate(laws):
        if law.valid_to and law.valid_to < law.valid_from:
            raise bad_file(name, f"mục thứ {index + 1}", "ngày hết hiệu lực trước ngày có hiệu lực")
    return laws


def laws_on(day: date) -> tuple[AwardLaw, ...]:
    """Return what is cited on this day."""
    return tuple(one for one in load_award_laws() if one.holds_on(day))

"""Documents that a plan and a report rest on, and how they are cited."""

from datetime import date
from functools import cache

from msgspec import Struct

from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.resources_path import resource


class LegalBasis(Struct, frozen=True, forbid_unknown_fields=True):
    """A document of a higher body.

    Attributes:
        kind: "Chỉ thị", "Kế hoạch" …
        number: with its symbol ("03-CT/TW").
        issued_on: None where it is not known.
        abstract: trích yếu, beginning in lower case ("về việc …", "phê duyệt …").
        short: how it is named after the first time ("Chỉ thị số 03-CT/TW").
    """

    kind: Text
    number: Text
    issuer: Text
    abstract: Text
    short: Text
    issued_on: date | None = None

    @property
    def citation(self) -> str:
        """The full form: kind, number, date, issuer and abstract."""
        return cite(self.kind, self.number, self.issued_on, self.issuer, self.abstract)


def cite(kind: str, number: str | None, issued_on: date | None, issuer: str, abstract: str) -> str:
    """Return the full citation of a document; what is not known is left out.

    >>> cite("Chỉ thị", "03-CT/TW", date(2021, 5, 19), "Ban Bí thư", "về …")
    'Chỉ thị số 03-CT/TW ngày 19/5/2021 của Ban Bí thư về …'
    """
    parts = [kind]
    if number:
        parts.append(f"số {number}")
    if issued_on:
        parts.append(f"ngày {_cited_date(issued_on)}")
    if issuer:
        parts.append(f"của {issuer}")
    return " ".join([*parts, abstract]).strip()


def _cited_date(day: date) -> str:
    """Return 22/01/2019, 19/5/2021: the zeros of Decree 30/2020, as the plans print them."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


@cache
def legal_library() -> dict[str, LegalBasis]:
    """Return the documents that hold for the whole country, by number.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("legal_bases.json")
    bases = checked(read_json(path), tuple[LegalBasis, ...], path.name)
    repeated = first_repeated(one.number for one in bases)
    if repeated is not None:
        raise bad_file(path.name, f"mục thứ {repeated + 1}", f"văn bản “{bases[repeated].number}” bị lặp lại")
    return {one.number: one for one in bases}

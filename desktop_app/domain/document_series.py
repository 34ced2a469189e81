"""The number series of outgoing documents: the next free number, numbers left out, numbers given twice."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop_app.domain.labels.documents import WORDS
from desktop_app.domain.office_wording import issuer_name
from desktop_app.domain.records.documents import Direction, Document, NumberSeries
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.document_numbers import (
    canonical,
    find_numbers,
    number_value,
    written_number,
)
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

SeriesKey = tuple[NumberSeries, int]
"""A series and the year of its numbers: the committee and the Front number apart, each from 1 every year."""

_MOST_LISTED = 12
_MOST_MISSING = 2_000
"""A number typed wrong (99999) must not make a list of all before it."""


def usual_series(office: Office) -> NumberSeries:
    """Return the series in which an office numbers (NĐ 30/2020 and HD 91/HD-MTTW-BTT: a committee has its own)."""
    if office.level is UnitLevel.MEMBER_BODY:
        return NumberSeries.OTHER
    return NumberSeries.COMMITTEE if office.has_committee else NumberSeries.FRONT


def usual_symbol(office: Office, series: NumberSeries) -> str:
    """Return the end of the symbol of a series ("MTTQ-BCĐ"), before which the abbreviation of the kind stands."""
    if series is NumberSeries.FRONT:
        return "MTTQ-BTT"
    own = office.symbol.strip()
    if own and series is usual_series(office):
        return "" if own == "BC" else own.removeprefix("BC-")
    return "MTTQ-BCĐ" if series is NumberSeries.COMMITTEE else ""


def usual_issuer(office: Office, series: NumberSeries) -> str:
    """Return the body that issues the documents of a series."""
    return issuer_name(dataclasses.replace(office, has_committee=series is not NumberSeries.FRONT))


def series_of(document: Document) -> SeriesKey | None:
    """Return the series that an outgoing document is numbered in, None for one without number or day."""
    numbered = document.direction is Direction.OUTGOING and number_value(document.number) is not None
    return (document.series, document.issued_on.year) if numbered and document.issued_on else None


def next_number(documents: Iterable[Document], series: NumberSeries, year: int) -> str:
    """Return the number after the highest of a series and year, "01" for the first."""
    return written_number(max(_numbers(documents, (series, year)), default=0) + 1)


def missing_numbers(documents: Iterable[Document], series: NumberSeries, year: int) -> list[int]:
    """Return the numbers of a series between 1 and its highest that no document has."""
    taken = _numbers(documents, (series, year))
    return [value for value in range(1, min(max(taken, default=0), _MOST_MISSING)) if value not in taken]


def doubled(documents: Iterable[Document]) -> dict[str, Document]:
    """Return every document whose number stands elsewhere too: id -> one that has it.

    Outgoing documents of one series and year may not share a number; an incoming document or a legal basis is the
    same as another of its symbol, issuer and year.
    """
    groups: dict[tuple[str, ...], list[Document]] = defaultdict(list)
    for one in documents:
        key = _sameness(one)
        if key is not None:
            groups[key].append(one)
    return {
        one.id: group[0] if group[0] is not one else group[1]
        for group in groups.values()
        if len(group) > 1
        for one in group
    }


def twin(document: Document, documents: Iterable[Document]) -> Document | None:
    """Return another document with the same number, as `doubled`; None where there is none."""
    key = _sameness(document)
    if key is None:
        return None
    return next((one for one in documents if one.id != document.id and _sameness(one) == key), None)


def twin_sentence(document: Document, other: Document) -> str:
    """Return what an officer reads about a number that stands twice."""
    name = shorten(other.abstract, 60)
    when = f" ngày {format_date(other.issued_on)}" if other.issued_on else ""
    if document.direction is Direction.OUTGOING:
        series = WORDS.choice(document.series)
        return f"Số {document.number} của hệ số {series} đã cấp cho {other.display}{when}: {name}."
    return f"Văn bản {other.display}{when} của {other.issuer} đã có trong sổ: {name}."


def missing_sentence(missing: Sequence[int], series: NumberSeries, year: int) -> str:
    """Return what an officer reads about numbers left out, "" where there are none."""
    if not missing:
        return ""
    runs = _runs(missing)
    listed = ", ".join(runs[:_MOST_LISTED]) + (" …" if len(runs) > _MOST_LISTED else "")
    return f"Hệ số {WORDS.choice(series)} năm {year} chưa có số {listed}."


def answered(documents: Iterable[Document]) -> frozenset[str]:
    """Return the ids of incoming documents that an outgoing one names by number in its abstract or note."""
    known = list(documents)
    named: dict[str, list[Document]] = defaultdict(list)
    for one in known:
        if one.direction is Direction.OUTGOING:
            for number in find_numbers(f"{one.abstract}\n{one.note}"):
                named[number].append(one)
    return frozenset(
        one.id
        for one in known
        if one.direction is Direction.INCOMING
        and any(not _before(reply, one) for reply in named.get(canonical(one.display), ()))
    )


def _before(reply: Document, question: Document) -> bool:
    return bool(reply.issued_on and question.issued_on and reply.issued_on < question.issued_on)


def _sameness(document: Document) -> tuple[str, ...] | None:
    """Return what two documents share when they are the same, None where too little is known."""
    series = series_of(document)
    if series is not None:
        return ("series", str(series[0]), str(series[1]), canonical(f"{document.number}/X"))
    if document.direction is Direction.OUTGOING or not (document.number and document.symbol):
        return None
    year = document.issued_on.year if document.issued_on else 0
    return (str(document.direction), canonical(document.display), fold(document.issuer), str(year))


def _numbers(documents: Iterable[Document], key: SeriesKey) -> set[int]:
    values = (number_value(one.number) for one in documents if series_of(one) == key)
    return {value for value in values if value is not None}


def _runs(values: Sequence[int]) -> list[str]:
    """Return "04", "06–08" for 4, 6, 7, 8."""
    runs: list[list[int]] = []
    for value in values:
        if runs and runs[-1][-1] == value - 1:
            runs[-1].append(value)
        else:
            runs.append([value])
    return [
        written_number(run[0]) if len(run) == 1 else f"{written_number(run[0])}–{written_number(run[-1])}"
        for run in runs
    ]

"""Days written as a span or a period, where a second field of the record holds the rest: 10-12/5/2023, Quý II/2023."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop_app.domain.records.tasks import DueKind
from desktop_app.exchange.spreadsheet.book import Cell, CellKind
from desktop_app.exchange.spreadsheet.context import Context, Reading
from desktop_app.vietnamese.dates import format_date, month_end, quarter_end
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean, shorten

Spread = tuple[Reading, Any]
"""What the cell's own field holds, and the value of the other field."""

# Folded, so that a dash is a space.
_SPAN = re.compile(
    r"(?:tu )?(?:ngay )?(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}))?)?"
    r" (?:den |den het )?(?:ngay )?(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?"
)
_MONTH = re.compile(r"(?:trong )?(?:thang )?(\d{1,2})(?: ?[/.] ?| nam | )(\d{4})|(?:trong )?thang (\d{1,2})")
_QUARTER = re.compile(r"(?:trong )?quy ?(iv|i{1,3}|[1-4])(?:(?: ?[/.,] ?| nam | )(\d{4}))?")
_YEAR = re.compile(r"(?:trong |ca )?nam (\d{4})|(ca nam|trong nam)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_spread(register: str, key: str, cell: Cell, context: Context) -> tuple[str, Spread] | None:
    """Return the name of the other field, and both values; None for a cell that is no span of this column.

    Args:
        register: its name.
        key: of the column.
        cell: the cell.
        context: its year holds where none is written, and that is said.
    """
    if (register, key) not in _SPREADS or cell.kind is not CellKind.TEXT:
        return None
    other, read = _SPREADS[register, key]
    try:
        found = read(fold(clean(cell.text)), context.year)
    except ValueError:  # no such day: the reader of dates says so
        return None
    if found is None:
        return None
    day, value, words = found
    return other, (Reading(day, remark=f"“{shorten(clean(cell.text), 40)}” được hiểu là {words}."), value)


def _span(text: str, year: int) -> tuple[date, Any, str] | None:
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    first_day, first_month, first_year, last_day, last_month, last_year = (
        int(one) if one else None for one in match.groups()
    )
    last_year = last_year or first_year or year
    last = date(last_year, last_month or 0, last_day or 0)
    first = date(first_year or last_year, first_month or last.month, first_day or 0)
    return (first, last, f"từ {format_date(first)} đến {format_date(last)}") if first <= last else None


def _due(text: str, year: int) -> tuple[date, Any, str] | None:
    if match := _QUARTER.fullmatch(text):
        day = quarter_end(int(match[2] or year), _ROMAN.get(match[1]) or int(match[1]))
        return day, DueKind.QUARTER, f"hạn theo quý, đến {format_date(day)}"
    if match := _MONTH.fullmatch(text):
        month = int(match[1] or match[3])
        if not 1 <= month <= 12:
            return None
        day = month_end(int(match[2] or year), month)
        return day, DueKind.MONTH, f"hạn theo tháng, đến {format_date(day)}"
    if match := _YEAR.fullmatch(text):
        day = date(int(match[1] or year), 12, 31)
        return day, DueKind.YEAR, f"hạn cả năm, đến {format_date(day)}"
    return None


_SPREADS: Mapping[tuple[str, str], tuple[str, Callable[[str, int], tuple[date, Any, str] | None]]] = {
    ("activities", "date_start"): ("date_end", _span),
    ("procurement", "period_from"): ("period_to", _span),
    ("tasks", "due_on"): ("due_kind", _due),
}

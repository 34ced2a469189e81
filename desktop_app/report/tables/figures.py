"""Phụ lục I: the table of all figures of the period, beside those of the period before where they are known."""

from collections.abc import Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import LEADERSHIP, Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.report.comparison import PreviousFigures, change
from desktop_app.report.counting import Number
from desktop_app.report.figures import Figures
from desktop_app.report.formulas import Formula, FormulaKind, Place, column_sum
from desktop_app.report.model import Cell, CellKind, Column, Table

LEADERSHIP_TITLE = "Công tác lãnh đạo, chỉ đạo"
FUNDS_TITLE = "Kinh phí thực hiện"

_ORDER = Column("order", "TT", CellKind.ORDINAL, 0.6)
_INDICATOR = Column("indicator", "Nội dung, chỉ tiêu", CellKind.TEXT, 5)
_VALUE = Column("value", "Kỳ này", CellKind.INTEGER, 1.9)
_NOTE = Column("note", "Ghi chú", CellKind.TEXT, 1.2)
_ALONE = (_ORDER, _INDICATOR, Column("unit", "Đơn vị tính", CellKind.TEXT, 1.3), _VALUE, _NOTE)
_COMPARED = (
    _ORDER,
    Column("indicator", "Nội dung, chỉ tiêu", CellKind.TEXT, 3.9),
    Column("unit", "ĐVT", CellKind.TEXT, 1.2),
    Column("previous", "Kỳ trước", CellKind.INTEGER, 1.8),
    Column("value", "Kỳ này", CellKind.INTEGER, 1.8),
    Column("change", "So sánh (%)", CellKind.CHANGE, 1.9),
    Column("note", "Ghi chú", CellKind.TEXT, 0.8),
)
"""Columns of domain research §2.3, annex 1."""
_FIRST_NUMBER = 3
"""Column of the first figure."""


class _Rows:
    """The rows as they are made, with or without the period before."""

    def __init__(self, previous: PreviousFigures | None) -> None:
        self.rows: list[tuple[Cell, ...]] = []
        self.bold: set[int] = set()
        self.formulas: dict[Place, Formula] = {}
        self.places: dict[str, int] = {}
        self._previous = previous
        self._place = 0

    def heading(self, title: str) -> None:
        """Add the name of a group."""
        self.bold.add(len(self.rows))
        self.rows.append((None, title, "", *((None, None, None) if self._previous else (None,)), ""))

    def total(self, title: str, unit: str, now: Number, before: Number, *, over: int) -> None:
        """Add a sum of so many rows above."""
        place = len(self.rows)
        self.bold.add(place)
        for column in self._columns:
            self.formulas[place, column] = column_sum(range(place - over, place), column)
        self.rows.append((None, title, unit, *self._numbers(now, before), ""))

    def figure(
        self, label: str, unit: str, now: Number, before: Number, note: str = "", *, is_percent: bool = False
    ) -> None:
        """Add a numbered row."""
        self._place += 1
        self.rows.append((self._place, label, unit, *self._numbers(now, before, is_percent), note))

    def shares(self, indicators: Sequence[Indicator]) -> None:
        """Tell which percentages follow from two other rows."""
        for one in indicators:
            if {one.code, one.numerator, one.denominator} <= self.places.keys():
                row, part, whole = (self.places[code] for code in (one.code, one.numerator, one.denominator))
                for column in self._columns:
                    cells = ((part, column), (whole, column))
                    self.formulas[row, column] = Formula(FormulaKind.SHARE, cells, one.decimals)

    @property
    def _columns(self) -> tuple[int, ...]:
        """Where the figures of the periods stand."""
        return (_FIRST_NUMBER, _FIRST_NUMBER + 1) if self._previous else (_FIRST_NUMBER,)

    def _numbers(self, now: Number, before: Number, is_percent: bool = False) -> tuple[Cell, ...]:
        if self._previous is None:
            return (now,)
        changed = change(now, before, is_percent=is_percent)
        if changed is not None and not changed.is_points:
            before_column, now_column = self._columns
            cells = ((len(self.rows), now_column), (len(self.rows), before_column))
            self.formulas[len(self.rows), now_column + 1] = Formula(FormulaKind.CHANGE, cells, 1)
        if changed is None:
            return before, now, None
        return before, now, changed.text if changed.is_points else changed.amount


def figures_table(
    figures: Figures, indicators: Sequence[Indicator], previous: PreviousFigures | None = None
) -> Table:
    """Return the table of all figures, grouped by content; registers that do not exist yet are left out.

    Args:
        figures: of the period.
        indicators: in the order of the annex.
        previous: of the period before; None leaves its columns out.
    """
    made = _Rows(previous)
    _add_indicators(made, figures, indicators, previous)
    _add_funds(made, figures, previous)
    made.shares(indicators)
    columns = _COMPARED if previous else _ALONE
    note = _note(previous) if previous else ""
    return Table(
        "figures", "Biểu tổng hợp số liệu", columns, made.rows, note, frozenset(made.bold), made.formulas
    )


def _add_indicators(
    made: _Rows, figures: Figures, indicators: Sequence[Indicator], previous: PreviousFigures | None
) -> None:
    groups = {LEADERSHIP: LEADERSHIP_TITLE} | {one.code: one.name for one in load_contents()}
    for home, title in groups.items():
        own = [one for one in indicators if one.home == home and one.code in figures.indicators]
        if not own:
            continue
        made.heading(title)
        for indicator in own:
            made.places[indicator.code] = len(made.rows)
            made.figure(
                indicator.label,
                indicator.unit,
                figures.indicators[indicator.code],
                previous.value(indicator.code) if previous else None,
                "Có số ước" if indicator.code in figures.estimated else "",
                is_percent=indicator.value_kind == "percent",
            )


def _add_funds(made: _Rows, figures: Figures, previous: PreviousFigures | None) -> None:
    made.heading(FUNDS_TITLE)
    for group, amount in figures.funds.items():
        made.figure(FUND_GROUPS[group], "đồng", amount, previous.fund(group) if previous else None)
    made.total(
        "Tổng kinh phí",
        "đồng",
        sum(figures.funds.values()),
        previous.funds_total() if previous else None,
        over=len(figures.funds),
    )


def _note(previous: PreviousFigures) -> str:
    """Say what the figures are compared with, and how a change is written."""
    about = "; ".join((f"Kỳ trước: {previous.label}", *previous.notes))
    return f"{about}. So sánh: tăng (+), giảm (-) so với kỳ trước"

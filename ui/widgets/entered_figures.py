"""Totals typed for the period before: a line for each indicator and for each group of funds."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import LEADERSHIP, Indicator, load_indicators
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.activities import FundGroup
from ui.widgets.card import label
from ui.widgets.editors.figures import FigureRow
from ui.widgets.editors.parsed import ParsedEditor

_LEADERSHIP = "Công tác lãnh đạo, chỉ đạo"
_FUNDS = "Kinh phí thực hiện"
_PERCENT_NOTE = "Tỷ lệ phần trăm được tính lại từ hai chỉ tiêu thành phần, không phải nhập."


class EnteredFigures(QWidget):
    """All lines, below the headings of Phụ lục I; an empty line is a figure that nobody knows.

    Attributes:
        edited: something was typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("see_through", True)
        self._rows: dict[str, FigureRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(label(_PERCENT_NOTE, tone="muted", size="small", wrap=True))
        homes = {LEADERSHIP: _LEADERSHIP} | {one.code: one.name for one in load_contents()}
        for home, title in homes.items():
            own = [one for one in load_indicators() if one.home == home and one.source != "computed"]
            self._add(title, own)
        self._add(_FUNDS, [_fund(group) for group in FundGroup])
        self._layout.addStretch()
        editors = [row.editor for row in self._rows.values()]
        for before, after in pairwise(editors):
            QWidget.setTabOrder(before.focus_target(), after.focus_target())
            before.advanced.connect(after.setFocus)
        for editor in editors:
            editor.edited.connect(self.edited)
            editor.left.connect(self._on_left)

    def figures(self) -> dict[str, int | float]:
        """Return indicator -> total of the lines that are filled and understood."""
        values = {code: row.editor.value() for code, row in self._rows.items() if code not in set(FundGroup)}
        return {code: value for code, value in values.items() if value is not None}

    def funds(self) -> dict[FundGroup, int] | None:
        """Return group -> whole đồng, None when no line of money is filled."""
        values = {group: self._rows[group].editor.value() for group in FundGroup}
        found = {group: value for group, value in values.items() if value is not None}
        return found or None

    def show_figures(self, figures: Mapping[str, int | float], funds: Mapping[FundGroup, int] | None) -> None:
        """Show totals; lines without one are emptied."""
        values: dict[str, int | float] = dict(figures)
        values.update({str(group): amount for group, amount in (funds or {}).items()})
        for code, row in self._rows.items():
            row.editor.set_value(values.get(code))
            row.editor.set_state("")

    def count(self) -> int:
        """Return how many lines are filled."""
        return sum(row.editor.value() is not None for row in self._rows.values())

    def problem(self) -> str:
        """Return what is wrong with the first line that is not understood, and put the cursor there; "" if none is."""
        for row in self._rows.values():
            if row.editor.problem():
                row.editor.set_state("bad")
                row.editor.setFocus(Qt.FocusReason.TabFocusReason)
                return row.editor.problem()
        return ""

    def line(self, code: str) -> ParsedEditor:
        """Return the editor of an indicator or a group of funds."""
        return self._rows[code].editor

    def _add(self, title: str, own: list[Indicator]) -> None:
        heading = label(title, strong=True, wrap=True)
        heading.setContentsMargins(0, 10, 0, 0)
        self._layout.addWidget(heading)
        for one in own:
            row = self._rows[one.code] = FigureRow(one)
            # Other pages have lines of these names, too.
            row.editor.bind(f"previous_{one.code}", FieldWords(f"{one.label} ({one.unit})"))
            self._layout.addWidget(row)

    def _on_left(self) -> None:
        for row in self._rows.values():
            row.editor.set_state("bad" if row.editor.problem() else "")


def _fund(group: FundGroup) -> Indicator:
    """Return a group of funds as a line of its own."""
    return Indicator(
        code=group.value,
        label=FUND_GROUPS[group],
        unit="đồng",
        home="",
        contents=("",),
        source="activities",
        over_time="sum",
        over_units="sum",
        value_kind="money",
    )

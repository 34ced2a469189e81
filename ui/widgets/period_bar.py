"""Which report: its kind and its days."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.periods import KINDS, ReportPeriod, checked_period
from desktop_app.errors import InvalidValueError
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.parsed import DateEditor

_DATE_WIDTH = 126
_FROM = FieldWords("Số liệu từ ngày", "Ngày đầu của kỳ báo cáo, tính cả ngày này.")
_TO = FieldWords("Số liệu đến ngày", "Ngày chốt số liệu, tính cả ngày này.")


class PeriodBar(QWidget):
    """A list of kinds and two dates.

    Attributes:
        kind_chosen: code of another kind.
        period_changed: the days that the user gave.
        problem_changed: why the days cannot be, "" when they can.
    """

    kind_chosen = Signal(str)
    period_changed = Signal(ReportPeriod)
    problem_changed = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period: ReportPeriod | None = None
        self._today = today
        self.kind_combo = ComboInput()
        self.kind_combo.setObjectName("period_kind")
        self.kind_combo.setAccessibleName("Kỳ báo cáo")
        self.kind_combo.setMinimumWidth(148)
        for kind in KINDS:
            self.kind_combo.addItem(kind.name, kind.code)
        self._dates = {name: DateEditor(today, self._year) for name in ("data_from", "data_to")}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind_combo)
        for (name, editor), words, text in zip(self._dates.items(), (_FROM, _TO), ("từ", "đến"), strict=True):
            editor.bind(name, words)
            editor.setFixedWidth(_DATE_WIDTH)
            row.addWidget(label(text, tone="muted"))
            row.addWidget(editor)

        self.kind_combo.activated.connect(self._on_kind_chosen)
        for editor in self._dates.values():
            editor.left.connect(self._on_date_left)
            editor.advanced.connect(self._on_date_left)

    def _year(self) -> int:
        return self._period.year if self._period else self._today().year

    def show_period(self, period: ReportPeriod) -> None:
        """Show a period; this is no choice."""
        if period == self._period:
            return
        self._period = period
        self.kind_combo.setCurrentIndex(self.kind_combo.findData(period.code))
        self._dates["data_from"].set_value(period.data_from)
        self._dates["data_to"].set_value(period.data_to)
        self._tell("")

    def focus_date(self, name: str) -> None:
        """Put the cursor into one of the dates."""
        self._dates[name].setFocus()

    def _on_kind_chosen(self) -> None:
        code = str(self.kind_combo.currentData())
        if self._period is not None and code != self._period.code:
            self.kind_chosen.emit(code)

    def _on_date_left(self) -> None:
        if self._period is None:
            return
        unread = next((text for editor in self._dates.values() if (text := editor.problem())), "")
        first, last = (editor.value() for editor in self._dates.values())
        if unread or first is None or last is None:
            self._tell(unread or "Kỳ báo cáo cần có đủ ngày đầu và ngày cuối.")
            return
        try:
            period = checked_period(self._period.year, self._period.code, first, last)
        except InvalidValueError as error:
            self._tell(str(error))
            return
        self._tell("")
        if period != self._period:
            self._period = period
            self.period_changed.emit(period)

    def _tell(self, problem: str) -> None:
        for editor in self._dates.values():
            editor.set_state("bad" if problem else "")
        self.problem_changed.emit(problem)

"""What changed in the report since its last export: figures old and new, texts with marks, records to open."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.export_changes import (
    ExportChanges,
    FigureChange,
    RecordChange,
    RecordFate,
    SectionChange,
)
from desktop_app.domain.registers import REGISTERS
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import two_digits
from ui.theme import GRID, mark
from ui.widgets.card import label, rule
from ui.widgets.difference_view import DifferenceView
from ui.widgets.problem_list import ProblemEntry, ProblemList

_NEVER = "Báo cáo này chưa được xuất lần nào nên chưa có gì để so sánh."
_LEGEND = "Gạch ngang: nội dung trong lần xuất trước; gạch chân: nội dung hiện nay."
_FATES = {RecordFate.ADDED: "Thêm", RecordFate.CHANGED: "Sửa", RecordFate.REMOVED: "Bỏ"}
_COUNTED = {
    RecordFate.ADDED: "{} được thêm",
    RecordFate.CHANGED: "{} được sửa",
    RecordFate.REMOVED: "{} đã bỏ",
}
_NO_TITLE = "bản ghi không còn trong sổ"
_MOST_SHOWN = 300
_LEAST_LIST, _MOST_LIST = 84, 260
_ROW = 36


class ExportChangesView(QScrollArea):
    """A list of three parts, each left out when it is empty.

    Attributes:
        opened: (register, id) of a record that the user wants to see.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_changes")
        self.setAccessibleName("Thay đổi so với lần xuất trước")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, see_through=True)
        self.viewport().setAutoFillBackground(False)
        self._changes: ExportChanges | None = None
        self._summary = label("", wrap=True)
        self._since = label("", tone="muted", wrap=True)
        self.records = ProblemList()
        self.records.setObjectName("changed_records")
        self.records.setAccessibleName("Các bản ghi đã thay đổi")
        self._records_title = label("", strong=True)
        self._told = QVBoxLayout()
        self._told.setSpacing(GRID)
        self._lay_out()
        self.show_changes(None)

        self.records.opened.connect(self.opened)

    def summary(self) -> str:
        """Return the sentence on top."""
        return self._summary.text()

    def words(self) -> list[str]:
        """Return what is told of figures and sections, line by line."""
        body = self.widget()
        parts = body.findChildren(QWidget) if body else []
        return [one.accessibleName() for one in parts if one.property("change")]

    def show_changes(self, changes: ExportChanges | None) -> None:
        """Show changes; None: the report was never exported. The same changes stay untouched."""
        if changes is not None and changes == self._changes:
            return
        self._changes = changes
        self._summary.setText(changes.sentence() if changes else _NEVER)
        since = changes.exported_at if changes else ""
        self._since.setText(f"Lần xuất trước: {_moment(since)}." if since else "")
        self._since.setVisible(bool(since))
        self._clear()
        if changes:
            self._tell_figures(changes.figures)
            self._tell_sections(changes.sections)
        self._show_records(changes)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("see_through", True)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._summary)
        layout.addWidget(self._since)
        layout.addLayout(self._told)
        layout.addWidget(self._records_title)
        layout.addWidget(self.records)
        layout.addStretch()
        self.setWidget(body)

    def _clear(self) -> None:
        while (item := self._told.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _tell_figures(self, figures: Sequence[FigureChange]) -> None:
        if not figures:
            return
        self._told.addWidget(label(f"Số liệu: {two_digits(len(figures))} chỉ tiêu", strong=True))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(0, 1)
        for column, title in enumerate(("Chỉ tiêu", "Lần xuất trước", "Hiện nay")):
            grid.addWidget(label(title, tone="muted", size="small"), 0, column)
        for row, one in enumerate(figures, 1):
            cells = (one.label, one.old or "không có", one.new or "không có")
            for column, text in enumerate(cells):
                cell = label(text, wrap=column == 0, strong=column == 2)
                grid.addWidget(cell, row, column)
            _tell(cell, f"{cells[0]}: {cells[1]} → {cells[2]}")
        self._told.addWidget(table)

    def _tell_sections(self, sections: Sequence[SectionChange]) -> None:
        if not sections:
            return
        self._told.addWidget(rule())
        self._told.addWidget(label(f"Phần thuyết minh: {two_digits(len(sections))} mục", strong=True))
        self._told.addWidget(label(_LEGEND, tone="muted", size="small", wrap=True))
        for section in sections:
            heading = label(section.heading, wrap=True)
            _tell(heading, section.heading)
            difference = DifferenceView(fits=True)
            mark(difference, band="plain")
            difference.show_pieces(section.pieces())
            self._told.addWidget(heading)
            self._told.addWidget(difference)

    def _show_records(self, changes: ExportChanges | None) -> None:
        records = changes.records if changes else ()
        self.records.show_entries([_entry(one) for one in records[:_MOST_SHOWN]])
        self.records.setVisible(bool(records))
        self._records_title.setVisible(bool(records))
        height = min(_MOST_LIST, max(_LEAST_LIST, len(records) * _ROW))
        self.records.setFixedHeight(height)
        if changes and records:
            counts = [_COUNTED[fate].format(two_digits(n)) for fate, n in changes.counts().items() if n]
            more = f" ({_MOST_SHOWN} bản ghi đầu)" if len(records) > _MOST_SHOWN else ""
            self._records_title.setText(f"Bản ghi: {', '.join(counts)}{more}")


def _entry(change: RecordChange) -> ProblemEntry:
    register = REGISTERS[change.register].words.page if change.register in REGISTERS else change.register
    sentence = f"{register}: {change.title or _NO_TITLE}"
    return ProblemEntry(False, sentence, change.register, change.record_id, _FATES[change.fate])


def _tell(widget: QWidget, words: str) -> None:
    widget.setProperty("change", True)
    widget.setAccessibleName(words)


def _moment(at: str) -> str:
    when = datetime.fromisoformat(at)
    return f"{format_date(when.date())} lúc {when:%H:%M}"

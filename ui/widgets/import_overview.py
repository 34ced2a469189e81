"""What an import would do: counts by state, the rows of a state, everything about the chosen row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.import_preview import LEAVE_OUT, NEW_RECORD, ImportPreview, RowPreview, RowState
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from ui.widgets.buttons import CHIP, make_button
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.import_rows import STATE_WORDS, ImportRows, detail_text

_ALL = "Tất cả"
_DETAIL_HEIGHT = 112
_OPEN = (RowState.ERROR, RowState.DOUBTFUL)


class ImportOverview(QWidget):
    """The rows of an import.

    Attributes:
        answered: (sheet and row, answer) to a doubtful row.
        changed: other rows are to be written than before.
    """

    answered = Signal(tuple, str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ImportPreview | None = None
        self._state: RowState | None = None
        self._chips: dict[RowState | None, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.table = ImportRows()
        self._detail = QPlainTextEdit()
        self._detail.setObjectName("row_detail")
        self._detail.setAccessibleName("Chi tiết của dòng")
        self._detail.setReadOnly(True)
        self._detail.setFixedHeight(_DETAIL_HEIGHT)
        self._candidates = ComboInput()
        self._candidates.setObjectName("candidates")
        self._candidates.setAccessibleName("Dòng này là mục nào trong sổ")
        self._answer = make_button("Trả lời", "answer_button")
        self._errors_out = QCheckBox("Bỏ qua các dòng lỗi và chưa rõ, chỉ nhập các dòng đúng")
        self._errors_out.setObjectName("leave_out_errors")
        self._lay_out()

        self._group.buttonClicked.connect(self._on_chip)
        self.table.selected.connect(self._on_selected)
        self.table.rows.ticked_changed.connect(self.changed)
        self._answer.clicked.connect(self._on_answer)
        self._errors_out.clicked.connect(self.changed)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show a preview that was read anew."""
        self.table.rows.left_out.clear()
        self._errors_out.setChecked(False)
        counts = preview.counts
        first = next((state for state in (*_OPEN, RowState.NEW, RowState.CHANGED) if counts[state]), None)
        self._state = first if first in _OPEN else None
        self.update_preview(preview)

    def update_preview(self, preview: ImportPreview) -> None:
        """Show the same preview after an answer."""
        self._preview = preview
        counts = preview.counts
        if self._state is not None and not counts[self._state]:
            self._state = None
        for state, chip in self._chips.items():
            count = counts[state] if state else len(preview.rows)
            chip.setText(f"{STATE_WORDS[state] if state else _ALL}  {format_integer(count)}")
            chip.setVisible(state is None or bool(count))
            chip.setChecked(state is self._state)
        self._errors_out.setVisible(any(counts[state] for state in _OPEN))
        rows = [row for row in preview.rows if self._state is None or row.state is self._state]
        self.table.show_rows(rows)

    def left_out(self) -> set[tuple[str, int]]:
        """Return the rows that were unticked."""
        return self.table.rows.left_out

    def leaves_out_errors(self) -> bool:
        """Say whether the right rows are to be written although others have errors."""
        return self._errors_out.isChecked()

    def to_write(self) -> tuple[int, int]:
        """Return how many records would be added and changed."""
        rows = self._preview.rows if self._preview else ()
        wanted = [row.state for row in rows if row.key not in self.table.rows.left_out]
        return wanted.count(RowState.NEW), wanted.count(RowState.CHANGED)

    def _on_chip(self, chip: QPushButton) -> None:
        self._state = next(state for state, one in self._chips.items() if one is chip)
        if self._preview is not None:
            self.update_preview(self._preview)

    def _on_selected(self, row: RowPreview | None) -> None:
        self._detail.setPlainText(_whole_text(row) if row else "")
        doubtful = row is not None and row.state is RowState.DOUBTFUL
        self._question.setVisible(doubtful)
        if row is None or not doubtful:
            return
        self._candidates.clear()
        for one in row.candidates:
            day = f"{format_date(one.date)} · " if one.date else ""
            self._candidates.addItem(f"Là mục: {day}{one.title} · {one.detail}".rstrip(" ·"), one.id)
        self._candidates.addItem("Là mục mới", NEW_RECORD)
        self._candidates.addItem("Bỏ qua dòng này", LEAVE_OUT)

    def _on_answer(self) -> None:
        row = self.table.rows.row(self.table.currentIndex().row())
        if row is not None:
            self.answered.emit(row.key, str(self._candidates.currentData()))

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for state in (None, *RowState):
            name = state.value if state else "all"
            chip = make_button(STATE_WORDS[state] if state else _ALL, f"{name}_chip", kind=CHIP)
            chip.setCheckable(True)
            self._chips[state] = chip
            self._group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch()
        chips.addWidget(self._errors_out)
        self._question = QWidget()
        row = QHBoxLayout(self._question)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("Dòng này:"))
        row.addWidget(self._candidates, 1)
        row.addWidget(self._answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._question)
        layout.addWidget(self._detail, 0, Qt.AlignmentFlag(0))


def _whole_text(row: RowPreview) -> str:
    detail = detail_text(row)
    place = f"Tờ “{row.sheet}”, dòng {row.row}"
    return f"{place}\n{detail}" if detail else f"{place}: {STATE_WORDS[row.state].lower()}."

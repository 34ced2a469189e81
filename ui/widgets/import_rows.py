"""The rows of an import, each with what would be done with it; a row can be unticked, a doubtful one answered."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.domain.import_preview import RowPreview, RowState
from ui.roles import Tone
from ui.theme import ROW_HEIGHT
from ui.widgets.table_look import give_list_look
from ui.widgets.table_model import TONE_ROLE
from ui.widgets.tooltip import as_tip

AnyIndex = QModelIndex | QPersistentModelIndex

STATE_WORDS: dict[RowState, str] = {
    RowState.NEW: "Mới",
    RowState.CHANGED: "Thay đổi",
    RowState.SAME: "Không đổi",
    RowState.ERROR: "Lỗi",
    RowState.DOUBTFUL: "Chưa rõ",
    RowState.SKIPPED: "Bỏ qua",
}
_TONES = {
    RowState.NEW: Tone.GOOD,
    RowState.CHANGED: Tone.ACCENT,
    RowState.SAME: Tone.NEUTRAL,
    RowState.ERROR: Tone.BAD,
    RowState.DOUBTFUL: Tone.WARNING,
    RowState.SKIPPED: Tone.NEUTRAL,
}
_WRITTEN = (RowState.NEW, RowState.CHANGED)
_TITLES = ("Nhập", "Dòng", "Tên", "Kết quả", "Chi tiết")
_WIDTHS = (52, 64, 0, 104, 0)
_TICK, _ROW, _NAME, _STATE, _DETAIL = range(5)
_NOWHERE = QModelIndex()


def detail_text(row: RowPreview) -> str:
    """Return everything that is said of a row, one thing a line."""
    lines = [
        f"Ô {one.address} – {one.label}: {one.sentence}" if one.address else f"{one.label}: {one.sentence}"
        for one in row.problems
    ]
    lines += [f"{one.label}: {one.old or '(trống)'} → {one.new or '(trống)'}" for one in row.changes]
    if row.state is RowState.DOUBTFUL:
        lines.append(f"Có {len(row.candidates)} mục trong sổ giống dòng này; hãy chọn mục đúng.")
    return "\n".join([*lines, *row.remarks])


class ImportRowsModel(QAbstractTableModel):
    """The rows in view.

    Attributes:
        ticked_changed: another row was ticked or unticked.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RowPreview] = ()
        self.left_out: set[tuple[str, int]] = set()

    def show_rows(self, rows: Sequence[RowPreview]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: int) -> RowPreview | None:
        """Return a row, None beyond the last."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def toggle(self, index: int) -> None:
        """Tick or untick a row that would be written."""
        row = self.row(index)
        if row is None or row.state not in _WRITTEN:
            return
        self.left_out.symmetric_difference_update({row.key})
        self.dataChanged.emit(self.index(index, _TICK), self.index(index, _DETAIL))
        self.ticked_changed.emit()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return the number of rows in view."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return one thing about a cell."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(detail_text(row) if index.column() == _DETAIL else self._text(row, index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == TONE_ROLE:
            return _TONES[row.state] if index.column() == _STATE else None
        return None

    def _text(self, row: RowPreview, column: int) -> str:
        if column == _TICK:
            if row.state not in _WRITTEN:
                return "–"
            return "" if row.key in self.left_out else "✓"
        texts = {
            _ROW: str(row.row),
            _NAME: row.title,
            _STATE: STATE_WORDS[row.state],
            _DETAIL: detail_text(row).replace("\n", "; "),
        }
        return texts[column]


class ImportRows(QTableView):
    """The table of rows.

    Attributes:
        selected: the row that the user went to, None for none.
    """

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ImportRowsModel(self)
        self.setModel(self.rows)
        self.setObjectName("import_rows")
        self.setAccessibleName("Các dòng của bảng tính; phím cách để bỏ hoặc chọn lại một dòng")
        give_list_look(self)
        heading = self.horizontalHeader()
        heading.setFixedHeight(ROW_HEIGHT)
        heading.setHighlightSections(False)
        for place, width in enumerate(_WIDTHS):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            heading.setSectionResizeMode(place, mode)
            if width:
                heading.resizeSection(place, width)

        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[RowPreview]) -> None:
        """Show other rows and go to the first."""
        self.rows.show_rows(rows)
        if rows:
            self.selectRow(0)
        else:
            self.selected.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick and untick with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.rows.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _on_row_changed(self, current: QModelIndex) -> None:
        self.selected.emit(self.rows.row(current.row()))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == _TICK:
            self.rows.toggle(index.row())

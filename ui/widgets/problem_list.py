"""The list of what must be mended or looked at; each entry leads to its place, and can take a reason."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from ui.widgets.buttons import is_enter
from ui.widgets.problem_delegate import (
    ENTRY_ROLE,
    HEADING_ROLE,
    REASON_INPUT,
    ProblemDelegate,
    Zone,
    entry_of,
    zone_at,
)
from ui.widgets.problem_entry import ERROR_WORD as ERROR_WORD
from ui.widgets.problem_entry import WARNING_WORD as WARNING_WORD
from ui.widgets.problem_entry import ProblemEntry as ProblemEntry
from ui.widgets.tooltip import as_tip

_ENTRY_HEIGHT = 70
_HELP = "Enter mở chỗ cần sửa; phím cách chọn hoặc bỏ chọn mục; F2 ghi lý do; Ctrl+A chọn tất cả các mục chưa có lý do."


class ProblemList(QListWidget):
    """Errors and warnings; Enter or a click opens one.

    Entries with a key take a reason in their own line (F2 or a click on it) and can be ticked (Space).

    Attributes:
        opened: (place, target) of the entry that the user wants to mend.
        reason_given: (key, reason); an empty reason takes one back.
        ticked_changed: other entries are ticked.
    """

    opened = Signal(str, str)
    reason_given = Signal(str, str)
    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAccessibleName("Danh sách lỗi và mục cần xem lại")
        self.setFrameShape(QFrame.Shape.NoFrame)
        delegate = ProblemDelegate(self)
        self.setItemDelegate(delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._pressed_at = QPoint()

        self.itemClicked.connect(self._on_clicked)
        # Queued: what is done with a reason shows the list anew, which must not happen while its input closes.
        delegate.reason_typed.connect(self.reason_given, Qt.ConnectionType.QueuedConnection)

    def show_entries(self, entries: Sequence[ProblemEntry]) -> None:
        """Show these entries under their headings; ticks, the chosen line and an open input stay where they are."""
        if entries and list(entries) == self.entries():
            return  # hundreds of them are read anew with every change
        typed = self._close_input()
        row, ticked = self.currentRow(), set(self.ticked())
        at = self.verticalScrollBar().value()
        self.clear()
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                self.addItem(_heading(f"{group} ({sum(one.group == group for one in entries)})"))
            self.addItem(_item(entry, is_ticked=entry.key in ticked))
        asks = any(entry.key for entry in entries)
        self.setAccessibleDescription(_HELP if asks else "")
        self.setCurrentRow(self._entry_near(min(row, self.count() - 1)))
        self.verticalScrollBar().setValue(at)
        self._open_input(typed)
        self.ticked_changed.emit()

    def entries(self) -> list[ProblemEntry]:
        """Return what is shown."""
        return [entry for row in range(self.count()) if (entry := self._entry(row)) is not None]

    def ticked(self) -> list[str]:
        """Return the keys of the entries that are ticked."""
        found = []
        for row in range(self.count()):
            entry = self._entry(row)
            if entry is not None and entry.key and self.item(row).checkState() is Qt.CheckState.Checked:
                found.append(entry.key)
        return found

    def untick_all(self) -> None:
        """Take all ticks away: what they were for is done; the focus comes here."""
        for row in self._rows():
            item = self.item(row)
            if item.checkState() is Qt.CheckState.Checked:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ticked_changed.emit()

    def open_entry(self, place: int) -> None:
        """Ask for the place of the entry at this place among all entries."""
        self._open(self._rows()[place])

    def edit_reason(self, place: int) -> None:
        """Open the input for the reason of the entry at this place among all entries."""
        row = self._rows()[place]
        self.setCurrentRow(row)
        self._edit(row)

    def sizeHint(self) -> QSize:
        """Ask for room for two entries; more are scrolled."""
        return QSize(240, 2 * _ENTRY_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for one entry."""
        return QSize(200, _ENTRY_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began: its part of the line decides what it does."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen entry on Enter, tick it on Space, tick all without a reason on Ctrl+A."""
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # a line edit passes Enter on: it ends the reason and must not open the place as well
            return
        row = self.currentRow()
        entry = self._entry(row) if row >= 0 else None
        if is_enter(event) and entry is not None:
            event.accept()
            self._open(row)
        elif event.key() == Qt.Key.Key_Space and entry is not None and entry.key:
            event.accept()
            self._tick(row)
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self._tick_open()
        else:
            super().keyPressEvent(event)

    def _entry(self, row: int) -> ProblemEntry | None:
        return entry_of(self.model().index(row, 0))

    def _rows(self) -> list[int]:
        return [row for row in range(self.count()) if self._entry(row) is not None]

    def _entry_near(self, row: int) -> int:
        """Return the row, or the one below it where it is a heading; a list without a chosen line stays without."""
        return row + 1 if row >= 0 and self._entry(row) is None and row + 1 < self.count() else row

    def _open(self, row: int) -> None:
        entry = self._entry(row)
        if entry is not None:
            self.opened.emit(entry.place, entry.target)

    def _edit(self, row: int) -> None:
        entry = self._entry(row)
        if entry is not None and entry.key:
            self.editItem(self.item(row))

    def _tick(self, row: int) -> None:
        item = self.item(row)
        is_on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
        self.ticked_changed.emit()

    def _tick_open(self) -> None:
        """Tick everything without a reason; where all of it is ticked already, nothing any more."""
        rows = [row for row in self._rows() if (entry := self._entry(row)) and entry.key and not entry.reason]
        all_on = all(self.item(row).checkState() is Qt.CheckState.Checked for row in rows)
        for row in rows:
            self.item(row).setCheckState(Qt.CheckState.Unchecked if all_on else Qt.CheckState.Checked)
        self.ticked_changed.emit()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        entry = self._entry(row)
        if entry is None:
            return
        at = self._pressed_at
        zone = zone_at(entry, self.visualItemRect(item), at.x(), at.y())
        if zone is Zone.BOX:
            self._tick(row)
        elif zone is Zone.REASON:
            self._edit(row)
        else:
            self._open(row)

    def _close_input(self) -> tuple[str, str] | None:
        """Close an open input without taking its text; return the key of its problem and the text."""
        line = self.viewport().findChild(QLineEdit, REASON_INPUT)
        entry = self._entry(self.currentRow()) if self.currentRow() >= 0 else None
        if line is None or entry is None or self.state() is not QAbstractItemView.State.EditingState:
            return None
        typed = entry.key, line.text()
        self.closeEditor(line, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        return typed

    def _open_input(self, typed: tuple[str, str] | None) -> None:
        """Go on with what was being typed, where its problem is still there."""
        keys = {entry.key: place for place, entry in enumerate(self.entries())} if typed else {}
        if typed is None or typed[0] not in keys:
            return
        self.edit_reason(keys[typed[0]])
        lines = self.viewport().findChildren(QLineEdit, REASON_INPUT)
        if lines:
            lines[-1].setText(typed[1])


def _heading(text: str) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setData(HEADING_ROLE, text)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
    return item


def _item(entry: ProblemEntry, *, is_ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem()
    item.setData(ENTRY_ROLE, entry)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
    tip = f"{entry.sentence}\nLý do: {entry.reason} ({entry.by})" if entry.reason else entry.sentence
    item.setToolTip(as_tip(tip))
    if entry.key:
        # The box is ticked by ourselves: Qt would look for it where its own delegate draws it.
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    return item

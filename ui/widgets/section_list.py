"""The list of the report's sections, each with the state of its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.roles import Tone, current_roles
from ui.theme import TEXT_SIZE, text_font
from ui.widgets.pill import paint_pill, pill_width
from ui.widgets.tooltip import as_tip

_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW = 32
_PADDING = 10


class SectionState(Enum):
    """Where the text of a section comes from: word and tone of its pill."""

    WRITTEN = ("đã sửa", Tone.GOOD)
    CHANGED = ("số liệu đổi", Tone.BAD)
    SUGGESTED = ("gợi ý sẵn", Tone.NEUTRAL)
    EMPTY = ("còn trống", Tone.WARNING)
    OPTIONAL = ("không bắt buộc", Tone.NEUTRAL)

    @property
    def word(self) -> str:
        """The word of the pill."""
        return self.value[0]

    @property
    def tone(self) -> Tone:
        """The tone of the pill."""
        return self.value[1]


@dataclass(frozen=True)
class SectionEntry:
    """A section of the report."""

    key: str
    heading: str
    state: SectionState


class SectionList(QListWidget):
    """Sections in printing order.

    Attributes:
        chosen: key of the section that the user wants to write.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setAccessibleName("Các mục của báo cáo")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_SectionDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(self._on_clicked)

    def show_entries(self, entries: Sequence[SectionEntry]) -> None:
        """Show these sections; the chosen one stays chosen. This chooses nothing."""
        key = self.current_key()
        self.blockSignals(True)
        if [entry.key for entry in entries] == [entry.key for entry in self.entries()]:
            for row, entry in enumerate(entries):
                self._fill(self.item(row), entry)
        else:
            self.clear()
            for entry in entries:
                item = QListWidgetItem()
                self._fill(item, entry)
                self.addItem(item)
            self.setCurrentRow(self._row_of(key))
        self.blockSignals(False)
        self.viewport().update()

    def entries(self) -> list[SectionEntry]:
        """Return what is shown."""
        return [self.item(row).data(_ENTRY_ROLE) for row in range(self.count())]

    def current_key(self) -> str:
        """Return the key of the chosen section, "" without one."""
        item = self.currentItem()
        return str(item.data(_ENTRY_ROLE).key) if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose a section; an unknown key chooses none."""
        self.setCurrentRow(self._row_of(key))

    def clear_choice(self) -> None:
        """Choose no section: something else is shown."""
        self.clearSelection()

    def step(self, by: int) -> None:
        """Choose the section so many places on, as far as there is one."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def show_state(self, key: str, state: SectionState) -> None:
        """Show another state of one section."""
        row = self._row_of(key)
        if row >= 0:
            self._fill(self.item(row), SectionEntry(key, self.entries()[row].heading, state))
            self.viewport().update()

    def _fill(self, item: QListWidgetItem, entry: SectionEntry) -> None:
        item.setData(_ENTRY_ROLE, entry)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.heading}, {entry.state.word}")
        item.setToolTip(as_tip(entry.heading))

    def _row_of(self, key: str) -> int:
        return next((row for row, entry in enumerate(self.entries()) if entry.key == key), -1)

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(current.data(_ENTRY_ROLE).key)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        # Another part of the report may have been shown since this section was chosen.
        self.chosen.emit(item.data(_ENTRY_ROLE).key)


class _SectionDelegate(QStyledItemDelegate):
    """Draws a heading on one line and a pill at its right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: SectionEntry = index.data(_ENTRY_ROLE)
        roles = current_roles()
        area: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QColor(roles.accent)
                if chosen and state & QStyle.StateFlag.State_HasFocus
                else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(roles.accent_tint if chosen else roles.hover))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        width = pill_width(entry.state.word)
        paint_pill(
            painter,
            QRect(inner.right() - width + 1, inner.top(), width, inner.height()),
            entry.state.word,
            entry.state.tone,
        )
        inner.setRight(inner.right() - width - 8)
        font = text_font(TEXT_SIZE, strong=chosen)
        painter.setFont(font)
        painter.setPen(QColor(roles.on_tint if chosen else roles.text))
        shown = QFontMetrics(font).elidedText(entry.heading, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

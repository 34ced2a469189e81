"""The list of what must be mended or looked at; each entry leads to its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
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

from ui.icons import paint_icon
from ui.roles import Tone, current_roles
from ui.theme import TEXT_SIZE, text_font
from ui.widgets.pill import paint_pill, pill_width
from ui.widgets.tooltip import as_tip

ERROR_WORD, WARNING_WORD = "Lỗi", "Cần xem lại"
_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING = 8
_EDGE = 4
_CHEVRON = 16
_MOST_LINES = 3
_ENTRY_HEIGHT = 70


@dataclass(frozen=True)
class ProblemEntry:
    """One thing to mend.

    Attributes:
        place: key of the page where it is mended.
        target: the record, the field or the section there.
        word: on the pill; empty for the usual one of an error or a warning.
    """

    is_error: bool
    sentence: str
    place: str
    target: str
    word: str = ""

    @property
    def pill(self) -> tuple[str, Tone]:
        """Word and tone of the pill."""
        usual, tone = (ERROR_WORD, Tone.BAD) if self.is_error else (WARNING_WORD, Tone.WARNING)
        return self.word or usual, tone


class ProblemList(QListWidget):
    """Errors and warnings; Enter or a click opens one.

    Attributes:
        opened: (place, target) of the entry that the user wants to mend.
    """

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self.setAccessibleName("Danh sách lỗi và mục cần xem lại")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_ProblemDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

        self.itemClicked.connect(self._on_chosen)

    def show_entries(self, entries: Sequence[ProblemEntry]) -> None:
        """Show these entries; the chosen line stays where it is."""
        row = self.currentRow()
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(_ENTRY_ROLE, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.pill[0]}: {entry.sentence}")
            item.setToolTip(as_tip(entry.sentence))
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def entries(self) -> list[ProblemEntry]:
        """Return what is shown."""
        return [self.item(row).data(_ENTRY_ROLE) for row in range(self.count())]

    def open_entry(self, row: int) -> None:
        """Ask for the place of an entry."""
        entry: ProblemEntry = self.item(row).data(_ENTRY_ROLE)
        self.opened.emit(entry.place, entry.target)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen entry on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            event.accept()
            self.open_entry(self.currentRow())
            return
        super().keyPressEvent(event)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.open_entry(self.row(item))


class _ProblemDelegate(QStyledItemDelegate):
    """Draws a pill and a sentence of up to three lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: ProblemEntry = index.data(_ENTRY_ROLE)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 400
        room = _words_area(QRect(0, 0, width, 0)).width()
        font = text_font(TEXT_SIZE)
        metrics = QFontMetrics(font)
        bounds = metrics.boundingRect(QRect(0, 0, room, 1000), Qt.TextFlag.TextWordWrap, entry.sentence)
        lines = min(_MOST_LINES, max(1, round(bounds.height() / metrics.lineSpacing())))
        return QSize(width, lines * metrics.lineSpacing() + 2 * _PADDING)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: ProblemEntry = index.data(_ENTRY_ROLE)
        roles, area = current_roles(), option.rect
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if hovered or focused:
            painter.fillRect(area, QColor(roles.accent_tint if focused else roles.hover))
        painter.setPen(QColor(roles.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        word, tone = entry.pill
        line = QFontMetrics(text_font(TEXT_SIZE)).lineSpacing()
        pill = QRect(area.left() + _EDGE, area.top() + _PADDING, pill_width(word), line)
        paint_pill(painter, pill, word, tone)
        words = _words_area(area)
        painter.setFont(text_font(TEXT_SIZE))
        painter.setPen(QColor(roles.on_tint if focused else roles.text))
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, entry.sentence)
        painter.setClipping(False)
        chevron = QRect(area.right() - _PADDING - _CHEVRON, area.top() + _PADDING + 1, _CHEVRON, _CHEVRON)
        paint_icon(painter, "chevron-right", chevron, "accent_ink" if hovered or focused else "faint")


def _words_area(area: QRect) -> QRect:
    left = _EDGE + pill_width(WARNING_WORD) + _PADDING
    return area.adjusted(left, _PADDING, -(2 * _PADDING + _CHEVRON), -_PADDING)

"""How a line of a list of problems is drawn: its box, pill, sentence and reason; and the input for a reason."""

from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.roles import current_roles
from ui.theme import TEXT_SIZE, text_font
from ui.widgets.pill import paint_pill, pill_width
from ui.widgets.problem_entry import EXPLAINED_WORD, WARNING_WORD, ProblemEntry

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
ASK_REASON = "Ghi lý do…"

_PADDING = 8
_EDGE = 4
_BOX = 18
_CHEVRON = 16
_MOST_LINES = 6
_HEADING_GAP = 12
_LONGEST_REASON = 500
REASON_INPUT = "reason"

Index = QModelIndex | QPersistentModelIndex


class Zone(Enum):
    """Which part of a line was clicked."""

    BOX = "box"
    REASON = "reason"
    REST = "rest"


def entry_of(index: Index) -> ProblemEntry | None:
    """Return the entry of a line, None for a heading."""
    entry = index.data(ENTRY_ROLE)
    return entry if isinstance(entry, ProblemEntry) else None


def zone_at(entry: ProblemEntry, area: QRect, x: int, y: int) -> Zone:
    """Return what lies at a point of a line's area."""
    if not entry.key:
        return Zone.REST
    if x < area.left() + _EDGE + _BOX + _PADDING // 2:
        return Zone.BOX
    return Zone.REASON if _reason_area(area).contains(x, y) else Zone.REST


class ProblemDelegate(QStyledItemDelegate):
    """Draws headings and entries.

    Attributes:
        reason_typed: (key of the problem, reason) that the user has finished.
    """

    reason_typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = ("", 0)
        self._rooms: dict[bool, int] = {}
        self._heights: dict[tuple[str, bool], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the lines of the sentence, and one for the reason."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 400
        font, entry = text_font(TEXT_SIZE), entry_of(index)
        if entry is None:
            return QSize(width, QFontMetrics(font).lineSpacing() + _HEADING_GAP + _PADDING // 2)
        if self._remembered != (font.key(), width):
            # Thousands of lines are asked for their height again and again; breaking their words takes a second.
            self._remembered = font.key(), width
            self._heights.clear()
            self._rooms.clear()
        key = entry.sentence, bool(entry.key)
        if key not in self._heights:
            if key[1] not in self._rooms:
                self._rooms[key[1]] = _words_area(QRect(0, 0, width, 0), entry).width()
            self._heights[key] = _height(entry, self._rooms[key[1]], QFontMetrics(font))
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a heading or an entry."""
        entry = entry_of(index)
        if entry is None:
            _paint_heading(painter, option.rect, str(index.data(HEADING_ROLE)))
            return
        roles, area = current_roles(), option.rect
        state = option.state
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if hovered or focused:
            painter.fillRect(area, QColor(roles.accent_tint if focused else roles.hover))
        painter.setPen(QColor(roles.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if entry.key:
            _paint_box(painter, area, index)
        word, tone = entry.pill
        line = QFontMetrics(text_font(TEXT_SIZE)).lineSpacing()
        pill = QRect(_left(area, entry), area.top() + _PADDING, pill_width(word), line)
        paint_pill(painter, pill, word, tone)
        quiet = roles.muted if entry.reason else roles.text
        _paint_text(painter, _words_area(area, entry), entry.sentence, roles.on_tint if focused else quiet)
        if entry.key:
            _paint_reason(painter, area, entry, focused=focused)
        chevron = QRect(area.right() - _PADDING - _CHEVRON, area.top() + _PADDING + 1, _CHEVRON, _CHEVRON)
        paint_icon(painter, "chevron-right", chevron, "accent_ink" if hovered or focused else "faint")

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the input for a reason."""
        line = QLineEdit(parent)
        line.setObjectName(REASON_INPUT)
        line.setAccessibleName("Lý do của mục này")
        line.setMaxLength(_LONGEST_REASON)
        line.setPlaceholderText("Ghi lý do rồi bấm Enter; để trống là bỏ lý do")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the reason that is kept."""
        entry = entry_of(index)
        if isinstance(editor, QLineEdit) and entry is not None:
            editor.setText(entry.reason)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell the reason that was typed, if it is another one."""
        entry = entry_of(index)
        if isinstance(editor, QLineEdit) and entry is not None and editor.text().strip() != entry.reason:
            self.reason_typed.emit(entry.key, editor.text().strip())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the input where the reason stands."""
        area = _reason_area(option.rect)
        height = max(editor.sizeHint().height(), area.height())
        editor.setGeometry(area.left(), option.rect.bottom() - height - 1, area.width(), height)


def _height(entry: ProblemEntry, room: int, metrics: QFontMetrics) -> int:
    line = metrics.lineSpacing()
    bounds = metrics.boundingRect(QRect(0, 0, room, 1000), Qt.TextFlag.TextWordWrap, entry.sentence)
    lines = min(_MOST_LINES, max(1, round(bounds.height() / line)))
    return lines * line + (line + _PADDING if entry.key else 0) + 2 * _PADDING


def _paint_box(painter: QPainter, area: QRect, index: Index) -> None:
    roles = current_roles()
    is_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
    line = QFontMetrics(text_font(TEXT_SIZE)).lineSpacing()
    box = QRect(area.left() + _EDGE, area.top() + _PADDING + (line - _BOX) // 2, _BOX, _BOX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(roles.accent if is_on else roles.faint))
    painter.setBrush(QColor(roles.accent if is_on else roles.card))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()
    if is_on:
        paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")


def _paint_heading(painter: QPainter, area: QRect, text: str) -> None:
    font = QFont(text_font(TEXT_SIZE))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(current_roles().text))
    painter.drawText(
        area.adjusted(_EDGE, _HEADING_GAP, -_EDGE, 0),
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
        text,
    )


def _paint_text(painter: QPainter, area: QRect, text: str, ink: str) -> None:
    painter.setFont(text_font(TEXT_SIZE))
    painter.setPen(QColor(ink))
    painter.setClipRect(area)
    painter.drawText(area, Qt.TextFlag.TextWordWrap, text)
    painter.setClipping(False)


def _paint_reason(painter: QPainter, area: QRect, entry: ProblemEntry, *, focused: bool) -> None:
    roles = current_roles()
    place = _reason_area(area)
    by = f" ({entry.by})" if entry.by else ""
    text = f"Lý do: {entry.reason}{by}" if entry.reason else ASK_REASON
    shown = QFontMetrics(text_font(TEXT_SIZE)).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    usual = roles.text if entry.reason else roles.accent_ink
    _paint_text(painter, place, shown, roles.chosen_ink if focused and not entry.reason else usual)


def _left(area: QRect, entry: ProblemEntry) -> int:
    return area.left() + _EDGE + (_BOX + _PADDING if entry.key else 0)


def _words_area(area: QRect, entry: ProblemEntry) -> QRect:
    widest = max(pill_width(WARNING_WORD), pill_width(EXPLAINED_WORD) if entry.key else 0)
    left = _left(area, entry) - area.left() + widest + _PADDING
    bottom = _reason_height() if entry.key else 0
    return area.adjusted(left, _PADDING, -(2 * _PADDING + _CHEVRON), -_PADDING - bottom)


def _reason_height() -> int:
    """Return what the reason adds to a line: its own one with room above for the input, which has a frame."""
    return QFontMetrics(text_font(TEXT_SIZE)).lineSpacing() + _PADDING


def _reason_area(area: QRect) -> QRect:
    """Return where the reason stands: below the words, in line with them."""
    left = _EDGE + _BOX + 2 * _PADDING + max(pill_width(WARNING_WORD), pill_width(EXPLAINED_WORD))
    top = area.height() - _PADDING - QFontMetrics(text_font(TEXT_SIZE)).lineSpacing()
    return area.adjusted(left, top, -(2 * _PADDING + _CHEVRON), -_PADDING)

"""Draws the cells of tables: elided text, pills, icons, a line below each row, no frame around a cell."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import paint_icon
from ui.roles import current_roles
from ui.theme import ROW_HEIGHT
from ui.widgets.pill import paint_pill
from ui.widgets.table_model import ICON_ROLE, TONE_ROLE

PADDING = 8
_ICON = 16
_MARK = 3


class CellDelegate(QStyledItemDelegate):
    """The look of a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a cell of the fixed height."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, content and the line below."""
        roles = current_roles()
        area: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(area, QColor(roles.accent_tint))
            if area.left() <= 0:  # the tint alone is too faint to find the row by
                painter.fillRect(QRect(area.topLeft(), QSize(_MARK, area.height())), QColor(roles.accent_ink))
        painter.setPen(QColor(roles.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if _has_keys(option, index):
            painter.setPen(QColor(roles.focus))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(PADDING, 0, -PADDING, -1)
        icon, tone = index.data(ICON_ROLE), index.data(TONE_ROLE)
        if icon is not None:
            corner = QPoint(inner.left(), inner.center().y() - _ICON // 2 + 1)
            paint_icon(painter, icon[0], QRect(corner, QSize(_ICON, _ICON)), icon[1])
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if tone is not None and text:
            paint_pill(painter, inner, text, tone)
            return
        painter.setPen(QColor(roles.on_tint if selected else roles.text))
        painter.setFont(option.font)
        metrics = option.fontMetrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)


def _has_keys(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Say whether the arrow keys move on from the row of a cell."""
    view = option.widget
    return (
        isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == index.row()
    )

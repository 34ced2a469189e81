"""A key figure: what it is, the figure, a remark; it leads to its records."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.roles import current_roles
from ui.theme import FIGURE_SIZE, SMALL_SIZE, text_font
from ui.widgets.card_button import CardButton

_HEIGHT = 146
_MARGIN, _TOP, _BOTTOM = 16, 12, 10
_REMARK = 56
"""Where the remark begins, below the top of the words."""


class FigureCard(CardButton):
    """A card of the overview."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._title, self._figure, self._remark = title, "–", ""
        self._role = "text"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def figure(self) -> str:
        """Return the figure as shown."""
        return self._figure

    def remark(self) -> str:
        """Return the line below."""
        return self._remark

    def title(self) -> str:
        """Return what is counted."""
        return self._title

    def show_figure(self, figure: str, remark: str = "", *, title: str = "", role: str = "text") -> None:
        """Show a figure; `role` is an attribute of `Roles`."""
        self._figure, self._remark, self._role = figure, remark, role
        self._title = title or self._title
        self.setAccessibleName(f"{self._title}: {figure}. {remark}".strip())
        self.setToolTip(remark)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(180, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least width for a figure with its unit."""
        return QSize(140, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where a narrow card needs more lines for its remark."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        roles = current_roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        urgent = self._role in ("bad", "accent_ink", "warning")
        edge = (
            roles.accent if self.hasFocus() or urgent else roles.input_line if self._hovered else roles.line
        )
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(roles.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        inner = self.rect().adjusted(_MARGIN, _TOP, -_MARGIN, -_BOTTOM)
        small = text_font(SMALL_SIZE)
        left = Qt.AlignmentFlag.AlignLeft
        painter.setFont(small)
        painter.setPen(QColor(roles.muted))
        title = QFontMetrics(small).elidedText(self._title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), 18), left | Qt.AlignmentFlag.AlignVCenter, title
        )
        font = _fitting_font(self._figure, inner.width())
        painter.setFont(font)
        painter.setPen(QColor(getattr(roles, self._role)))
        painter.drawText(
            QRect(inner.left(), inner.top() + 20, inner.width(), 36),
            left | Qt.AlignmentFlag.AlignVCenter,
            self._figure,
        )
        painter.setFont(small)
        painter.setPen(QColor(roles.muted))
        painter.drawText(inner.adjusted(0, _REMARK, 0, 0), left | Qt.TextFlag.TextWordWrap, self._remark)

    def _fit(self) -> None:
        room = QRect(0, 0, max(1, self.width() - 2 * _MARGIN), 1000)
        words = QFontMetrics(text_font(SMALL_SIZE)).boundingRect(room, Qt.TextFlag.TextWordWrap, self._remark)
        self.setMinimumHeight(max(_HEIGHT, _TOP + _REMARK + words.height() + _BOTTOM))


def _fitting_font(text: str, room: int) -> QFont:
    """Return the font of figures, smaller where a long one would be cut."""
    for size in range(FIGURE_SIZE, 14, -1):
        font = text_font(size, strong=True)
        if QFontMetrics(font).horizontalAdvance(text) <= room:
            return font
    return text_font(14, strong=True)

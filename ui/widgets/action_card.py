"""A card that is a button: a title, a line below it, a small word at the right."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import paint_icon
from ui.roles import Tone, current_roles
from ui.theme import SMALL_SIZE, TEXT_SIZE, text_font
from ui.widgets.card_button import CardButton
from ui.widgets.pill import paint_pill, pill_width
from ui.widgets.tooltip import as_tip

_HEIGHT, _LOW = 60, 40
_MARGIN = 16
_ICON = 16
_GAP = 8


class ActionCard(CardButton):
    """Something to choose; a checkable one shows that it is chosen."""

    def __init__(self, title: str, name: str, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._title, self._icon = title, icon_name
        self._summary = ""
        self._is_low = False
        self._pills: list[tuple[str, Tone]] = []
        self.set_summary("")

    def summary(self) -> str:
        """Return the line below the title."""
        return self._summary

    def set_summary(self, text: str) -> None:
        """Show a line below the title."""
        self._summary = text
        self._tell()

    def pills(self) -> list[str]:
        """Return the small words."""
        return [text for text, _ in self._pills]

    def set_pills(self, *pills: tuple[str, Tone]) -> None:
        """Show small words at the right."""
        self._pills = list(pills)
        self._tell()

    def set_low(self, is_low: bool) -> None:
        """Take one line instead of two: title, and the line below it behind it as far as there is room."""
        if is_low != self._is_low:
            self._is_low = is_low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the fixed height."""
        return QSize(240, _LOW if self._is_low else _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inner = self.rect().adjusted(_MARGIN, 10, -_MARGIN, -10)
        inner.setRight(self._paint_pills(painter, inner))
        if self._icon:
            corner = QRect(inner.left(), inner.top() + (2 if self._is_low else 3), _ICON, _ICON)
            paint_icon(painter, self._icon, corner, "accent_ink" if self.isChecked() else "muted")
            inner.setLeft(inner.left() + _ICON + _GAP + 2)
        self._paint_words(painter, inner)

    def _paint_ground(self, painter: QPainter) -> None:
        roles = current_roles()
        chosen, focused = self.isChecked(), self.hasFocus()
        edge = roles.accent if chosen or focused else roles.input_line if self._hovered else roles.line
        ground = roles.accent_tint if chosen else roles.hover if self.isDown() else roles.card
        painter.setPen(QPen(QColor(edge), 2 if focused and chosen else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_pills(self, painter: QPainter, inner: QRect) -> int:
        """Draw the pills from the right and return where the words must end."""
        right = inner.right()
        for text, tone in reversed(self._pills):
            width = pill_width(text)
            paint_pill(painter, QRect(right - width + 1, inner.top(), width, 20), text, tone)
            right -= width + 6
        return right

    def _paint_words(self, painter: QPainter, inner: QRect) -> None:
        roles = current_roles()
        chosen = self.isChecked()
        title_font, small = text_font(TEXT_SIZE, strong=True), text_font(SMALL_SIZE)
        upper = QRect(inner.left(), inner.top(), inner.width(), 20)
        if not self._summary or self._is_low:
            upper.setHeight(inner.height())
        painter.setFont(title_font)
        painter.setPen(QColor(roles.on_tint if chosen else roles.text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, flags, _elided(title_font, self._title, upper.width()))
        lower = QRect(inner.left(), inner.top() + 21, self.width() - inner.left() - _MARGIN, 19)
        if self._is_low:
            lower = upper.adjusted(QFontMetrics(title_font).horizontalAdvance(self._title) + _GAP, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(roles.on_tint if chosen else roles.muted))
        painter.drawText(lower, flags, _elided(small, self._summary, lower.width()))

    def _tell(self) -> None:
        words = [self._title, *self.pills(), self._summary]
        self.setAccessibleName(". ".join(word for word in words if word))
        self.setToolTip(as_tip(self._summary))
        self.update()


def _elided(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)

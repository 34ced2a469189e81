"""Two texts shown as one: what went is struck out, what came is underlined; colour only helps."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.domain.narrative_changes import Piece, Word
from ui.roles import Tone, current_roles

_SPOKEN = {Word.SAME: "{}", Word.GONE: "bỏ: {};", Word.NEW: "mới: {};"}


class DifferenceView(QTextEdit):
    """Read only; as high as its text where `fits` is set, else with a scroll bar."""

    def __init__(self, *, fits: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: Sequence[Piece] = ()
        self._fits = fits
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if fits:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a difference."""
        self._pieces = pieces
        self.setAccessibleName(" ".join(_SPOKEN[one.kind].format(one.text.strip()) for one in pieces))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the text."""
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, _format(piece.kind))
        self._fit()

    def _fit(self) -> None:
        if self._fits:
            height = round(self.document().size().height()) + 2 * self.frameWidth()
            self.setFixedHeight(max(height, self.fontMetrics().height()))


def _format(kind: Word) -> QTextCharFormat:
    made, roles = QTextCharFormat(), current_roles()
    made.setForeground(QColor(roles.text))
    if kind is not Word.SAME:
        ink, ground = roles.tone(Tone.BAD if kind is Word.GONE else Tone.GOOD)
        made.setForeground(QColor(ink))
        made.setBackground(QColor(ground))
        made.setFontStrikeOut(kind is Word.GONE)
        made.setFontUnderline(kind is Word.NEW)
    return made

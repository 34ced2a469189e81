"""The line at the foot of the window: what was done, Hoàn tác, slow work, and quiet facts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from ui.theme import MARGIN, STATUS_HEIGHT, mark
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label, rule
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.speech import announce

_PROGRESS_WIDTH = 140


class StatusLine(QFrame):
    """Message at the left, facts at the right.

    Attributes:
        undo_requested: Hoàn tác was pressed.
        cancel_requested: the slow work is to stop.
    """

    undo_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setFixedHeight(STATUS_HEIGHT)
        self._message = ElidedLabel()
        self._message.setObjectName("status_message")
        mark(self._message, size="small", strong=True)
        self._undo = make_button(
            "Hoàn tác", "undo_button", kind=LINK, help_text="Hoàn tác thao tác vừa làm (Ctrl+U)"
        )
        self._undo.hide()
        self._busy = label("", size="small", tone="muted")
        self._progress = QProgressBar()
        self._progress.setFixedWidth(_PROGRESS_WIDTH)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Tiến độ")
        self._cancel = make_button("Dừng", "cancel_button", kind=LINK)
        self._facts: dict[str, QLabel] = {}
        self._lay_out()
        self.show_busy("", 0, 0)

        self._undo.clicked.connect(self.undo_requested)
        self._cancel.clicked.connect(self.cancel_requested)

    def message(self) -> str:
        """Return what is said now."""
        return self._message.text()

    def say(self, text: str, undoable: bool = False) -> None:
        """Say what was done, with Hoàn tác beside it or not."""
        self._set_message(text, "")
        self._undo.setVisible(undoable)

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self._set_message(text, "bad")
        self._undo.hide()

    def forget_refusal(self) -> None:
        """Take a refusal away; what was done stays."""
        if self._message.property("tone") == "bad":
            self._set_message("", "")

    def show_busy(self, text: str, done: int, total: int) -> None:
        """Show the slow work; without a text there is none."""
        for widget in (self._busy, self._progress, self._cancel):
            widget.setVisible(bool(text))
        self._busy.setText(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def set_fact(self, key: str, text: str) -> None:
        """Show a quiet fact at the right (draft time, backup time, counts), in the order first told."""
        if key not in self._facts:
            self._facts[key] = label("", size="small", tone="muted")
            self._row.addWidget(self._facts[key])
        self._facts[key].setText(text)
        self._facts[key].setVisible(bool(text))

    def fact(self, key: str) -> str:
        """Return a fact."""
        return self._facts[key].text() if key in self._facts else ""

    def _set_message(self, text: str, tone: str) -> None:
        mark(self._message, tone=tone)
        self._message.setText(text)
        self._message.setAccessibleName(text)
        announce(self._message, text, urgent=tone == "bad")

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(16)
        left = QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._message)
        left.addWidget(self._undo)
        left.addWidget(self._busy)
        left.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignVCenter)
        left.addWidget(self._cancel)
        left.addStretch()
        self._row.addLayout(left, 1)
        outer.addWidget(rule())
        outer.addLayout(self._row, 1)

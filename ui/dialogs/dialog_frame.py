"""The frame of dialogs with much to fill in: a scrolled body that fits a low screen, and two buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label

_MOST_OF_SCREEN = 0.9
_AROUND_FOCUS = 32


class DialogFrame(QDialog):
    """A dialog that is done with `done_button` or given up with `cancel_button`.

    Attributes:
        body: the layout to fill. content: the widget around it. foot: the line of the message and the buttons.
        frame: the layout of both.
    """

    def __init__(
        self,
        name: str,
        title: str,
        done_text: str,
        size: tuple[int, int],
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(
            min(size[0], int(screen.width() * _MOST_OF_SCREEN)),
            min(size[1], int(screen.height() * _MOST_OF_SCREEN)),
        )
        self.body = QVBoxLayout()
        self.done_button = make_button(done_text, "done_button", kind=PRIMARY)
        self.cancel_button = make_button("Hủy", "cancel_button")
        self._message = label("", tone="bad", size="small", wrap=True)
        self._message.setObjectName("dialog_message")
        self._build_frame()
        if help_text:
            self.body.addWidget(label(help_text, tone="muted", wrap=True))

        self.done_button.clicked.connect(self.finish)
        self.cancel_button.clicked.connect(self.reject)

    def problem(self) -> str:
        """Return why the dialog cannot be finished yet, "" when it can; a dialog overrides this."""
        return ""

    def finish(self) -> None:
        """Accept, or say what is missing."""
        sentence = self.problem()
        self.say(sentence)
        if not sentence:
            self.accept()

    def say(self, sentence: str) -> None:
        """Show a sentence beside the buttons, "" for none."""
        self._message.setText(sentence)

    def _follow_focus(self, _left: QWidget | None, now: QWidget | None) -> None:
        """Bring into view what has the cursor; never under a pressed mouse, which would then let go elsewhere."""
        is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not is_pressed and self.content.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, _AROUND_FOCUS)

    def _build_frame(self) -> None:
        content = self.content = QWidget()
        content.setProperty("see_through", True)
        content.setLayout(self.body)
        self.body.setContentsMargins(20, 16, 20, 8)
        self.body.setSpacing(10)
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        # By itself Qt scrolls for the Tab key alone, not when Enter or a missing value leads to a field.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        foot = self.foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 14)
        foot.setSpacing(8)
        foot.addWidget(self._message, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.done_button)
        layout = self.frame = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

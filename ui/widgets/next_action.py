"""What is to be done next: a sentence, one main button, a few others, and the rest in a menu."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.widgets.buttons import PRIMARY, QUIET, make_button
from ui.widgets.card import label
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice_bar import NoticeBar


@dataclass(frozen=True)
class Verb:
    """Something to do.

    Attributes:
        key: how the owner knows it; the button is named `<key>_button`.
        text: on the button.
        icon: file in resources/icons, "" for none.
    """

    key: str
    text: str
    icon: str = ""


@dataclass(frozen=True)
class NextAction:
    """What stands in the box.

    Attributes:
        title: the step in a few words.
        sentence: what to do and why.
        main: the main button, None when nothing is to be done.
        others: further buttons.
        more: entries of the menu.
    """

    title: str
    sentence: str
    main: Verb | None = None
    others: tuple[Verb, ...] = ()
    more: tuple[Verb, ...] = ()


class NextActionBox(QFrame):
    """The box; while a job runs it shows how far that is instead of the buttons.

    Attributes:
        requested: key of what the user wants to do.
        cancel_requested: the running job is to stop.
    """

    requested = Signal(str)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "plain")
        self._action = NextAction("", "")
        self._buttons: list[QPushButton] = []
        self._title = label("", strong=True, wrap=True)
        self._sentence = label("", wrap=True)
        self._failure = NoticeBar("circle-alert", "bad")
        self._holder = QWidget()
        self._holder.setProperty("see_through", True)
        self._flow = FlowLayout(self._holder)
        self._busy = QWidget()
        self._busy.setProperty("see_through", True)
        self._step = label("", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self.cancel_button = make_button("Hủy", "cancel_button", icon_name="x")
        self._lay_out()
        self.show_idle()

        self.cancel_button.clicked.connect(self.cancel_requested)

    def action(self) -> NextAction:
        """Return what is shown."""
        return self._action

    def failure(self) -> str:
        """Return why the last thing was not done."""
        return self._failure.text()

    def button(self, key: str) -> QPushButton | None:
        """Return the button of a verb, None when it stands in the menu or not at all."""
        return next((one for one in self._buttons if one.objectName() == f"{key}_button"), None)

    def trigger(self, key: str) -> None:
        """Do what a button or an entry of the menu does, if it is offered."""
        offered = (self._action.main, *self._action.others, *self._action.more)
        if key in [verb.key for verb in offered if verb is not None]:
            self.requested.emit(key)

    def show_action(self, action: NextAction) -> None:
        """Show what is next; the focus stays on the main button if it was within the box."""
        if action == self._action and self._buttons:
            return
        had_focus = self._has_focus()
        self._action = action
        self._title.setText(action.title)
        self._sentence.setText(action.sentence)
        self._sentence.setVisible(bool(action.sentence))
        while self._flow.takeAt(0) is not None:
            pass
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = self._made(action)
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self._holder.updateGeometry()
        if had_focus and self._buttons:
            self._buttons[0].setFocus()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say how far the job is."""
        had_focus = self._has_focus()
        self._failure.say("")
        self._busy.show()
        if had_focus:
            self.cancel_button.setFocus()  # else hiding the buttons would send the focus through the whole page
        self._holder.hide()
        self._step.setText(text)
        self._progress.setAccessibleName(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_idle(self, failure: str = "") -> None:
        """Say that nothing runs, and why the last thing was not done."""
        had_focus = self._has_focus()
        self._holder.show()
        if had_focus and self._buttons:
            self._buttons[0].setFocus()
        self._busy.hide()
        self._failure.say(failure)

    def _has_focus(self) -> bool:
        """Say whether the focus is here, or will be when the dialog above the window is gone."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _made(self, action: NextAction) -> list[QPushButton]:
        made = [self._button(action.main, PRIMARY)] if action.main else []
        made += [self._button(verb, "") for verb in action.others]
        if action.more:
            made.append(self._menu_button(action.more))
        return made

    def _button(self, verb: Verb, kind: str) -> QPushButton:
        button = make_button(verb.text, f"{verb.key}_button", kind=kind, icon_name=verb.icon)
        button.setParent(self._holder)
        button.clicked.connect(partial(self.requested.emit, verb.key))
        return button

    def _menu_button(self, verbs: Sequence[Verb]) -> QPushButton:
        button = make_button("Việc khác", "more_button", kind=QUIET)
        button.setParent(self._holder)
        menu = QMenu(button)
        for verb in verbs:
            entry = menu.addAction(verb.text)
            entry.setObjectName(f"{verb.key}_action")
            entry.triggered.connect(partial(self.requested.emit, verb.key))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        busy = QVBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.setSpacing(8)
        busy.addWidget(self._step)
        busy.addWidget(self._progress)
        busy.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        for part in (self._title, self._sentence, self._failure, self._holder, self._busy):
            layout.addWidget(part)

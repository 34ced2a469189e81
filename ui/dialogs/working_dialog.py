"""A dialog of fields whose work takes a while: it stays open, shows how far it is, and can be stopped."""

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.errors import CancelledError, UserError
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.buttons import make_button
from ui.widgets.card import label

_STOPPING = "Đang dừng…"


class WorkingDialog(FieldsDialog):
    """The frame of such a dialog; a dialog overrides `begin` and calls `work_on` there."""

    def __init__(
        self, name: str, title: str, done_text: str, size: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, title, done_text, size, parent=parent)
        self._stop: Callable[[], None] | None = None
        self._wants_to_close = False
        self._step = label("", tone="muted", size="small", wrap=True)
        self._step.setObjectName("work_step")
        self._bar = QProgressBar()
        self._bar.setObjectName("work_progress")
        self._bar.setAccessibleName("Tiến độ")
        self._bar.setTextVisible(False)
        self.stop_button = make_button("Dừng", "stop_button")
        self.stop_button.clicked.connect(self._on_stop)
        self._working = QWidget()
        self._add_working()
        self._working.hide()

    def is_working(self) -> bool:
        """Tell whether the work is on its way."""
        return self._stop is not None

    def begin(self) -> None:
        """Begin the work with what is filled in; a dialog overrides this."""
        raise NotImplementedError

    def finish(self) -> None:
        """Say what is missing, or begin the work."""
        if self.is_working():
            return
        sentence = self.problem()
        self.say(sentence)
        if not sentence:
            self.begin()

    def work_on(self, stop: Callable[[], None], text: str) -> None:
        """Show that the work has begun.

        Args:
            stop: asks it to end.
            text: what is being done.
        """
        self._stop = stop
        self.show_progress(0, 0, text)
        self._set_working(is_working=True)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the work is; without a total the bar only moves."""
        if text:
            self._step.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def done_working(self) -> None:
        """Accept: the work is done."""
        self._stop = None
        self.accept()

    def failed_working(self, error: UserError) -> None:
        """Go back to the fields and say why; close when that was asked for."""
        self._stop = None
        self._set_working(is_working=False)
        if self._wants_to_close:
            super().reject()
        self.say("" if isinstance(error, CancelledError) else str(error))

    def reject(self) -> None:
        """Close, or stop the work first."""
        if self.is_working():
            self._wants_to_close = True
            self._on_stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when nothing is being done."""
        event.ignore()
        self.reject()

    def _add_working(self) -> None:
        """Put the bar between the fields and the buttons, and the stopping button among them."""
        row = QVBoxLayout(self._working)
        row.setContentsMargins(20, 4, 20, 0)
        row.setSpacing(4)
        row.addWidget(self._step)
        row.addWidget(self._bar)
        self.frame.insertWidget(1, self._working)
        self.foot.insertWidget(1, self.stop_button)
        self.stop_button.hide()

    def _on_stop(self) -> None:
        if self._stop is not None:
            self._step.setText(_STOPPING)
            self.stop_button.setEnabled(False)
            self._stop()

    def _set_working(self, *, is_working: bool) -> None:
        self.stop_button.setEnabled(True)
        self._working.setVisible(is_working)
        self.content.setEnabled(not is_working)
        self.done_button.setEnabled(not is_working)
        self.cancel_button.setVisible(not is_working)
        self.stop_button.setVisible(is_working)
        self.say("")
        (self.stop_button if is_working else self.done_button).setFocus()

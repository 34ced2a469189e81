"""Opening a dialog for an answer, and destroying it at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox

from ui.help import HELP_KEY, show_help
from ui.tree_end import end_tree

D = TypeVar("D", bound=QDialog)
T = TypeVar("T")


@contextmanager
def executed(dialog: D) -> Iterator[D]:
    """Open the dialog until it is closed; what it holds can be read within the block, after which it is destroyed.

    F1 opens the help of the dialog, or of the page that it was opened from.

    With `exec` PySide takes a dialog from its parent and gives it to Python, whose collector would end it later
    (see `hold_tree`), and in whichever thread it happens to run.
    """
    shortcut = QShortcut(QKeySequence(HELP_KEY), dialog)
    shortcut.activated.connect(partial(show_help, dialog, partial(_say, dialog)))
    try:
        dialog.exec()
        yield dialog
    finally:
        end_tree(dialog)


def answer_of(dialog: D, read: Callable[[D], T]) -> T | None:
    """Open the dialog until it is closed; return what `read` takes from it, None when it was given up."""
    with executed(dialog):
        return read(dialog) if dialog.result() == QDialog.DialogCode.Accepted else None


def show_until_closed(dialog: QDialog) -> None:
    """Open a dialog that only shows something until it is closed."""
    with executed(dialog):
        pass


def _say(parent: QDialog, sentence: str) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, parent.windowTitle(), sentence, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setObjectName("message_box")
    box.addButton("Đã hiểu", QMessageBox.ButtonRole.AcceptRole)
    show_until_closed(box)

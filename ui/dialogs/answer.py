"""Opening a dialog for an answer, and destroying it at once."""

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)
T = TypeVar("T")


def answer_of(dialog: D, read: Callable[[D], T]) -> T | None:
    """Open the dialog until it is closed; return what `read` takes from it, None when it was given up.

    After `exec` a dialog belongs to Python, whose collector would destroy it later, in any order and in whichever
    thread it happens to run: with many widgets Qt dies of that. Here it ends at once, children first.
    """
    try:
        return read(dialog) if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        shiboken6.delete(dialog)

"""Trees of widgets live until Qt ends them, from the root down; Python's garbage collector never takes one apart."""

import shiboken6
from PySide6.QtCore import QObject

_held: dict[int, QObject] = {}


def hold_tree(root: QObject) -> None:
    """Keep a window or a page out of the collector's reach until it is destroyed.

    A tree of widgets is a circle of references, which the collector takes apart in no order: PySide gives every
    widget of it back to Python, also those that Qt made for itself (headers of tables, the list of a combo box,
    handles of a splitter), and each is destroyed while its owner still points to it. That is PySide's own fault and
    crashes at random. What Qt has destroyed from the root down is harmless.

    Args:
        root: somebody ends it by its owner, by `deleteLater` or by `end_tree`.
    """
    key = id(root)
    _held[key] = root
    root.destroyed.connect(lambda _gone: _held.pop(key))


def end_tree(root: QObject) -> None:
    """Destroy an object with everything below it, now.

    Args:
        root: a window, dialog or service; what is destroyed already stays as it is.
    """
    if shiboken6.isValid(root):
        shiboken6.delete(root)

"""The order in which Tab goes through parts that are made later than the window around them."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(*parts: QWidget) -> None:
    """Let Tab go through parts in this order, each with everything inside it in its own order.

    Qt moves a part that hands its focus on to a child (a focus proxy) only if it has a focus policy itself; left where
    it was made, at the end of the window, it would lead Tab back into itself for ever.

    Args:
        parts: in one window; what comes twice gets its last place.
    """
    for part in parts:
        if part.focusProxy() is not None and part.focusPolicy() == Qt.FocusPolicy.NoFocus:
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)

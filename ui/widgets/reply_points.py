"""The points that a reply asks to be corrected, each a click away from its record."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.report_issue import ReplyItem
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import bare_layout, label, rule


class ReplyPoints(QWidget):
    """A numbered list.

    Attributes:
        opened: the `ReplyItem` whose record the user wants to see.
    """

    opened = Signal(object)

    def __init__(self, items: Sequence[ReplyItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = bare_layout(self)
        layout.setSpacing(6)
        for number, item in enumerate(items, start=1):
            if number > 1:
                layout.addWidget(rule())
            layout.addLayout(self._line(number, item))

    def _line(self, number: int, item: ReplyItem) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        if item.title:
            words.addWidget(label(item.title, tone="muted", size="small", wrap=True))
        words.addWidget(label(item.sentence, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(f"{number}."), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if item.register and item.record_id:
            button = make_button("Mở mục này", f"open_point_{number}_button", kind=LINK)
            button.setAccessibleName(f"Mở mục {number}: {item.title or item.sentence}")
            button.clicked.connect(partial(self.opened.emit, item))
            line.addWidget(button)
        return line

"""One line above the report: what it is compared with, and the way to change that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label
from ui.widgets.elided_label import ElidedLabel


class ComparisonLine(QWidget):
    """A label and a button.

    Attributes:
        change_requested: the user wants to choose, type or read other figures.
    """

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel()
        self._text.setObjectName("comparison")
        self.change_button = make_button("Số liệu kỳ trước…", "previous_figures_button", kind=LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label("So sánh với:", tone="muted"))
        row.addWidget(self._text)
        row.addWidget(self.change_button)
        row.addStretch(1)

        self.change_button.clicked.connect(self.change_requested)

    def text(self) -> str:
        """Return what the report is compared with."""
        return self._text.text()

    def show_state(self, text: str) -> None:
        """Show what the report is compared with, or why with nothing."""
        self._text.setText(text)
        self.setAccessibleName(f"So sánh với: {text}")

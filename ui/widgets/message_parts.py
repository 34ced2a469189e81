"""The parts of a ready message, each copied by hand: for mail in a browser and other ways to send."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import bare_layout, label
from ui.widgets.flow_layout import flow_of


class MessageParts(QWidget):
    """A remark and a button for each part.

    Attributes:
        copy_requested: "to", "subject" or "body" goes to the clipboard.
    """

    copy_requested = Signal(str)

    def __init__(self, remark: str, parent: QWidget | None = None) -> None:
        """Build the row.

        Args:
            remark: what the parts are copied for.
            parent: the owner.
        """
        super().__init__(parent)
        self.to_button = make_button("Sao chép người nhận", "copy_to_button", icon_name="copy")
        self.subject_button = make_button("Sao chép tiêu đề", "copy_subject_button", icon_name="copy")
        self.body_button = make_button("Sao chép nội dung", "copy_body_button", icon_name="copy")
        layout = bare_layout(self)
        layout.setSpacing(8)
        layout.addWidget(label(remark, tone="muted", wrap=True))
        layout.addWidget(flow_of(self.to_button, self.subject_button, self.body_button))

        self.to_button.clicked.connect(partial(self.copy_requested.emit, "to"))
        self.subject_button.clicked.connect(partial(self.copy_requested.emit, "subject"))
        self.body_button.clicked.connect(partial(self.copy_requested.emit, "body"))

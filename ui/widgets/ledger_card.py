"""Which ledger is open, and the way to another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label

_NOTE = (
    "Sổ là một tệp; chép tệp này là chép cả sổ. Mở sổ khác thì sổ này đóng lại, "
    "nội dung đang gõ được giữ trong bản nháp."
)


class LedgerCard(Card):
    """The path of the ledger and a button.

    Attributes:
        other_requested: the user wants to open or make another ledger.
    """

    other_requested = Signal()

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__("Tệp sổ đang mở", parent=parent)
        self._path = label(path, wrap=True)
        self._path.setObjectName("ledger_path")
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_button = make_button(
            "Mở hoặc lập sổ khác…", "other_ledger_button", icon_name="folder-open"
        )
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch()
        self.content.addWidget(self._path)
        self.content.addWidget(label(_NOTE, tone="muted", size="small", wrap=True))
        self.content.addLayout(row)

        self.other_button.clicked.connect(self.other_requested)

"""The closed package of an issued report: what it is called, where it lies, and the ways to send it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import bare_layout, label, rule
from ui.widgets.flow_layout import flow_of
from ui.widgets.message_parts import MessageParts
from ui.widgets.notice_bar import NoticeBar

_BY_HAND = "Gửi bằng thư trên mạng hoặc trục liên thông: sao chép từng phần rồi đính kèm tệp .zip này."
_GONE = "Thư mục của gói không còn ở chỗ cũ. Gói vẫn nằm trong sổ: bấm “Lưu lại gói đã gửi…” để lấy ra."


@dataclass(frozen=True)
class PackageFacts:
    """A closed package.

    Attributes:
        name: file name of the zip.
        detail: its size, whether the scan is in it, its check code.
        folder: where it lies; "" when it lies there no more.
    """

    name: str
    detail: str
    folder: str


class PackageCard(QWidget):
    """Hidden until there is a package.

    Attributes:
        open_folder_requested, open_draft_requested: show the folder, or the ready message.
        save_requested, usb_requested: write the package out of the ledger, to any folder or to a stick.
        message: the parts of the ready message.
    """

    open_folder_requested = Signal()
    open_draft_requested = Signal()
    save_requested = Signal()
    usb_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("package_card")
        self._name = label("", wrap=True)
        self._detail = label("", tone="muted", size="small", wrap=True)
        self._gone = NoticeBar("triangle-alert", "warning")
        self.open_folder_button = make_button("Mở thư mục", "open_folder_button", icon_name="folder-open")
        self.open_draft_button = make_button("Mở thư soạn sẵn", "open_draft_button", icon_name="mail")
        self.save_button = make_button("Lưu lại gói đã gửi…", "save_package_button", icon_name="save")
        self.usb_button = make_button("Sao chép gói sang USB…", "copy_package_button", icon_name="copy")
        self.message = MessageParts(_BY_HAND)
        self._lay_out()
        self.hide()

        self.open_folder_button.clicked.connect(self.open_folder_requested)
        self.open_draft_button.clicked.connect(self.open_draft_requested)
        self.save_button.clicked.connect(self.save_requested)
        self.usb_button.clicked.connect(self.usb_requested)

    def name(self) -> str:
        """Return the name of the package, "" when there is none."""
        return "" if self.isHidden() else self._name.text()

    def show_package(self, facts: PackageFacts | None) -> None:
        """Show a package; None hides the card."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        self._name.setText(facts.name)
        self._detail.setText("\n".join(one for one in (facts.detail, facts.folder) if one))
        self._gone.say("" if facts.folder else _GONE)
        for button in (self.open_folder_button, self.open_draft_button):
            button.setEnabled(bool(facts.folder))

    def _lay_out(self) -> None:
        layout = bare_layout(self)
        layout.setSpacing(8)
        layout.addWidget(rule())
        layout.addWidget(label("Gói đã phát hành", strong=True))
        layout.addWidget(self._name)
        layout.addWidget(self._detail)
        layout.addWidget(self._gone)
        layout.addWidget(
            flow_of(self.open_draft_button, self.open_folder_button, self.usb_button, self.save_button)
        )
        layout.addWidget(self.message)

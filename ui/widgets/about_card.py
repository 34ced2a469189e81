"""What the program is, where its files lie, and the ways to its help and licences."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.flow_layout import flow_of

_NOTE = "Sổ nằm riêng với chương trình: gỡ cài đặt hay cài phiên bản mới không làm mất sổ."


class AboutCard(Card):
    """A card with two places and four things to read.

    Attributes:
        ledger_folder_requested, settings_folder_requested: the user wants to see this folder.
        contents_requested, guide_requested, installation_requested, licences_requested: wants to read this.
    """

    ledger_folder_requested = Signal()
    settings_folder_requested = Signal()
    contents_requested = Signal()
    guide_requested = Signal()
    installation_requested = Signal()
    licences_requested = Signal()

    def __init__(self, program: str, ledger: str, settings: str, parent: QWidget | None = None) -> None:
        """Build the card.

        Args:
            program: name and version.
            ledger: where the ledger lies.
            settings: the folder of what the program remembers on this computer.
            parent: the owner.
        """
        super().__init__("Giới thiệu", parent=parent)
        self.ledger_folder_button = _folder_button("ledger", "Mở thư mục của tệp sổ")
        self.settings_folder_button = _folder_button("settings", "Mở thư mục của thiết lập trên máy này")
        self.contents_button = make_button(
            "Mục lục trợ giúp", "help_contents_button", icon_name="circle-question-mark"
        )
        self.guide_button = make_button(
            "Hướng dẫn nhanh (in được)", "quick_guide_button", icon_name="printer"
        )
        self.installation_button = make_button(
            "Hướng dẫn cài đặt", "installation_button", icon_name="download"
        )
        self.licences_button = make_button("Giấy phép phần mềm", "licences_button", icon_name="file-text")
        self.content.addWidget(label(program, wrap=True))
        self.content.addLayout(self._places(ledger, settings))
        self.content.addWidget(label(_NOTE, tone="muted", size="small", wrap=True))
        self.content.addWidget(
            flow_of(self.contents_button, self.guide_button, self.installation_button, self.licences_button)
        )

        self.ledger_folder_button.clicked.connect(self.ledger_folder_requested)
        self.settings_folder_button.clicked.connect(self.settings_folder_requested)
        self.contents_button.clicked.connect(self.contents_requested)
        self.guide_button.clicked.connect(self.guide_requested)
        self.installation_button.clicked.connect(self.installation_requested)
        self.licences_button.clicked.connect(self.licences_requested)

    def _places(self, ledger: str, settings: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            ("Tệp sổ", ledger, "about_ledger", self.ledger_folder_button),
            ("Thiết lập trên máy này", settings, "about_settings", self.settings_folder_button),
        )
        for row, (title, path, name, button) in enumerate(rows):
            grid.addWidget(label(title, tone="muted"), row, 0)
            grid.addWidget(_path_label(path, name), row, 1)
            grid.addWidget(button, row, 2)
        return grid


def _path_label(path: str, name: str) -> QLabel:
    made = label(path, wrap=True)
    made.setObjectName(name)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _folder_button(what: str, accessible: str) -> QPushButton:
    button = make_button("Mở thư mục", f"open_{what}_folder_button", icon_name="folder-open")
    button.setAccessibleName(accessible)
    return button

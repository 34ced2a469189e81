"""Cài đặt, card Giới thiệu: opens the folders, the help and the licences outside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.ledger import Ledger
from desktop_app.version import VERSION
from ui.help import CONTENTS, INSTALLATION, QUICK_GUIDE, help_file, open_help
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.paths import RESOURCES
from ui.widgets.about_card import AboutCard

_PROGRAM = (
    f"Sổ Hàng Việt {VERSION} – theo dõi, báo cáo Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”."
)


class SettingsAbout(QObject):
    """Fills the card and does what its buttons say.

    Attributes:
        card: to be placed on the page.
    """

    def __init__(self, ledger: Ledger, operations: Operations, settings: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._ledger_folder, self._settings_folder = ledger.path.parent, settings
        self.card = AboutCard(_PROGRAM, str(ledger.path), str(self._settings_folder))

        self.card.ledger_folder_requested.connect(self._on_ledger_folder)
        self.card.settings_folder_requested.connect(self._on_settings_folder)
        self.card.contents_requested.connect(partial(self._read, CONTENTS))
        self.card.guide_requested.connect(partial(self._read, QUICK_GUIDE))
        self.card.installation_requested.connect(partial(self._read, INSTALLATION))
        self.card.licences_requested.connect(self._on_licences)

    def _on_ledger_folder(self) -> None:
        open_outside(self._ledger_folder, self._operations)

    def _on_settings_folder(self) -> None:
        open_outside(self._settings_folder, self._operations)

    def _read(self, name: str) -> None:
        sentence = open_help(help_file(name))
        if sentence:
            self._operations.refused.emit(sentence)

    def _on_licences(self) -> None:
        """Open the list of the built program; a checkout has only the folder of it."""
        licences = RESOURCES / "licences"
        page: Path = licences / "giay_phep.html"
        open_outside(page if page.is_file() else licences, self._operations)

"""Handing the ledger over, on the settings page."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.handover import event_sentence, handed_over_sentence
from desktop_app.ledger import Ledger
from ui.dialogs.handover_dialog import HandoverDialog
from ui.going_on import go_on
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.widgets.handover_card import HandoverCard


class SettingsHandover(QObject):
    """What the card does.

    Attributes:
        card: the card.
    """

    def __init__(self, ledger: Ledger, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._operations, self._page = ledger, operations, parent
        self.card = HandoverCard()

        self.card.give_requested.connect(self.give)
        self.card.go_on_requested.connect(lambda: go_on(ledger, operations, parent))
        self.card.folder_requested.connect(self._on_folder_wanted)

    def refresh(self) -> None:
        """Show how it stands."""
        given = self._ledger.handed_over
        story = [event_sentence(one) for one in self._ledger.reporting.handover.story()]
        self.card.show_state(handed_over_sentence(given) if given else "", given.file if given else "", story)

    def give(self) -> None:
        """Ask and write the file; the ledger can only be looked at afterwards."""
        done = HandoverDialog.ask(self._ledger, self._operations, self._page)
        if done is not None:
            self.refresh()
            self._operations.status.emit(f"Đã lập tệp bàn giao “{done.file.name}”.", False)

    def _on_folder_wanted(self, folder: Path) -> None:
        open_outside(folder, self._operations)

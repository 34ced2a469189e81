"""The line above the pages that stays while the ledger is handed over, and the way back."""

from PySide6.QtCore import QObject

from desktop_app.domain.handover import handed_over_sentence
from desktop_app.ledger import Ledger
from ui import later
from ui.operations import Operations
from ui.widgets.notice_bar import NoticeBar

_ONLY_LOOKED_AT = "Sổ chỉ còn để xem: mọi thay đổi đều không được ghi."


class HandoverBanner(QObject):
    """Keeps the line up to date."""

    def __init__(self, ledger: Ledger, operations: Operations, bar: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._ledger, self._bar = ledger, bar
        button = bar.add("Tiếp tục dùng sổ này…", "go_on_banner_button")
        button.clicked.connect(lambda: later.go_on(ledger, operations, bar))
        operations.changed.connect(self.refresh)
        operations.refused.connect(self.refresh)  # another window may have handed it over
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show the line while the ledger is handed over."""
        given = self._ledger.handed_over
        self._bar.say(f"{handed_over_sentence(given)} {_ONLY_LOOKED_AT}" if given else "")

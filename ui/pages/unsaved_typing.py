"""What is typed in the form of a register but not saved: kept while the program runs, and as draft on disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.stores import Draft

Values = dict[str, object]

_LAG_MS = 1500
"""Well below the two seconds that a crash may cost."""


class UnsavedTyping(QObject):
    """The unsaved typing of one form, for each record; "" is a new one.

    Attributes:
        changed: another record has, or no longer has, something unsaved.
    """

    changed = Signal()

    def __init__(
        self,
        form: str,
        ledger: Ledger,
        operations: Operations,
        read: Callable[[], Values],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._ledger, self._operations, self._read = form, ledger, operations, read
        self._typed: dict[str, Values] = {}
        self._unwritten: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LAG_MS)

        self._timer.timeout.connect(self.write_now)

    def note(self, record_id: str) -> None:
        """Take note that the form of a record differs from what is saved."""
        is_new = record_id not in self._typed
        self._typed[record_id] = self._read()
        self._unwritten.add(record_id)
        if not self._timer.isActive():
            self._timer.start()
        if is_new:
            self.changed.emit()

    def write_now(self) -> None:
        """Write the draft, if something was typed since the last time."""
        self._timer.stop()
        for record_id in sorted(self._unwritten):
            if self._operations.keep_draft(self._form, record_id, self._typed[record_id]):
                self._unwritten.discard(record_id)

    def leave(self) -> None:
        """Write what is not yet written: the form goes to another record, or the window closes."""
        if self._unwritten:
            self.write_now()

    def typed(self, record_id: str) -> Values | None:
        """Return what was typed in this session, None when nothing was."""
        return self._typed.get(record_id)

    def offered(self, record_id: str) -> Draft | None:
        """Return what was typed before a crash, None when nothing was."""
        return None if record_id in self._typed else self._ledger.drafts.get(self._form, record_id)

    def forget(self, record_id: str) -> None:
        """Drop typing and draft: they were saved, or the user gave them up."""
        self._timer.stop()
        known = self._typed.pop(record_id, None)
        self._unwritten.discard(record_id)
        self._operations.discard_draft(self._form, record_id)
        if known is not None:
            self.changed.emit()

    def set_aside(self, record_id: str) -> None:
        """Keep the draft on disk only, so that it is offered again."""
        self.leave()
        if record_id not in self._unwritten and self._typed.pop(record_id, None) is not None:
            self.changed.emit()

    def has(self, record_id: str) -> bool:
        """Say whether a record has typing of this session."""
        return record_id in self._typed

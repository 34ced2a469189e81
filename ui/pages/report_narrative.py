"""The officer's text of the report's sections: kept within two seconds, never overwritten."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger, Review
from desktop_app.vietnamese.text import clean
from ui.operations import Operations
from ui.widgets.section_list import SectionState

_LAG_MS = 1500
"""Well below the two seconds that a crash may cost."""


class Narrative(QObject):
    """The texts of one report, and what was typed but is not yet in the ledger.

    Attributes:
        kept: (key of the section, time) its text is in the ledger.
    """

    kept = Signal(str, str)

    def __init__(self, ledger: Ledger, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger, self._operations = ledger, operations
        self._period: ReportPeriod | None = None
        self._suggested: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._pending: dict[str, str] = {}
        self._optional: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LAG_MS)

        self._timer.timeout.connect(self.write_now)

    def read(self, period: ReportPeriod, review: Review) -> list[tuple[str, str]]:
        """Take a report's texts; return key and heading of its sections in printing order."""
        if self._period != period:
            self.write_now()
            self._period = period
        self._suggested, self._written = review.source.suggested(), dict(review.source.narrative)
        self._optional = frozenset(one.key for one in review.sections if one.optional)
        return [(one.key, one.heading) for one in review.sections]

    def text(self, key: str) -> str:
        """Return the text of a section: typed, else written, else suggested."""
        texts = self._suggested | self._written | self._pending
        return texts.get(key, "")

    def suggestion(self, key: str) -> str:
        """Return what the figures suggest, "" when they tell nothing."""
        return self._suggested.get(key, "")

    def state(self, key: str) -> SectionState:
        """Return where the text of a section comes from."""
        if not self.text(key).strip():
            return SectionState.OPTIONAL if key in self._optional else SectionState.EMPTY
        is_own = key in self._written or key in self._pending
        return SectionState.WRITTEN if is_own else SectionState.SUGGESTED

    def note(self, key: str, text: str) -> None:
        """Take what is typed; it reaches the ledger soon."""
        self._pending[key] = text
        if not self._timer.isActive():
            self._timer.start()

    def write_now(self) -> None:
        """Write what is typed; what cannot be written stays here and is tried again with the next key."""
        self._timer.stop()
        for key, text in list(self._pending.items()):
            if self._save(key, clean(text, multiline=True)):
                self._written[key] = clean(text, multiline=True)
                if self._pending.get(key) == text:
                    del self._pending[key]
                self.kept.emit(key, f"{self._ledger.clock():%H:%M}")

    def reset(self, key: str) -> None:
        """Go back to the suggested text."""
        self._pending.pop(key, None)
        if self._save(key, None):
            self._written.pop(key, None)

    def _save(self, key: str, text: str | None) -> bool:
        period = self._period
        if period is None:
            return False
        return self._operations.run(
            lambda: self._ledger.reports.save_narrative(period, key, text),
            changed={"report_text"},
            message="",
        )

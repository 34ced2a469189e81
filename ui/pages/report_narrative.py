"""The officer's text of the report's sections: kept within two seconds, never overwritten, every version kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.narrative_changes import Change, Taken, changes, settled, take
from desktop_app.domain.periods import ReportPeriod
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.text import clean
from ui.dialogs.versions_dialog import Version
from ui.operations import Operations
from ui.pages.report_reading import ReportReading
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
        self._bases: dict[str, str] = {}
        self._pending: dict[str, str] = {}
        self._optional: frozenset[str] = frozenset()
        self._newer: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LAG_MS)

        self._timer.timeout.connect(self.write_now)

    def expect(self) -> None:
        """Take note that the texts are about to be read: what is written from now on is newer than that reading."""
        self._newer.clear()

    def read(self, reading: ReportReading) -> list[tuple[str, str]]:
        """Take a report's texts; return key and heading of its sections in printing order."""
        if self._period != reading.period:
            self.write_now()
            is_other = self._period is None or (self._period.year, self._period.code) != (
                reading.period.year,
                reading.period.code,
            )
            self._period = reading.period
            if is_other:
                self._newer.clear()
        written, bases = dict(reading.written), dict(reading.bases)
        for key in self._newer:
            _carry(key, self._written, written)
            _carry(key, self._bases, bases)
        # What is being typed for the first time was begun on the suggestion of then.
        for key in self._pending:
            if key in self._bases and key not in written:
                bases[key] = self._bases[key]
        self._suggested, self._written, self._bases = dict(reading.suggested), written, bases
        self._optional = frozenset(one.key for one in reading.sections if one.optional)
        return [(one.key, one.heading) for one in reading.sections]

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
        if key not in self._written and key not in self._pending:
            return SectionState.SUGGESTED
        return SectionState.CHANGED if self.changes(key) else SectionState.WRITTEN

    def changes(self, key: str) -> tuple[Change, ...]:
        """Return what the figures changed since the officer wrote a section; nothing for an empty one."""
        if key not in self._bases or not self.text(key).strip():
            return ()
        return changes(self._bases[key], self.suggestion(key))

    def versions(self, key: str) -> Sequence[Version]:
        """Return the versions of a section, newest first, what is typed included."""
        self.write_now()
        return self._ledger.reports.narrative_versions(self._period, key) if self._period else []

    def note(self, key: str, text: str) -> None:
        """Take what is typed; it reaches the ledger soon."""
        if key not in self._written and key not in self._pending:
            self._bases[key] = self.suggestion(key)
        self._pending[key] = text
        if not self._timer.isActive():
            self._timer.start()

    def write_now(self) -> None:
        """Write what is typed; what cannot be written stays here and is tried again with the next key."""
        self._timer.stop()
        for key, text in list(self._pending.items()):
            if self._put(key, text, self._bases.get(key)) and self._pending.get(key) == text:
                del self._pending[key]

    def reset(self, key: str) -> None:
        """Go back to the suggested text; the own one stays among the versions."""
        self.write_now()
        self._pending.pop(key, None)
        if self._save(lambda period: self._ledger.reports.save_narrative(period, key, None)):
            self._newer.add(key)
            self._written.pop(key, None)
            self._bases.pop(key, None)

    def take(self, key: str, chosen: Sequence[Change]) -> list[Taken]:
        """Take changes over into the officer's text; return what became of each, nothing when it failed."""
        self.write_now()
        text, basis, how = self.text(key), self._bases.get(key, ""), []
        for change in chosen:
            text, taken = take(text, change)
            basis = settled(basis, change)
            how.append(taken)
        return how if self._put(key, text, basis, apart=True) else []

    def keep(self, key: str) -> bool:
        """Keep the officer's text as it is: today's suggestion was looked at."""
        self.write_now()
        suggestion = self.suggestion(key)
        done = self._save(lambda period: self._ledger.reports.accept_suggestion(period, key, suggestion))
        if done:
            self._newer.add(key)
            self._bases[key] = suggestion
        return done

    def restore(self, key: str, version: Version) -> bool:
        """Put an earlier text in place of the present one, which stays among the versions."""
        if version.text is None:
            self.reset(key)
            return key not in self._written
        self.write_now()
        basis = self._bases.get(key, self.suggestion(key))
        return self._put(key, version.text, basis, apart=True)

    def _put(self, key: str, text: str, basis: str | None, *, apart: bool = False) -> bool:
        text = clean(text, multiline=True)
        done = self._save(
            lambda period: self._ledger.reports.save_narrative(period, key, text, basis, apart=apart)
        )
        if done:
            self._newer.add(key)
            self._written[key] = text
            if basis is not None:
                self._bases[key] = basis
            self.kept.emit(key, f"{self._ledger.clock():%H:%M}")
        return done

    def _save(self, write: Callable[[ReportPeriod], None]) -> bool:
        period = self._period
        if period is None:
            return False
        return self._operations.run(lambda: write(period), changed={"report_text"}, message="")


def _carry(key: str, known: dict[str, str], read: dict[str, str]) -> None:
    """Let one value be what is known, not what was read."""
    read.pop(key, None)
    if key in known:
        read[key] = known[key]

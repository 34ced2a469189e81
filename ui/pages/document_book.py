"""The documents of a year, read once for the questions that a page asks of all of them."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.document_series import answered, doubled
from desktop_app.domain.periods import whole_year
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.ledger import Ledger
from ui.roles import Tone

_STATES = {
    "doubled": ("Trùng số", Tone.WARNING),
    "period_report": ("Báo cáo của kỳ", Tone.ACCENT),
    "issued": ("Đã ban hành", Tone.GOOD),
    "received": ("Đã nhận", Tone.NEUTRAL),
    "answered": ("Đã trả lời", Tone.GOOD),
    "late": ("Quá hạn trả lời", Tone.BAD),
    "basis": ("Căn cứ", Tone.NEUTRAL),
}


class DocumentBook:
    """The documents of the ledger by year, kept until something changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._years: dict[int, Sequence[Document]] = {}
        self._doubled: dict[str, Document] | None = None
        self._answered: frozenset[str] = frozenset()

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._years.clear()
        self._doubled = None

    def of_year(self, year: int) -> Sequence[Document]:
        """Return all documents issued in a year."""
        if year not in self._years:
            store = self._ledger.register("documents")
            self._years[year] = store.between(*whole_year(year))
        return self._years[year]

    def is_answered(self, document: Document) -> bool:
        """Tell whether an outgoing document of the year or the next answers an incoming one."""
        self._look_around()
        return document.id in self._answered

    def doubled(self) -> dict[str, Document]:
        """Return the documents of the year worked on whose number stands twice: id -> the other one."""
        self._look_around()
        return self._doubled or {}

    def state(self, document: Document, day: date) -> tuple[str, Tone]:
        """Return how a document stands on a day: a word and its tone."""
        if document.id in self.doubled():
            return _STATES["doubled"]
        if document.direction is Direction.OUTGOING:
            return _STATES["period_report" if document.is_period_report else "issued"]
        if document.direction is Direction.BASIS:
            return _STATES["basis"]
        if document.reply_due_on is None:
            return _STATES["received"]
        if self.is_answered(document):
            return _STATES["answered"]
        due = document.reply_due_on
        return _STATES["late"] if due < day else (f"Trả lời trước {due:%d/%m}", Tone.WARNING)

    def _look_around(self) -> None:
        if self._doubled is None:
            year = self._ledger.year
            around = [*self.of_year(year - 1), *self.of_year(year), *self.of_year(year + 1)]
            self._doubled = doubled(around)
            self._answered = answered(around)

"""The model of a long table: rows come from the ledger in pages, only the last pages seen stay in memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from ui.roles import Tone
from ui.widgets.tooltip import as_tip

R = TypeVar("R", bound=Record)
AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 100
_PAGES_KEPT = 12

RECORD_ROLE = Qt.ItemDataRole.UserRole
"""The record of the row."""
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The tone of the pill; None for a cell of plain text."""
ICON_ROLE = Qt.ItemDataRole.UserRole + 2
"""(icon, role of its colour) of a cell that is an icon; None for others."""

_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Source(Protocol[R]):
    """Where the rows come from."""

    def fetch(self, query: Query, offset: int = 0, limit: int = PAGE) -> list[R]:
        """Return a page of rows."""
        ...

    def count(self, query: Query) -> int:
        """Return the number of rows."""
        ...


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column.

    Attributes:
        title: the heading.
        text: what stands in the cell; of an icon, what it means.
        sort: attribute that a click on the heading sorts by; "" for none.
        width: in pixels; 0 takes what is left.
        number: stands at the right.
        optional: not shown when the table is narrow.
        tone: of the pill around the text; None for plain text.
        icon: (file, role of its colour) instead of the text, for a row that has one.
    """

    title: str
    text: Callable[[R], str]
    sort: str = ""
    width: int = 0
    number: bool = False
    optional: bool = False
    tone: Callable[[R], Tone | None] | None = None
    icon: Callable[[R], tuple[str, str] | None] | None = None


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Rows of a register as a query gives them."""

    def __init__(self, source: Source[R], columns: list[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.columns = columns
        self._query = Query()
        self._count = 0
        self._pages: OrderedDict[int, list[R]] = OrderedDict()

    def query(self) -> Query:
        """Return what the rows answer to."""
        return self._query

    def set_order(self, sort: str, *, descending: bool) -> None:
        """Sort by an attribute the next time that rows are read."""
        self._query = replace(self._query, sort=sort, descending=descending)

    def show(self, query: Query) -> None:
        """Read the rows of a query."""
        self.beginResetModel()
        self._query = query
        self._count = self._source.count(query)
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read the rows again."""
        self.show(self._query)

    def record(self, row: int) -> R | None:
        """Return the record of a row, None when the ledger has become shorter meanwhile."""
        page, place = divmod(row, PAGE)
        records = self._page(page)
        return records[place] if place < len(records) else None

    def row_of(self, record_id: str, near: int, pages: int = 4) -> int:
        """Return the row of a record, looking around the row where it was; -1 when it is not there."""
        here = max(near, 0) // PAGE
        order = sorted(range(max(0, here - pages), here + pages + 1), key=lambda page: abs(page - here))
        last = max(0, self._count - 1) // PAGE
        for page in (page for page in order if page <= last and self._count):
            for place, record in enumerate(self._page(page)):
                if record.id == record_id:
                    return page * PAGE + place
        return -1

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return the number of rows that the query finds."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].number else _LEFT
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return one thing about a cell."""
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        record = self.record(index.row())
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(record)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._rest_of_row(record) if index.column() == 0 else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(column.text(record))
        if role == RECORD_ROLE:
            return record
        if role == TONE_ROLE:
            return column.tone(record) if column.tone else None
        if role == ICON_ROLE:
            return column.icon(record) if column.icon else None
        return None

    def _rest_of_row(self, record: R) -> str:
        """Return what the other cells say: a reader stands on the first one while a whole row is chosen."""
        told = ((column.title, column.text(record)) for column in self.columns[1:])
        return "; ".join(f"{title}: {text}" if title else text for title, text in told if text)

    def _page(self, page: int) -> list[R]:
        if page not in self._pages:
            self._pages[page] = self._source.fetch(self._query, page * PAGE, PAGE)
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]

"""Thùng rác: the deleted records of all registers, each a key away from coming back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.numbers import format_integer
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.stores import Store
from ui.widgets.buttons import make_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable
from ui.widgets.table_model import Column

_EMPTY = "Thùng rác trống. Những gì bạn xóa sẽ nằm ở đây và có thể khôi phục."


class TrashSource:
    """The deleted records of several registers, one register after the other."""

    def __init__(self, stores: Sequence[Store[Any]]) -> None:
        self._stores = stores

    def count(self, query: Query) -> int:
        """Return the number of deleted records."""
        return sum(store.count(self._deleted(store, query)) for store in self._stores)

    def fetch(self, query: Query, offset: int = 0, limit: int = 100) -> list[Record]:
        """Return a page of deleted records."""
        records: list[Record] = []
        for store in self._stores:
            count = store.count(self._deleted(store, query))
            if offset < count and len(records) < limit:
                records += store.fetch(self._deleted(store, query), offset, limit - len(records))
            offset = max(0, offset - count)
        return records

    def store_of(self, record: Record) -> Store[Any]:
        """Return the register of a record."""
        return next(store for store in self._stores if isinstance(record, store.register.record))

    def _deleted(self, store: Store[Any], query: Query) -> Query:
        return Query(text=query.text, deleted=True)


class TrashPage(Page):
    """A table and Khôi phục."""

    def __init__(self, stores: Sequence[Store[Any]], operations: Operations) -> None:
        super().__init__("Thùng rác", shows={"trash", *(store.register.name for store in stores)})
        self._source = TrashSource(stores)
        self._operations = operations
        self.restore_button = make_button("Khôi phục", "restore_button", icon_name="archive-restore")
        self.header.add(self.restore_button)
        self.table: RecordTable[Record] = RecordTable(self._source, self._columns())
        self.table.setAccessibleName("Thùng rác")
        self._empty = EmptyState("trash-2", _EMPTY)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card = Card(margin=1)
        card.content.addWidget(self._stack)
        self.body.addWidget(card)

        self.restore_button.clicked.connect(self.restore)
        self.table.selected.connect(self._on_selected)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self.restore)

    def refresh(self) -> None:
        """Read the trash again."""
        self.table.show_query(Query(deleted=True))
        count = self.table.count()
        self.header.set_count(f"{format_integer(count)} mục" if count else "")
        self._stack.setCurrentWidget(self.table if count else self._empty)
        if not self._selected():
            self.table.select_first()
        self._on_selected()

    def take_focus(self) -> None:
        """Put the focus into the list."""
        if self.table.count():
            self.table.setFocus()
        else:
            super().take_focus()

    def restore(self) -> None:
        """Take the chosen record out of the trash."""
        record = self._selected()
        if record is None:
            return
        store = self._source.store_of(record)
        self._operations.run(lambda: store.restore(record.id), changed={store.register.name, "trash"})

    def _columns(self) -> list[Column[Record]]:
        return [
            Column("Tên", self._name),
            Column("Loại", self._kind, width=170),
            Column("Xóa lúc", _deleted_at, width=150),
        ]

    def _name(self, record: Record) -> str:
        register = self._source.store_of(record).register
        return str(getattr(record, register.naming_field))

    def _kind(self, record: Record) -> str:
        one = self._source.store_of(record).register.words.one
        return f"{one[:1].upper()}{one[1:]}"

    def _selected(self) -> Record | None:
        return self.table.record(self.table.selected_id())

    def _on_selected(self) -> None:
        self.restore_button.setEnabled(self._selected() is not None)


def _deleted_at(record: Record) -> str:
    return f"{datetime.fromisoformat(record.deleted_at):%d/%m/%Y %H:%M}" if record.deleted_at else ""

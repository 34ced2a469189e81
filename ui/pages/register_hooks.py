"""What the page of one register says of itself; the page of all registers asks for it."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from ui.pages.page import Page
from ui.pages.stores import Store
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

R = TypeVar("R", bound=Record)


class RegisterHooks(Page, Generic[R]):
    """Everything that a register's own page may override."""

    _store: Store[R]

    def columns(self) -> list[Column[R]]:
        """Return the columns; the page of a register overrides this."""
        raise NotImplementedError

    def filters(self) -> Sequence[Filter]:
        """Return the filters before that of the month, named by fields; the page of a register overrides this."""
        return ()

    def fixed_filter(self) -> Mapping[str, str]:
        """Return what every record of this page has: field -> value; a page of a part of a register overrides this."""
        return {}

    def new_record(self) -> R:
        """Return what a new form begins with; a page can fill in what its office always needs."""
        return self._store.register.record()

    def suggest(self, field: str, typed: str) -> list[str]:
        """Return suggestions for a field; a page can add its own."""
        return self._store.suggestions(field, typed)

    def follow(self, field: str, record: R) -> Mapping[str, object]:
        """Return what a field just typed offers for fields that are still empty: field -> value."""
        return {}

    def remark(self, record: R) -> str:
        """Return what can be worked out from the record as it is typed, for the line under its name."""
        return ""

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return what stands above the list of a query: (what is counted, figure); none hides the line."""
        return ()

"""A table of records: pages from the ledger, sorted by its headings, the selection kept by record."""

from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from ui.theme import ROW_HEIGHT
from ui.widgets.table_look import give_list_look
from ui.widgets.table_model import Column, RecordTableModel, Source

R = TypeVar("R", bound=Record)

_LEAST_FOR_NAMES = 190


class RecordTable(QTableView, Generic[R]):
    """The table.

    Attributes:
        selected: id of the record of the row that the user went to.
        opened: id of the record that was clicked.
        entered: id of the record on which Enter was pressed.
        order_changed: a heading was clicked.
    """

    selected = Signal(str)
    opened = Signal(str)
    entered = Signal(str)
    order_changed = Signal()

    def __init__(self, source: Source[R], columns: list[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RecordTableModel[R] = RecordTableModel(source, columns, self)
        self._moving = False
        self._selected_id = ""
        self.setModel(self._model)
        self.setObjectName("table")
        give_list_look(self)
        self._set_up_heading(columns)

        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sort_changed)

    def show_query(self, query: Query) -> None:
        """Read the rows of a query, in the order of the heading; the selection stays on its record."""
        self._read(replace(query, sort=self._model.query().sort, descending=self._model.query().descending))

    def order_by(self, attribute: str, *, descending: bool) -> None:
        """Sort by an attribute the next time that rows are read."""
        column = next((at for at, one in enumerate(self._model.columns) if one.sort == attribute), -1)
        heading = self.horizontalHeader()
        heading.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        heading.setSortIndicator(column, order)
        heading.blockSignals(False)
        self._model.set_order(attribute, descending=descending)

    def order(self) -> tuple[str, bool]:
        """Return the heading that sorts, and whether downwards."""
        query = self._model.query()
        titles = (one.title for one in self._model.columns if one.sort == query.sort)
        return next(titles, ""), query.descending

    def count(self) -> int:
        """Return the number of rows."""
        return self._model.rowCount()

    def selected_id(self) -> str:
        """Return the id of the chosen record, "" without one."""
        return self._selected_id

    def record(self, record_id: str) -> R | None:
        """Return a record of the list near the chosen row, None when it is not there."""
        row = self._model.row_of(record_id, self.currentIndex().row()) if record_id else -1
        return self._model.record(row) if row >= 0 else None

    def select(self, record_id: str) -> None:
        """Choose the row of a record without telling, if it is in the list; "" chooses none."""
        near = self.currentIndex().row()
        row = self._model.row_of(record_id, near) if record_id else -1
        self._moving = True
        self._selected_id = record_id
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._model.index(row, 0))
        else:
            self.clearSelection()
        self._moving = False

    def select_first(self) -> None:
        """Go to the first row, and tell."""
        if self.count():
            self.selectRow(0)

    def repaint_rows(self) -> None:
        """Draw the rows again: what the columns say of a record has changed."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out optional columns, the last one first, until the names have room."""
        super().resizeEvent(event)
        columns = self._model.columns
        room = self.viewport().width() - sum(column.width for column in columns) - _LEAST_FOR_NAMES
        for at, column in reversed(list(enumerate(columns))):
            hidden = column.optional and room < 0
            self.setColumnHidden(at, hidden)
            room += column.width if hidden else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen record on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._selected_id:
                self.entered.emit(self._selected_id)
            return
        super().keyPressEvent(event)

    def _set_up_heading(self, columns: list[Column[R]]) -> None:
        heading = self.horizontalHeader()
        heading.setFixedHeight(ROW_HEIGHT)
        heading.setSectionsClickable(True)
        heading.setHighlightSections(False)
        heading.setSortIndicatorShown(True)
        heading.setMinimumSectionSize(24)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            heading.setSectionResizeMode(at, mode)
            if column.width:
                heading.resizeSection(at, column.width)

    def _read(self, query: Query) -> None:
        near, chosen = self.currentIndex().row(), self._selected_id
        place = self.verticalScrollBar().value()
        self._moving = True
        self._model.show(query)
        row = self._model.row_of(chosen, near) if chosen else -1
        if row >= 0:
            self.selectRow(row)
        self.verticalScrollBar().setValue(place)
        if row >= 0:
            self.scrollTo(self._model.index(row, 0))
        self._moving = False

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        if self._moving or not selected.indexes():
            return
        record = self._model.record(selected.indexes()[0].row())
        if record is not None and record.id != self._selected_id:
            self._selected_id = record.id
            self.selected.emit(record.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        record = self._model.record(index.row())
        if record is not None:
            self.opened.emit(record.id)

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        if not self._model.columns[column].sort:
            self.order_by(self._model.query().sort, descending=self._model.query().descending)
            return
        descending = order is Qt.SortOrder.DescendingOrder
        self._read(replace(self._model.query(), sort=self._model.columns[column].sort, descending=descending))
        self.order_changed.emit()

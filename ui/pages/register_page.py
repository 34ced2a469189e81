"""The page of a register: search, filters, table, and the form of one record beside it."""

from dataclasses import replace
from functools import partial
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop_app.domain.labels.words import RegisterWords
from desktop_app.domain.periods import whole_year
from desktop_app.domain.query import Query
from desktop_app.domain.records.base import Record
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from ui.operations import Operations
from ui.pages.excel_menu import ExcelMenu
from ui.pages.links import find_records, record_name
from ui.pages.record_panel import RecordPanel
from ui.pages.register_hooks import RegisterHooks
from ui.pages.stores import Store
from ui.theme import FORM_WIDTH
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import Card, bare_layout
from ui.widgets.editors.context import FormContext
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_line import FigureLine
from ui.widgets.filter_bar import MONTH, Filter, FilterBar
from ui.widgets.record_table import RecordTable

R = TypeVar("R", bound=Record)

_ALL_YEARS = "all"
_ROOM_FOR_BOTH = 880


class RegisterPage(RegisterHooks[R], Generic[R]):
    """A list with a form. A register's own page says its columns and filters, nothing more (`RegisterHooks`).

    Attributes:
        icon_name: of the empty page.
        own_words: of a page that shows a part of a register under another name; None for the register's own.
        draft_part: of a page that shows a part of a register beside others, so that each keeps its own new record.
    """

    icon_name: ClassVar[str] = "inbox"
    own_words: ClassVar[RegisterWords | None] = None
    draft_part: ClassVar[str] = ""

    def __init__(self, store: Store[R], ledger: Ledger, operations: Operations) -> None:
        words = self.own_words or store.register.words
        super().__init__(words.page, shows={store.register.name, "year", "plan"})
        self._store, self._ledger = store, ledger
        self._words = words
        self._plan = ledger.plan(ledger.year)
        self._narrow = False
        self._over = False
        self._first = True
        context = FormContext(
            ledger.today,
            self.suggest,
            lambda: self._plan,
            lambda: ledger.year,
            partial(find_records, ledger),
            partial(record_name, ledger),
            self.follow,
        )
        self.new_button = make_button(
            words.new_button, "new_button", kind=PRIMARY, icon_name="plus", keys="Ctrl+N"
        )
        self.excel = ExcelMenu(store.register.name, self, ledger, operations)
        self.header.add(self.excel.button)
        self.header.add(self.new_button)
        time = [self._month_filter()] if store.register.date_field else []
        self.filter_bar = FilterBar(words.search_example, [*self.filters(), *time])
        self.panel: RecordPanel[R] = RecordPanel(
            store, ledger, operations, context, self.new_record, self.remark, self.draft_part
        )
        self.figure_line = FigureLine()
        self.table: RecordTable[R] = RecordTable(store, self.columns())
        self.table.setAccessibleName(words.page)
        dated = store.register.date_field
        self.table.order_by(dated or store.register.naming_field, descending=bool(dated))
        self._first_button = make_button(words.new_button, "first_button", icon_name="plus")
        self._clear_button = make_button("Bỏ lọc", "clear_button")
        self._lay_out()

        self.new_button.clicked.connect(self.open_new)
        self._first_button.clicked.connect(self.open_new)
        self._clear_button.clicked.connect(self.filter_bar.clear)
        self.filter_bar.changed.connect(self._show_rows)
        self.filter_bar.passed.connect(self._on_passed)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.table.entered.connect(self._on_entered)
        self.table.order_changed.connect(self._tell_counts)
        self.panel.record_shown.connect(self._on_record_shown)
        self.panel.record_saved.connect(self._on_record_saved)
        self.panel.closed.connect(self._on_closed)
        self.panel.back_requested.connect(self._on_back)
        self.panel.typing_changed.connect(self.table.repaint_rows)
        self._bind_keys()

    def refresh(self) -> None:
        """Read the list again; the form follows if nothing is being typed in it."""
        plan = self._ledger.plan(self._ledger.year)
        if plan != self._plan:
            self._plan = plan
            self.panel.form.reload_plan()
        if self._store.register.date_field:
            self.filter_bar.set_choices(self._month_filter())
        self._show_rows()
        self.panel.refresh()
        first, self._first = self._first, False
        if first and self.panel.offer_new_draft():
            return
        if self.panel.isHidden() and not self._narrow:
            self.table.select_first()

    def show_filtered(self, name: str, value: str) -> None:
        """Show only the records that one filter lets through."""
        self.filter_bar.choose(name, value)
        self.table.select_first()

    def open_record(self, record_id: str) -> None:
        """Show a record in the form and, if the list has it, in the list."""
        self.panel.open(record_id)

    def open_new(self) -> None:
        """Begin a new record."""
        self._over = True
        self.panel.open_new()

    def take_focus(self) -> None:
        """Put the focus into the list, or on the button that stands where there is none."""
        if self._stack.currentWidget() is self.table:
            target: QWidget = self.table
        else:
            target = self._clear_button if self._first_button.isHidden() else self._first_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typing(self) -> None:
        """Write the draft of the form."""
        self.panel.keep_typing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form over the table where there is no room beside it."""
        super().resizeEvent(event)
        self._narrow = self.width() < _ROOM_FOR_BOTH
        self._arrange()

    def query(self) -> Query:
        """Return what the search box and the filters ask for."""
        bar = self.filter_bar
        month = bar.value(MONTH)
        query = Query(
            text=bar.text(),
            where={**bar.values(), **self.fixed_filter()},
            gaps_only=bar.gaps_only(),
            month=int(month) if month.isdecimal() else 0,
        )
        return query if month == _ALL_YEARS else self._of_year(query)

    def _is_unsaved(self, record_id: str) -> bool:
        return self.panel.has_typing(record_id)

    def _of_year(self, query: Query) -> Query:
        first, last = whole_year(self._ledger.year)
        return replace(query, date_from=first, date_to=last)

    def _month_filter(self) -> Filter:
        months = [(str(month), f"Tháng {month}") for month in range(1, 13)]
        year = f"Cả năm {self._ledger.year}"
        return Filter(MONTH, "Thời gian", [("", year), *months, (_ALL_YEARS, "Mọi năm")])

    def _show_rows(self) -> None:
        query = self.query()
        self.table.show_query(query)
        self.figure_line.show_figures(self.figures(query))
        self._tell_counts()
        if self.table.count():
            self._stack.setCurrentWidget(self.table)
            return
        filtered = self.filter_bar.is_active()
        text = "Không có dòng nào khớp với điều kiện tìm và lọc." if filtered else self._words.empty_hint
        self._empty.set_text(text)
        self._first_button.setVisible(not filtered)
        self._clear_button.setVisible(filtered)
        self._stack.setCurrentWidget(self._empty)

    def _tell_counts(self) -> None:
        whole = self._of_year(Query(where=self.fixed_filter()))
        when = f" trong năm {self._ledger.year}" if self._store.register.date_field else ""
        self.header.set_count(f"{format_integer(self._store.count(whole))}{when}")
        title, descending = self.table.order()
        found = f"{format_integer(self.table.count())} kết quả"
        self.filter_bar.show_found(f"{title} {'↓' if descending else '↑'} · {found}" if title else found)

    def _on_selected(self, record_id: str) -> None:
        if not self._narrow:
            self.panel.open(record_id)

    def _on_opened(self, record_id: str) -> None:
        self._over = True
        if record_id != self.panel.record_id() or self.panel.isHidden():
            self.panel.open(record_id)
        else:
            self._arrange()

    def _on_entered(self, record_id: str) -> None:
        self._on_opened(record_id)
        self.panel.form.focus_first()

    def _on_record_shown(self, record_id: str) -> None:
        self.table.select(record_id)
        self._arrange()

    def _on_record_saved(self, record_id: str) -> None:
        self.table.select(record_id)
        self.panel.say(self._why_unlisted())

    def _why_unlisted(self) -> str:
        """Return why the list of the year does not show the record in the form, "" when it can."""
        field = self._store.register.date_field
        day = getattr(self.panel.form.saved_record(), field) if field else None
        if day is None or day.year == self._ledger.year or self.filter_bar.value(MONTH) == _ALL_YEARS:
            return ""
        return (
            f"Đã lưu. Ngày {format_date(day)} không thuộc năm {self._ledger.year}: "
            f"chỉ thấy {self._words.one} này khi chọn “Mọi năm”."
        )

    def _on_closed(self) -> None:
        self._over = False
        self._arrange()
        if not self._narrow:
            self.table.select_first()

    def _on_back(self) -> None:
        self._over = False
        self._arrange()
        self.table.setFocus()

    def _on_passed(self) -> None:
        self.table.setFocus()
        if not self.table.selected_id():
            self.table.select_first()

    def _on_find(self) -> None:
        self._over = False
        self._arrange()
        self.filter_bar.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.search_box.selectAll()

    def _bind_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.open_new)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.panel.save)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.panel.copy)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)

    def _arrange(self) -> None:
        """Show table and form side by side, or the one that is wanted."""
        form_over = self._narrow and self._over and not self.panel.isHidden()
        self.panel.back_button.setVisible(self._narrow)
        self._list.setVisible(not form_over)
        self.filter_bar.setVisible(not form_over)
        self.figure_line.setVisible(not form_over and bool(self.figure_line.text()))
        self._panel_holder.setVisible(not self.panel.isHidden() and (form_over or not self._narrow))

    def _lay_out(self) -> None:
        self._empty = EmptyState(self.icon_name, self._words.empty_hint)
        self._empty.add(self._first_button)
        self._empty.add(self._clear_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._list = Card(margin=1)
        self._list.content.addWidget(self._stack)
        self._panel_holder = QWidget()
        bare_layout(self._panel_holder).addWidget(self.panel)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(16)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._panel_holder)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self._list.setMinimumWidth(360)
        self.panel.setMinimumWidth(380)
        splitter.setSizes([FORM_WIDTH * 2, FORM_WIDTH])
        self.body.addWidget(self.filter_bar)
        self.body.addWidget(self.figure_line)
        self.body.addWidget(splitter, 1)

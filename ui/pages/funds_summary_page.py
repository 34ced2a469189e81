"""Tổng hợp kinh phí: planned and spent by source, each row a step away from its records."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget

from desktop_app.domain.periods import ANNUAL, KINDS
from desktop_app.domain.query import Query
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_period
from desktop_app.vietnamese.numbers import format_integer, format_money
from ui.pages.fund_rows import (
    BehindRow,
    SummaryRow,
    behind_columns,
    behind_rows,
    summary_columns,
    summary_rows,
)
from ui.pages.page import Page
from ui.pages.row_source import RowSource
from ui.widgets.card import Card, label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_table import RecordTable

_SHOWS = {"activities", "funds", "points_of_sale", "enterprises", "year", "report", "plan"}
_RULE = (
    "Mỗi khoản chỉ tính một lần: chi cho hoạt động ghi ở hoạt động; hỗ trợ đã gắn với hoạt động thì không cộng lại "
    "(TT 91/2012/TT-BTC, TT 89/2018/TT-BTC)."
)
_EMPTY = (
    "Chưa có khoản nào trong kỳ này. Ghi dự toán ở thẻ “Dự toán, khoản ngoài hoạt động”, "
    "ghi khoản chi ở từng hoạt động."
)


class FundsSummaryPage(Page):
    """Two tables: the sources above, the records behind the chosen one below."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("Tổng hợp kinh phí", shows=_SHOWS)
        self._ledger = ledger
        self.period_combo = ComboInput()
        self.period_combo.setObjectName("period_combo")
        self.period_combo.setAccessibleName("Kỳ tổng hợp")
        for kind in KINDS:
            self.period_combo.addItem(kind.name, kind.code)
        self.period_combo.setMinimumWidth(150)
        self.header.add(self.period_combo)
        self._rows: RowSource[SummaryRow] = RowSource()
        self._behind: RowSource[BehindRow] = RowSource()
        self.table: RecordTable[SummaryRow] = RecordTable(self._rows, summary_columns())
        self.table.setAccessibleName("Kinh phí theo nguồn")
        self.behind_table: RecordTable[BehindRow] = RecordTable(self._behind, behind_columns())
        self.behind_table.setObjectName("behind_table")
        self.behind_table.setAccessibleName("Các khoản của nguồn đang chọn")
        self._behind_title = label("", strong=True)
        self._lay_out()

        self.period_combo.activated.connect(self.refresh)
        self.table.selected.connect(self._on_selected)
        self.table.entered.connect(self._on_entered)
        self.behind_table.opened.connect(self._on_behind_wanted)
        self.behind_table.entered.connect(self._on_behind_wanted)

    def refresh(self) -> None:
        """Count again, and keep the chosen source."""
        period = self._ledger.reports.period(
            self._ledger.year, str(self.period_combo.currentData() or ANNUAL)
        )
        chosen = self.table.record(self.table.selected_id())
        rows = summary_rows(self._ledger.fund_table(period))
        self._rows.set_rows(rows)
        self.table.show_query(Query())
        self.header.set_count(format_period(period.data_from, period.data_to))
        self._stack.setCurrentIndex(0 if rows else 1)
        self._choose(rows, chosen)

    def take_focus(self) -> None:
        """Put the focus into the list of sources."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def behind_title(self) -> str:
        """Return what stands above the records."""
        return self._behind_title.text()

    def _choose(self, rows: list[SummaryRow], before: SummaryRow | None) -> None:
        """Choose the row that names the same source as before, else the first."""
        same = (one for one in rows if before and (one.title, one.is_sum) == (before.title, before.is_sum))
        found = next(same, rows[0] if rows else None)
        self.table.select(found.id if found else "")
        self._show_behind(found)

    def _on_selected(self, row_id: str) -> None:
        self._show_behind(self.table.record(row_id))

    def _on_entered(self, row_id: str) -> None:
        self._on_selected(row_id)
        self.behind_table.setFocus()
        self.behind_table.select_first()

    def _on_behind_wanted(self, row_id: str) -> None:
        row = self.behind_table.record(row_id)
        if row is not None:
            self.page_requested.emit(row.register, row.record_id)

    def _show_behind(self, row: SummaryRow | None) -> None:
        rows = behind_rows(self._ledger, row.row) if row else []
        self._behind.set_rows(rows)
        self.behind_table.select("")
        self.behind_table.show_query(Query())
        total = f" · đã chi {format_money(row.row.spent_vnd)}" if row else ""
        self._behind_title.setText(f"{row.title}: {format_integer(len(rows))} khoản{total}" if row else "")

    def _lay_out(self) -> None:
        sources = Card(margin=1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("wallet", _EMPTY))
        sources.content.addWidget(self._stack)
        behind = Card(margin=1)
        self._behind_title.setContentsMargins(12, 8, 12, 0)
        behind.content.addWidget(self._behind_title)
        behind.content.addWidget(self.behind_table, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(12)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(sources)
        splitter.addWidget(behind)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        sources.setMinimumHeight(120)
        behind.setMinimumHeight(110)
        self.body.addWidget(label(_RULE, tone="muted", wrap=True))
        self.body.addWidget(splitter, 1)

"""Kiến nghị; Khiếu nại, tin báo: the rows of all inspections in one list, each opening its inspection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from desktop_app.domain.follow_up import FollowUpRow, case_rows, recommendation_rows
from desktop_app.domain.labels.activities import NOT_FINISHED
from desktop_app.domain.query import ANY_OF, Query
from desktop_app.domain.records.activities import Activity, CaseKind, FollowUp
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold, search_terms
from ui.pages.page import Page
from ui.pages.row_source import RowSource
from ui.pages.status_tones import status_tone
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_bar import Filter, FilterBar
from ui.widgets.record_table import RecordTable
from ui.widgets.table_model import Column

_LATE = "Quá hạn"
_WORDS = ACTIVITIES.words
_STATES = [
    ("", "Mọi tình trạng"),
    (NOT_FINISHED, "Chưa xong"),
    *((one.value, word) for one, word in _WORDS.choices[FollowUp].items()),
]


@dataclass(frozen=True)
class Kind:
    """Which rows a page shows, and how it calls them."""

    title: str
    one: str
    empty: str
    search_example: str
    rows: Callable[[Sequence[Activity], date], list[FollowUpRow]]
    is_cases: bool


RECOMMENDATIONS = Kind(
    "Kiến nghị",
    "kiến nghị",
    "Chưa có kiến nghị nào. Kiến nghị được ghi trong từng cuộc kiểm tra, giám sát, ở thẻ “Kiểm tra”.",
    "Tìm không dấu: niem yet, cho…",
    recommendation_rows,
    False,
)
CASES = Kind(
    "Khiếu nại, tin báo",
    "vụ việc",
    "Chưa có khiếu nại, tin báo nào. Vụ việc được ghi trong từng cuộc kiểm tra, ở thẻ “Kiểm tra”.",
    "Tìm không dấu: hang gia, khieu nai…",
    lambda activities, _today: case_rows(activities),
    True,
)


class FollowUpPage(Page):
    """One list; Enter or a click opens the inspection that holds the row."""

    def __init__(self, kind: Kind, ledger: Ledger) -> None:
        super().__init__(kind.title, shows={ACTIVITIES.name, "year"})
        self._kind, self._ledger = kind, ledger
        self._day = working_day(ledger)
        self._rows: list[FollowUpRow] = []
        filters = [Filter("status", "Tình trạng", _STATES)]
        if kind.is_cases:
            kinds = [(one.value, word) for one, word in _WORDS.choices[CaseKind].items()]
            filters.insert(0, Filter("kind", "Loại", [("", "Mọi loại"), *kinds]))
        self.filter_bar = FilterBar(kind.search_example, filters, with_gaps=False)
        self._source: RowSource[FollowUpRow] = RowSource()
        self.table: RecordTable[FollowUpRow] = RecordTable(self._source, self._columns())
        self.table.setAccessibleName(kind.title)
        self._empty = EmptyState("list-checks", kind.empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        card = Card(margin=1)
        card.content.addWidget(self._stack)
        self.body.addWidget(self.filter_bar)
        self.body.addWidget(card, 1)

        self.filter_bar.changed.connect(self._show_rows)
        self.filter_bar.passed.connect(self._on_passed)
        self.table.opened.connect(self._on_opened)
        self.table.entered.connect(self._on_opened)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)

    def refresh(self) -> None:
        """Read the rows of all inspections again."""
        self._day = working_day(self._ledger)
        inspections = self._ledger.planning.inspections(self._ledger.year)
        self._rows = self._kind.rows(inspections, self._day)
        still_open = sum(row.is_open for row in self._rows)
        self.header.set_count(
            f"{len(self._rows)} {self._kind.one}, {still_open} chưa xong" if self._rows else ""
        )
        self._show_rows()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filtered(self, name: str, value: str) -> None:
        """Show only the rows that one filter lets through."""
        self.filter_bar.choose(name, value)

    def _show_rows(self) -> None:
        terms, chosen = search_terms(self.filter_bar.text()), self.filter_bar.values()
        shown = [row for row in self._rows if _fits(row, terms, chosen)]
        self._source.set_rows(shown)
        self.table.show_query(Query())
        self.filter_bar.show_found(f"{len(shown)} kết quả")
        self._empty.set_text(
            "Không có dòng nào khớp với điều kiện tìm và lọc." if self._rows else self._kind.empty
        )
        self._stack.setCurrentIndex(0 if shown else 1)

    def _columns(self) -> list[Column[FollowUpRow]]:
        is_cases = self._kind.is_cases
        kind = Column[FollowUpRow](
            "Loại", lambda row: _WORDS.choice(row.kind) if row.kind else "", width=190, optional=True
        )
        return [
            Column("Nhận ngày" if is_cases else "Hạn", _day_words, width=92),
            Column("Nội dung vụ việc" if is_cases else "Nội dung kiến nghị", lambda row: row.text),
            *([kind] if is_cases else []),
            Column(
                "Chuyển đến" if is_cases else "Đơn vị thực hiện",
                lambda row: row.unit,
                width=170,
                optional=True,
            ),
            Column("Kết quả", lambda row: row.outcome, width=180, optional=True),
            Column("Cuộc kiểm tra, giám sát", lambda row: row.source, width=220, optional=True),
            Column("Tình trạng", self._state, width=118, tone=self._tone),
        ]

    def _state(self, row: FollowUpRow) -> str:
        return _LATE if row.is_late_on(self._day) else _WORDS.choice(row.status)

    def _tone(self, row: FollowUpRow) -> Tone:
        return Tone.BAD if row.is_late_on(self._day) else status_tone(row.status)

    def _on_opened(self, row_id: str) -> None:
        row = next((one for one in self._rows if one.id == row_id), None)
        if row is not None:
            self.page_requested.emit("inspections", row.activity)

    def _on_passed(self) -> None:
        self.table.setFocus()
        if not self.table.selected_id():
            self.table.select_first()

    def _on_find(self) -> None:
        self.filter_bar.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _day_words(row: FollowUpRow) -> str:
    return format_date(row.day) if row.day else "–"


def _fits(row: FollowUpRow, terms: Sequence[str], chosen: dict[str, str]) -> bool:
    """Tell whether a row holds all typed words and the chosen values."""
    words = fold(f"{row.text} {row.unit} {row.source} {row.outcome}").split()
    if not all(any(word.startswith(term) for word in words) for term in terms):
        return False
    return all(str(getattr(row, name)) in value.split(ANY_OF) for name, value in chosen.items())

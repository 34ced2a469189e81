"""Tổng quan: days to the deadline, the year in figures, and what is missing for the report."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.due_items import REPORT
from desktop_app.domain.registers import REGISTERS
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer, format_money_short
from ui.operations import Operations
from ui.pages import overview_figures as figures
from ui.pages.new_year import NewYears
from ui.pages.overview_due import DueCard
from ui.pages.overview_reading import OverviewReading, read_overview
from ui.pages.page import ALL_PROBLEMS, ISSUING, Page
from ui.pages.problem_entries import problem_entries
from ui.roles import Tone
from ui.theme import MARGIN
from ui.widgets.buttons import LINK, PRIMARY, make_button
from ui.widgets.card import Card, label
from ui.widgets.card_rows import CardRows
from ui.widgets.charts.bar_chart import BarChart
from ui.widgets.charts.column_chart import ColumnChart
from ui.widgets.editors.combo import ComboInput
from ui.widgets.empty_state import EmptyState
from ui.widgets.figure_card import FigureCard
from ui.widgets.pill import Pill
from ui.widgets.problem_list import ProblemEntry, ProblemList

_SHOWN_PROBLEMS = 8
_CARD_LEAST = 140
_NEW_YEAR = 0
"""Stands for "+ Năm …" among the years."""


class OverviewPage(Page):
    """The first page."""

    def __init__(self, ledger: Ledger, operations: Operations) -> None:
        super().__init__(
            "Tổng quan",
            shows={*REGISTERS, "office", "plan", "year", "report", "report_text", "check_reasons", "issue"},
        )
        self._ledger, self._operations = ledger, operations
        self._add_header()
        self._add_cards()
        self._new_years = NewYears(ledger, operations, self)
        self.due_card = DueCard()
        self.content_chart = BarChart("Hoạt động theo nội dung", "content_chart", "hoạt động")
        self.month_chart = ColumnChart("Hoạt động theo tháng", "month_chart", "hoạt động")
        self.status_chart = BarChart("Đề nghị khen thưởng theo trạng thái", "status_chart", "đề nghị")
        self.problems = ProblemList()
        self._errors, self._warnings = Pill(), Pill()
        self._all_button = make_button("Xem tất cả", "all_problems_button", kind=LINK)
        self._nothing = label("Không còn mục nào thiếu hoặc cần xem lại.", tone="muted", wrap=True)
        self._issue = label("", strong=True, wrap=True)
        self._last_export = label("", wrap=True)
        self._first_button = make_button("Ghi hoạt động đầu tiên", "first_button", icon_name="plus")
        self._lay_out()

        self.year_combo.activated.connect(self._on_year_chosen)
        self.report_button.clicked.connect(self._on_report_wanted)
        self.deadline_card.clicked.connect(self._on_report_wanted)
        self.tasks_card.clicked.connect(self._on_tasks_wanted)
        self.activities_card.clicked.connect(self._on_activities_wanted)
        self.attendees_card.clicked.connect(self._on_attendees_wanted)
        self.funds_card.clicked.connect(self._on_funds_wanted)
        self.awards_card.clicked.connect(self._on_awards_wanted)
        self._first_button.clicked.connect(self._on_activities_wanted)
        self.content_chart.opened.connect(self._on_content_opened)
        self.month_chart.opened.connect(self._on_month_opened)
        self.status_chart.opened.connect(self._on_status_opened)
        self.problems.opened.connect(self.page_requested)
        self.due_card.opened.connect(self._on_due_opened)
        self._all_button.clicked.connect(self._on_all_problems_wanted)

    def take_focus(self) -> None:
        """Begin at the main button."""
        self.report_button.setFocus()

    def refresh(self) -> None:
        """Count everything again, beside the window; what was counted before stays until then."""
        self._show_years(self._ledger.year, self._ledger.years())
        self._operations.read("overview", read_overview, self._show)

    def _show(self, read: OverviewReading) -> None:
        self._show_years(read.year, read.years)
        self._show_figures(read)
        self._show_charts(read)
        self._show_problems(problem_entries(read.problems))
        self.due_card.show_items(read.due, read.today)
        words = figures.export_words(read.exports)
        code = f" · mã kiểm tra {read.exports[0].check_code}" if read.exports else ""
        self._issue.setText(read.issue_words)
        self._issue.setVisible(bool(read.issue_words))
        self._last_export.setText(f"{words}{code}")

    def _add_header(self) -> None:
        self.year_combo = ComboInput()
        self.year_combo.setObjectName("year_combo")
        self.year_combo.setAccessibleName("Năm làm việc")
        self.year_combo.setMinimumWidth(116)
        self.report_button = make_button(
            "Lập báo cáo năm", "report_button", kind=PRIMARY, icon_name="file-text"
        )
        self.header.add(self.year_combo)
        self.header.add(self.report_button)

    def _add_cards(self) -> None:
        self.deadline_card = FigureCard("Hạn gửi báo cáo", "deadline_card")
        self.tasks_card = FigureCard("Nhiệm vụ xong", "tasks_card")
        self.activities_card = FigureCard("Hoạt động", "activities_card")
        self.attendees_card = FigureCard("Lượt người", "attendees_card")
        self.funds_card = FigureCard("Kinh phí", "funds_card")
        self.awards_card = FigureCard("Đề nghị khen", "awards_card")

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("see_through", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(16)
        cards = CardRows(
            (
                self.deadline_card,
                self.tasks_card,
                self.activities_card,
                self.attendees_card,
                self.funds_card,
                self.awards_card,
            ),
            _CARD_LEAST,
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._charts_card(), 4)
        row.addLayout(self._side_column(), 3)
        column.addWidget(cards)
        column.addLayout(row, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(scroll)

    def _charts_card(self) -> Card:
        card = Card("Hoạt động theo nội dung")
        card.content.addWidget(self.content_chart)
        card.content.addSpacing(8)
        self._month_title = label("Hoạt động theo tháng", strong=True)
        card.content.addWidget(self._month_title)
        card.content.addWidget(self.month_chart, 1)
        self._empty = EmptyState("calendar-check", "Chưa có hoạt động nào trong kỳ báo cáo này.")
        self._empty.add(self._first_button)
        card.content.addWidget(self._empty)
        return card

    def _side_column(self) -> QVBoxLayout:
        missing = Card("Cần làm trước khi gửi")
        missing.add_to_head(self._errors)
        missing.add_to_head(self._warnings)
        missing.content.addWidget(self._nothing)
        missing.content.addWidget(self.problems, 1)
        missing.content.addWidget(self._all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._statuses = Card("Đề nghị khen thưởng theo trạng thái")
        self._statuses.content.addWidget(self.status_chart)
        exported = Card("Báo cáo năm")
        exported.content.addWidget(self._issue)
        exported.content.addWidget(self._last_export)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.due_card)
        column.addWidget(missing, 1)
        column.addWidget(self._statuses)
        column.addWidget(exported)
        return column

    def _show_years(self, year: int, known: Iterable[int]) -> None:
        years = sorted({*known, year}, reverse=True)
        self.year_combo.blockSignals(True)
        self.year_combo.clear()
        for one in years:
            self.year_combo.addItem(f"Năm {one}", one)
        self.year_combo.addItem(f"+ Năm {self._new_years.following()}…", _NEW_YEAR)
        self.year_combo.setCurrentIndex(years.index(year))
        self.year_combo.blockSignals(False)

    def _show_figures(self, read: OverviewReading) -> None:
        figure, remark, role = figures.deadline_figure(
            read.plan, read.year, self._ledger.today(), exported=bool(read.exports), state=read.issue_state
        )
        self.deadline_card.show_figure(figure, remark, role=role)
        self.tasks_card.show_figure(
            figures.tasks_figure(read.tasks), figures.tasks_remark(read.tasks, read.today)
        )
        self.activities_card.show_figure(
            format_integer(read.activities), figures.activities_remark(read.activities, read.without_item)
        )
        self.attendees_card.show_figure(
            format_integer(read.attendees),
            "Tham dự, trong đó có số liệu ước"
            if read.has_estimate
            else "Tham dự hội nghị, cuộc tuyên truyền",
        )
        self.funds_card.show_figure(
            format_money_short(sum(read.funds.values())), figures.funds_remark(read.funds)
        )
        self.awards_card.show_figure(
            format_integer(sum(read.nominees.values())), figures.nominees_remark(read.nominees)
        )

    def _show_charts(self, read: OverviewReading) -> None:
        self.content_chart.show_bars(figures.content_bars(read.by_content, read.activities))
        self.month_chart.show_bars(list(read.months))
        self.status_chart.show_bars(figures.status_bars(read.nominations))
        self._statuses.setVisible(bool(read.nominations))
        self._empty.setVisible(not read.activities)
        self._month_title.setVisible(bool(read.activities))
        self.month_chart.setVisible(bool(read.activities))

    def _show_problems(self, entries: Sequence[ProblemEntry]) -> None:
        errors = sum(entry.is_error for entry in entries)
        warnings = len(entries) - errors
        self._errors.set(f"{errors} lỗi" if errors else "", Tone.BAD)
        self._warnings.set(f"{warnings} cần xem lại" if warnings else "", Tone.WARNING)
        self.problems.show_entries(entries[:_SHOWN_PROBLEMS])
        self.problems.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self._all_button.setText(f"Xem tất cả {len(entries)} mục")
        self._all_button.setVisible(len(entries) > _SHOWN_PROBLEMS)

    def _on_year_chosen(self) -> None:
        year = int(self.year_combo.currentData())
        if year == _NEW_YEAR:
            self._show_years(self._ledger.year, self._ledger.years())
            self._new_years.begin()
        elif year != self._ledger.year:
            self._operations.run(
                lambda: self._ledger.set_year(year),
                changed={"year"},
                message=f"Đang làm việc với năm {year}.",
            )

    def _on_due_opened(self, place: str, record_id: str) -> None:
        # A report that was sent back is told without a record.
        self.page_requested.emit(place, record_id or (ISSUING if place == REPORT else ""))

    def _on_report_wanted(self) -> None:
        self.page_requested.emit("report", "")

    def _on_activities_wanted(self) -> None:
        self.page_requested.emit("activities", "")

    def _on_tasks_wanted(self) -> None:
        self.page_requested.emit("tasks", "")

    def _on_attendees_wanted(self) -> None:
        self.filter_requested.emit("activities", "figures", "attendees")

    def _on_funds_wanted(self) -> None:
        self.page_requested.emit("funds", "")

    def _on_awards_wanted(self) -> None:
        self.page_requested.emit("awards", "")

    def _on_content_opened(self, code: str) -> None:
        self.filter_requested.emit("activities", "content_code", code)

    def _on_month_opened(self, month: str) -> None:
        self.filter_requested.emit("activities", "month", str(int(month[-2:])))

    def _on_status_opened(self, status: str) -> None:
        self.filter_requested.emit("awards", "status", status)

    def _on_all_problems_wanted(self) -> None:
        self.page_requested.emit("report", ALL_PROBLEMS)

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.plan_editing import changed
from desktop_app.domain.plan_parts import Deadlines
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.domain.report_issue import IssueState, Reply, ReplyKind
from desktop_app.ledger import Ledger
from tests.ui.conftest import NOW
from ui.operations import Operations
from ui.pages import overview_figures
from ui.pages.overview_page import OverviewPage
from ui.widgets.pill import Pill


def show(qtbot, ledger: Ledger, operations: Operations) -> OverviewPage:
    page = OverviewPage(ledger, operations)
    operations.changed.connect(page.receive_changes)
    qtbot.addWidget(page)
    page.resize(1166, 680)
    page.show()
    settle(qtbot, operations)
    return page


def settle(qtbot, operations: Operations) -> None:
    """Wait until what the page has asked for is shown."""
    qtbot.waitUntil(lambda: not operations.is_reading(), timeout=60_000)


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> OverviewPage:
    return show(qtbot, sample, operations)


def test_the_figures_are_those_of_the_report(page: OverviewPage, sample: Ledger) -> None:
    totals = sample.figures(sample.reports.period(2023))
    assert page.activities_card.figure() == str(totals.activities) == "45"
    assert page.attendees_card.figure() == "12.230"
    assert page.awards_card.figure() == "12"
    assert "5 cá nhân" in page.awards_card.remark()
    assert page.funds_card.figure().endswith("đồng")
    assert sum(bar.value for bar in page.content_chart.bars()) == 45
    assert sum(bar.value for bar in page.month_chart.bars()) == 45
    assert sum(bar.value for bar in page.status_chart.bars()) == 12


def test_the_deadline_counts_to_the_day_before(page: OverviewPage) -> None:
    assert page.deadline_card.figure() == "Còn 8 ngày"
    assert page.deadline_card.remark() == "Trước ngày 30/11/2023; ngày gửi cuối cùng: 29/11/2023"


def test_a_plan_without_a_deadline_says_so(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    plan = changed(sample.plan(2023), deadlines=Deadlines())
    operations.run(lambda: sample.save_plan(2023, plan), changed={"plan"})
    settled()
    assert page.deadline_card.figure() == "–"


def test_an_overdue_report_says_for_how_long() -> None:
    plan = load_plan("BT2023")
    assert overview_figures.deadline_figure(plan, 2023, date(2023, 12, 2))[::2] == ("Quá hạn 3 ngày", "bad")
    assert overview_figures.deadline_figure(plan, 2023, date(2023, 12, 2), exported=True)[::2] == (
        "Đã qua hạn",
        "text",
    )
    assert overview_figures.deadline_figure(plan, 2023, date(2026, 11, 29))[0] == "Quá hạn 1.096 ngày"


@pytest.mark.parametrize(
    ("state", "figure"),
    [
        (IssueState.SENT, ("Đã gửi", "good")),
        (IssueState.ACCEPTED, ("Đã tiếp nhận", "good")),
        (IssueState.ISSUED, ("Quá hạn 3 ngày", "bad")),
        (IssueState.CORRECTION, ("Quá hạn 3 ngày", "bad")),
    ],
)
def test_a_report_that_was_sent_has_no_days_left(state: IssueState, figure: tuple[str, str]) -> None:
    found = overview_figures.deadline_figure(load_plan("BT2023"), 2023, date(2023, 12, 2), state=state)
    assert found[::2] == figure


def test_what_is_missing_opens_its_record(qtbot, page: OverviewPage, sample: Ledger) -> None:
    problem = sample.check(sample.reports.period(2023))[0]
    page.problems.setFocus()
    page.problems.setCurrentRow(0)
    with qtbot.waitSignal(page.page_requested) as asked:
        qtbot.keyClick(page.problems, Qt.Key.Key_Return)
    assert asked.args == [problem.place, problem.record_id]


def test_a_warning_with_a_reason_is_no_longer_counted(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    period = sample.reports.period(2023)
    first, *others = sample.review(period).unsettled()
    operations.run(
        lambda: sample.reporting.reasons.keep(period, {first.key: (first.sentence, "Đã đối chiếu")}),
        changed={"check_reasons"},
    )
    settled()
    assert first.sentence not in [one.sentence for one in page.problems.entries()]
    assert f"{len(others)} cần xem lại" in [one.text() for one in page.findChildren(Pill)]


def test_a_saved_activity_is_counted_at_once(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    new = Activity(
        title="Phiên chợ", date_start=date(2023, 11, 20), content_code="C6", organizer="x", place="y"
    )
    operations.run(lambda: sample.activities.save(new), changed={"activities"})
    settled()
    assert page.activities_card.figure() == "46"
    assert page.month_chart.bars()[-1].value == 5


def test_bars_are_walked_and_opened_by_keys(qtbot, page: OverviewPage) -> None:
    page.activateWindow()
    page.content_chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.content_chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.filter_requested) as asked:
        qtbot.keyClick(page.content_chart, Qt.Key.Key_Return)
    assert asked.args == ["activities", "content_code", "C2"]


def test_the_report_button_leads_to_the_report(qtbot, page: OverviewPage) -> None:
    with qtbot.waitSignal(page.page_requested) as asked:
        page.report_button.click()
    assert asked.args == ["report", ""]


def test_another_year_is_worked_on(
    page: OverviewPage, sample: Ledger, operations: Operations, settled
) -> None:
    sample.save_plan(2024, sample.plan(2023))
    operations.changed.emit({"plan"})
    page.year_combo.setCurrentIndex(page.year_combo.findData(2024))
    page.year_combo.activated.emit(page.year_combo.currentIndex())
    assert sample.year == 2024
    settled()
    assert page.activities_card.figure() == "0"
    assert page.deadline_card.remark().startswith("Trước ngày 30/11/2024")


def test_an_empty_year_offers_the_first_step(qtbot, ledger: Ledger) -> None:
    operations = Operations(ledger)
    page = show(qtbot, ledger, operations)
    assert page._empty.isVisible()
    assert not page.month_chart.isVisible()
    with qtbot.waitSignal(page.page_requested) as asked:
        page._first_button.click()
    assert asked.args == ["activities", ""]
    operations.close()


def test_activities_without_content_are_not_hidden() -> None:
    bars = overview_figures.content_bars({"C1": 2}, 5)
    assert [(bar.key, bar.value) for bar in bars if bar.value] == [("C1", 2), ("-", 3)]


def test_months_of_several_years_name_the_year(sample: Ledger) -> None:
    period = replace(sample.reports.period(2023), data_from=date(2022, 12, 1), data_to=date(2023, 1, 31))
    assert [bar.label for bar in overview_figures.month_bars(period, [])] == ["T12/22", "T1/23"]


def test_the_last_export_is_named(
    page: OverviewPage, sample: Ledger, operations: Operations, settled, tmp_path
) -> None:
    assert page._last_export.text() == "Chưa xuất lần nào"
    sample.export(sample.reports.period(2023), tmp_path / "Báo cáo")
    operations.changed.emit({"report"})
    settled()
    assert page._last_export.text().startswith(f"Lần 1, xuất ngày {NOW:%d/%m/%Y} · mã kiểm tra ")
    assert page._issue.text() == "Lần 1 · Đang soạn"
    sample.reporting.issuing.submit(sample.reports.period(2023))
    operations.changed.emit({"issue"})
    settled()
    assert page._issue.text() == f"Lần 1 · Trình ký {NOW:%d/%m/%Y}"


def test_a_report_that_was_sent_back_is_due_and_leads_to_its_step(
    qtbot, page: OverviewPage, sample: Ledger, operations: Operations, settled, tmp_path
) -> None:
    period = sample.reports.period(2023)
    sample.export(period, tmp_path / "Báo cáo")
    asked = Reply(kind=ReplyKind.CORRECTION, replied_on=NOW.date(), reason="Sửa.", due_on=date(2023, 11, 28))
    sample.reporting.issuing.note_reply(period, asked)
    operations.changed.emit({"issue"})
    settled()
    with qtbot.waitSignal(page.page_requested) as opened:
        entries = page.due_card.list.entries()
        page.due_card.list.open_entry([entry.place for entry in entries].index("report"))
    assert opened.args == ["report", "issue"]


def test_every_figure_leads_to_its_records(qtbot, page: OverviewPage) -> None:
    wanted = {
        page.tasks_card: ("tasks", ""),
        page.activities_card: ("activities", ""),
        page.funds_card: ("funds", ""),
        page.awards_card: ("awards", ""),
        page.deadline_card: ("report", ""),
    }
    for card, target in wanted.items():
        with qtbot.waitSignal(page.page_requested) as asked:
            qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert tuple(asked.args) == target
    with qtbot.waitSignal(page.filter_requested) as asked:
        qtbot.mouseClick(page.attendees_card, Qt.MouseButton.LeftButton)
    assert asked.args == ["activities", "figures", "attendees"]


def test_the_tasks_of_the_plan_are_told(page: OverviewPage, sample: Ledger) -> None:
    tasks = sample.planning.tasks(2023)
    done = sum(task.status is TaskStatus.DONE for task in tasks)
    assert page.tasks_card.figure() == f"{done}/{len(tasks)}"
    open_task = Task(title="Sơ kết", due_on=date(2023, 6, 30))
    cancelled = replace(open_task, status=TaskStatus.CANCELLED)
    working = replace(open_task, status=TaskStatus.IN_PROGRESS, due_on=date(2023, 12, 1))
    told = [open_task, cancelled, working]
    assert overview_figures.tasks_figure(told) == "0/2"
    assert overview_figures.tasks_remark(told, NOW.date()) == "1 quá hạn · 1 đang thực hiện"
    assert overview_figures.tasks_remark([working], date(2023, 1, 1)) == "1 đang thực hiện"
    assert overview_figures.tasks_figure([cancelled]) == "–"


def test_the_window_waits_for_no_counting(page: OverviewPage, operations: Operations, settled) -> None:
    page.refresh()
    assert operations.is_reading()
    assert page.activities_card.figure() == "45"  # what was counted before stays meanwhile
    settled()
    assert page.activities_card.figure() == "45"

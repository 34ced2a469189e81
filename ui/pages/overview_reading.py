"""What the overview shows, read in the worker: with 20,000 activities it takes a second."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.due_items import DueItem
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.tasks import Task
from desktop_app.domain.report_issue import IssueState
from desktop_app.ledger import Ledger
from ui.pages.issue_words import state_words
from ui.pages.overview_figures import Export, month_bars
from ui.pages.problem_entries import Problem
from ui.pages.working_day import working_day
from ui.widgets.charts.base import Bar


@dataclass(frozen=True)
class OverviewReading:
    """The year as it was at one moment; nothing of it holds the activities.

    Attributes:
        years: those that have a plan. today: the day by which tasks are late.
        activities, without_item: how many are counted, how many of them stand under no content of the plan.
        attendees: how many people took part. has_estimate: some of them are estimated.
        nominees: kind -> how many. nominations: state -> how many.
        problems: errors, and warnings without a reason.
        exports: of the yearly report, newest first.
        issue_state, issue_words: how far it is ("Lần 1 · Đã gửi 25/11/2023").
    """

    year: int
    years: tuple[int, ...]
    plan: Plan
    today: date
    activities: int
    without_item: int
    by_content: Mapping[str, int]
    months: Sequence[Bar]
    attendees: int
    has_estimate: bool
    funds: Mapping[FundGroup, int]
    nominees: Mapping[str, int]
    nominations: Mapping[str, int]
    problems: tuple[Problem, ...]
    tasks: tuple[Task, ...]
    due: tuple[DueItem, ...]
    exports: Sequence[Export]
    issue_state: IssueState
    issue_words: str


def read_overview(ledger: Ledger) -> OverviewReading:
    """Return what is to be shown of the working year."""
    year = ledger.year
    period = ledger.reports.period(year)
    review = ledger.review(period)
    figures, records = review.source.figures, review.source.records
    today = working_day(ledger)
    issue = ledger.reporting.issuing.view(period)
    return OverviewReading(
        year=year,
        years=tuple(ledger.years()),
        plan=ledger.plan(year),
        today=today,
        activities=figures.activities,
        without_item=figures.without_plan_item,
        by_content=figures.activities_by_content,
        months=month_bars(period, records.counted),
        attendees=int(figures.indicators.get("attendees") or 0),
        has_estimate="attendees" in figures.estimated,
        funds=figures.funds,
        nominees=figures.awards_by_type,
        nominations=figures.awards_by_status,
        problems=tuple(review.unsettled()),
        tasks=tuple(ledger.planning.tasks(year)),
        due=tuple(ledger.planning.due(year, today)),
        exports=ledger.reports.exports(year),
        issue_state=issue.current.state,
        issue_words=state_words(issue),
    )

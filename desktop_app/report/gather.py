"""Read everything that a report is made of from one state of the ledger."""

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from desktop_app.domain.records.office import Office
from desktop_app.report.build import ReportSource
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.reports import ReportStore


def period_records(
    period: ReportPeriod, activities: RegisterStore[Activity], awards: RegisterStore[AwardNomination]
) -> PeriodRecords:
    """Return the records that a report of this period tells of."""
    decisions = awards.between(period.data_from, period.data_to, "decision_date")
    return PeriodRecords(
        period,
        activities.between(period.data_from, period.data_to),
        awards.between(period.data_from, period.data_to),
        [award for award in decisions if award.status is AwardStatus.DECIDED],
    )


def report_source(office: Office, plan: Plan, reports: ReportStore, records: PeriodRecords) -> ReportSource:
    """Return what the report of a period is made of."""
    indicators = load_indicators()
    return ReportSource(
        office=office,
        plan=plan,
        head=reports.head(records.period),
        narrative=reports.narrative(records.period),
        records=records,
        figures=compute(records, indicators),
        indicators=indicators,
    )

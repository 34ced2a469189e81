"""Read everything that a report is made of from one state of the ledger."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from desktop_app.domain.records.documents import Document
from desktop_app.domain.records.office import Office
from desktop_app.report.build import ReportSource
from desktop_app.report.comparison import PreviousFigures
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.reports import ReportStore


def period_records(period: ReportPeriod, stores: Mapping[str, RegisterStore[Any]]) -> PeriodRecords:
    """Return the records that a report of this period tells of; `stores` are all registers by name."""
    first, last = period.data_from, period.data_to
    awards: RegisterStore[AwardNomination] = stores["awards"]
    decisions = awards.between(first, last, "decision_date")
    return PeriodRecords(
        period,
        stores["activities"].between(first, last),
        awards.between(first, last),
        [award for award in decisions if award.status is AwardStatus.DECIDED],
        {
            name: store.between(first, last) if store.register.date_field else store.all()
            for name, store in stores.items()
            if name not in ("activities", "awards")
        },
        stores["tasks"].between(*period.next_days),
    )


def report_source(
    office: Office,
    plan: Plan,
    reports: ReportStore,
    records: PeriodRecords,
    previous: PreviousFigures | None = None,
    documents: Sequence[Document] = (),
) -> ReportSource:
    """Return what the report of a period is made of.

    Args:
        office: who reports.
        plan: of the year.
        reports: head and texts of the report.
        records: of the period.
        previous: the figures that it is compared with.
        documents: the register of all years, for citing.
    """
    indicators = load_indicators()
    return ReportSource(
        office=office,
        plan=plan,
        head=reports.head(records.period),
        narrative=reports.narrative(records.period),
        records=records,
        figures=compute(records, indicators),
        indicators=indicators,
        bases=reports.narrative_bases(records.period),
        previous=previous,
        documents=documents,
    )

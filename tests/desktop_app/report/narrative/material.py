"""What sentences are made from, put together for one test."""

from datetime import date

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import load_plan
from desktop_app.report.figures import PeriodRecords, compute
from desktop_app.report.narrative import suggestions
from desktop_app.report.narrative.material import Material
from tests.records import OFFICE

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
INDICATORS = load_indicators()


def material(*activities, plan="BT2023", office=OFFICE, period=YEAR, earlier=None, **registers):
    """Return the material of some activities; registers by name, also `nominations`, `decisions`, `upcoming`."""
    lists = {name: tuple(registers.pop(name, ())) for name in ("nominations", "decisions", "upcoming")}
    records = PeriodRecords(
        period, activities, lists["nominations"], lists["decisions"], registers, lists["upcoming"]
    )
    figures = compute(records, INDICATORS)
    return Material(office, load_plan(plan), records, figures, INDICATORS, earlier)


def suggested(*activities, **values):
    """Return the suggested text of each section."""
    one = material(*activities, **values)
    return suggestions(one.office, one.plan, one.records, one.figures, one.indicators, one.earlier)

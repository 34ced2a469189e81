"""The records of a period for tests of money and of other bodies' figures."""

from datetime import date

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.activities import FundGroup, FundLine
from desktop_app.domain.records.enterprises import Enterprise, Support
from desktop_app.domain.records.funds import FundEntry, FundKind
from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.report.figures import PeriodRecords
from tests.records import activity

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
DAY = date(2023, 5, 20)
MILLION = 1_000_000


def line(amount, source="Sở Công Thương hỗ trợ", group=FundGroup.STATE_BUDGET, *, in_kind=False):
    return FundLine(source=source, group=group, amount_vnd=amount * MILLION, in_kind=in_kind)


def told(*lines, day=DAY, record_id="a1", **values):
    return activity("Khai trương điểm bán", id=record_id, date_start=day, funds=lines, **values)


def point(amount=80, day=DAY, source="Sở Công Thương", **values):
    return PointOfSale(
        **{
            "id": "p1",
            "name": "Điểm bán La Dạ",
            "support_vnd": amount * MILLION,
            "supported_on": day,
            "support_source": source,
            **values,
        }
    )


def enterprise(*supports):
    return Enterprise(id="e1", name="HTX Thanh long", supports=supports)


def support(amount=30, day=DAY, source="Khuyến công", **values):
    return Support(given_on=day, amount_vnd=amount * MILLION, source=source, **values)


def entry(amount=5, day=DAY, kind=FundKind.SPENT, source="Ngân sách huyện", **values):
    return FundEntry(
        **{
            "id": "f1",
            "purpose": "In tờ rơi",
            "kind": kind,
            "entered_on": day,
            "source": source,
            "amount_vnd": amount * MILLION,
            **values,
        }
    )


def records(*activities, **others):
    """Return the records of a year; `others` are registers by their names."""
    return PeriodRecords(YEAR, activities, (), (), others)

"""Nominations, products, the number and date of the report, and figures that the own text states otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.documents import Document, NumberSeries
from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.report.checks.products import product_remarks
from desktop_app.report.figures import PeriodRecords
from tests.desktop_app.report.fund_records import YEAR
from tests.records import activity, nominee

FULL = {"content_code": "C1", "organizer": "MTTQ", "place": "Xã A", "plan_items": ("II.1",)}


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def rules(ledger, period, place):
    return {one.rule for one in ledger.check(period) if one.place == place}


def test_a_decision_cannot_come_before_the_nomination(ledger, period):
    saved = ledger.awards.save(nominee(nominated_on=date(2023, 10, 15), decision_date=date(2023, 10, 15)))
    assert "order" not in rules(ledger, period, "awards")
    saved = ledger.awards.save(replace(saved, decision_date=date(2023, 10, 14)))
    (found,) = [one for one in ledger.check(period) if one.rule == "order"]
    assert (found.record_id, found.field) == (saved.id, "decision_date")
    assert "14/10/2023 trước ngày đề nghị 15/10/2023" in found.sentence
    saved = ledger.awards.save(
        replace(saved, decision_date=date(2023, 11, 1), proposal_date=date(2023, 11, 2))
    )
    assert "after_proposal" in rules(ledger, period, "awards")
    ledger.awards.save(replace(saved, proposal_date=date(2023, 10, 20)))
    assert not {"order", "after_proposal"} & rules(ledger, period, "awards")


def test_a_decision_that_is_not_counted_is_told(ledger, period):
    saved = ledger.awards.save(nominee(decision_number="12/QĐ-UBND", decision_date=date(2023, 11, 1)))
    assert "undecided" in rules(ledger, period, "awards")
    ledger.awards.save(replace(saved, status="decided"))
    assert "undecided" not in rules(ledger, period, "awards")


def product(**values):
    usual = {
        "id": "p1", "name": "Măng khô", "stars": 3, "decision_number": "12/QĐ-UBND",
        "recognized_on": date(2023, 6, 16), "expires_on": date(2026, 6, 16), "recognized_by": "UBND huyện",
    }  # fmt: skip
    return OcopProduct(**(usual | values))


def fields_of(one):
    records = PeriodRecords(YEAR, [], [], [], {"ocop_products": [one]})
    return [remark.field for remark in product_remarks(records)]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"recognized_by": ""},
        {"recognized_by": "Chủ tịch UBND thành phố"},
        {"stars": 4, "recognized_by": "UBND tỉnh Bình Thuận"},
        {"stars": 5, "recognized_by": "Bộ Nông nghiệp và Phát triển nông thôn"},
        {"recognized_on": date(2023, 2, 23), "expires_on": date(2026, 2, 23), "recognized_by": "UBND tỉnh"},
        {"recognized_on": date(2025, 8, 1), "expires_on": None, "recognized_by": "UBND tỉnh"},
        {"kind": "specialty", "stars": None},
        {"expires_on": date(2022, 1, 1), "recognized_by": "UBND tỉnh"},
    ],
)
def test_products_that_fit_are_not_told(values):
    assert fields_of(product(**values)) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"recognized_by": "UBND tỉnh"}, "recognized_by"),
        ({"stars": 4}, "recognized_by"),
        ({"stars": 5, "recognized_by": "UBND tỉnh"}, "recognized_by"),
        ({"recognized_on": date(2023, 2, 23), "expires_on": date(2026, 2, 23)}, "recognized_by"),
        ({"stars": 2}, "stars"),
        ({"decision_number": ""}, "decision_number"),
        ({"expires_on": date(2028, 6, 16)}, "expires_on"),
    ],
)
def test_stars_day_and_decision_must_fit(values, field):
    assert fields_of(product(**values)) == [field]


def document(**values):
    usual = {
        "abstract": "Báo cáo sơ kết",
        "number": "21",
        "symbol": "BC-MTTQ-BCĐ",
        "issued_on": date(2023, 7, 1),
    }
    return Document(**(usual | {"issuer": "BCĐ", "doc_type": "Báo cáo"} | values))


def test_a_number_of_the_series_and_year_is_given_once(ledger, period):
    ledger.reports.save_head(period, ReportHead(number="21", issued_on=date(2023, 11, 22)))
    ledger.register("documents").save(document(number="22"))
    ledger.register("documents").save(document(series=NumberSeries.FRONT))
    ledger.register("documents").save(document(is_period_report=True))
    assert "taken" not in rules(ledger, period, "report")
    ledger.register("documents").save(document(number="021", abstract="Công văn"))
    assert "taken" in rules(ledger, period, "report")


def test_the_date_of_the_report_fits_its_period(ledger, period):
    for day, expected in (
        (date(2023, 10, 16), set()),
        (date(2023, 10, 15), {"early"}),
        (date(2023, 12, 31), set()),
        (date(2024, 1, 1), {"ahead"}),
    ):
        ledger.reports.save_head(period, ReportHead(number="21", issued_on=day))
        assert {"early", "ahead"} & rules(ledger, period, "report") == expected, day


@pytest.fixture
def quoted(ledger, period):
    """Write an own text of section II.1 and return whether its figure is doubted."""
    ledger.activities.save(activity(**FULL, figures={"conferences": 14, "attendees": 980}))

    def write(text):
        ledger.reports.save_narrative(period, "II.1", text, ledger.source(period).suggested()["II.1"])
        return {one.rule for one in ledger.check(period) if one.rule.startswith("figure:")}

    return write


def test_another_figure_in_the_own_text_is_told(ledger, period, quoted):
    assert quoted("Đã tổ chức 12 hội nghị, cuộc tuyên truyền với 980 lượt người tham dự.") == {
        "figure:conferences"
    }
    (found,) = [one for one in ledger.check(period) if one.rule == "figure:conferences"]
    assert "ghi “12 hội nghị, cuộc tuyên truyền” nhưng số liệu trong sổ là 14" in found.sentence
    assert (found.place, found.field) == ("report", "II.1")


@pytest.mark.parametrize(
    "text",
    [
        "Đã tổ chức 14 hội nghị, cuộc tuyên truyền với 980 lượt người tham dự.",
        "Đã tổ chức nhiều hội nghị, thu hút đông đảo Nhân dân.",
        "Trong đó có 12 hội nghị, cuộc tuyên truyền ở xã.",
        "Năm trước tổ chức 12 hội nghị, cuộc tuyên truyền.",
        "Tổ chức hơn 12 hội nghị, cuộc tuyên truyền.",
        "Tổ chức 9 hội nghị, cuộc tuyên truyền ở xã và 5 hội nghị, cuộc tuyên truyền ở thôn.",
    ],
)
def test_what_may_mean_something_else_is_not_doubted(quoted, text):
    assert quoted(text) == set()


def test_a_text_whose_figures_have_changed_is_told_once(ledger, period, quoted):
    quoted("Đã tổ chức 14 hội nghị, cuộc tuyên truyền.")
    ledger.activities.save(activity("Thêm", **FULL, figures={"conferences": 3, "attendees": 30}))
    found = [one.rule for one in ledger.check(period) if (one.place, one.field) == ("report", "II.1")]
    assert found == ["changed"]

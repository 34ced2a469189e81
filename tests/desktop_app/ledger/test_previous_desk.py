"""What a report is compared with: the own ledger, typed totals, sums of former units whole and divided."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.office_setup import office_of
from desktop_app.domain.periods import CAMPAIGN
from desktop_app.domain.plans import load_plan
from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode, UnitFigures
from desktop_app.domain.records.activities import FundGroup, FundLine
from desktop_app.domain.units import load_units
from desktop_app.ledger import create_ledger
from desktop_app.report.comparison import NOT_WHOLE
from tests.records import OFFICE, activity

HAM_THUAN = {"23059": "thị trấn Ma Lâm", "23083": "xã Thuận Minh", "23092": "xã Hàm Đức"}


def office(code, day):
    table = load_units()
    return office_of(table.get(code, day), table, day)


@pytest.fixture
def commune(tmp_path, clock):
    """The ledger of xã Hàm Thuận, made in 2025."""
    own = office("23059", date(2025, 11, 30))
    with create_ledger(tmp_path / "Sổ.sohangviet", own, load_plan("TW5"), 2025, clock, "Đào") as opened:
        yield opened


def report_of(code, visitors=10, **values):
    table = load_units()
    unit = table.get(code, date(2024, 11, 30))
    usual = {
        "file": f"{code}.zip",
        "unit_code": code,
        "unit_name": unit.full_name,
        "year": 2024,
        "indicators": {"visitors": visitors},
        "funds": {FundGroup.OTHER: 5},
    }
    return UnitFigures(**{**usual, **values})


def test_nothing_is_compared_in_the_first_year(ledger):
    period = ledger.reports.period(2023)
    state = ledger.previous.state(period)
    assert (state.figures, state.problem) == (None, "Sổ này không có số liệu năm 2022.")
    assert ledger.source(period).previous is None


def test_the_same_period_of_the_year_before_comes_from_the_ledger(ledger):
    ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}))
    ledger.activities.save(activity("B", date_start=date(2022, 9, 1), figures={"visitors": 2}))
    ledger.activities.save(activity("C", figures={"visitors": 45}))
    previous = ledger.source(ledger.reports.period(2023)).previous
    assert (previous.label, previous.value("visitors"), previous.is_complete) == (
        "năm 2022 (từ sổ này)",
        42,
        True,
    )
    half = ledger.source(ledger.reports.period(2023, "6T")).previous
    assert (half.label, half.value("visitors")) == ("6 tháng đầu năm 2022 (từ sổ này)", 40)
    assert ledger.source(ledger.reports.period(2023, "Q4")).previous is None


def test_a_change_of_last_years_records_is_seen_at_once(ledger, beside):
    record = ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}))
    period = ledger.reports.period(2023)
    assert ledger.previous.state(period).figures.value("visitors") == 40
    beside.activities.save(replace(record, figures={"visitors": 41}))
    assert ledger.previous.state(period).figures.value("visitors") == 41
    ledger.operations.undo()
    assert ledger.previous.state(period).figures.value("visitors") == 40


def test_the_annex_of_a_second_year_is_compared(ledger):
    funds = (FundLine(source="Ngân sách", group=FundGroup.STATE_BUDGET, amount_vnd=2_000_000),)
    ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}, funds=funds))
    ledger.activities.save(activity("C", figures={"visitors": 45}))
    table = ledger.report(ledger.reports.period(2023)).annexes[0].table
    rows = {row[1]: row for row in table.rows}
    assert rows["Tổng kinh phí"][3:6] == (2_000_000, 0, -100.0)
    assert table.columns[3].title == "Kỳ trước"


def test_typed_totals_are_kept_and_used(ledger, beside):
    period = ledger.reports.period(2023)
    choice = PreviousChoice(
        mode=PreviousMode.ENTERED, indicators={"visitors": 30}, funds={FundGroup.OTHER: 9}
    )
    ledger.previous.save(period, choice)
    assert beside.previous.choice(period) == choice
    previous = beside.source(period).previous
    assert previous.label == "năm 2022 (số liệu đã nhập)"
    assert (previous.value("visitors"), previous.value("stalls")) == (30, None)
    assert (previous.fund(FundGroup.OTHER), previous.funds_total()) == (9, 9)
    assert ledger.previous.choice(ledger.reports.period(2023, "6T")) == PreviousChoice()


def test_typed_totals_come_before_those_of_the_ledger_and_nothing_can_be_chosen(ledger):
    ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}))
    period = ledger.reports.period(2023)
    ledger.previous.save(period, PreviousChoice(mode=PreviousMode.ENTERED, indicators={"visitors": 30}))
    previous = ledger.source(period).previous
    assert previous.value("visitors") == 30
    assert previous.funds_total() is None
    ledger.previous.save(period, PreviousChoice(mode=PreviousMode.NONE))
    assert ledger.source(period).previous is None
    ledger.previous.save(period, PreviousChoice())
    assert ledger.source(period).previous.value("visitors") == 40


def test_last_years_district_is_not_this_years_commune(ledger):
    ledger.save_office(office("597", date(2023, 11, 30)))
    ledger.activities.save(activity("A", date_start=date(2024, 3, 1), figures={"visitors": 40}))
    period = ledger.reports.period(2025)
    assert ledger.previous.state(period).figures.value("visitors") == 40  # nobody has chosen the new unit yet
    ledger.set_year(2025)
    ledger.save_office(office("23089", date(2025, 11, 30)))
    state = ledger.previous.state(period)
    assert state.figures is None
    assert "là của huyện Hàm Thuận Bắc, không phải của xã Hàm Thuận Bắc (tỉnh Lâm Đồng)" in state.problem
    assert ledger.previous.state(ledger.reports.period(2024)).problem == "Sổ này không có số liệu năm 2023."


def test_a_unit_that_took_in_one_whole_unit_alone_goes_on(ledger):
    ledger.save_office(office("38", date(2023, 11, 30)))  # tỉnh Thanh Hóa, the same land before and since
    ledger.activities.save(activity("A", date_start=date(2024, 3, 1), figures={"visitors": 40}))
    assert ledger.previous.state(ledger.reports.period(2025)).figures.value("visitors") == 40


def test_an_office_outside_the_table_is_compared_with_itself(ledger):
    ledger.set_year(2022)
    ledger.save_office(replace(OFFICE, unit_code="SCT", unit_name="Sở Công thương"))
    ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}))
    period = ledger.reports.period(2023)
    assert ledger.previous.state(period).figures.value("visitors") == 40
    ledger.set_year(2023)
    ledger.save_office(replace(ledger.office, unit_name="Sở Công Thương"))
    assert ledger.previous.state(period).figures.value("visitors") == 40
    ledger.save_office(replace(ledger.office, unit_code="SNN", unit_name="Sở Nông nghiệp"))
    assert "là của Sở Công thương" in ledger.previous.state(period).problem


def test_whole_former_units_are_added(commune):
    period = commune.reports.period(2025)
    units = tuple(report_of(code, visitors=place) for place, code in enumerate(HAM_THUAN, 1))
    commune.previous.save(period, PreviousChoice(mode=PreviousMode.UNITS, units=units))
    previous = commune.source(period).previous
    assert previous.label == ("năm 2024 (cộng từ báo cáo của thị trấn Ma Lâm, xã Thuận Minh và xã Hàm Đức)")
    assert (previous.value("visitors"), previous.funds_total(), previous.is_complete) == (6, 15, True)
    assert previous.notes == ()


@pytest.mark.parametrize(
    ("units", "sentence"),
    [
        (["23059", "23083"], "còn thiếu xã Hàm Đức"),
        (["597"], "huyện Hàm Thuận Bắc chỉ một phần thuộc xã Hàm Thuận"),
        (["23059", "23083", "23092", "23101"], "xã Hàm Hiệp chỉ một phần thuộc xã Hàm Thuận"),
    ],
)
def test_what_does_not_fit_wholly_is_left_out_unless_the_officer_says_why(commune, units, sentence):
    period = commune.reports.period(2025)
    choice = PreviousChoice(mode=PreviousMode.UNITS, units=tuple(map(report_of, units)))
    state = commune.previous.state(period, choice)
    assert state.figures is None
    assert state.can_allow
    assert state.problem.startswith("Không so sánh được trọn vẹn (đơn vị cũ chia tách): ")
    assert sentence in state.problem
    assert commune.previous.state(period, replace(choice, allows_parts=True)).figures is None
    allowed = commune.previous.state(period, replace(choice, allows_parts=True, note="Phần nhỏ"))
    assert allowed.can_allow
    assert not allowed.figures.is_complete
    assert allowed.figures.notes == (NOT_WHOLE, "Phần nhỏ")
    commune.previous.save(period, replace(choice, allows_parts=True, note="Phần nhỏ"))
    note = commune.report(period).annexes[0].table.unit_note
    assert "không so sánh được trọn vẹn (đơn vị cũ chia tách); Phần nhỏ" in note


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"year": 2023}, "không phải báo cáo năm 2024"),
        ({"period": "6T"}, "không phải báo cáo năm 2024"),
        ({"unit_code": "X", "unit_name": "xã Lạ"}, "Bảng đơn vị không có xã Lạ"),
    ],
)
def test_files_that_cannot_be_added_are_named(commune, values, sentence):
    period = commune.reports.period(2025)
    choice = PreviousChoice(mode=PreviousMode.UNITS, units=(report_of("23059", **values),))
    assert sentence in commune.previous.state(period, choice).problem


def test_no_unit_is_added_twice(commune):
    period = commune.reports.period(2025)
    choice = PreviousChoice(mode=PreviousMode.UNITS, units=(report_of("23059"), report_of("597")))
    assert "Thị trấn Ma Lâm bị cộng hai lần" in commune.previous.state(period, choice).problem
    assert commune.previous.state(period, PreviousChoice(mode=PreviousMode.UNITS)).problem
    assert commune.previous.state(period, PreviousChoice(mode=PreviousMode.ENTERED)).problem


def test_old_districts_make_a_new_province(tmp_path, clock):
    table, day = load_units(), date(2024, 11, 30)
    own = office("68", date(2025, 11, 30))
    files = [
        report_of(one.code, unit_name=one.full_name)
        for code in ("60", "67", "68")
        for one in table.children(code, day)
    ]
    with create_ledger(tmp_path / "Tỉnh.sohangviet", own, load_plan("TW5"), 2025, clock) as ledger:
        period = ledger.reports.period(2025)
        state = ledger.previous.state(period, PreviousChoice(mode=PreviousMode.UNITS, units=tuple(files)))
    assert state.figures.value("visitors") == 10 * len(files)
    assert state.figures.label == f"năm 2024 (cộng từ báo cáo của {len(files)} đơn vị cũ)"


def test_a_summary_of_many_years_is_not_compared_with_its_own_days(ledger):
    ledger.activities.save(activity("A", date_start=date(2022, 3, 1), figures={"visitors": 40}))
    period = ledger.reports.period(2023, CAMPAIGN)
    assert period.holds(date(2022, 3, 1))
    assert ledger.previous.state(period).figures is None

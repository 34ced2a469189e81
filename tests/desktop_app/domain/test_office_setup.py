from dataclasses import replace

import pytest

from desktop_app.domain.office_setup import (
    office_of,
    plan_addressees,
    plan_recipients,
    report_day,
    suggested_plan,
    usual_file_name,
    usual_level,
)
from desktop_app.domain.plans import available_plans, load_plan
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.units import load_units


def office(name: str, year: int) -> Office:
    day = report_day(year)
    return office_of(load_units().search(name, on=day)[0], load_units(), day)


def test_an_office_takes_its_names_from_the_table() -> None:
    found = office("ham thuan bac", 2023)
    assert found.unit_name == "huyện Hàm Thuận Bắc"
    assert found.short_name == found.place_name == "Hàm Thuận Bắc"
    assert found.province_name == "tỉnh Bình Thuận"
    assert found.level is UnitLevel.DISTRICT


def test_a_name_that_is_a_number_keeps_its_kind_in_headings() -> None:
    table, day = load_units(), report_day(2023)
    quan = next(unit for unit in table.units if unit.name == "7" and unit.level is UnitLevel.DISTRICT)
    assert office_of(quan, table, day).place_name == "Quận 7"


def test_a_province_is_its_own_province() -> None:
    table, day = load_units(), report_day(2026)
    province = next(unit for unit in table.provinces(day) if unit.name == "Lâm Đồng")
    assert office_of(province, table, day).province_name == "tỉnh Lâm Đồng"


@pytest.mark.parametrize(("year", "level"), [(2024, UnitLevel.DISTRICT), (2025, UnitLevel.COMMUNE)])
def test_districts_report_until_2024(year: int, level: UnitLevel) -> None:
    assert usual_level(year) is level


@pytest.mark.parametrize(
    ("year", "province", "level", "code"),
    [
        (2023, "60", UnitLevel.DISTRICT, "BT2023"),
        (2024, "60", UnitLevel.DISTRICT, "BT2023"),
        (2024, "38", UnitLevel.COMMUNE, "TH2024"),
        (2023, "87", UnitLevel.DISTRICT, "TW5"),
        (2023, "87", UnitLevel.MEMBER_BODY, "DT2022"),
        (2026, "68", UnitLevel.COMMUNE, "TW5"),
        (2023, "", UnitLevel.DISTRICT, "TW5"),
    ],
)
def test_the_plan_of_the_province_is_suggested(year: int, province: str, level: UnitLevel, code: str) -> None:
    assert suggested_plan(available_plans(), year, province, level).code == code


def test_addressees_and_recipients_follow_the_unit() -> None:
    plan, unit = load_plan("BT2023"), office("ham thuan bac", 2023)
    assert plan_addressees(plan, unit, 2023) == (
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bình Thuận - Thường trực Ban Chỉ đạo Cuộc vận động",
    )
    with_committee = plan_recipients(plan, unit, 2023)
    assert "Thường trực Huyện ủy (để báo cáo)" in with_committee
    without = plan_recipients(plan, replace(unit, has_committee=False), 2023)
    assert set(with_committee) - set(without) == {"Thành viên BCĐ CVĐ huyện"}


def test_the_file_is_named_in_ascii() -> None:
    assert usual_file_name(office("ham thuan bac", 2023), 2023) == "So_Ham_Thuan_Bac_2023"
    assert (
        usual_file_name(Office(unit_name="Sở Công Thương/Đồng Tháp"), 2024)
        == "So_So_Cong_Thuong_Dong_Thap_2024"
    )

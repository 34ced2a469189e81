"""The own unit in the table: by code, or by name where the code is free; what it became; the office that moves."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.office_setup import office_of
from desktop_app.domain.office_units import UnitState, moved_office, office_unit, unit_on
from desktop_app.domain.office_wording import issuer_name, placeholders, superior_lines
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.units import load_units

IN_2024, IN_2025 = date(2024, 11, 30), date(2025, 11, 30)
DISTRICT = Office(
    unit_code="597",
    unit_name="huyện Hàm Thuận Bắc",
    short_name="Hàm Thuận Bắc",
    province_name="tỉnh Bình Thuận",
    signer_post="Chủ tịch Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc",
    superior_lines=("ỦY BAN MTTQ VIỆT NAM", "HUYỆN HÀM THUẬN BẮC"),
    addressees=("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bình Thuận",),
)


@pytest.fixture(scope="module")
def table():
    return load_units()


def commune(table, code, day=IN_2025):
    return office_of(table.get(code, day), table, day)


def test_a_district_ends(table):
    assert office_unit(table, DISTRICT, IN_2024).state is UnitState.EXISTS
    assert office_unit(table, DISTRICT, IN_2024).warning == ""
    found = office_unit(table, DISTRICT, IN_2025)
    assert found.state is UnitState.ENDED
    assert found.warning == "Đơn vị này kết thúc ngày 30/06/2025; hãy chọn đơn vị mới."
    assert found.since == (
        "Từ 01/07/2025: phường Hàm Thắng (thị trấn Phú Long, xã Hàm Thắng và đơn vị khác), phường Bình Thuận "
        "(xã Hàm Hiệp và đơn vị khác), xã Hàm Thuận, xã La Dạ, xã Đông Giang, xã Hồng Sơn, xã Hàm Thuận Bắc, "
        "xã Hàm Liêm."
    )
    assert found.before == ""
    assert len(found.successors) == 8


def test_a_free_code_is_found_by_name_and_province_alone(table):
    free = replace(DISTRICT, unit_code="BT-HTB")
    assert unit_on(table, free, IN_2024).code == "597"
    assert unit_on(table, replace(free, province_name="tỉnh Ninh Thuận"), IN_2024) is None
    nameless = Office(level=UnitLevel.COMMUNE, unit_code="x", unit_name="xã Tân Thành")
    assert office_unit(table, nameless, IN_2025).state is UnitState.UNKNOWN  # several bear the name
    assert unit_on(table, replace(free, level=UnitLevel.MEMBER_BODY), IN_2024) is None


def test_a_code_that_passed_to_another_unit_is_not_the_office(table):
    old = commune(table, "22960", IN_2024)
    assert old.unit_name == "xã Phong Nẫm"
    assert unit_on(table, old, IN_2025) is None
    found = office_unit(table, old, IN_2025)
    assert (found.state, found.unit.full_name) == (UnitState.ENDED, "xã Phong Nẫm")
    assert found.since == "Từ 01/07/2025: phường Bình Thuận (cùng đơn vị khác)."


def test_one_code_and_name_before_and_since_is_told_apart_by_its_province(table):
    old = commune(table, "23095", IN_2024)
    assert (old.unit_name, old.province_name) == ("xã Hàm Liêm", "tỉnh Bình Thuận")
    assert office_unit(table, old, IN_2025).state is UnitState.ENDED


def test_a_new_commune_tells_what_it_was_made_of(table):
    found = office_unit(table, commune(table, "15520"), IN_2025)
    assert found.before == (
        "Trước 01/07/2025: xã Xuân Hòa (huyện Thọ Xuân), xã Thọ Hải (huyện Thọ Xuân), xã Xuân Hưng "
        "(huyện Thọ Xuân), xã Thọ Diên (huyện Thọ Xuân)."
    )
    early = office_unit(table, commune(table, "15520"), IN_2024)
    assert early.state is UnitState.NOT_YET
    assert "có từ ngày 01/07/2025" in early.warning


def test_parts_of_divided_communes_are_called_parts(table):
    divided = next(
        one
        for one in table.units
        if one.valid_from is None and one.level is UnitLevel.COMMUNE and len(table.successors(one)) > 1
    )
    new = table.successors(divided)[0]
    assert f"một phần {divided.full_name}" in office_unit(table, commune(table, new.code), IN_2025).before


def test_level_words_and_own_texts_follow_the_new_unit(table):
    moved = moved_office(DISTRICT, commune(table, "23089"))
    assert (moved.level, moved.unit_code, moved.unit_name) == (UnitLevel.COMMUNE, "23089", "xã Hàm Thuận Bắc")
    assert moved.signer_post == "Chủ tịch Ủy ban MTTQ Việt Nam xã Hàm Thuận Bắc"
    assert superior_lines(moved) == ("ỦY BAN MTTQ VIỆT NAM", "XÃ HÀM THUẬN BẮC")
    assert moved.addressees == ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Lâm Đồng",)
    assert issuer_name(moved) == "Ban Chỉ đạo Cuộc vận động xã Hàm Thuận Bắc"
    assert placeholders(moved, 2025)["party_committee"] == "Đảng ủy xã"

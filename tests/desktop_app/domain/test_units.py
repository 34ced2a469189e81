"""The table of units: counts, names, successors, search, and refusal of a broken file."""

import time
from datetime import date

import pytest

from desktop_app.domain.plans import available_plans
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.units import REORGANISED_ON, UNIT_TYPES, load_units, read_units
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

BEFORE, SINCE = date(2025, 6, 30), date(2025, 7, 1)
HAM_THUAN_BAC, THAP_MUOI, THO_XUAN, LY_SON = "597", "872", "395", "536"
HEADER = "code,name,type,level,parent,valid_from,valid_to,predecessors\n"


@pytest.fixture(scope="module")
def table():
    return load_units()


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (BEFORE, {UnitLevel.PROVINCE: 63, UnitLevel.DISTRICT: 696, UnitLevel.COMMUNE: 10_035}),
        (SINCE, {UnitLevel.PROVINCE: 34, UnitLevel.DISTRICT: 0, UnitLevel.COMMUNE: 3_321}),
    ],
)
def test_counts(table, day, counts):
    found = [unit.level for unit in table.units if unit.exists_on(day)]
    assert {level: found.count(level) for level in counts} == counts
    assert len(table.provinces(day)) == counts[UnitLevel.PROVINCE]


def test_units_begin_on_one_day_alone(table):
    assert {unit.valid_from for unit in table.units} == {None, REORGANISED_ON}


def test_kinds_since_july_2025(table):
    kinds = [unit.type for unit in table.units if unit.exists_on(SINCE)]
    assert [kinds.count(kind) for kind in ("xã", "phường", "đặc khu", "thị trấn")] == [2_621, 687, 13, 0]
    assert {unit.type for unit in table.units} == set(UNIT_TYPES)


@pytest.mark.parametrize(("province", "districts"), [("60", 10), ("87", 12), ("38", 26)])
def test_districts_of_a_province_before(table, province, districts):
    assert len(table.children(province, BEFORE)) == districts


@pytest.mark.parametrize(("province", "communes"), [("68", 124), ("82", 102), ("38", 166)])
def test_communes_of_a_province_since(table, province, communes):
    assert len(table.children(province, SINCE)) == communes


def test_every_unit_has_its_parent_and_every_old_commune_its_successor(table):
    for unit in table.units:
        day = unit.valid_from or unit.valid_to
        assert (unit.level is UnitLevel.PROVINCE) == (not unit.parent)
        assert not unit.parent or table.get(unit.parent, day) is not None
        assert len(table.predecessors(unit)) == len(unit.predecessor_codes)
        assert bool(unit.predecessor_codes) == (unit.valid_from == SINCE)
    went_on = {code for unit in table.units for code in unit.predecessor_codes}
    ended = [unit for unit in table.units if unit.valid_to and unit.level is not UnitLevel.DISTRICT]
    assert all(unit.code in went_on for unit in ended)


def test_successors_of_ham_thuan_bac(table):
    district = table.get(HAM_THUAN_BAC, BEFORE)
    assert district.full_name == "huyện Hàm Thuận Bắc"
    assert len(table.children(HAM_THUAN_BAC, BEFORE)) == 17
    assert {unit.full_name for unit in table.successors(district)} == {
        "phường Hàm Thắng",
        "phường Bình Thuận",
        "xã Hàm Thuận",
        "xã Hàm Thuận Bắc",
        "xã Hồng Sơn",
        "xã Hàm Liêm",
        "xã Đông Giang",
        "xã La Dạ",
    }


@pytest.mark.parametrize(
    ("code", "communes", "successors"), [(THAP_MUOI, 13, 6), (THO_XUAN, 30, 8), (LY_SON, 0, 1)]
)
def test_successors_of_other_districts(table, code, communes, successors):
    assert len(table.children(code, BEFORE)) == communes
    assert len(table.successors(table.get(code, BEFORE))) == successors


def test_provinces_merged(table):
    lam_dong = table.get("68", SINCE)
    assert [unit.full_name for unit in table.predecessors(lam_dong)] == [
        "tỉnh Bình Thuận",
        "tỉnh Đắk Nông",
        "tỉnh Lâm Đồng",
    ]
    assert table.successors(table.get("60", BEFORE)) == [lam_dong]
    assert table.predecessors(table.get("60", BEFORE)) == []
    assert table.successors(lam_dong) == []


def test_a_code_may_go_on_with_another_land(table):
    old, new = table.get("23089", BEFORE), table.get("23089", SINCE)
    assert (old.full_name, new.full_name) == ("xã Hàm Trí", "xã Hàm Thuận Bắc")
    assert [unit.name for unit in table.predecessors(new)] == ["Thuận Hòa", "Hàm Phú", "Hàm Trí"]
    assert table.get("99999", SINCE) is None


def test_namesakes_far_away_are_no_predecessors(table):
    long_an = next(unit for unit in table.search("phường Long An", SINCE) if unit.name == "Long An")
    assert {unit.parent for unit in table.predecessors(long_an)} == {
        "794",
        "804",
    }  # Tân An, Thủ Thừa; not Tây Ninh


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("60", BEFORE, "tỉnh Bình Thuận"),
        ("79", SINCE, "Thành phố Hồ Chí Minh"),
        ("48", SINCE, "thành phố Đà Nẵng"),
        ("760", BEFORE, "Quận 1"),
        ("094", BEFORE, "Thành phố Điện Biên Phủ"),
        ("769", BEFORE, "thành phố Thủ Đức"),
        ("23059", BEFORE, "thị trấn Ma Lâm"),
        ("23065", SINCE, "xã La Dạ"),
    ],
)
def test_names_in_running_text(table, code, day, name):
    assert table.get(code, day).full_name == name


def test_numbered_wards_take_a_capital(table):
    assert {unit.full_name for unit in table.search("phường 7", BEFORE) if unit.name == "7"} == {"Phường 7"}


def test_kind_and_party_committee(table):
    thu_duc = table.get("769", BEFORE)
    assert (thu_duc.type, thu_duc.noun) == ("thành phố thuộc thành phố trực thuộc trung ương", "thành phố")
    assert thu_duc.party_committee == "Thành ủy"
    assert table.get(HAM_THUAN_BAC, BEFORE).party_committee == "Huyện ủy"


def test_search_folds_and_puts_the_nearest_first(table):
    assert [unit.full_name for unit in table.search("HAM THUAN BAC")[:2]] == [
        "huyện Hàm Thuận Bắc",
        "xã Hàm Thuận Bắc",
    ]
    assert table.search("dong thap", SINCE)[0].full_name == "tỉnh Đồng Tháp"
    assert "xã La Dạ" in {unit.full_name for unit in table.search("la da binh thuan", BEFORE)}
    assert table.search("thuan ham", BEFORE)[0].name.startswith("Hàm Thuận")
    assert table.search("  ") == table.search("khong co noi nay") == []
    assert len(table.search("xa", limit=7)) == 7


def test_plans_name_their_province_as_the_table_does(table):
    for plan in available_plans():
        if plan.province_code:
            assert table.get(plan.province_code, BEFORE).full_name == plan.province


def test_table_is_read_fast_and_is_small():
    path = resource("units", "units.csv")
    assert path.stat().st_size < 900_000
    assert b"\r" not in path.read_bytes()
    best = min(_seconds_to_read(path) for _ in range(3))
    assert best < 0.5  # 0.05 s on a desk computer; a busy test machine gets leave


def _seconds_to_read(path):
    start = time.perf_counter()
    read_units(path)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("code,name\n", "dòng 1: phải có đúng các cột"),
        ("", "dòng 1"),
        (HEADER + "01,Hà Nội,tỉnh,province,,,,\n01,Hà Nội,tỉnh,province,,,,\n", "dòng 3: mã “01” bị lặp lại"),
        (HEADER + "1,Hà Nội,tỉnh,province,,,,\n", "dòng 2: có ô sai"),
        (HEADER + "01,Hà Nội,bang,province,,,,\n", "dòng 2: có ô sai"),
        (HEADER + "01,Hà Nội,tỉnh,kingdom,,,,\n", "dòng 2: có ô sai"),
        (HEADER + "01,Hà Nội,tỉnh,province,,1/7/2025,,\n", "dòng 2: có ô sai"),
        (HEADER + "01,Hà Nội\n", "dòng 2: có ô sai hoặc thiếu"),
        (HEADER + '01,"Hà Nội\n', "không đọc được tệp CSV"),
    ],
)
def test_broken_tables_are_refused(tmp_path, text, fault):
    path = tmp_path / "don_vi.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError) as caught:
        read_units(path)
    assert "Tệp “don_vi.csv”" in str(caught.value)
    assert fault in str(caught.value)


def test_missing_table_is_refused(tmp_path):
    with pytest.raises(ResourceError, match=r"don_vi\.csv"):
        read_units(tmp_path / "don_vi.csv")


def test_the_units_above_one_are_those_of_the_day(table):
    old = table.children("597", date(2024, 1, 1))[0]
    before = table.above(old, date(2024, 1, 1))
    assert [one.level for one in before] == [UnitLevel.DISTRICT, UnitLevel.PROVINCE]
    new = table.children("68", date(2026, 1, 1))[0]
    assert [one.code for one in table.above(new, date(2026, 1, 1))] == ["68"]
    assert table.above(before[-1], date(2024, 1, 1)) == []

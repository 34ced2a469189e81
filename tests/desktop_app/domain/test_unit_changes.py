"""What units became: the three sample districts, divided and renamed units, namesakes, several reorganisations."""

from datetime import date

import pytest

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.unit_changes import (
    compare,
    covers,
    heirs_on,
    is_partial,
    origins_on,
    predecessors_of,
    repeated,
    successors_of,
)
from desktop_app.domain.units import AdminUnit, load_units, with_updates

BEFORE, SINCE = date(2025, 6, 30), date(2025, 7, 1)
BINH_THUAN, HAM_HIEP, HAM_THANG = "22960", "23101", "22933"


@pytest.fixture(scope="module")
def table():
    return load_units()


@pytest.mark.parametrize(
    ("code", "communes", "became"),
    [
        ("597", 17, 8),  # Hàm Thuận Bắc
        ("872", 13, 6),  # Tháp Mười
        ("395", 30, 8),  # Thọ Xuân
    ],
)
def test_every_commune_of_a_district_goes_into_one_of_its_successors(table, code, communes, became):
    children = table.children(code, BEFORE)
    successors = successors_of(table, code, BEFORE)
    assert (len(children), len(successors)) == (communes, became)
    told = sorted(part.code for one in successors for part in one.parts)
    assert told == sorted(one.code for one in children)


def test_a_successor_that_took_in_other_land_says_so(table):
    found = {one.unit.code: one for one in successors_of(table, "597", BEFORE)}
    binh_thuan = found[BINH_THUAN]
    assert [part.full_name for part in binh_thuan.parts] == ["xã Hàm Hiệp"]
    assert binh_thuan.has_others
    assert [code for code, one in found.items() if one.has_others] == [HAM_THANG, BINH_THUAN]


def test_phuong_thinh_took_hung_thanh_and_others(table):
    found = {one.unit.full_name: one for one in successors_of(table, "872", BEFORE)}
    assert [part.full_name for part in found["xã Phương Thịnh"].parts] == ["xã Hưng Thạnh"]
    assert found["xã Phương Thịnh"].has_others
    assert not found["xã Trường Xuân"].has_others


def test_xuan_hoa_before_and_since_are_two_units(table):
    old = [one for one in table.children("395", BEFORE) if one.name == "Xuân Hòa"]
    new = [one for one in table.children("38", SINCE) if one.name == "Xuân Hòa"]
    assert [one.code for one in old] != [one.code for one in new]
    assert [one.unit for one in successors_of(table, old[0].code, BEFORE)] == new
    made_of = predecessors_of(table, new[0].code, SINCE)
    assert len(made_of) == 4
    assert old[0] in [one.unit for one in made_of]


def test_a_name_in_several_provinces_is_never_followed(table):
    tan_thanh = [one for one in table.units if one.full_name == "xã Tân Thành" and one.exists_on(SINCE)]
    assert len({one.parent for one in tan_thanh}) > 2
    for one in tan_thanh:
        for before in predecessors_of(table, one.code, SINCE):
            district = table.get(before.unit.parent, BEFORE)
            assert is_partial(table, table.get(district.parent, BEFORE), one)


def test_a_unit_that_exists_has_no_successors(table):
    assert successors_of(table, "82", SINCE) == []
    assert successors_of(table, "99999", SINCE) == []
    assert predecessors_of(table, "597", SINCE) == []
    assert predecessors_of(table, "597", BEFORE) == []  # not in the table


def test_a_district_is_never_whole_in_one_of_its_communes(table):
    district = table.get("597", BEFORE)
    for one in successors_of(table, "597", BEFORE):
        assert is_partial(table, district, one.unit)
        assert all(not is_partial(table, part, one.unit) for part in one.parts)
    assert not is_partial(table, district, table.get("68", SINCE))


def test_divided_communes_are_partial(table):
    divided = next(
        one
        for one in table.units
        if one.valid_to == BEFORE and one.level is UnitLevel.COMMUNE and len(table.successors(one)) > 1
    )
    for new in table.successors(divided):
        assert is_partial(table, divided, new)
        told = {one.unit: one.is_partial for one in predecessors_of(table, new.code, SINCE)}
        assert told[divided]


def test_what_covers_a_new_unit(table):
    ham_thuan = table.get("23059", SINCE)
    parts = [table.get(code, BEFORE) for code in ("23059", "23083", "23092")]
    assert covers(table, parts, ham_thuan, BEFORE)
    assert not covers(table, parts[:2], ham_thuan, BEFORE)
    assert covers(table, [table.get("597", BEFORE)], ham_thuan, BEFORE)
    lam_dong = table.get("68", SINCE)
    old = [table.get(code, BEFORE) for code in ("60", "67", "68")]
    assert covers(table, old, lam_dong, BEFORE)
    districts = [one for code in ("67", "68") for one in table.children(code, BEFORE)]
    assert covers(table, [old[0], *districts], lam_dong, BEFORE)
    assert not covers(table, [old[0], *districts[1:]], lam_dong, BEFORE)


def test_a_unit_within_another_stands_twice(table):
    district, commune = table.get("597", BEFORE), table.get(HAM_HIEP, BEFORE)
    assert repeated(table, [commune, district], BEFORE) == commune
    assert repeated(table, [district, district], BEFORE) == district
    assert repeated(table, table.children("597", BEFORE), BEFORE) is None


def test_two_reorganisations_are_followed(table):
    ham_liem = table.get("23095", SINCE)
    ended = AdminUnit(
        "23095",
        "Hàm Liêm",
        "xã",
        UnitLevel.COMMUNE,
        "68",
        SINCE,
        date(2026, 12, 31),
        ham_liem.predecessor_codes,
    )
    later = AdminUnit(
        "23095", "Hàm Liêm", "phường", UnitLevel.COMMUNE, "68", date(2027, 1, 1), None, ("23095",)
    )
    newer = with_updates(table, [ended, later])
    old = newer.get("23098", BEFORE)
    assert heirs_on(newer, old, date(2027, 6, 1)) == [later]
    assert [one.code for one in origins_on(newer, later, BEFORE)] == ["23095", "23098"]
    assert origins_on(newer, later, SINCE) == [ended]
    assert not is_partial(newer, old, later)
    assert [one.full_name for one in newer.search("phuong ham liem", on=date(2027, 6, 1))] == [
        "phường Hàm Liêm"
    ]
    assert newer.search("ham liem lam dong", on=date(2027, 6, 1)) == [later]


def test_compare_tells_kept_changed_ended_and_begun(table):
    old, new = table.children("597", BEFORE)[:3], table.children("68", SINCE)[:2]
    renamed = AdminUnit(old[0].code, "Khác", "xã", old[0].level, old[0].parent, None, BEFORE, ())
    found = compare(old, [renamed, old[1], *new])
    assert found.kept == (old[1],)
    assert found.changed == ((old[0], renamed),)
    assert found.ended == (old[2],)
    assert found.begun == tuple(new)

"""Lower units from the official table, nothing doubled; how many have what."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.lower_units import children_of, count_units, missing_units
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.subunits import CommitteeStatus, Subunit
from desktop_app.domain.units import load_units
from tests.records import OFFICE

DAY, NOW = date(2023, 11, 30), date(2026, 11, 30)


def test_the_sample_district_is_counted(sample):
    counts = count_units(sample.register("subunits").all(), DAY)
    assert (counts.total, counts.with_committee, counts.with_plan) == (17, 15, 14)
    assert counts.without_committee == ("Xã Đa Mi", "Xã Hàm Thắng")
    assert counts.without_plan == ("Xã Đa Mi", "Xã Hàm Hiệp", "Xã Hàm Thắng")


def test_a_unit_that_was_merged_away_does_not_count():
    gone = Subunit(name="Xã A", valid_to=date(2023, 6, 30), plan_issued=True)
    stays = Subunit(name="Xã B", committee_status=CommitteeStatus.SECTION)
    counts = count_units([gone, stays], DAY)
    assert (counts.total, counts.with_committee, counts.with_plan) == (1, 1, 0)
    assert count_units([gone], date(2023, 6, 30)).total == 1


@pytest.mark.parametrize("code", ["60.597", "597", "MAU-HTB"])
def test_the_units_of_a_district_are_found_by_code_or_name(code):
    children = children_of(replace(OFFICE, unit_code=code), load_units(), DAY)
    assert len(children) == 17
    assert "xã La Dạ" in [one.full_name for one in children]


def test_the_table_follows_the_day():
    assert children_of(OFFICE, load_units(), NOW) == [], "there is no district any more"
    province = replace(
        OFFICE,
        level=UnitLevel.PROVINCE,
        unit_code="68",
        unit_name="tỉnh Lâm Đồng",
        province_name="tỉnh Lâm Đồng",
    )
    assert len(children_of(province, load_units(), NOW)) == 124
    strange = replace(OFFICE, unit_code="X", province_name="tỉnh Không Có")
    assert children_of(strange, load_units(), DAY) == []


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_what_is_in_the_register_is_not_taken_again(sample_of, district):
    ledger = sample_of(district)
    day = date(ledger.year, 11, 30)
    children = children_of(ledger.office, load_units(), day)
    known = ledger.register("subunits").all()
    assert len(children) == len(known)
    assert missing_units(children, known, day) == []
    fresh = missing_units(children, [], day)
    assert len(fresh) == len(known)
    assert missing_units(children, fresh, day) == []
    assert {one.valid_to for one in fresh} == {date(2025, 6, 30)}
    assert all(one.name[0].isupper() and one.unit_code for one in fresh)


def test_a_town_and_a_commune_of_one_name_are_two():
    ledger_name = [Subunit(name="Thị trấn Mỹ An"), Subunit(name="Mỹ Quí")]

    table = load_units()
    children = [one for one in table.units if one.exists_on(DAY) and one.full_name == "huyện Tháp Mười"]
    below = table.children(children[0].code, DAY)
    names = [one.name for one in missing_units(below, ledger_name, DAY)]
    assert "Xã Mỹ An" in names
    assert "Thị trấn Mỹ An" not in names
    assert "Xã Mỹ Quý" not in names

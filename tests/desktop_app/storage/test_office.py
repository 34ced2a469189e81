"""The office, the working year and each year's plan stay in the ledger."""

import unicodedata
from dataclasses import replace

import msgspec
import pytest

from desktop_app.domain.office_setup import office_of, report_day
from desktop_app.domain.office_units import UnitState, moved_office, office_unit
from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.office import Office, Signing, UnitLevel
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import open_ledger
from tests.records import OFFICE


def test_the_office_is_kept_for_the_next_session(ledger, beside):
    office = replace(
        OFFICE,
        level=UnitLevel.COMMUNE,
        has_committee=False,
        signing=Signing.DEPUTY,
        addressees=("Ban Thường trực", "Ban Chỉ đạo"),
        is_sample=True,
    )
    ledger.save_office(office)
    assert ledger.office == beside.office == office


def test_texts_of_the_office_are_cleaned(ledger):
    ledger.save_office(
        replace(
            OFFICE,
            unit_name=unicodedata.normalize("NFD", " huyện Hàm Thuận Bắc\u202e\x00 "),
            recipient_email="a@b.vn\r\nBcc: ai@khac.vn",
            recipients=("  ", "Như trên\x07"),
        )
    )
    assert ledger.office.unit_name == "huyện Hàm Thuận Bắc"
    assert ledger.office.recipient_email == "a@b.vn Bcc: ai@khac.vn"
    assert ledger.office.recipients == ("Như trên",)


def test_an_office_that_was_never_saved_is_empty(ledger):
    with ledger._database.write():
        ledger._database.execute("DELETE FROM settings")
    assert ledger.office == Office()
    assert ledger.year == 2023  # by the clock


def test_the_working_year_is_kept(ledger, clock):
    ledger.set_year(2024)
    with open_ledger(ledger.path, clock) as again:
        assert again.year == 2024


def test_each_year_has_its_own_copy_of_a_plan(ledger):
    own = msgspec.structs.replace(load_plan("BT2023"), title="Kế hoạch đã sửa")
    ledger.save_plan(2024, own)
    ledger.save_plan(2024, own)
    assert ledger.years() == [2023, 2024]
    assert ledger.plan(2024) == own
    assert ledger.plan(2023) == load_plan("BT2023")


def test_every_shipped_plan_comes_back_the_same(ledger):
    for year, code in enumerate(("BT2023", "DT2022", "TH2024", "TW5"), 2030):
        ledger.save_plan(year, load_plan(code))
        assert ledger.plan(year) == load_plan(code)


def test_an_old_report_keeps_the_office_of_its_year(ledger, clock):
    ledger.set_year(2025)
    ledger.save_office(
        replace(OFFICE, level=UnitLevel.COMMUNE, unit_code="23089", unit_name="xã Hàm Thuận Bắc")
    )
    assert ledger.office.unit_name == "xã Hàm Thuận Bắc"
    ledger.set_year(2024)
    assert ledger.office == OFFICE
    assert [ledger.office_of(year).unit_name for year in (1990, 2024, 2025, 2031)] == [
        "huyện Hàm Thuận Bắc", "huyện Hàm Thuận Bắc", "xã Hàm Thuận Bắc", "xã Hàm Thuận Bắc",
    ]  # fmt: skip
    with open_ledger(ledger.path, clock) as again:
        old, new = (again.report(again.reports.period(year)) for year in (2023, 2025))
    assert old.superior_lines[-1] == "HUYỆN HÀM THUẬN BẮC"
    assert new.superior_lines[-1] == "XÃ HÀM THUẬN BẮC"
    assert (old.identity.unit_code, new.identity.unit_code) == ("60.597", "23089")


def test_the_office_holds_from_the_year_it_was_saved_for(ledger):
    for year, name in ((2024, "xã A"), (2026, "xã C"), (2025, "xã B"), (2024, "xã A1")):
        ledger.set_year(year)
        ledger.save_office(replace(OFFICE, unit_name=name))
    names = [ledger.office_of(year).unit_name for year in range(2023, 2028)]
    assert names == ["huyện Hàm Thuận Bắc", "xã A1", "xã B", "xã C", "xã C"]


def test_a_garbled_year_of_an_office_is_damage(ledger):
    with ledger._database.write():
        ledger._database.insert("settings", {"key": "office:x", "value": "{}"})
    with pytest.raises(LedgerFileError):
        _ = ledger.office


@pytest.mark.parametrize(("district", "code"), [("ham_thuan_bac", "23089"), ("thap_muoi", "30037")])
def test_a_district_ledger_goes_on_as_a_commune_and_its_old_report_stays_letter_for_letter(
    sample_of, clock, district, code
):
    ledger = sample_of(district)
    year = ledger.years()[0]
    before = ledger.report(ledger.reports.period(year))
    clock.move(days=730)
    table, day = ledger.units(), report_day(2025)
    ledger.set_year(2025)
    assert office_unit(table, ledger.office, day).state is UnitState.ENDED
    unit = next(one for one in office_unit(table, ledger.office, day).successors if one.code == code)
    ledger.save_office(moved_office(ledger.office, office_of(unit, table, day)))
    with open_ledger(ledger.path, clock) as again:
        assert again.office.level is UnitLevel.COMMUNE
        assert again.report(again.reports.period(2025)).superior_lines[-1] == unit.full_name.upper()
        assert again.report(again.reports.period(year)) == before
        assert again.totals(year) == ledger.totals(year)

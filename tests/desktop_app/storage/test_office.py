"""The office, the working year and each year's plan stay in the ledger."""

import unicodedata
from dataclasses import replace

import msgspec

from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.office import Office, Signing, UnitLevel
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

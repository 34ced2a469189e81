"""The table of units of a ledger: updated by CSV and Excel files, shared by windows, and given back."""

from datetime import date

import pytest
from xlsxwriter import Workbook

from desktop_app.domain.office_setup import office_of
from desktop_app.domain.units import COLUMNS, load_units, read_units
from desktop_app.errors import ExportError, LedgerFileError, SheetFileError
from tests.records import change_raw

ENDED = ["23095", "Hàm Liêm", "xã", "commune", "68", "2025-07-01", "2026-12-31", "23095;23098"]
BEGUN = ["23095", "Hàm Liêm", "phường", "commune", "68", "2027-01-01", "", "23095"]
LATER = date(2027, 5, 1)


def csv_file(path, *rows, mark="\ufeff", separator=","):
    text = "\r\n".join(separator.join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows)
    path.write_bytes((mark + text).encode())
    return path


@pytest.fixture
def update(tmp_path):
    return csv_file(tmp_path / "Đơn vị mới.csv", COLUMNS, ENDED, BEGUN)


def test_without_an_update_the_shipped_table_is_used(ledger):
    assert ledger.units() is load_units()
    assert ledger.unit_desk.state().units == 0


def test_an_update_is_taken_and_seen_by_every_window(ledger, beside, update):
    assert beside.units().get("23095", LATER).full_name == "xã Hàm Liêm"
    found = ledger.unit_desk.read(update)
    assert ledger.units() is load_units()  # reading alone changes nothing
    ledger.unit_desk.take(found, update.name)
    for one in (ledger, beside):
        assert one.units().get("23095", LATER).full_name == "phường Hàm Liêm"
        assert [unit.full_name for unit in one.units().search("ham liem", on=LATER)] == ["phường Hàm Liêm"]
    assert ledger.units() is ledger.units()
    state = beside.unit_desk.state()
    assert (state.file, state.units, state.at[:10]) == ("Đơn vị mới.csv", 2, "2023-11-20")
    assert ledger.unit_desk.read(update).same == 2
    assert load_units().get("23095", LATER).full_name == "xã Hàm Liêm"


def test_a_later_file_replaces_units_of_an_earlier_one(ledger, update, tmp_path):
    ledger.unit_desk.take(ledger.unit_desk.read(update), update.name)
    again = csv_file(tmp_path / "b.csv", COLUMNS, ["23095", "Hàm Liêm Mới", *BEGUN[2:]])
    ledger.unit_desk.take(ledger.unit_desk.read(again), again.name)
    assert ledger.units().get("23095", LATER).full_name == "phường Hàm Liêm Mới"
    assert ledger.unit_desk.state().units == 2


def test_an_update_can_be_dropped(ledger, beside, update):
    ledger.unit_desk.take(ledger.unit_desk.read(update), update.name)
    assert beside.units() is not load_units()
    ledger.unit_desk.drop()
    assert ledger.units() is beside.units() is load_units()
    assert ledger.unit_desk.state().units == 0


@pytest.mark.parametrize(("mark", "separator"), [("", ","), ("\ufeff", ";"), ("", ";")])
def test_csv_as_excel_writes_it(ledger, tmp_path, mark, separator):
    path = csv_file(tmp_path / "a.csv", COLUMNS, ENDED, BEGUN, mark=mark, separator=separator)
    assert len(ledger.unit_desk.read(path).units) == 2


def test_a_spreadsheet_is_read_too(ledger, tmp_path):
    path = tmp_path / "a.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("Ẩn").hide()
        sheet = book.add_worksheet("Đơn vị")
        sheet.activate()
        for place, row in enumerate((COLUMNS, ENDED, BEGUN)):
            sheet.write_row(place, 0, row)
        sheet.write_datetime(2, 5, date(2027, 1, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    assert [one.valid_from for one in ledger.unit_desk.read(path).added] == [date(2027, 1, 1)]


def test_files_that_cannot_be_read_are_named(ledger, tmp_path):
    latin = tmp_path / "latin.csv"
    latin.write_bytes("code,name\n1,Hà Nội".encode("utf-16"))
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b'code,name\n"1,2\n')
    sheet = tmp_path / "no.xlsx"
    sheet.write_bytes(b"x")
    for path in (latin, broken, sheet, tmp_path / "không có.csv", tmp_path):
        with pytest.raises(SheetFileError, match=path.name):
            ledger.unit_desk.read(path)


def test_a_faulty_file_gives_nothing_to_take(ledger, tmp_path):
    found = ledger.unit_desk.read(csv_file(tmp_path / "a.csv", COLUMNS, BEGUN))
    assert found.problems
    assert found.units == ()


def test_the_sample_file_is_itself_taken_without_a_fault(ledger, tmp_path):
    path = tmp_path / "Mẫu.csv"
    ledger.unit_desk.save_sample(path, ledger.office, 2023)
    names = [one.full_name for one in read_units(path).units]
    assert names[0] == "huyện Hàm Thuận Bắc"
    assert len(names) == 1 + 17 + 8
    found = ledger.unit_desk.read(path)
    assert (found.problems, found.units, found.same) == ((), (), 26)
    with pytest.raises(ExportError):
        ledger.unit_desk.save_sample(tmp_path / "không có" / "a.csv", ledger.office, 2023)


def test_a_damaged_unit_is_said(ledger, update):
    ledger.unit_desk.take(ledger.unit_desk.read(update), update.name)
    change_raw(ledger.path, "UPDATE unit_updates SET level = 'khu vực'")
    change_raw(
        ledger.path, "UPDATE settings SET value = replace(value, '2023', '2024') WHERE key = 'unit_updates'"
    )
    with pytest.raises(LedgerFileError):
        ledger.units()


def test_a_unit_that_ends_by_an_update_is_told_in_the_year_of_the_change(ledger, update):
    table = ledger.units()
    office = office_of(table.get("23095", date(2026, 6, 1)), table, date(2026, 6, 1))
    periods = [ledger.reports.period(year) for year in (2025, 2026, 2027)]
    assert [ledger.unit_desk.warning(office, period) for period in periods] == ["", "", ""]
    ledger.unit_desk.take(ledger.unit_desk.read(update), update.name)
    assert [ledger.unit_desk.warning(office, period) for period in periods] == [
        "", "", "Đơn vị này kết thúc ngày 31/12/2026; hãy chọn đơn vị mới.",
    ]  # fmt: skip

"""Totals out of earlier reports: the package, its Excel file, its figures.csv; hostile and foreign files."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode
from desktop_app.domain.records.activities import FundGroup
from desktop_app.errors import SheetFileError
from desktop_app.exchange.previous_files import read_previous
from desktop_app.ledger import open_ledger


@pytest.fixture(scope="module")
def exported(shipped_samples, tmp_path_factory):
    """The exported report of the sample year, and its figures."""
    folder = tmp_path_factory.mktemp("báo cáo")
    path = Path(shutil.copy(shipped_samples / "ham_thuan_bac.sohangviet", folder))
    with open_ledger(path) as ledger:
        period = ledger.reports.period(2023)
        return ledger.export(period, folder, reason="thử"), ledger.figures(period), ledger.office


def typed(figures):
    return {code: value for code, value in figures.indicators.items() if not code.endswith("_pct")}


def test_a_package_gives_every_total(exported):
    result, figures, office = exported
    found = read_previous(result.package)
    assert found.indicators == typed(figures)
    assert found.funds == dict(figures.funds)
    assert (found.unit_code, found.unit_name, found.year, found.period) == (
        office.unit_code,
        office.unit_name,
        2023,
        "",
    )
    assert found.file == result.package.name


def test_the_excel_file_alone_gives_the_same(exported):
    result, figures, office = exported
    found = read_previous(result.folder / "SoLieu.xlsx")
    assert found.indicators == typed(figures)
    assert found.funds == dict(figures.funds)
    assert (found.unit_code, found.unit_name, found.year, found.period) == (
        office.unit_code,
        office.unit_name,
        2023,
        "",
    )


def test_figures_csv_alone_gives_the_totals_without_a_unit(exported, tmp_path):
    result, figures, _ = exported
    with zipfile.ZipFile(result.package) as archive:
        path = archive.extract("data/figures.csv", tmp_path)
    found = read_previous(Path(path))
    assert (found.indicators, found.funds, found.unit_code, found.year) == (typed(figures), None, "", 0)


def test_the_next_year_is_compared_with_the_package(exported, ledger):
    result, figures, _ = exported
    found = ledger.previous.read([result.package])[0]
    period = ledger.reports.period(2024)
    ledger.previous.save(
        period, PreviousChoice(mode=PreviousMode.ENTERED, indicators=found.indicators, funds=found.funds)
    )
    previous = ledger.source(period).previous
    assert previous.title == "năm 2023"
    assert {
        code: value for code, value in figures.indicators.items() if value is not None
    } == previous.figures.indicators
    assert previous.funds_total() == sum(figures.funds.values())


def test_a_compared_report_reads_back_with_its_own_figures_and_not_those_before(exported, sample, tmp_path):
    period = sample.reports.period(2023)
    plain = sample.export(period, tmp_path, reason="thử")
    sample.previous.save(period, PreviousChoice(mode=PreviousMode.ENTERED, indicators={"visitors": 1}))
    compared = sample.export(period, tmp_path, reason="thử")
    assert compared.revision == plain.revision + 1  # the printed annex says something else now
    _, figures, _ = exported
    for path in (compared.package, compared.folder / "SoLieu.xlsx"):
        assert read_previous(path).indicators == typed(figures)


def package(path, descriptor, figures=b"indicator,value\r\nvisitors,5\r\n"):
    with zipfile.ZipFile(path, "w") as archive:
        if descriptor is not None:
            archive.writestr("datapackage.json", descriptor)
        archive.writestr("data/figures.csv", figures)
    return path


ABOUT = json.dumps({"sohangviet": {"unit_code": "597", "unit_name": "huyện X", "year": 2022, "other": 1}})


def test_a_package_without_its_excel_file_has_no_funds(tmp_path):
    found = read_previous(package(tmp_path / "a.zip", ABOUT))
    assert (found.indicators, found.funds, found.year) == ({"visitors": 5}, None, 2022)


def test_unknown_indicators_and_bad_numbers_are_passed_over(tmp_path):
    rows = (
        "indicator,value\nvisitors,5\nstalls,-1\ngifts,nan\nleaflets,1e30\nposters,\n'=x,1\nla,3\n"
        "procurement_ratio_pct,50\nradio_minutes,2.5\n"
    )
    found = read_previous(package(tmp_path / "a.zip", ABOUT, rows.encode()))
    assert found.indicators == {"visitors": 5, "radio_minutes": 2.5}


@pytest.mark.parametrize(
    "descriptor", [None, "{", "[]", '{"sohangviet": {"year": "x"}}', '{"sohangviet": {}}']
)
def test_foreign_and_damaged_packages_are_refused(tmp_path, descriptor):
    with pytest.raises(SheetFileError, match=r"a\.zip"):
        read_previous(package(tmp_path / "a.zip", descriptor))


def test_files_without_figures_are_refused(tmp_path):
    no_zip = tmp_path / "b.zip"
    no_zip.write_bytes(b"PK\x03\x04x")
    empty = package(tmp_path / "c.zip", ABOUT, b"indicator,value\r\n")
    other = tmp_path / "d.csv"
    other.write_bytes("tên,số\nA,1\n".encode("utf-16"))
    for path in (no_zip, empty, other, tmp_path / "không có.zip"):
        with pytest.raises(SheetFileError, match=path.name):
            read_previous(path)


def test_a_bomb_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", ABOUT)
        archive.writestr("data/figures.csv", b"0" * 30_000_000)
    with pytest.raises(SheetFileError):
        read_previous(tmp_path / "a.zip")


def test_a_table_of_the_officers_own_is_read_by_its_headings(tmp_path):
    path = tmp_path / "Số liệu 2022.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 0, ["TT", "Nội dung, chỉ tiêu", "ĐVT", "Kỳ trước", "Kỳ này"])
        sheet.write_row(3, 0, [1, "Lượt khách tham quan, mua sắm", "lượt người", 4, 5])
        sheet.write_row(4, 0, [2, "Chỉ tiêu lạ", "cái", 4, 5])
        sheet.write_row(5, 0, [None, "Ngân sách nhà nước", "đồng", 4, 7])
    found = read_previous(path)
    assert (found.indicators, found.year, found.unit_code) == ({"visitors": 5}, 0, "")
    assert found.funds == {FundGroup.STATE_BUDGET: 7}

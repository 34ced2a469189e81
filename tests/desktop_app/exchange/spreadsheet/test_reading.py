"""Files of every kind: read with all that matters, or refused with a sentence that says what to do."""

import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import SheetFileError
from desktop_app.exchange.spreadsheet import archive
from desktop_app.exchange.spreadsheet.book import CellKind, Merge
from desktop_app.exchange.spreadsheet.reading import read_book

SHEETS = Path(__file__).parents[3] / "files" / "sheets"


def changed(path, part, change):
    """Rewrite one part of a zip in place; return the path."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def compound(*names):
    """Return a compound file with empty streams of these names, as Excel makes for a locked .xlsx."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIIII", header, 40, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    struct.pack_into("<108I", header, 80, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    entries = b""
    for place, name in enumerate(("Root Entry", *names)):
        entry = bytearray(128)
        raw = name.encode("utf-16-le")
        entry[: len(raw)] = raw
        struct.pack_into("<HB", entry, 64, len(raw) + 2, 5 if place == 0 else 2)
        struct.pack_into("<II", entry, 116, 0xFFFFFFFE, 0)
        entries += bytes(entry)
    return bytes(header) + table + entries.ljust(512, b"\0")


@pytest.mark.parametrize("name", ["hoat_dong.xls", "hoat_dong.ods"])
def test_old_and_open_formats_tell_as_much(name):
    book = read_book(SHEETS / name)
    sheet = book.sheets[0]
    assert [one.hidden for one in book.sheets] == [False, True]
    assert sheet.cell(1, 0).text == "Hội nghị tuyên truyền hàng Việt"
    assert sheet.cell(1, 2).text == "UỶ BAN NHÂN DÂN"
    assert sheet.cell(1, 3).text == "Xã Đông Giang"
    assert sheet.cell(1, 1).value == date(2023, 5, 9)
    assert sheet.hidden_rows == {2}
    assert sheet.cell(3, 4).kind is CellKind.ERROR
    assert sheet.cell(4, 3).style.zeros == 2
    assert sheet.cell(4, 4).value == 45
    assert sheet.merged == (Merge(5, 5, 6, 5),)


def test_an_xlsx_tells_the_same(make):
    def more(workbook, sheet):
        legacy = workbook.add_format({"font_name": ".VnTime"})
        plain = workbook.add_format({"font_name": "Arial"})
        sheet.write_formula("A3", "=1/0", None, "#DIV/0!")
        sheet.write_formula("B3", "=1+1", None, 2)
        sheet.write_rich_string("C3", legacy, "Uû ban ", plain, "nhân dân", legacy, " \xad")
        sheet.set_column("E:F", None, None, {"hidden": True})
        workbook.add_worksheet("Ẩn").hide()

    path = make(
        [
            ("Uû ban \xad", {"font_name": ".VnTime"}),
            ("Coäng", {"font_name": "VNI-Times"}),
            (3, {"num_format": "000"}),
        ],
        ["x", (0.5, {"num_format": "0%"}), 123456789012],
        hidden_rows=[1],
        change=more,
    )
    book = read_book(path)
    sheet = book.sheets[0]
    assert [sheet.cell(0, place).text for place in (0, 1)] == ["Uỷ ban ư", "Cộng"]
    assert sheet.cell(0, 2).style.zeros == 3
    assert sheet.cell(1, 1).style.percent
    assert sheet.cell(1, 2).value == 123456789012
    assert sheet.cell(2, 0).value == "#DIV/0!"
    assert sheet.cell(2, 1).value == 2
    assert sheet.cell(2, 2).text == "Uỷ ban nhân dân ư"
    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {4, 5}
    assert book.sheets[1].hidden
    assert sheet.cell(99, 99).kind is CellKind.EMPTY


def test_addresses(make):
    sheet = read_book(make(["a"])).sheets[0]
    assert sheet.cell(6, 1).address == "B7"
    assert sheet.cell(0, 26).address == "AA1"
    assert sheet.cell(9, 701).address == "ZZ10"
    assert sheet.cell(9, 702).address == "AAA10"


def test_a_formula_without_result(make):
    path = make(["a", 5], change=lambda workbook, sheet: sheet.write_formula("A2", "=1+1", None, 2))
    changed(path, "xl/worksheets/sheet1.xml", lambda data: data.replace(b"<v>2</v>", b""))
    assert read_book(path).sheets[0].cell(1, 0).kind is CellKind.UNCACHED


def test_the_calendar_of_1904(make):
    path = make([date(2023, 5, 9), 5], options={"date_1904": True})
    book = read_book(path)
    assert book.dates_from_1904
    assert book.sheets[0].cell(0, 0).value == date(2023, 5, 9)


def test_names_with_a_prefix_and_cells_without_address(make):
    body = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b'<x:row r="2" hidden="1"><x:c r="A2" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = changed(make(["a"]), "xl/worksheets/sheet1.xml", lambda data: body)
    sheet = read_book(path).sheets[0]
    assert sheet.hidden_rows == {1}
    assert sheet.cell(1, 0).value == "#REF!"


def test_an_empty_workbook(make):
    assert read_book(make()).sheets[0].rows == []


def test_two_hundred_columns(make):
    row = read_book(make([f"cột {place}" for place in range(200)])).sheets[0].rows[0]
    assert row[199] == "cột 199"


def test_a_wrong_ending_does_no_harm(make, tmp_path):
    path = tmp_path / "thực ra là xlsx.xls"
    path.write_bytes(make(["a"]).read_bytes())
    assert read_book(path).sheets[0].rows == [["a"]]


NO_SHEETS = {
    "trống.xlsx": (b"", "trống"),
    "web.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "trang web"),
    "bom web.xls": (b"\xef\xbb\xbf<!DOCTYPE html><table>", "trang web"),
    "bảng.xml": (b'<?xml version="1.0"?><Workbook/>', "XML"),
    "bảng.csv": ("Tên;Ngày\nA;1".encode(), "không phải là bảng tính"),
    "tệp.xlsx": (b"%PDF-1.7", "PDF"),
    "ảnh.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(99), "không phải là bảng tính"),
    "cụt.xlsx": (b"PK\x03\x04" + bytes(50), "bị hỏng"),
    "cụt.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "bị hỏng"),
    "khóa.xlsx": (compound("EncryptionInfo", "EncryptedPackage"), "mật khẩu"),
    "biểu.doc": (compound("WordDocument"), "Word kiểu cũ"),
}


@pytest.mark.parametrize("name", NO_SHEETS)
def test_strangers_are_refused(name, tmp_path):
    content, reason = NO_SHEETS[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SheetFileError, match=reason):
        read_book(tmp_path / name)


@pytest.mark.parametrize("name", ["mat_khau.xls", "mat_khau.ods"])
def test_a_password_is_asked_to_be_taken_away(name):
    with pytest.raises(SheetFileError, match="mật khẩu"):
        read_book(SHEETS / name)


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(SheetFileError, match="Không tìm thấy"):
        read_book(tmp_path / "không có.xlsx")
    with pytest.raises(SheetFileError, match="thư mục"):
        read_book(tmp_path)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file_is_named(make, tmp_path, share):
    for whole in (make(["Tên hoạt động"] * 50).read_bytes(), (SHEETS / "hoat_dong.ods").read_bytes()):
        path = tmp_path / "cụt.xlsx"
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(SheetFileError):
            read_book(path)


def test_a_truncated_xls_is_read_or_named(tmp_path):
    whole = (SHEETS / "hoat_dong.xls").read_bytes()
    path = tmp_path / "cụt.xls"
    for length in range(8, len(whole), 97):
        path.write_bytes(whole[:length])
        try:
            book = read_book(path)
        except SheetFileError:
            continue
        assert book.sheets


def test_a_zip_that_is_no_workbook(tmp_path):
    path = tmp_path / "gói.xlsx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("word/document.xml", "<w/>")
    with pytest.raises(SheetFileError, match="không phải là bảng tính"):
        read_book(path)


def test_a_bomb_is_refused_before_it_is_unpacked(make):
    path = changed(make(["a"]), "xl/sharedStrings.xml", lambda data: b"<sst>" + b" " * 400_000_000)
    with pytest.raises(SheetFileError, match="bất thường"):
        read_book(path)


def test_many_entries_are_refused(make):
    path = make(["a"])
    with zipfile.ZipFile(path, "a") as made:
        for number in range(archive.MAX_ENTRIES + 1):
            made.writestr(f"xl/{number}.xml", "")
    with pytest.raises(SheetFileError, match="bất thường"):
        read_book(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_entities_are_refused(make, part):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = changed(make(["a", "b"]), part, lambda data: data.replace(b"?>", b"?>" + bomb, 1))
    with pytest.raises(SheetFileError):
        read_book(path)


@pytest.mark.parametrize("cell", [b'<c r="XFD1048576"><v>1</v></c>', b"<c r='XFD1048576'><v>1</v></c>"])
def test_a_far_away_cell_does_not_fill_the_memory(make, cell):
    path = changed(
        make(["a", 1]),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b"</sheetData>", b'<row r="1048576">' + cell + b"</row></sheetData>"),
    )
    with pytest.raises(SheetFileError, match="quá lớn"):
        read_book(path)


def test_an_ods_that_unfolds_does_not_fill_the_memory(tmp_path):
    path = tmp_path / "bảng.ods"
    path.write_bytes((SHEETS / "hoat_dong.ods").read_bytes())
    changed(
        path,
        "content.xml",
        lambda data: data.replace(
            b"<table:table-row ", b'<table:table-row table:number-rows-repeated="1000000" ', 1
        ),
    )
    with pytest.raises(SheetFileError, match="quá lớn"):
        read_book(path)


PARTS = ("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("text", [b"", b"<", b"\xff\xfe\x00", b"<a><b></a>"])
def test_damaged_parts_are_named(make, part, text):
    path = changed(make([("a", {"font_name": ".VnTime"})]), part, lambda data: text)
    with pytest.raises(SheetFileError):
        read_book(path)


def test_numbers_that_are_none_are_named(make):
    path = changed(
        make([("a", {"font_name": ".VnTime"})]),
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b'<row r="1"', '<row r="một"'.encode()),
    )
    with pytest.raises(SheetFileError):
        read_book(path)

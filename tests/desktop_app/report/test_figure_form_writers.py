"""The forms that go out: one page, headings, units, empty cells that take whole numbers only, keys hidden."""

import re
import zipfile
from datetime import date

import pytest
from docx import Document

from desktop_app.domain.figure_form import FigureForm, FormCode, askable_indicators, code_text
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.report import figure_form_wording as words
from desktop_app.report.figure_form_docx import write_form_docx
from desktop_app.report.figure_form_xlsx import write_form_xlsx

CODES = tuple(one.code for one in askable_indicators())


def form(codes=("conferences", "fines_vnd"), body="Hội Nông dân huyện", first=date(2023, 1, 1)):
    code = FormCode("60.597", "ab12", first, date(2023, 11, 15), codes)
    return FigureForm(code, ("ỦY BAN MTTQ", ""), "Ban Chỉ đạo huyện", 2023, body, date(2023, 11, 25))


@pytest.fixture
def sheet_xml(tmp_path):
    path = tmp_path / "Biểu.xlsx"
    write_form_xlsx(form(), path)
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_sheet_says_what_is_asked_of_whom(tmp_path):
    path = tmp_path / "Biểu.xlsx"
    write_form_xlsx(form(), path)
    sheet = read_book(path).sheets[0]
    texts = [cell for row in sheet.rows for cell in row if isinstance(cell, str) and cell]
    assert sheet.hidden_columns == {0}
    assert texts[0] == code_text(form().code)
    for wanted in (
        "BIỂU SỐ LIỆU",
        "Số liệu từ ngày 01/01/2023 đến ngày 15/11/2023",
        "Hội Nông dân huyện",
        "Chỉ tiêu",
        "Hội nghị, cuộc tuyên truyền",
        "Tiền phạt vi phạm hành chính",
        "đồng",
        "Đề nghị gửi lại tệp này cho Ban Chỉ đạo huyện chậm nhất ngày 25/11/2023.",
        "THỦ TRƯỞNG ĐƠN VỊ",
    ):
        assert wanted in texts


def test_only_whole_numbers_can_be_typed_and_only_into_cells_to_fill_in(sheet_xml):
    rule = re.search(r"<dataValidation (.*?)</dataValidation>", sheet_xml, re.DOTALL).group(0)
    assert 'type="whole"' in rule
    assert "<formula1>0</formula1>" in rule
    assert "Số liệu chưa đúng" in rule
    assert "<sheetProtection" in sheet_xml
    assert 'fitToPage="1"' in sheet_xml


def test_the_same_form_gives_the_same_sheet(tmp_path):
    one, other = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_form_xlsx(form(), one)
    write_form_xlsx(form(), other)
    assert one.read_bytes() == other.read_bytes()


def test_the_word_form_hides_its_keys_and_says_the_same(tmp_path):
    path = tmp_path / "Biểu.docx"
    write_form_docx(form(), path)
    document = Document(str(path))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"] in cells
    assert ["2{fines_vnd}", "Tiền phạt vi phạm hành chính", "đồng", ""] in cells
    hidden = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.hidden]
    assert hidden == [code_text(form().code)]


def test_a_form_for_any_body_leaves_its_name_open(tmp_path):
    open_form = form(body="", first=None)
    assert words.period_line(open_form) == "Số liệu tính đến ngày 15/11/2023"
    path = tmp_path / "Biểu.docx"
    write_form_docx(open_form, path)
    first_table = Document(str(path)).tables[0]
    assert first_table.rows[0].cells[1].text == ""


def test_all_indicators_fit_into_one_form(tmp_path):
    path = tmp_path / "Biểu.docx"
    write_form_docx(form(CODES), path)
    assert len(Document(str(path)).tables[1].rows) == len(CODES) + 1

"""A form that comes back is read by its hidden keys, whatever was typed into it; nothing is guessed."""

import zipfile
from datetime import date

import pytest

from desktop_app.domain.figure_form import FigureForm, FormCode
from desktop_app.errors import SheetFileError
from desktop_app.exchange.filled_form import read_form
from desktop_app.report.figure_form_docx import write_form_docx
from desktop_app.report.figure_form_xlsx import write_form_xlsx
from tests.desktop_app.exchange.filled_forms import cell_of, fill, fill_cells, without_row

CODE = FormCode(
    "60.597",
    "abc123",
    date(2023, 1, 1),
    date(2023, 11, 15),
    ("conferences", "attendees", "fines_vnd", "stalls"),
)
FORM = FigureForm(
    CODE,
    ("ỦY BAN MTTQ VIỆT NAM HUYỆN HÀM THUẬN BẮC", "BAN CHỈ ĐẠO"),
    "Ban Chỉ đạo",
    2023,
    "Hội Nông dân huyện",
    date(2023, 11, 25),
)
WRITERS = {"xlsx": write_form_xlsx, "docx": write_form_docx}


@pytest.fixture(params=WRITERS)
def path(request, tmp_path):
    """A form as it was sent out, in each kind of file."""
    made = tmp_path / f"Biểu số liệu.{request.param}"
    WRITERS[request.param](FORM, made)
    return made


@pytest.fixture
def sheet(tmp_path):
    made = tmp_path / "Biểu.xlsx"
    write_form_xlsx(FORM, made)
    return made


def values(form):
    return {line.code: line.value for line in form.lines}


def problems(form):
    return {line.code: line.problem for line in form.lines if line.problem}


def test_an_untouched_form_holds_its_code_and_no_figure(path):
    form = read_form(path)
    assert form.code == CODE
    assert form.body == "Hội Nông dân huyện"
    assert values(form) == dict.fromkeys(CODE.indicators)
    assert (form.report_number, form.joint_note, problems(form)) == ("", "", {})


def test_what_was_filled_in_is_read(path):
    fill(
        path,
        {
            "conferences": 12,
            "attendees": 0,
            "fines_vnd": 1_500_000,
            "@report_number": "41/BC-HND",
            "@joint_note": "Hội thi do Hội Phụ nữ báo cáo.",
        },
    )
    form = read_form(path)
    assert values(form) == {"conferences": 12, "attendees": 0, "fines_vnd": 1_500_000, "stalls": None}
    assert (form.report_number, form.joint_note) == ("41/BC-HND", "Hội thi do Hội Phụ nữ báo cáo.")


def test_numbers_typed_as_text_are_understood(path):
    fill(path, {"conferences": " 1.234 ", "attendees": "-", "fines_vnd": "1,5 triệu"})
    form = read_form(path)
    assert values(form) == {"conferences": 1234, "attendees": None, "fines_vnd": 1_500_000, "stalls": None}
    assert problems(form) == {}


@pytest.mark.parametrize("text", ["mười hai", "12 cuộc", "-5", "1,5", "12/3/2023", "1.23"])
def test_what_is_no_whole_number_is_refused_with_its_place(path, text):
    fill(path, {"stalls": text})
    form = read_form(path)
    line = form.lines[-1]
    assert line.value is None
    assert text in line.problem
    assert line.address == (cell_of(path, "stalls") if path.suffix == ".xlsx" else "dòng 4")


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (12.5, "“12,5” không phải là số nguyên"),
        (-3, "số không được âm"),
        (1e16, "số quá lớn"),
        (True, "đúng/sai"),
        ("#REF!", "công thức trong ô này bị lỗi"),
        ("=SUM(E1:E2)", "chưa có kết quả"),
    ],
)
def test_cells_that_hold_no_count_are_refused(sheet, value, problem):
    fill(sheet, {"conferences": value})
    form = read_form(sheet)
    assert form.lines[0].value is None
    assert problem in form.lines[0].problem


def test_a_line_taken_out_is_said(tmp_path):
    path = tmp_path / "Biểu.docx"
    write_form_docx(FORM, path)
    without_row(path, "attendees")
    form = read_form(path)
    assert problems(form) == {"attendees": "dòng này đã bị xóa khỏi biểu"}


def test_without_the_hidden_code_nothing_is_guessed(sheet):
    fill_cells(sheet, {"A1": "SHV-BIEU-1|60.597|abc123|2023-01-01|2023-11-15|conferences|00000000"})
    with pytest.raises(SheetFileError, match="không phải là biểu do sổ này gửi đi"):
        read_form(sheet)


def test_another_word_file_is_no_form(tmp_path):
    path = tmp_path / "Công văn.docx"
    write_form_docx(FORM, path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"SHV-BIEU-1", b"SHV-KHAC-1")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(SheetFileError, match="không phải là biểu do sổ này gửi đi"):
        read_form(path)


def test_files_that_cannot_be_read_say_why(tmp_path):
    with pytest.raises(SheetFileError, match="Không tìm thấy tệp"):
        read_form(tmp_path / "không có.xlsx")
    with pytest.raises(SheetFileError, match="là một thư mục"):
        read_form(tmp_path)
    text = tmp_path / "ghi chú.txt"
    text.write_text("12 cuộc", encoding="utf-8")
    with pytest.raises(SheetFileError, match="không phải là bảng tính"):
        read_form(text)
    cut = tmp_path / "cắt.docx"
    write_form_docx(FORM, cut)
    cut.write_bytes(cut.read_bytes()[:-200])
    with pytest.raises(SheetFileError, match="Word"):
        read_form(cut)

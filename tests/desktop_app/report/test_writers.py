import errno
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import CancelledError, ExportError
from desktop_app.report import pdf as pdf_module
from desktop_app.report import wording, writers
from desktop_app.report.cells import cell_text
from desktop_app.report.model import Section
from tests.desktop_app.report.reading import docx_text, pdf_text, xlsx_sheets, xlsx_text
from tests.desktop_app.report.sample import ManyRows, make_report, squashed, with_rows

FORMATS = sorted(writers.WRITERS)
READ = {"pdf": pdf_text, "docx": docx_text, "xlsx": xlsx_text}
HOSTILE = [
    "<b>&\"'</b>",
    "<para>x</para><br/>",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "[[x]] {{ y }} ${z}",
    "<r>x</r>",
    "_x0041_",
    "https://example.invalid/a?b=c&d=e",
    "mailto:a@example.invalid",
    "internal:Sheet1!A1",
    "Người Việt Nam ưu tiên dùng hàng Việt Nam ỵ Ỹ",
]


def _written(name: str, report: object, folder: Path) -> str:
    path = folder / f"a.{name}"
    writers.write(name, report, path)  # type: ignore[arg-type]
    return READ[name](path)


@pytest.mark.parametrize("name", FORMATS)
def test_every_text_is_in_every_format(name: str, tmp_path: Path) -> None:
    report = make_report()
    text = squashed(_written(name, report, tmp_path)).casefold()
    expected = [
        *report.superior_lines, *report.issuer_lines, wording.number_line(report), wording.date_line(report),
        report.kind_name, report.subject, *wording.addressee_lines(report), *report.lead,
        *wording.closing_paragraphs(report), *wording.recipient_lines(report),
        *report.signature.authority_lines, report.signature.name, report.signature.post,
    ]  # fmt: skip
    for section in report.walk():
        heading, texts = wording.section_text(section)
        expected += [heading, *texts]
    for annex in report.annexes:
        expected += [wording.annex_label(annex), annex.title, annex.table.unit_note]
        expected += [column.title for column in annex.table.columns]
    for words in expected:
        assert squashed(words).casefold() in text, words


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_every_cell_is_printed_in_order(name: str, tmp_path: Path) -> None:
    report = make_report()
    text = squashed(_written(name, report, tmp_path))
    for annex in report.annexes:
        for row in annex.table.rows:
            kinds = [column.kind for column in annex.table.columns]
            cells = [cell_text(cell, kind) for cell, kind in zip(row, kinds, strict=True)]
            assert squashed("".join(cells)) in text


def test_every_cell_is_typed_in_excel(tmp_path: Path) -> None:
    report = make_report()
    path = tmp_path / "a.xlsx"
    writers.write("xlsx", report, path)
    sheets = xlsx_sheets(path)
    for annex in report.annexes:
        heading, *rows = sheets[annex.table.title]
        assert heading == [column.title for column in annex.table.columns]
        assert rows == [["" if cell is None else cell for cell in row] for row in annex.table.rows]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words(name: str, hostile: str, tmp_path: Path) -> None:
    section = Section("I", "I", f"Mục {hostile}", 2, (hostile, f"Đoạn {hostile} hết"))
    report = with_rows(((hostile, f"x {hostile}"),), sections=(section,))
    text = squashed(_written(name, report, tmp_path))
    for words in (hostile, f"Mục {hostile}", f"Đoạn {hostile} hết", f"x {hostile}"):
        assert squashed(words) in text


@pytest.mark.parametrize("name", FORMATS)
def test_odd_characters_break_nothing(name: str, tmp_path: Path) -> None:
    odd = "a\x00\x01\x0b\x1f\x7f\x85\ufffe\uffffb \ud800 \udfff 😀👨‍👩‍👧 ☑ e\u0323\u0302"
    report = with_rows(
        ((odd, odd),), sections=(Section("I", "I", odd, 1, (odd,)),), subject=odd, recipients=(odd,),
        addressees=(odd, odd), superior_lines=(odd,), place_name=odd, number=odd, closing=odd,
    )  # fmt: skip
    text = _written(name, report, tmp_path)
    assert "ệ" in text
    assert ("□" if name == "pdf" else "😀") in text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("unit", ["hàng Việt ", "x", "dòng\n"])
def test_very_long_texts_are_written_whole_in_seconds(name: str, unit: str, tmp_path: Path) -> None:
    long = unit * (100_000 // len(unit))
    report = with_rows(((long, "ngắn"),), sections=(Section("I", "I", "Dài", 1, (long,)),))
    start = time.perf_counter()
    path = tmp_path / f"a.{name}"
    writers.write(name, report, path)
    assert time.perf_counter() - start < 10
    if name == "xlsx":
        text = xlsx_text(path)
        assert squashed(text).count(squashed(unit)) >= 2 * (100_000 // len(unit))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("field", ["subject", "lead", "closing", "issuer_lines", "recipients", "addressees"])
def test_any_block_may_be_taller_than_a_page(name: str, field: str, tmp_path: Path) -> None:
    long = "chữ rất dài " * 3_000
    report = make_report(**{field: long if field in ("subject", "closing") else (long, "hết.")})
    text = squashed(_written(name, report, tmp_path)).casefold()
    assert text.count("chữrấtdài") >= 2_990  # the other column may stand between two words


@pytest.mark.parametrize("name", FORMATS)
def test_an_almost_empty_report_is_written(name: str, tmp_path: Path) -> None:
    report = make_report(
        superior_lines=(), issuer_lines=(), symbol="", place_name="", subject="", addressees=(), lead=(),
        sections=(), closing="", recipients=(), annexes=(), number="", issued_on=None,
    )  # fmt: skip
    assert "BÁO CÁO" in _written(name, report, tmp_path)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes_at_any_time(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / f"a.{name}", tmp_path / f"b.{name}"
    writers.write(name, make_report(), first)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    writers.write(name, make_report(), second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", ["docx", "xlsx"])
def test_no_part_of_a_file_says_when_it_was_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name}"
    days = {datetime.now(zone).strftime("%Y-%m-%d").encode() for zone in (UTC, None)}
    writers.write(name, make_report(), path)
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            assert not any(day in archive.read(part) for day in days), part


@pytest.mark.parametrize("name", FORMATS)
def test_progress_goes_up_to_the_end(name: str, tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    writers.write(
        name,
        with_rows(ManyRows(300)),
        tmp_path / "a",
        progress=lambda done, total: calls.append((done, total)),
    )
    assert calls == sorted(calls)
    assert len(calls) > 3
    assert calls[-1] == (305, 305)


@pytest.mark.parametrize("name", FORMATS)
def test_a_cancelled_job_ends_at_once(name: str, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        writers.write(name, with_rows(ManyRows(300)), tmp_path / "a", progress=cancel)


@pytest.mark.parametrize("name", FORMATS)
def test_a_missing_folder_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Không tìm thấy thư mục"):
        writers.write(name, make_report(), tmp_path / "không có" / "a")


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_in_the_place_of_the_file_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="hãy chọn thư mục khác"):
        writers.write(name, make_report(), tmp_path)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(name: str) -> None:
    with pytest.raises(ExportError, match="đã đầy"):
        writers.write(name, make_report(), Path("/dev/full"))


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, "đóng tệp nếu đang mở"), (errno.EROFS, "Không được phép"), (errno.EIO, "Không ghi được")],
)
def test_errors_of_the_disk_say_what_to_do(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "lỗi")

    monkeypatch.setattr(pdf_module, "write_pdf", fail)
    with pytest.raises(ExportError, match=words):
        writers.write("pdf", make_report(), tmp_path / "a")


@pytest.mark.parametrize("name", FORMATS)
@given(text=st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_taken(name: str, text: str, tmp_path: Path) -> None:
    section = Section("I", text, text, 1, (text,))
    report = with_rows(((text, text),), sections=(section,), subject=text, place_name=text, closing=text)
    _written(name, report, tmp_path)

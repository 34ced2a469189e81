"""Printed sheets, read back from a printer that writes PDF."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.errors import CancelledError, ExportError
from desktop_app.report.pdf_pages import PdfPages
from tests.pdfs import UPRIGHT, WIDE, make_pdf
from ui.printing import ask_printer, chosen_pages, is_copy, make_printer, print_pages, save_copy


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "Bản in.pdf"


@pytest.fixture
def printer(qapp, out: Path) -> QPrinter:
    made = make_printer("Báo cáo năm 2023", UPRIGHT)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(out))
    return made


def quiet(_done: int, _total: int, _text: str) -> None:
    """Take what is told of the progress."""


def test_each_sheet_lies_as_its_page_does(printer: QPrinter, out: Path) -> None:
    told: list[tuple[int, int, str]] = []
    data = make_pdf(UPRIGHT, WIDE, UPRIGHT)
    assert print_pages(printer, data, [0, 1, 2], lambda *words: told.append(words)) == 3
    with PdfPages(out.read_bytes()) as printed:
        assert [width > height for width, height in printed.sizes] == [False, True, False]
        assert [tuple(round(side) for side in size) for size in printed.sizes] == [
            (595, 842), (842, 595), (595, 842),
        ]  # fmt: skip
        for page in range(3):
            picture = printed.render(page, 72)
            rows = [
                picture.data[y * picture.stride : (y + 1) * picture.stride] for y in range(picture.height)
            ]
            assert rows[108][3 * 108 : 3 * 108 + 3] == b"\0\0\0", "the square keeps its place and size"
            assert rows[108][3 * 60 : 3 * 60 + 3] == b"\xff\xff\xff"
            assert rows[160][3 * 108 : 3 * 108 + 3] == b"\xff\xff\xff"
    assert told[0] == (0, 3, "Đang in trang 1…")


def test_the_whole_report_printed_to_a_file_is_the_file_itself(printer: QPrinter, out: Path) -> None:
    data = make_pdf(UPRIGHT, WIDE)
    assert is_copy(printer, [0, 1], 2)
    assert not is_copy(printer, [1], 2)
    printer.setCopyCount(2)
    assert not is_copy(printer, [0, 1], 2)
    printer.setCopyCount(1)
    assert save_copy(printer, data, [0, 1]) == 2
    assert out.read_bytes() == data
    printer.setOutputFileName(str(out.parent / "không có" / "in.pdf"))
    with pytest.raises(ExportError, match="Không ghi được tệp"):
        save_copy(printer, data, [0, 1])


def test_only_the_pages_that_are_wanted_are_printed(printer: QPrinter, out: Path) -> None:
    print_pages(printer, make_pdf(*[UPRIGHT] * 3, WIDE), [3, 1], quiet)
    with PdfPages(out.read_bytes()) as printed:
        assert [width > height for width, height in printed.sizes] == [True, False]


def test_ranges_and_order_are_those_of_the_dialog(printer: QPrinter) -> None:
    assert chosen_pages(printer, 4, 2) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 4, 2) == [2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 9, 0) == [1, 2]
    ranges = QPageRanges()
    for first, last in ((1, 1), (3, 4), (8, 12)):
        ranges.addRange(first, last)
    printer.setPageRanges(ranges)
    assert chosen_pages(printer, 9, 0) == [0, 2, 3, 7, 8]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 9, 0) == [8, 7, 3, 2, 0]


def test_the_first_sheet_may_be_wide(qapp) -> None:
    assert make_printer("A", WIDE).pageLayout().orientation() is QPageLayout.Orientation.Landscape


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "không có" / "a.pdf"))
    with pytest.raises(ExportError, match="máy in"):
        print_pages(printer, make_pdf(UPRIGHT), [0], quiet)


def test_printing_can_be_stopped(printer: QPrinter) -> None:
    def stop(done: int, _total: int, _text: str) -> None:
        if done == 1:
            raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        print_pages(printer, make_pdf(*[UPRIGHT] * 3), [0, 1, 2], stop)


def test_the_dialog_asks_for_pages_within_the_report(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen = []

    def answer(dialog: QPrintDialog) -> int:
        seen.append((dialog.windowTitle(), dialog.minPage(), dialog.maxPage(), dialog.fromPage()))
        dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
        dialog.done(QPrintDialog.DialogCode.Accepted)
        return dialog.result()

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    printer = ask_printer(parent, "Báo cáo", [UPRIGHT, UPRIGHT, WIDE], 1)
    assert seen == [("In báo cáo", 1, 3, 2)]
    assert printer is not None
    assert printer.docName() == "Báo cáo"

    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: dialog.reject() or dialog.result())
    assert ask_printer(parent, "Báo cáo", [UPRIGHT], 0) is None

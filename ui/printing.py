"""Paper: the pages of a PDF sent to a printer, each the way round that it lies."""

from collections.abc import Callable, Sequence
from itertools import chain, repeat
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.errors import ExportError
from desktop_app.ledger.reporting import open_pages
from ui.dialogs.answer import executed

DPI = 300
_POINTS_PER_INCH = 72
_NOT_WRITTEN = "Không ghi được tệp “{}”; hãy đóng tệp nếu đang mở, hoặc chọn thư mục khác."
_REFUSED = "Máy in không nhận bản in; hãy kiểm tra máy in rồi in lại, hoặc mở bằng trình đọc PDF để in."


def make_printer(title: str, size: tuple[float, float]) -> QPrinter:
    """Return the usual printer, for A4 and the way round of a page of this size in points."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), _orientation(size), QMarginsF(0, 0, 0, 0))
    )
    return printer


def ask_printer(
    parent: QWidget, title: str, sizes: Sequence[tuple[float, float]], page: int
) -> QPrinter | None:
    """Ask where, which pages and how many copies; return the printer, None when nothing is to be printed.

    Args:
        parent: the window.
        title: of the document.
        sizes: of its pages, in points.
        page: the one being read, counted from 0.
    """
    printer = make_printer(title, sizes[0])
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In báo cáo")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, True)
    dialog.setMinMax(1, len(sizes))
    dialog.setFromTo(page + 1, page + 1)
    dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
    with executed(dialog) as answered:
        return printer if answered.result() == QPrintDialog.DialogCode.Accepted else None


def chosen_pages(printer: QPrinter, count: int, page: int) -> list[int]:
    """Return the pages that were asked for, counted from 0, in the order of printing."""
    chosen = printer.printRange()
    if chosen == QPrinter.PrintRange.CurrentPage:
        pages = [page]
    elif chosen == QPrinter.PrintRange.PageRange:
        ranges = [(one.from_, one.to) for one in printer.pageRanges().toRangeList()]
        ranges = ranges or [(printer.fromPage(), printer.toPage())]
        pages = list(dict.fromkeys(chain.from_iterable(range(first - 1, last) for first, last in ranges)))
    else:
        pages = list(range(count))
    pages = [one for one in pages if 0 <= one < count]
    return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages


def is_copy(printer: QPrinter, pages: Sequence[int], count: int) -> bool:
    """Say whether what was chosen is the PDF itself: all its pages once, in order, as a PDF file on A4."""
    to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and bool(printer.outputFileName())
    is_a4 = printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    return to_file and is_a4 and printer.copyCount() <= 1 and list(pages) == list(range(count))


def save_copy(printer: QPrinter, data: bytes, pages: Sequence[int]) -> int:
    """Write the PDF as it is, small and with text that can be searched; return how many pages.

    Raises:
        ExportError: the file cannot be written.
    """
    path = Path(printer.outputFileName())
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ExportError(_NOT_WRITTEN.format(path)) from error
    return len(pages)


def print_pages(
    printer: QPrinter, data: bytes, pages: Sequence[int], progress: Callable[[int, int, str], None]
) -> int:
    """Print pages of a PDF, each on a sheet the way round that it lies; return how many sheets.

    Args:
        printer: what the user chose.
        data: the PDF.
        pages: counted from 0, in the order of printing.
        progress: told (sheets printed, sheets in all, what is being done); what it raises ends the printing.

    Raises:
        ExportError: the printer takes nothing.
    """
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    sheets = list(chain.from_iterable(repeat(pages, copies)))
    with open_pages(data) as opened:
        painter = QPainter()
        try:
            for done, page in enumerate(sheets):
                progress(done, len(sheets), f"Đang in trang {page + 1}…")
                printer.setPageOrientation(_orientation(opened.size(page)))
                if not (printer.newPage() if done else painter.begin(printer)):
                    raise ExportError(_REFUSED)
                pixels = opened.render(page, DPI)
                picture = QImage(
                    pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB888
                )
                painter.drawImage(_on_paper(printer, opened.size(page)), picture)
        except BaseException:
            printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()
    return len(sheets)


def _orientation(size: tuple[float, float]) -> QPageLayout.Orientation:
    is_wide = size[0] > size[1]
    return QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait


def _on_paper(printer: QPrinter, size: tuple[float, float]) -> QRectF:
    """Return where a page lies on the sheet: in its own size, smaller only where the paper is."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    per_point = printer.resolution() / _POINTS_PER_INCH
    width, height = size[0] * per_point, size[1] * per_point
    scale = min(1.0, paper.width() / width, paper.height() / height)
    rect = QRectF(0, 0, width * scale, height * scale)
    rect.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    return rect

"""The one door to the writers: a format's library is imported when the format is first asked for."""

import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop_app.domain.word_template import TemplateReview
from desktop_app.errors import AttachmentError, ExportError
from desktop_app.report.layout import Layout, load_layout
from desktop_app.report.missing_glyphs import Places, unusual_characters
from desktop_app.report.model import Progress, Report
from desktop_app.report.official import OfficialDocument
from desktop_app.report.scan import Scan
from desktop_app.report.template_model import Template
from desktop_app.report.whole_file import whole_file


class Writer(Protocol):
    """Writes a report into one file."""

    def __call__(
        self, report: Report, path: Path, layout: Layout, progress: Progress | None = None, /
    ) -> None:
        """Write the file."""


def _pdf() -> Writer:
    from desktop_app.report.pdf import write_pdf

    return write_pdf


def _docx() -> Writer:
    from desktop_app.report.docx import write_docx

    return write_docx


def _xlsx() -> Writer:
    from desktop_app.report.xlsx import write_xlsx

    return write_xlsx


def _template() -> Callable[[Template, Path], None]:
    from desktop_app.report.xlsx_template import write_xlsx_template

    return write_xlsx_template


WRITERS: dict[str, Callable[[], Writer]] = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write(
    format: str,
    report: Report,
    path: Path,
    *,
    layout: Layout | None = None,
    progress: Progress | None = None,
) -> None:
    """Write a report.

    Args:
        format: a key of `WRITERS`.
        report: what to write.
        path: the file; it is written directly, so the caller gives a path in a folder of its own.
        layout: the profile; the default one if None.
        progress: called now and then; what it raises ends the writing.

    Raises:
        ExportError: if the file cannot be written.
    """
    try:
        WRITERS[format]()(report, path, layout or load_layout(), progress)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def write_from_template(
    report: Report, path: Path, layout: Layout, template: bytes, progress: Progress | None = None
) -> tuple[str, ...]:
    """Write the Word file from the office's own template.

    Args:
        report: what to write.
        path: the file.
        layout: the profile of its blocks; styles, paper and fixed words are the template's.
        template: bytes of a .docx.
        progress: called now and then; what it raises ends the writing.

    Returns:
        What the user should know, whole sentences.

    Raises:
        TemplateError: the template cannot be filled; nothing was written.
        ExportError: the file cannot be written.
    """
    from desktop_app.report.template.rendering import write_from_template as write_filled

    try:
        return write_filled(report, path, layout, template, progress)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def write_word_template(path: Path, layout: Layout) -> None:
    """Write the shipped template for an office to change.

    Raises:
        ExportError: the file cannot be written.
    """
    from desktop_app.report.template.shipped import write_shipped

    try:
        with whole_file(path) as building:
            write_shipped(building, layout)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that is whole already.

    Raises:
        ExportError: the file cannot be written.
    """
    try:
        with whole_file(path) as building:
            building.write_bytes(data)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def review_word_template(data: bytes, name: str, layout: Layout) -> TemplateReview:
    """Return what speaks against a template that an office chose; it is filled with an invented report, too."""
    from desktop_app.report.template.review import review_template

    return review_template(data, name, layout)


def missing_characters(report: Report) -> Places:
    """Return the characters that the PDF prints as boxes, with the places where they stand.

    The font, and the library that reads it, is only loaded for a report with unusual characters.
    """
    unusual = unusual_characters(report)
    if not unusual:
        return {}
    from desktop_app.report.fonts import load_fonts

    missing = load_fonts().missing("".join(unusual))
    return {char: unusual[char] for char in missing}


def write_official(document: OfficialDocument, path: Path, *, layout: Layout | None = None) -> None:
    """Write an official document that is no report, as a Word file; `layout` as for `write`.

    Raises:
        ExportError: if the file cannot be written.
    """
    from desktop_app.report.docx.official import write_official as write_word

    try:
        with whole_file(path) as building:
            write_word(document, building, layout or load_layout())
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def write_template(template: Template, path: Path) -> None:
    """Write the workbook that offices fill.

    Raises:
        ExportError: if the file cannot be written.
    """
    try:
        with whole_file(path) as building:
            _template()(template, building)
    except OSError as error:
        raise ExportError(_sentence(error, path)) from error


def signed_copy(files: Sequence[tuple[str, bytes]], room: int) -> Scan:
    """Return the signed copy of a report as one PDF, see `report.scan_pdf`.

    Args:
        files: name and bytes of one PDF, or of photos of the pages in order.
        room: bytes that a PDF of photos ought to stay below.

    Raises:
        AttachmentError: it cannot be used, or a PDF stands beside other files.
    """
    from desktop_app.report.scan_pdf import checked_pdf, is_pdf, photos_to_pdf

    if not any(is_pdf(data) for _, data in files):
        return photos_to_pdf(files, room)
    if len(files) > 1:
        raise AttachmentError("Bản ký chỉ được là một tệp PDF, hoặc các ảnh JPEG, PNG; hãy chọn lại.")
    [(name, data)] = files
    return checked_pdf(data, name)


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _NO_ROOM:
        return (
            f"Ổ đĩa đã đầy nên không ghi được “{path.name}”; hãy dọn bớt hoặc chọn ổ đĩa khác rồi xuất lại."
        )
    if error.errno in _NOT_ALLOWED:
        return f"Không được phép ghi “{path}”; hãy đóng tệp nếu đang mở, hoặc chọn thư mục khác rồi xuất lại."
    if error.errno == errno.ENOENT:
        return (
            f"Không tìm thấy thư mục “{path.parent}”; hãy kiểm tra ổ đĩa hoặc chọn thư mục khác rồi xuất lại."
        )
    return f"Không ghi được “{path}” (mã lỗi hệ thống {error.errno}); hãy chọn thư mục khác rồi xuất lại."

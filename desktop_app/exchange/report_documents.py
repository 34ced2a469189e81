"""The documents of one report: PDF, Word, Excel; a template that cannot be filled never blocks them."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import TemplateError
from desktop_app.exchange.folder_files import DOCUMENTS
from desktop_app.report import writers
from desktop_app.report.build import ReportSource
from desktop_app.report.model import Progress, Report

_TEMPLATED = "docx"
_FELL_BACK = (
    "Không dùng được mẫu Word của đơn vị nên bản Word được trình bày theo mẫu của chương trình. {} "
    "Có thể sửa và chọn lại mẫu trong Cài đặt."
)


class Documents(NamedTuple):
    """What was written.

    Attributes:
        files: name -> bytes.
        notes: what the user should know, whole sentences.
    """

    files: dict[str, bytes]
    notes: tuple[str, ...]


def write_documents(
    source: ReportSource, report: Report, folder: Path, tell: Progress, steps: int
) -> Documents:
    """Write all documents into a folder; `tell` is called behind each with its number and that of all steps.

    Raises:
        ExportError: a file cannot be written.
        CancelledError: the user stopped it.
    """
    files: dict[str, bytes] = {}
    notes: tuple[str, ...] = (source.template_warning,) if source.template_warning else ()
    for step, (format_name, file) in enumerate(DOCUMENTS.items(), 2):
        if format_name == _TEMPLATED and source.template:
            notes += _write_templated(source, report, folder / file)
        else:
            writers.write(format_name, report, folder / file, layout=source.layout)
        files[file] = (folder / file).read_bytes()
        tell(step, steps)
    return Documents(files, notes)


def _write_templated(source: ReportSource, report: Report, path: Path) -> tuple[str, ...]:
    try:
        return writers.write_from_template(report, path, source.layout, source.template)
    except TemplateError as error:
        writers.write(_TEMPLATED, report, path, layout=source.layout)
        return (_FELL_BACK.format(error),)

"""Forms for other bodies' figures: written for those who are asked, taken in when they come back (product row B13)."""

import errno
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.domain.figure_form import (
    ChangeKind,
    FigureForm,
    FilledForm,
    FormChange,
    FormCode,
    FormPreview,
    FormRequest,
    in_form_order,
    merged_figures,
)
from desktop_app.domain.indicators import indicator
from desktop_app.domain.office_wording import issuer_lines, issuer_name, superior_lines
from desktop_app.domain.query import Query, Span
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.reported_figures import BodyKind, ReportedFigures
from desktop_app.domain.registers import REPORTED_FIGURES
from desktop_app.errors import ConflictError, ExportError, ImportProblemsError, UserError
from desktop_app.exchange.filled_form import read_form
from desktop_app.report.figure_form_docx import write_form_docx
from desktop_app.report.figure_form_xlsx import write_form_xlsx
from desktop_app.storage.operations import Operations
from desktop_app.storage.register_store import RegisterStore
from desktop_app.vietnamese.dates import format_date, format_period
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer

WRITERS: dict[str, Callable[[FigureForm, Path], None]] = {"xlsx": write_form_xlsx, "docx": write_form_docx}
_LONGEST_NAME = 48


class FigureForms:
    """Writes and reads the forms of one ledger."""

    def __init__(
        self,
        office: Office,
        year: int,
        store: RegisterStore[ReportedFigures],
        operations: Operations,
        today: date,
    ) -> None:
        self._office, self._year, self._today = office, year, today
        self._store, self._operations = store, operations

    def write(self, request: FormRequest, folder: Path) -> list[Path]:
        """Write a file for each body and format, and return them; a file of the same name is replaced.

        Raises:
            ExportError: a file cannot be written, or nothing was chosen.
        """
        codes = in_form_order(request.indicators)
        if not codes:
            raise ExportError("Chưa chọn chỉ tiêu nào; hãy đánh dấu ít nhất một chỉ tiêu cần hỏi.")
        written: list[Path] = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, form in self._forms(request, codes):
                for ending in request.formats:
                    path = folder / f"{name}.{ending}"
                    WRITERS[ending](form, path)
                    written.append(path)
        except OSError as error:
            raise ExportError(_not_written(error, folder)) from error
        return written

    def note_asked(self, request: FormRequest) -> None:
        """Keep with each body when it was asked, for which days and until when, as one operation.

        Raises:
            ConflictError: one was changed or deleted meanwhile; nothing was written.
        """
        count = len(request.records)
        whom = f"“{request.records[0].body}”" if count == 1 else f"{count} đơn vị"
        asked = [
            replace(
                self._store.get(record.id),
                asked_on=self._today,
                due_on=request.due_on,
                period_from=request.period_from,
                period_to=request.period_to,
            )
            for record in request.records
        ]
        with self._operations.begin("save", f"Đã ghi gửi biểu cho {whom}") as operation:
            self._store.save_all(operation, asked)

    def preview(self, paths: Sequence[Path]) -> list[FormPreview]:
        """Return what each file would do; a bad file never hides another."""
        taken: dict[str, str] = {}
        previews: list[FormPreview] = []
        for path in paths:
            try:
                one = self._preview(path)
            except UserError as error:
                one = FormPreview(path, str(error))
            key = _key(one.record) if one.record else ""
            if key and key in taken:
                sentence = f"Đơn vị này đã có ở tệp “{taken[key]}”; hãy nhận từng tệp một, tệp đúng sau cùng."
                one = FormPreview(path, sentence)
            elif key:
                taken[key] = path.name
            previews.append(one)
        return previews

    def save(self, previews: Sequence[FormPreview]) -> int:
        """Save what was previewed as one operation; return the number of bodies.

        Raises:
            ImportProblemsError: none of them can be taken.
            ConflictError: a body was changed since the preview; nothing was written.
        """
        records = [one.record for one in previews if one.record is not None]
        if not records:
            raise ImportProblemsError("Không có biểu nào để nhận; hãy chọn tệp khác.")
        whom = f"“{records[0].body}”" if len(records) == 1 else f"{len(records)} đơn vị"
        with self._operations.begin("import", f"Đã nhận biểu số liệu của {whom}") as operation:
            self._store.save_all(operation, [one for one in records if one.id])
            self._store.add_all(operation, [one for one in records if not one.id])
        return len(records)

    def _forms(self, request: FormRequest, codes: tuple[str, ...]) -> Iterator[tuple[str, FigureForm]]:
        """Yield file name and form for each body, or one that any body can fill in."""
        names: set[str] = set()
        for record in request.records or (ReportedFigures(),):
            name = base = _file_name(record.body, request.period_to)
            number = 1
            while name in names:
                number += 1
                name = f"{base}_{number}"
            names.add(name)
            code = FormCode(self._office.unit_code, record.id, request.period_from, request.period_to, codes)
            yield (
                name,
                FigureForm(
                    code,
                    tuple(" ".join(part(self._office)) for part in (superior_lines, issuer_lines)),
                    issuer_name(self._office),
                    self._year,
                    record.body,
                    request.due_on,
                ),
            )

    def _preview(self, path: Path) -> FormPreview:
        form = read_form(path)
        refused = self._refusal(form.code)
        if refused:
            return FormPreview(path, refused)
        record = self._record(form)
        if not record.body:
            return FormPreview(
                path, "Biểu chưa ghi tên đơn vị cung cấp số liệu; hãy ghi vào biểu rồi nhận lại."
            )
        changes = tuple(_changes(record, form))
        if not changes:
            return FormPreview(path, "Biểu chưa ghi số liệu nào; hãy nhắc đơn vị ghi rồi gửi lại.")
        after = replace(
            record,
            report_number=form.report_number or record.report_number,
            joint_note=form.joint_note or record.joint_note,
            answered_on=record.answered_on or self._today,
            figures=merged_figures(record.figures, form.lines),
        )
        return FormPreview(path, record=after, changes=changes)

    def _refusal(self, code: FormCode) -> str:
        if code.unit_code != self._office.unit_code:
            return "Biểu này do một đơn vị khác gửi đi, không phải của sổ này; hãy kiểm tra lại tệp."
        if code.period_to.year != self._year:
            return (
                f"Biểu này hỏi số liệu năm {code.period_to.year}, còn sổ đang làm việc với năm {self._year}; "
                "hãy đổi năm làm việc ở trang Tổng quan nếu muốn nhận."
            )
        return ""

    def _record(self, form: FilledForm) -> ReportedFigures:
        """Return the row that a form answers: by its id, for an empty form by the name of the body.

        Raises:
            ConflictError: the row is gone, or waits for another period.
        """
        code = form.code
        if not code.record_id:
            same_end = Query(spans={"period_to": Span(code.period_to, code.period_to)})
            wanted = fold(form.body)
            for one in self._store.fetch(same_end, 0, self._store.count(same_end)):
                if fold(one.body) == wanted:
                    return self._store.get(one.id)
            return ReportedFigures(
                body=form.body,
                body_kind=BodyKind.OTHER,
                period_from=code.period_from,
                period_to=code.period_to,
            )
        record = self._store.get(code.record_id)
        if record.deleted_at:
            raise ConflictError(f"“{record.body}” đang ở trong thùng rác; hãy khôi phục rồi nhận lại biểu.")
        if (record.period_from, record.period_to) != (code.period_from, code.period_to):
            raise ConflictError(
                f"Biểu này hỏi số liệu {_days(code.period_from, code.period_to)}, còn “{record.body}” đang được hỏi "
                f"{_days(record.period_from, record.period_to)}; hãy gửi lại biểu đúng kỳ."
            )
        return record


def _changes(record: ReportedFigures, form: FilledForm) -> Iterator[FormChange]:
    for line in form.lines:
        one = indicator(line.code)
        before = record.figures.get(line.code)
        shown = "" if before is None else format_integer(before)
        if line.problem:
            where = f"{line.address}: " if line.address else ""
            yield FormChange(ChangeKind.BAD, one.label, shown, "", f"{where}{line.problem}")
        elif line.value is not None:
            yield FormChange(_kind(before, line.value), one.label, shown, format_integer(line.value))
    for name, after in (("report_number", form.report_number), ("joint_note", form.joint_note)):
        held = getattr(record, name)
        if after:
            yield FormChange(_kind(held or None, after), REPORTED_FIGURES.label(name), held, after)


def _kind(before: object, after: object) -> ChangeKind:
    if before is None:
        return ChangeKind.NEW
    return ChangeKind.SAME if before == after else ChangeKind.CHANGED


def _key(record: ReportedFigures) -> str:
    return record.id or f"{fold(record.body)}|{record.period_to}"


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return format_period(first, last)
    return f"đến ngày {format_date(last)}" if last else "chưa rõ kỳ"


def _file_name(body: str, period_to: date) -> str:
    """Return an ASCII name of the body and the end of the period."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(body)).split() or ["trong"]
    name = "".join(word.capitalize() for word in words)[:_LONGEST_NAME]
    return f"Bieu_{name}_{period_to:%Y%m%d}"


def _not_written(error: OSError, folder: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Ổ đĩa đã đầy nên không ghi được biểu; hãy dọn bớt hoặc chọn ổ đĩa khác."
    return f"Không ghi được biểu vào “{folder}”; hãy đóng tệp biểu cũ nếu đang mở, hoặc chọn thư mục khác."

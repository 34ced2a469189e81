"""One export: a new folder with the report as PDF, Word and Excel, the package to e-mail and a ready draft."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.domain.office_wording import CAMPAIGN, issuer_name
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.errors import ExportError
from desktop_app.exchange.check_code import check_code, content_hash, sha256
from desktop_app.exchange.closing import MOST_BYTES, too_large_sentence
from desktop_app.exchange.datasets import datasets
from desktop_app.exchange.email_draft import write_draft
from desktop_app.exchange.export_result import EmailDraft, ExportResult
from desktop_app.exchange.folder_files import (
    DOCUMENTS,
    DRAFT_FILE,
    ascii_code,
    new_folder,
    passing_folder,
    put_in_place,
)
from desktop_app.exchange.package import descriptor, path_of, write_package
from desktop_app.exchange.package_contents import DESCRIPTOR_FILE
from desktop_app.exchange.report_documents import write_documents
from desktop_app.exchange.tabular import Dataset
from desktop_app.report import writers
from desktop_app.report.build import ReportSource, build_report
from desktop_app.report.model import Progress, Report
from desktop_app.report.wording import ADDRESSEE_LABEL, addressee_lines, document_number
from desktop_app.storage.reports import ExportEntry
from desktop_app.version import VERSION
from desktop_app.vietnamese.dates import format_date, long_date

STEPS = 6
_LONGEST_NAME = 60


@dataclass(frozen=True)
class _Prepared:
    """The content of an export before anything is written."""

    report: Report
    tables: list[Dataset]
    data: dict[str, bytes]
    content: str
    parent: str
    lineage: tuple[str, ...]


def export(
    source: ReportSource,
    earlier: list[ExportEntry],
    out: Path,
    note: Callable[[ExportEntry], None],
    lock: AbstractContextManager[None],
    *,
    reason: str = "",
    progress: Progress | None = None,
) -> ExportResult:
    """Write the report folder; it appears under its name only when it is whole.

    Args:
        source: the report's content.
        earlier: exports of the same period, newest first; they decide the revision.
        out: the folder that gets the new folder.
        note: keeps the export in the ledger; if it cannot, the folder is as it was before.
        lock: the ledger's transaction around that, see `put_in_place`.
        reason: why warnings were passed over.
        progress: called after each step; may raise `CancelledError`.

    Raises:
        ExportError: the files cannot be written.
        CancelledError: the user stopped it; nothing is left behind.
    """
    tell = progress or (lambda done, total: None)
    prepared = _prepare(source, earlier)
    name = folder_name(prepared.report)
    folder, package_file = out / name, f"{name}.zip"
    with new_folder(folder) as building:
        tell(1, STEPS)
        documents = write_documents(source, prepared.report, building, tell, STEPS)
        package, package_hash = _write_package(source, prepared, building, name, documents.files)
        tell(STEPS - 1, STEPS)
        draft = email_draft(source, prepared.report, package_file)
        (building / DRAFT_FILE).write_bytes(write_draft(draft, package))
        tell(STEPS, STEPS)
        entry = _entry(source, prepared, package_hash, folder, reason)
        # An export that is not noted must not stay: the next one would give its revision to other content.
        put_in_place(building, folder, partial(note, entry), lock)
    files = tuple(folder / file for file in (*DOCUMENTS.values(), package_file, DRAFT_FILE))
    return ExportResult(
        folder, files, folder / package_file, entry.revision, entry.check_code, draft, documents.notes
    )


def _prepare(source: ReportSource, earlier: list[ExportEntry]) -> _Prepared:
    report = build_report(source)
    tables = datasets(
        report, source.records, source.figures, source.indicators, source.previous, source.photos
    )
    data = {path_of(table): table.to_csv() for table in tables}
    content = content_hash(data)
    revision, parent = _revision(content, earlier)
    identity = report.identity
    check = check_code(identity.unit_code, identity.year, identity.period, revision, content)
    report = replace(report, identity=replace(identity, revision=revision, check=check))
    lineage = tuple(dict.fromkeys(one.package_hash for one in reversed(earlier) if one.revision < revision))
    return _Prepared(report, tables, data, content, parent, lineage)


def content_of(source: ReportSource) -> str:
    """Return the hash of what a report says, whatever its number, day, signer and revision."""
    return _prepare(source, []).content


def redrawn(source: ReportSource, revision: int, check: str, progress: Progress) -> dict[str, bytes]:
    """Return the documents of a report as they look with the number, day and signer of `source`.

    Raises:
        ExportError: they cannot be written.
        CancelledError: the user stopped it.
    """
    with passing_folder() as folder:
        report = build_report(source, revision, check)
        return write_documents(source, report, folder, progress, STEPS).files


def preview_pdf(source: ReportSource, earlier: list[ExportEntry]) -> bytes:
    """Return the PDF as it would be exported now, with the revision and check code that it would get.

    Raises:
        ExportError: it cannot be written.
    """
    with passing_folder() as folder:
        path = folder / DOCUMENTS["pdf"]
        writers.write("pdf", _prepare(source, earlier).report, path, layout=source.layout)
        return path.read_bytes()


def _revision(content: str, earlier: list[ExportEntry]) -> tuple[int, str]:
    """Return revision and parent: unchanged content keeps its revision, changed content gets the next one.

    Only the newest revision counts: content that was changed and changed back must not look older than what
    the province already has.
    """
    if not earlier:
        return 1, ""
    newest = max(earlier, key=lambda entry: entry.revision)
    if newest.content_hash == content:
        return newest.revision, newest.parent
    return newest.revision + 1, newest.package_hash


def folder_name(report: Report) -> str:
    """Return the ASCII name of folder and package, at most 60 characters."""
    identity = report.identity
    period = f"_{identity.period}" if identity.period else ""
    tail = f"_{identity.year}{period}_L{identity.revision}_{identity.check}"
    return f"BC_{ascii_code(identity.unit_code, _LONGEST_NAME - len('BC_') - len(tail))}{tail}"


def _write_package(
    source: ReportSource, prepared: _Prepared, building: Path, name: str, documents: Mapping[str, bytes]
) -> tuple[bytes, str]:
    about = _about(source, prepared)
    title = f"{prepared.report.subject} – {source.office.unit_name}"
    package = descriptor(name, title, about, prepared.tables, prepared.data, documents)
    path = building / f"{name}.zip"
    write_package(path, {DESCRIPTOR_FILE: package, **documents, **prepared.data})
    if path.stat().st_size > MOST_BYTES:
        raise ExportError(too_large_sentence(path.stat().st_size))
    return path.read_bytes(), sha256(package)


def _about(source: ReportSource, prepared: _Prepared) -> dict[str, Any]:
    identity, period = prepared.report.identity, source.records.period
    return {
        "program_version": VERSION,
        "unit_code": identity.unit_code,
        "unit_name": identity.unit_name,
        "unit_level": str(source.office.level),
        "province_name": source.office.province_name,
        "is_sample": source.office.is_sample,
        "plan": source.plan.code,
        "year": period.year,
        "period": period.code,
        "data_from": period.data_from.isoformat(),
        "data_to": period.data_to.isoformat(),
        "revision": identity.revision,
        "check_code": identity.check,
        "content_hash": prepared.content,
        "parent": prepared.parent,
        "lineage": list(prepared.lineage),
        "replaces": source.replaces,
        **head_facts(source.head, prepared.report),
    }


def head_facts(head: ReportHead, report: Report) -> dict[str, str]:
    """Return what the clerk and the signer gave a report, as the head of its package says it."""
    return {
        "number": head.number,
        "issued_on": head.issued_on.isoformat() if head.issued_on else "",
        "signer": report.signature.name,
    }


def email_draft(source: ReportSource, report: Report, attachment: str) -> EmailDraft:
    """Return recipient, subject and body of the message to the province."""
    period, office, head = source.records.period, source.office, source.head
    numbered = (
        f" số {document_number(report)} {long_date(head.issued_on)}" if head.number and head.issued_on else ""
    )
    lines = addressee_lines(report)
    addressees = lines[0] if len(lines) == 1 else "\n".join(["", *lines])
    body = (
        f"{ADDRESSEE_LABEL} {addressees}\n\n"
        f"{issuer_name(office)} gửi Báo cáo{numbered} kết quả thực hiện {CAMPAIGN} {period.title} "
        f"(số liệu từ ngày {format_date(period.data_from)} đến ngày {format_date(period.data_to)}).\n\n"
        f"Lần báo cáo: {report.identity.revision}. Mã kiểm tra: {report.identity.check}.\n"
        f"Tệp đính kèm: {attachment} (báo cáo PDF, Word, bảng Excel và dữ liệu để tổng hợp).\n\n"
        f"Trân trọng./.\n\n{report.signature.name}\n{issuer_name(office)}\n"
    )
    subject = f"Báo cáo kết quả thực hiện Cuộc vận động {period.title} - {office.unit_name}"
    return EmailDraft(office.recipient_email, subject, body, attachment)


def _entry(
    source: ReportSource, prepared: _Prepared, package_hash: str, folder: Path, reason: str
) -> ExportEntry:
    identity, period = prepared.report.identity, source.records.period
    return ExportEntry(
        year=period.year,
        period=period.code,
        revision=identity.revision,
        check_code=identity.check,
        content_hash=prepared.content,
        package_hash=package_hash,
        parent=prepared.parent,
        data_from=period.data_from,
        data_to=period.data_to,
        exported_at="",
        who="",
        folder=os.fsencode(folder).decode("utf-8", "replace"),  # a path may hold undecodable bytes
        reason=reason,
    )

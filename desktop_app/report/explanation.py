"""Bảng giải trình các mục cần xem lại: the warnings of a report with the reasons why they were passed over."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from desktop_app.domain import office_wording as wording
from desktop_app.domain.checking import Reason
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.problem import Problem, explained_by
from desktop_app.report.model import Cell, CellKind, Column, Identity, Report, Signature, Table
from desktop_app.report.official import Head, OfficialDocument, SignPlace, Text
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import two_digits

FILE_NAME = "GiaiTrinh"
NO_REASON = "Chưa ghi lý do"

_COLUMNS = (
    Column("ordinal", "TT", CellKind.ORDINAL, 0.6),
    Column("problem", "Nội dung cần xem lại", CellKind.TEXT, 6.0),
    Column("reason", "Lý do", CellKind.TEXT, 4.2),
    Column("who", "Người ghi", CellKind.TEXT, 1.8),
    Column("at", "Ngày ghi", CellKind.DATE, 1.6),
)


def explanation(
    source: ReportSource, problems: Sequence[Problem], reasons: Mapping[str, Reason], today: date
) -> OfficialDocument:
    """Return the table of a report, for a Word file; errors are no matter of reasons and stand in none."""
    warnings = [one for one in problems if not one.is_error]
    explained = [explained_by(one, reasons) for one in warnings]
    pairs = enumerate(zip(warnings, explained, strict=True), 1)
    rows = tuple(_row(place, problem, reason) for place, (problem, reason) in pairs)
    table = Table("explanations", "Các mục cần xem lại", _COLUMNS, rows)
    counts = (
        f"Kiểm tra ngày {format_date(today)}: có {two_digits(len(warnings))} mục cần xem lại, trong đó "
        f"{two_digits(sum(one is not None for one in explained))} mục đã ghi lý do."
    )
    return OfficialDocument(
        FILE_NAME,
        _front(source),
        (Text(counts, keep=bool(rows)), *((table,) if rows else ())),
        Head.NOMINEE,
        right=SignPlace(("NGƯỜI LẬP BẢNG",), "(Ký, ghi rõ họ tên)"),
        landscape=True,
    )


def _row(place: int, problem: Problem, reason: Reason | None) -> tuple[Cell, ...]:
    if reason is None:
        return (place, problem.sentence, NO_REASON, "", None)
    return (place, problem.sentence, reason.reason, reason.who, datetime.fromisoformat(reason.at).date())


def _front(source: ReportSource) -> Report:
    office, period = source.office, source.records.period
    days = f"{format_date(period.data_from)} - {format_date(period.data_to)}"
    return Report(
        identity=Identity(office.unit_code, office.unit_name, period.year, period.code),
        superior_lines=wording.superior_lines(office),
        issuer_lines=wording.issuer_lines(office),
        issuer_name=wording.issuer_name(office),
        symbol="",
        place_name=office.place_name,
        kind_name="BẢNG GIẢI TRÌNH",
        subject=f"Các mục cần xem lại của Báo cáo kết quả thực hiện {wording.CAMPAIGN} {period.title}\n"
        f"(số liệu {days})",
        addressees=(),
        lead=(),
        sections=(),
        closing="",
        recipients=(),
        signature=Signature(()),
    )

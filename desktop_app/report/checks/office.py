"""The office that reports, and the number and date that the clerk gave its report."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.document_series import usual_series
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.registers import DOCUMENTS
from desktop_app.domain.signing import signing_problems
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.problem import Problem, Severity
from desktop_app.report.checks.remarks import OFFICE, REPORT, Remark
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.document_numbers import number_value
from desktop_app.vietnamese.text import shorten

EARLY_DAYS = 45
"""A report signed longer than this before the end of its period (30/11) cannot tell of it, not even by estimates."""
AHEAD_DAYS = 31
"""A date that lies further ahead than this was probably typed in the wrong month or year."""

_NEEDED: Mapping[str, str] = {
    "unit_code": "Chưa có mã đơn vị; hãy chọn đơn vị trong Cài đặt.",
    "unit_name": "Chưa có tên đơn vị; hãy chọn đơn vị trong Cài đặt.",
    "place_name": "Chưa có địa danh cho dòng ngày tháng; hãy ghi trong Cài đặt.",
}


def office_problems(source: ReportSource) -> Iterator[Problem]:
    """Yield what the office lacks for a report, and a period without activities."""
    for field, sentence in _NEEDED.items():
        if not getattr(source.office, field):
            yield Problem(Severity.ERROR, sentence, OFFICE, field=field, rule="missing")
    if source.unit_warning:
        yield Problem(
            Severity.WARNING,
            source.unit_warning,
            OFFICE,
            field="unit_name",
            rule="unit",
            kind=ProblemKind.FORMER,
        )
    for field, sentence in signing_problems(source.office).items():
        yield Problem(
            Severity.ERROR, sentence, OFFICE, field=field, rule="signing", kind=ProblemKind.CONTRADICTION
        )
    if source.template_warning:
        yield Problem(
            Severity.WARNING, source.template_warning, OFFICE, field="word_template", rule="template"
        )
    if source.layout_warning:
        yield Problem(Severity.WARNING, source.layout_warning, OFFICE, field="layout_profile", rule="layout")
    if not source.records.counted:
        period = source.records.period
        days = f"{format_date(period.data_from)} - {format_date(period.data_to)}"
        sentence = f"Kỳ báo cáo ({days}) chưa có hoạt động nào."
        yield Problem(Severity.ERROR, sentence, REPORT, field="data_from", rule="empty")
    if source.office.level is UnitLevel.MEMBER_BODY and not source.office.symbol:
        sentence = "Chưa ghi ký hiệu báo cáo của đơn vị (ví dụ BC-SKHĐT); báo cáo sẽ chỉ in “BC”."
        yield Problem(Severity.WARNING, sentence, OFFICE, field="symbol", rule="missing")
    if not (source.head.signer_name or source.office.signer_name):
        yield Problem(
            Severity.WARNING, "Chưa ghi tên người ký báo cáo.", OFFICE, field="signer_name", rule="missing"
        )


def number_remarks(source: ReportSource, today: date) -> Iterator[Remark]:
    """Yield a number that another document has, and a date of the report that does not fit its period."""
    issued, period = source.head.issued_on, source.records.period
    if issued is not None:
        if issued < period.data_to - timedelta(days=EARLY_DAYS):
            yield _of_head(
                f"Ngày báo cáo {format_date(issued)} sớm hơn nhiều so với ngày chốt số liệu "
                f"{format_date(period.data_to)}; hãy xem lại ngày báo cáo hoặc kỳ số liệu.",
                "issued_on",
                "early",
            )
        if issued > max(today, period.data_to) + timedelta(days=AHEAD_DAYS):
            yield _of_head(
                f"Ngày báo cáo {format_date(issued)} còn xa so với hôm nay và kỳ số liệu; hãy xem lại ngày, năm.",
                "issued_on",
                "ahead",
            )
    if twin := _same_number(source):
        yield _of_head(
            f"Số báo cáo {source.head.number} đã cấp cho văn bản {twin}; hãy kiểm tra lại số.",
            "number",
            "taken",
            ProblemKind.DUPLICATE,
        )


def _same_number(source: ReportSource) -> str:
    """Return the other document of the same series and year that has the report's number, "" without one."""
    value = number_value(source.head.number)
    if value is None:
        return ""
    year = source.head.issued_on.year if source.head.issued_on else source.records.period.year
    series = usual_series(source.office)
    documents: list[Document] = list(source.records.of(DOCUMENTS.name))
    for one in documents:
        is_same = (
            one.direction is Direction.OUTGOING
            and not one.is_period_report
            and one.series is series
            and one.issued_on is not None
            and one.issued_on.year == year
            and number_value(one.number) == value
        )
        if is_same:
            return f"“{shorten(one.abstract, 60)}” ({one.display})"
    return ""


def _of_head(sentence: str, field: str, rule: str, kind: ProblemKind = ProblemKind.CONTRADICTION) -> Remark:
    return Remark(sentence, REPORT, "", field, rule, kind)

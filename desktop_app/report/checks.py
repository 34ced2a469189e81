"""What must be mended or looked at before a report is exported, each a step away from its record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.records.base import Record
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.registers import ACTIVITIES, AWARDS, REGISTERS
from desktop_app.domain.rules import Register, gaps, problems
from desktop_app.report.award_checks import award_sentences
from desktop_app.report.build import ReportSource, TextSection, text_sections
from desktop_app.report.committee_checks import committee_remarks, document_remarks
from desktop_app.report.fund_checks import fund_remarks
from desktop_app.report.reported_checks import reported_remarks
from desktop_app.report.validity_checks import validity_remarks
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.text import shorten

R = TypeVar("R", bound=Record)

OFFICE, REPORT = "settings", "report"
"""Places of problems that are in no record."""


class Severity(StrEnum):
    """An error blocks the export; a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to mend.

    Attributes:
        sentence: what is wrong and where, in Vietnamese.
        place: name of the register, or OFFICE, or REPORT.
        record_id: the record, "" for OFFICE and REPORT.
        field: attribute of the record or office, key of the section of the report.
    """

    severity: Severity
    sentence: str
    place: str
    record_id: str = ""
    field: str = ""


@dataclass(frozen=True)
class Review:
    """A report as it stands now, from one read: what it is made of, its sections, what is to be mended."""

    source: ReportSource
    sections: Sequence[TextSection]
    problems: Sequence[Problem]


def check(source: ReportSource) -> list[Problem]:
    """Return all problems of a report, errors first."""
    found = [
        *_office_problems(source),
        *_record_problems(ACTIVITIES, source.records.activities),
        *_record_problems(AWARDS, source.records.nominations),
        *(
            problem
            for name, records in source.records.others.items()
            for problem in _record_problems(REGISTERS[name], records)
        ),
        *(
            Problem(Severity.WARNING, sentence, AWARDS.name, record_id, field)
            for sentence, record_id, field in award_sentences(source.records)
        ),
        *(
            Problem(Severity.WARNING, one.sentence, one.register, one.record_id, one.field)
            for one in (
                *validity_remarks(source.records),
                *fund_remarks(source.records),
                *reported_remarks(source.records),
                *document_remarks(source.records),
                *committee_remarks(source.records, source.office),
            )
        ),
        *_late_activities(source),
        *_unusual_figures(source),
        *_empty_sections(source),
        *_changed_sections(source),
    ]
    return sorted(found, key=lambda problem: problem.severity)


def _office_problems(source: ReportSource) -> Iterator[Problem]:
    needed: Mapping[str, str] = {
        "unit_code": "Chưa có mã đơn vị; hãy chọn đơn vị trong Cài đặt.",
        "unit_name": "Chưa có tên đơn vị; hãy chọn đơn vị trong Cài đặt.",
        "place_name": "Chưa có địa danh cho dòng ngày tháng; hãy ghi trong Cài đặt.",
    }
    for field, sentence in needed.items():
        if not getattr(source.office, field):
            yield Problem(Severity.ERROR, sentence, OFFICE, field=field)
    if source.unit_warning:
        yield Problem(Severity.WARNING, source.unit_warning, OFFICE, field="unit_name")
    if not source.records.counted:
        period = source.records.period
        days = f"{format_date(period.data_from)} - {format_date(period.data_to)}"
        yield Problem(
            Severity.ERROR, f"Kỳ báo cáo ({days}) chưa có hoạt động nào.", REPORT, field="data_from"
        )
    if source.office.level is UnitLevel.MEMBER_BODY and not source.office.symbol:
        sentence = "Chưa ghi ký hiệu báo cáo của đơn vị (ví dụ BC-SKHĐT); báo cáo sẽ chỉ in “BC”."
        yield Problem(Severity.WARNING, sentence, OFFICE, field="symbol")
    if not (source.head.signer_name or source.office.signer_name):
        yield Problem(Severity.WARNING, "Chưa ghi tên người ký báo cáo.", OFFICE, field="signer_name")


def _record_problems(register: Register[R], records: Sequence[R]) -> Iterator[Problem]:
    for record in records:
        name = shorten(str(getattr(record, register.naming_field)), 60)
        kinds = ((Severity.ERROR, problems(register, record)), (Severity.WARNING, gaps(register, record)))
        for severity, sentences in kinds:
            for field, sentence in sentences.items():
                yield Problem(severity, f"{name}: {sentence}", register.name, record.id, field)


def _late_activities(source: ReportSource) -> Iterator[Problem]:
    last = source.records.period.data_to
    for activity in source.records.counted:
        if activity.date_end and activity.date_end > last and not activity.is_estimate:
            yield Problem(
                Severity.WARNING,
                f"{shorten(activity.title, 60)}: kết thúc {format_date(activity.date_end)}, sau ngày chốt số liệu "
                f"{format_date(last)}; nếu số liệu là ước thì đánh dấu “Số liệu ước”.",
                ACTIVITIES.name,
                activity.id,
                "date_end",
            )


def _unusual_figures(source: ReportSource) -> Iterator[Problem]:
    limits: dict[str, Indicator] = {one.code: one for one in source.indicators if one.usual_max}
    for activity in source.records.counted:
        for code, value in activity.figures.items():
            indicator = limits.get(code)
            if indicator and indicator.usual_max and value > indicator.usual_max:
                yield Problem(
                    Severity.WARNING,
                    f"{shorten(activity.title, 60)}: “{indicator.label}” ghi {format_integer(value)} {indicator.unit}, "
                    "lớn khác thường; hãy kiểm tra lại.",
                    ACTIVITIES.name,
                    activity.id,
                    "figures",
                )


def _empty_sections(source: ReportSource) -> Iterator[Problem]:
    texts = source.texts()
    for section in text_sections(source.plan, source.records.period, with_other=source.has_other):
        if not section.optional and not texts.get(section.key, "").strip():
            yield Problem(
                Severity.WARNING,
                f"Mục “{section.heading}” của báo cáo còn trống.",
                REPORT,
                field=section.key,
            )


def _changed_sections(source: ReportSource) -> Iterator[Problem]:
    changed = source.changed_sections()
    for section in text_sections(source.plan, source.records.period, with_other=source.has_other):
        if section.key in changed:
            yield Problem(
                Severity.WARNING,
                f"Mục “{section.heading}”: số liệu đã thay đổi sau khi đơn vị ghi nội dung; hãy xem lại.",
                REPORT,
                field=section.key,
            )

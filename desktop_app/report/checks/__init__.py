"""What must be mended or looked at before a report is exported, each a step away from its record (product row D7)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from zlib import crc32

from desktop_app.domain.registers import ACTIVITIES, AWARDS, REGISTERS
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.activities import activity_remarks
from desktop_app.report.checks.awards import award_remarks
from desktop_app.report.checks.committee import committee_remarks, document_remarks
from desktop_app.report.checks.duplicates import duplicate_remarks
from desktop_app.report.checks.earlier import earlier_remarks
from desktop_app.report.checks.funds import fund_remarks
from desktop_app.report.checks.misquotes import misquote_remarks
from desktop_app.report.checks.office import number_remarks, office_problems
from desktop_app.report.checks.parts import part_remarks
from desktop_app.report.checks.photos import photo_remarks
from desktop_app.report.checks.problem import Problem as Problem
from desktop_app.report.checks.problem import Review as Review
from desktop_app.report.checks.problem import Severity as Severity
from desktop_app.report.checks.problem import explained_by as explained_by
from desktop_app.report.checks.products import product_remarks
from desktop_app.report.checks.ranges import range_remarks
from desktop_app.report.checks.records import record_problems
from desktop_app.report.checks.remarks import OFFICE as OFFICE
from desktop_app.report.checks.remarks import REPORT as REPORT
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.checks.reported import reported_remarks
from desktop_app.report.checks.sections import section_remarks
from desktop_app.report.checks.texts import text_remarks
from desktop_app.report.checks.validity import validity_remarks


def check(source: ReportSource, today: date) -> list[Problem]:
    """Return all problems of a report, errors first.

    Args:
        source: what the report is made of.
        today: what lies after it has not happened yet.
    """
    records = source.records
    found = [
        *office_problems(source),
        *record_problems(ACTIVITIES, records.activities),
        *record_problems(AWARDS, records.nominations),
        *(
            problem
            for name, others in records.others.items()
            for problem in record_problems(REGISTERS[name], others)
        ),
        *map(_warning, _remarks(source, today)),
    ]
    return sorted(_told_apart(found), key=lambda problem: problem.severity)


def _remarks(source: ReportSource, today: date) -> Iterator[Remark]:
    records = source.records
    yield from activity_remarks(source, today)
    yield from part_remarks(source)
    yield from range_remarks(source)
    yield from earlier_remarks(source, today)
    yield from award_remarks(records)
    yield from product_remarks(records)
    yield from duplicate_remarks(records)
    yield from validity_remarks(records)
    yield from fund_remarks(records)
    yield from reported_remarks(records)
    yield from document_remarks(records)
    yield from committee_remarks(records, source.office)
    yield from number_remarks(source, today)
    yield from photo_remarks(source)
    yield from section_remarks(source)
    yield from misquote_remarks(source)
    yield from text_remarks(source)


def _warning(remark: Remark) -> Problem:
    return Problem(
        Severity.WARNING,
        remark.sentence,
        remark.register,
        remark.record_id,
        remark.field,
        remark.rule,
        remark.kind,
    )


def _told_apart(problems: Sequence[Problem]) -> Iterable[Problem]:
    """Give problems that share their key one that holds their words: a reason must never explain two of them.

    What is told twice in the same words is one problem.
    """
    different = list(dict.fromkeys(problems))
    counts = Counter(one.key for one in different)
    return [
        replace(one, rule=f"{one.rule}#{crc32(one.sentence.encode()):08x}") if counts[one.key] > 1 else one
        for one in different
    ]

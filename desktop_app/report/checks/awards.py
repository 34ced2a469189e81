"""What several nominations say together, and dates of one that contradict each other."""

from collections.abc import Iterator

from desktop_app.domain.award_rules import award_warnings
from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from desktop_app.domain.registers import AWARDS
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import shorten


def award_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield what to look at again in the nominations and the decisions of a period."""
    names = {one.id: shorten(one.name, 60) for one in records.nominations}
    for warning in award_warnings(records.nominations, records.award_context):
        yield Remark(
            f"{names[warning.record_id]}: {warning.sentence}",
            AWARDS.name,
            warning.record_id,
            warning.field,
            "together",
            ProblemKind.DUPLICATE if warning.field == "name" else ProblemKind.CONTRADICTION,
        )
    seen = {one.id: one for one in (*records.nominations, *records.decisions)}
    for nomination in seen.values():
        yield from _dates(nomination)


def _dates(one: AwardNomination) -> Iterator[Remark]:
    """Yield a decision or a Tờ trình from before the nomination, and a decision number without the status."""
    asked, name = one.nominated_on, shorten(one.name, 60)
    for field, word in (("decision_date", "quyết định"), ("proposal_date", "Tờ trình")):
        day = getattr(one, field)
        if asked and day and day < asked:
            yield Remark(
                f"{name}: ngày {word} {format_date(day)} trước ngày đề nghị {format_date(asked)}; hãy xem lại ngày.",
                AWARDS.name,
                one.id,
                field,
                "order",
            )
    if one.proposal_date and one.decision_date and one.decision_date < one.proposal_date:
        yield Remark(
            f"{name}: ngày quyết định {format_date(one.decision_date)} trước ngày Tờ trình "
            f"{format_date(one.proposal_date)}; hãy xem lại ngày.",
            AWARDS.name,
            one.id,
            "decision_date",
            "after_proposal",
        )
    if one.decision_number and one.decision_date and one.status is not AwardStatus.DECIDED:
        yield Remark(
            f"{name}: đã ghi quyết định {one.decision_number} ngày {format_date(one.decision_date)} nhưng trạng thái "
            "chưa phải “Đã có quyết định” nên chưa được tính vào số được khen.",
            AWARDS.name,
            one.id,
            "status",
            "undecided",
        )

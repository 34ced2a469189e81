"""Warnings over committees and documents before an export: a composition that lacks something, numbers given twice."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.committee_rules import composition_faults
from desktop_app.domain.document_series import doubled, twin_sentence
from desktop_app.domain.records.documents import Document
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember
from desktop_app.domain.registers import DOCUMENTS, STEERING_COMMITTEE
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords


def committee_remarks(records: PeriodRecords, office: Office) -> Iterator[Remark]:
    """Yield what committee and helper team lack at the end of the period; nothing where no member is entered."""
    members: Sequence[CommitteeMember] = records.of(STEERING_COMMITTEE.name)
    words = STEERING_COMMITTEE.words
    bodies = CommitteeBody if office.has_committee else ()
    for body in bodies:
        faults = composition_faults(members, body, office.level, records.period.data_to)
        if faults:
            sentence = (
                f"{words.choice(body)}, so với thành phần thường gặp: {'; '.join(faults)}. "
                "Hãy bổ sung hoặc ghi lý do."
            )
            yield Remark(
                sentence,
                STEERING_COMMITTEE.name,
                _first_of(members, body),
                "role",
                f"composition:{body}",
                ProblemKind.MISSING,
            )


def document_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield documents of the period whose number stands twice, each pair once."""
    documents: Sequence[Document] = records.of(DOCUMENTS.name)
    told: set[frozenset[str]] = set()
    known = {one.id: one for one in documents}
    for record_id, other in doubled(documents).items():
        pair = frozenset((record_id, other.id))
        if pair not in told:
            told.add(pair)
            yield Remark(
                f"{twin_sentence(known[record_id], other)} Hãy kiểm tra lại số.",
                DOCUMENTS.name,
                record_id,
                "number",
                "twin",
                ProblemKind.DUPLICATE,
            )


def _first_of(members: Sequence[CommitteeMember], body: CommitteeBody) -> str:
    """Return the member at whom the list of the body is opened."""
    return next((one.id for one in members if one.body is body), "")

"""Papers that go with an issued report: how others name it, its entry among the documents, the công văn đính chính."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from desktop_app.domain.document_series import twin, twin_sentence, usual_issuer, usual_series
from desktop_app.domain.office_wording import symbol
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Fault, Issue
from desktop_app.errors import IssueError
from desktop_app.report.build import ReportSource, build_report
from desktop_app.report.correction_letter import CorrectionSource, correction_letter
from desktop_app.report.writers import write_official
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.report_issues import ReportIssueStore
from desktop_app.vietnamese.dates import format_date, long_date
from desktop_app.vietnamese.document_numbers import written_number
from desktop_app.vietnamese.text import clean

_REPORT = "Báo cáo"
_MOST_FAULTS = 100


class IssuePapers:
    """What is written about an issued report."""

    def __init__(
        self,
        source: Callable[[ReportPeriod], ReportSource],
        office_of: Callable[[int], Office],
        documents: RegisterStore[Document],
        issues: ReportIssueStore,
    ) -> None:
        self._source, self._office_of = source, office_of
        self._documents, self._issues = documents, issues

    def reference(self, issue: Issue) -> str:
        """Return how other papers name an issued report: "Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023"."""
        number = _written(issue.head.number)
        day = f" {long_date(issue.head.issued_on)}" if issue.head.issued_on else ""
        return f"{_REPORT} số {number}/{issue.head.symbol or symbol(self._office_of(issue.year))}{day}"

    def is_registered(self, issue: Issue) -> bool:
        """Tell whether an issued report stands among the documents."""
        return self._same_number(issue.year, issue.head, is_report=True) is not None

    def register(self, period: ReportPeriod, issue: Issue) -> Document:
        """Add an issued report to the documents, as one operation; it is not counted among those of its period."""
        source = self._source(period)
        report = build_report(source)
        signer = issue.head.signer_name or source.office.signer_name
        bare = self._document(issue.year, issue.head)
        return self._documents.save(
            Document(
                abstract=report.subject,
                direction=bare.direction,
                series=bare.series,
                number=bare.number,
                symbol=bare.symbol,
                issued_on=bare.issued_on,
                doc_type=_REPORT,
                issuer=usual_issuer(source.office, bare.series),
                signer=signer,
                signer_title=report.signature.authority_lines[-1].capitalize(),
                is_period_report=True,
                recipients=report.addressees,
            )
        )

    def head_remarks(
        self, period: ReportPeriod, head: ReportHead, current: Issue, today: date
    ) -> tuple[str, ...]:
        """Return what looks wrong in number and day of the current revision before it is issued."""
        found: list[str] = []
        if head.issued_on and head.issued_on > today:
            found.append(f"Ngày ban hành {format_date(head.issued_on)} sau hôm nay ({format_date(today)}).")
        if head.issued_on and head.issued_on < period.data_from:
            found.append(f"Ngày ban hành {format_date(head.issued_on)} trước khi kỳ báo cáo bắt đầu.")
        if not (head.number and head.issued_on):
            return tuple(found)
        other = self._same_number(period.year, head, is_report=False)
        if other is not None:
            found.append(f"{twin_sentence(self._document(period.year, head), other)} Hãy hỏi lại văn thư.")
        for one in self._issues.all_issues():
            is_other = (one.year, one.period, one.revision) != (
                current.year,
                current.period,
                current.revision,
            )
            is_own_series = one.head.symbol in ("", symbol(self._office_of(period.year)))
            if one.is_issued and is_other and is_own_series and _same(one.head, head):
                found.append(
                    f"{self.reference(one)} đã phát hành với số này; mỗi báo cáo, kể cả báo cáo thay thế, "
                    "phải có số riêng. Hãy hỏi lại văn thư."
                )
        return tuple(found)

    def write_letter(
        self,
        period: ReportPeriod,
        issue: Issue,
        faults: Sequence[Fault],
        path: Path,
        number: str,
        issued_on: date | None,
    ) -> Path:
        """Write the công văn đính chính as a Word file and return it.

        Raises:
            IssueError: no fault is named, one is not said in full, or there are too many.
            ExportError: the file cannot be written.
        """
        told = [
            Fault(place=clean(one.place), wrong=clean(one.wrong), right=clean(one.right)) for one in faults
        ]
        if not told or not all(one.place and one.wrong and one.right for one in told):
            raise IssueError("Hãy ghi đủ vị trí, chỗ đã in sai và chỗ nay sửa của từng lỗi cần đính chính.")
        if len(told) > _MOST_FAULTS:
            raise IssueError(
                f"Có {len(told)} chỗ cần đính chính, quá nhiều cho một công văn; hãy mở lần báo cáo mới để thay thế."
            )
        source = self._source(period)
        letter = correction_letter(
            CorrectionSource(
                office=source.office,
                plan=source.plan,
                period=period,
                report=self.reference(issue),
                faults=told,
                number=clean(number),
                issued_on=issued_on,
                signer_name=issue.head.signer_name,
                signer_post=issue.head.signer_post,
            )
        )
        write_official(letter, path, layout=source.layout)
        return path

    def _document(self, year: int, head: ReportHead) -> Document:
        office = self._office_of(year)
        return Document(
            direction=Direction.OUTGOING,
            series=usual_series(office),
            number=_written(head.number),
            symbol=head.symbol or symbol(office),
            issued_on=head.issued_on,
        )

    def _same_number(self, year: int, head: ReportHead, *, is_report: bool) -> Document | None:
        """Return the document of the same series, year and number; a report of a period, or any other one."""
        if head.issued_on is None:
            return None
        numbered = head.issued_on.year
        of_year = self._documents.between(date(numbered, 1, 1), date(numbered, 12, 31))
        return twin(self._document(year, head), [one for one in of_year if one.is_period_report is is_report])


def _written(number: str) -> str:
    """Return a number as it stands on paper: below 10 with a zero."""
    plain = number.strip()
    return written_number(int(plain)) if plain.isascii() and plain.isdigit() else plain


def _same(one: ReportHead, other: ReportHead) -> bool:
    """Tell whether two reports bear the same number of the same year."""
    years = {head.issued_on.year if head.issued_on else None for head in (one, other)}
    return _written(one.number) == _written(other.number) and len(years) == 1

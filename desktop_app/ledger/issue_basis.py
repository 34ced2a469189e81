"""What all parts of the issue desk share: where a report stands, and keeping one more step of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop_app.domain.issue_rules import Standing, require
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.office import Office
from desktop_app.domain.report_issue import Action, Issue, IssueState, IssueStep, settled_state
from desktop_app.errors import IssueError
from desktop_app.ledger.issue_papers import IssuePapers
from desktop_app.report.build import ReportSource
from desktop_app.storage.database import Database
from desktop_app.storage.kept_files import KeptFiles
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.report_issues import ReportIssueStore
from desktop_app.storage.reports import ExportEntry, ReportStore
from desktop_app.vietnamese.text import clean


class IssueBasis:
    """The reports of one ledger on their way; every step is kept with its moment and who took it."""

    def __init__(
        self,
        database: Database,
        issues: ReportIssueStore,
        reports: ReportStore,
        kept: KeptFiles,
        source: Callable[[ReportPeriod], ReportSource],
        office_of: Callable[[int], Office],
        registers: Mapping[str, RegisterStore[Any]],
        who: str,
    ) -> None:
        """Take what a ledger has.

        Args:
            database: for transactions over several tables.
            issues: revisions, sendings, replies.
            reports: heads and exports.
            kept: packages and signed copies.
            source: period -> what its report is made of.
            office_of: year -> its office.
            registers: all of them; an issued report can be added to the documents.
            who: takes the steps.
        """
        self._database, self._issues, self._reports, self._kept = database, issues, reports, kept
        self._source, self._office_of, self._who = source, office_of, who
        self._papers = IssuePapers(source, office_of, registers["documents"], issues)

    def _exports(self, period: ReportPeriod) -> list[ExportEntry]:
        return self._reports.exports(period.year, period.code)

    def _kept_issues(self, period: ReportPeriod) -> list[Issue]:
        return self._issues.issues(period.year, period.code)

    def _open(self, period: ReportPeriod) -> Issue | None:
        """Return the revision that is not issued yet, as the ledger keeps it."""
        return next((one for one in self._kept_issues(period) if not one.is_issued), None)

    def _standing(self, period: ReportPeriod) -> Standing:
        exports, issues = self._exports(period), self._kept_issues(period)
        newest = newest_of(exports) if exports else None
        issued = next((one for one in issues if one.is_issued), None)
        current = issues[0] if issues else Issue(year=period.year, period=period.code, revision=1)
        if current.state is IssueState.DRAFTING:
            current = replace(current, head=self._reports.head(period))
            if newest and newest.revision > (issued.revision if issued else 0):
                current = replace(current, revision=newest.revision, check_code=newest.check_code)
        return Standing(
            current=current,
            issued=issued,
            exported=newest.revision if newest else 0,
            is_registered=issued is not None and self._papers.is_registered(issued),
        )

    def _required(self, period: ReportPeriod, action: Action) -> Standing:
        """Return where a report stands; `IssueError` when the step cannot be taken now."""
        with self._database.read():
            standing = self._standing(period)
        require(standing, action)
        return standing

    def _stepped(
        self, issue: Issue, state: IssueState, note: str, instead_of: Issue | None, package: str = ""
    ) -> Issue:
        """Keep a revision with one step more; inside a transaction."""
        told = " ".join(clean(note).split())
        step = IssueStep(state=state, at=self._issues.now(), who=self._who, note=told, package=package)
        return self._issues.put(replace(issue, state=state, steps=(*issue.steps, step)), instead_of)

    def _issued(self, period: ReportPeriod, revision: int) -> Issue:
        """Return an issued revision; `IssueError` when it was not issued."""
        for one in self._kept_issues(period):
            if one.revision == revision and one.is_issued:
                return one
        raise IssueError(f"Báo cáo lần {revision} chưa phát hành; hãy phát hành rồi ghi lần gửi.")

    def _settle(self, issue: Issue, note: str) -> Issue:
        """Bring an issued revision to the state that its sendings and replies give; inside a transaction."""
        state = settled_state(
            [
                one
                for one in self._issues.sendings(issue.year, issue.period)
                if one.revision == issue.revision
            ],
            [one for one in self._issues.replies(issue.year, issue.period) if one.revision == issue.revision],
        )
        return issue if state is issue.state else self._stepped(issue, state, note, issue)

    def _settle_revision(self, year: int, period: str, revision: int, note: str) -> None:
        """Do so for the revision, when it is issued."""
        for one in self._issues.issues(year, period):
            if one.revision == revision and one.is_issued:
                self._settle(one, note)


def newest_of(exports: list[ExportEntry]) -> ExportEntry:
    """Return the newest export of the highest revision; `exports` come newest first."""
    return max(exports, key=lambda one: one.revision)

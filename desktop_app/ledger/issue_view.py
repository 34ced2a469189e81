"""What the page “Phát hành” is shown of a report: its revisions, sendings, replies, and what may be done now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.report_issue import Action, Issue, Reply, Sending
from desktop_app.storage.reports import ExportEntry


@dataclass(frozen=True, kw_only=True)
class IssueView:
    """The state of one report.

    Attributes:
        current: the revision that is worked on: the open one, else the newest issued one; a report that was never put
            up for signing has a draft that the ledger does not keep yet.
        earlier: issued revisions before it, newest first.
        sendings, replies: of all revisions, oldest first.
        newest_export: None while nothing was exported.
        folder: where the newest export or the closed package of `current` lies; None when it is no longer there.
        awaited: the correction that was asked for and not answered by a newer revision yet.
        may: what can be done now. refused: why not, for everything else.
    """

    current: Issue
    earlier: tuple[Issue, ...] = ()
    sendings: tuple[Sending, ...] = ()
    replies: tuple[Reply, ...] = ()
    newest_export: ExportEntry | None = None
    folder: Path | None = None
    awaited: Reply | None = None
    may: frozenset[Action] = frozenset()
    refused: Mapping[Action, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OpenedReply:
    """A reply file that fits a report of this ledger; nothing is noted yet.

    Attributes:
        period: the report it speaks of. is_noted: the same file was noted before.
        issue: the revision it speaks of, None when that was exported and never issued.
    """

    period: ReportPeriod
    reply: Reply
    issue: Issue | None = None
    is_noted: bool = False


class CodeMatch(StrEnum):
    """How a check code stands to the reports of the ledger."""

    MATCH = "match"
    OTHER_REVISION = "other_revision"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class CodeAnswer:
    """What the ledger knows of a check code; `sentence` is for the officer."""

    kind: CodeMatch
    sentence: str
    issue: Issue | None = None
    export: ExportEntry | None = None

"""What is kept of reports after their export: revisions on their way, sendings, replies."""

import os
from dataclasses import replace
from typing import TypeVar

import msgspec

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.report_issue import (
    Issue,
    IssueState,
    Reply,
    ReplyKind,
    Sending,
)
from desktop_app.errors import ConflictError
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import Row, to_json
from desktop_app.storage.operations import Clock, timestamp

T = TypeVar("T")
_KEY = "year = ? AND period = ?"
_STRUCTURED = ("head", "steps", "items")
_GONE = "Mục này không còn trong sổ (có thể đã được xóa ở cửa sổ khác); hãy mở lại trang Báo cáo."


class ReportIssueStore:
    """Rows of issues, sendings and replies; which step is allowed is decided by the ledger's desk."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database, self._clock, self._who = database, clock, who

    def issues(self, year: int, period: str) -> list[Issue]:
        """Return the kept revisions of a report, newest first."""
        return self._read(
            f"SELECT * FROM report_issues WHERE {_KEY} ORDER BY revision DESC", [year, period], Issue
        )

    def all_issues(self) -> list[Issue]:
        """Return the kept revisions of all reports, the newest years first."""
        return self._read("SELECT * FROM report_issues ORDER BY year DESC, period, revision DESC", [], Issue)

    def issued_now(self, period: ReportPeriod) -> Issue | None:
        """Return the newest revision of a report when it is issued and no next one was opened, else None."""
        newest = next(iter(self.issues(period.year, period.code)), None)
        return newest if newest is not None and newest.is_issued else None

    def replaced_by(self, period: ReportPeriod) -> str:
        """Return the issued report that the newest revision of a report replaces, "" where there is none."""
        newest = next(iter(self.issues(period.year, period.code)), None)
        return newest.replaces if newest is not None else ""

    def put(self, issue: Issue, instead_of: Issue | None = None) -> Issue:
        """Keep a revision; `instead_of` is the state it had before, whose revision may have been another.

        Raises:
            ConflictError: it was changed elsewhere since it was read.
        """
        before = instead_of or issue
        key = [before.year, before.period, before.revision]
        with self._database.write():
            kept = self._read(f"SELECT * FROM report_issues WHERE {_KEY} AND revision = ?", [*key], Issue)
            if kept != ([instead_of] if instead_of else []):
                raise ConflictError(
                    "Báo cáo này vừa được thay đổi ở cửa sổ khác; hãy mở lại trang Báo cáo rồi làm lại."
                )
            self._database.execute(f"DELETE FROM report_issues WHERE {_KEY} AND revision = ?", key)
            self._database.insert("report_issues", _row(issue))
        return issue

    def remove(self, issue: Issue) -> None:
        """Throw a draft away that was opened by mistake."""
        with self._database.write():
            self._database.execute(
                f"DELETE FROM report_issues WHERE {_KEY} AND revision = ?",
                [issue.year, issue.period, issue.revision],
            )

    def sendings(self, year: int, period: str) -> list[Sending]:
        """Return the sendings of all revisions of a report, oldest first."""
        return self._read(
            f"SELECT * FROM report_sendings WHERE {_KEY} ORDER BY sent_at, rowid", [year, period], Sending
        )

    def put_sending(self, year: int, period: str, sending: Sending) -> Sending:
        """Keep a sending; one with an id takes the place of the one that was kept."""
        kept = replace(
            sending, id=sending.id or new_id(), who=self._who, sent_at=sending.sent_at or self.now()
        )
        with self._database.write():
            self._database.execute("DELETE FROM report_sendings WHERE id = ?", [kept.id])
            self._database.insert("report_sendings", {**_row(kept), "year": year, "period": period})
        return kept

    def remove_sending(self, sending_id: str) -> tuple[int, str, int]:
        """Throw a sending away and return year, period and revision of its report.

        Raises:
            ConflictError: there is none of this id.
        """
        return self._remove("report_sendings", sending_id)

    def replies(self, year: int, period: str) -> list[Reply]:
        """Return the replies to all revisions of a report, in the order in which they were noted."""
        return self._read(f"SELECT * FROM report_replies WHERE {_KEY} ORDER BY rowid", [year, period], Reply)

    def add_reply(self, year: int, period: str, reply: Reply) -> Reply:
        """Keep a reply.

        Raises:
            ConflictError: the same reply file was noted before.
        """
        kept = replace(reply, id=reply.id or new_id(), noted_at=self.now(), who=self._who)
        with self._database.write():
            if self._database.value("SELECT id FROM report_replies WHERE id = ?", [kept.id]) is not None:
                raise ConflictError("Phản hồi này đã được ghi vào sổ; không ghi lại lần nữa.")
            self._database.insert("report_replies", {**_row(kept), "year": year, "period": period})
        return kept

    def remove_reply(self, reply_id: str) -> tuple[int, str, int]:
        """Throw a reply away and return year, period and revision of its report.

        Raises:
            ConflictError: there is none of this id.
        """
        return self._remove("report_replies", reply_id)

    def is_noted(self, reply_id: str) -> bool:
        """Tell whether a reply file was noted before."""
        return self._database.value("SELECT 1 FROM report_replies WHERE id = ?", [reply_id]) is not None

    def open_corrections(self, year: int) -> list[tuple[str, Reply]]:
        """Return the corrections of a year that wait for a newer revision: (period, reply), one a report.

        A correction is answered when a newer revision was issued, or exported where nobody issues reports here; or
        when the body above has accepted the report after all.
        """
        rows = self._database.rows(
            "SELECT r.* FROM report_replies r WHERE r.year = ? AND r.kind = ?"
            " AND NOT EXISTS (SELECT 1 FROM report_replies n WHERE n.year = r.year AND n.period = r.period"
            "   AND n.rowid > r.rowid AND n.kind IN (?, ?))"
            " AND NOT EXISTS (SELECT 1 FROM report_issues i WHERE i.year = r.year AND i.period = r.period"
            "   AND i.revision > r.revision AND i.state NOT IN (?, ?))"
            " AND (EXISTS (SELECT 1 FROM report_issues i WHERE i.year = r.year AND i.period = r.period)"
            "   OR NOT EXISTS (SELECT 1 FROM exports e WHERE e.year = r.year AND e.period = r.period"
            "     AND e.revision > r.revision))"
            " ORDER BY r.rowid",
            [
                year,
                *(ReplyKind.CORRECTION, ReplyKind.CORRECTION, ReplyKind.ACCEPTED),
                *(IssueState.DRAFTING, IssueState.SUBMITTED),
            ],
        )
        return [(row["period"], self._decoded(row, Reply)) for row in rows]

    def now(self) -> str:
        """Return the moment of the ledger's clock."""
        return timestamp(self._clock)

    def _remove(self, table: str, row_id: str) -> tuple[int, str, int]:
        with self._database.write():
            row = self._database.row(f"SELECT year, period, revision FROM {table} WHERE id = ?", [row_id])
            if row is None:
                raise ConflictError(_GONE)
            self._database.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
        return row["year"], row["period"], row["revision"]

    def _read(self, sql: str, parameters: list[object], kind: type[T]) -> list[T]:
        return [self._decoded(row, kind) for row in self._database.rows(sql, parameters)]

    def _decoded(self, row: Row, kind: type[T]) -> T:
        with self._database.decoding():
            plain = {
                name: msgspec.json.decode(value) if name in _STRUCTURED else value
                for name, value in row.items()
            }
            return msgspec.convert(plain, kind)


def new_id() -> str:
    """Return a random id of 16 characters, as records have."""
    return os.urandom(8).hex()


def _row(value: Issue | Sending | Reply) -> Row:
    plain: Row = msgspec.to_builtins(value)
    return {name: to_json(one) if name in _STRUCTURED else one for name, one in plain.items()}

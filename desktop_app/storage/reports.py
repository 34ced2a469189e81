"""The reports of the ledger: periods, heads, the officer's own text, and every export that was made."""

import json
from dataclasses import asdict, dataclass
from datetime import date

import msgspec

from desktop_app.domain.periods import ANNUAL, ReportPeriod, usual_period
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.rules import clean_texts
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json
from desktop_app.storage.narratives import NarrativeStore, NarrativeVersion
from desktop_app.storage.operations import Clock, timestamp

_AWAY = ("sent", "received", "accepted")
"""Values of `IssueState`, which a start does not load, of a report that has left and was not sent back."""


@dataclass(frozen=True, kw_only=True)
class ExportEntry:
    """One export of a report.

    Attributes:
        content_hash: SHA-256 over the report's data without its revision: same hash, same revision.
        package_hash: SHA-256 of the package's datapackage.json, the next revision's parent.
        parent: `package_hash` of the revision before, "" for the first.
        exported_at: ISO 8601 local time with offset.
        reason: why warnings were passed over, "" when there were none.
    """

    year: int
    period: str
    revision: int
    check_code: str
    content_hash: str
    package_hash: str
    parent: str
    data_from: date
    data_to: date
    exported_at: str
    who: str
    folder: str
    reason: str


class ReportStore:
    """What is kept of reports beside the records."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database = database
        self._clock = clock
        self._who = who
        self._narratives = NarrativeStore(database, clock, who)

    def is_away(self, year: int, code: str = ANNUAL) -> bool:
        """Tell whether the newest revision of a report was sent and not sent back since."""
        state = self._database.value(
            "SELECT state FROM report_issues WHERE year = ? AND period = ? ORDER BY revision DESC LIMIT 1",
            [year, code],
        )
        return state in _AWAY

    def period(self, year: int, code: str = ANNUAL) -> ReportPeriod:
        """Return a period as it was set, else as it usually is."""
        row = self._database.row(
            "SELECT data_from, data_to FROM periods WHERE year = ? AND code = ?", [year, code]
        )
        # The last revision counts, not the latest end: a replaced report may have ended later. A report that was
        # issued counts before one that was only exported: a draft of a later revision may never leave.
        last = self._database.value(
            "SELECT e.data_to FROM exports e LEFT JOIN report_issues i ON i.year = e.year AND i.period = e.period"
            " AND i.revision = e.revision AND i.state NOT IN ('drafting', 'submitted')"
            " WHERE e.period = ? AND e.year < ?"
            " ORDER BY e.year DESC, i.state IS NULL, i.revision DESC, e.id DESC LIMIT 1",
            [ANNUAL, year],
        )
        with self._database.decoding():
            days = [date.fromisoformat(row[name]) for name in ("data_from", "data_to")] if row else []
            last_end = date.fromisoformat(last) if last else None
        return ReportPeriod(year, code, *days) if days else usual_period(year, code, last_end)

    def save_period(self, period: ReportPeriod) -> None:
        """Keep the days of a period."""
        with self._database.write():
            key = [period.year, period.code]
            self._database.execute("DELETE FROM periods WHERE year = ? AND code = ?", key)
            self._database.insert(
                "periods",
                {
                    "year": period.year,
                    "code": period.code,
                    "data_from": period.data_from.isoformat(),
                    "data_to": period.data_to.isoformat(),
                },
            )

    def head(self, period: ReportPeriod) -> ReportHead:
        """Return number, date and signer of a report."""
        stored = self._database.value(
            "SELECT head FROM report_heads WHERE year = ? AND period = ?", [period.year, period.code]
        )
        with self._database.decoding():
            return msgspec.convert(json.loads(stored), ReportHead) if stored else ReportHead()

    def save_head(self, period: ReportPeriod, head: ReportHead) -> None:
        """Keep number, date and signer of a report."""
        with self._database.write():
            key = [period.year, period.code]
            self._database.execute("DELETE FROM report_heads WHERE year = ? AND period = ?", key)
            self._database.insert(
                "report_heads",
                {
                    "year": period.year,
                    "period": period.code,
                    "head": to_json(msgspec.to_builtins(clean_texts(head))),
                },
            )

    def narrative(self, period: ReportPeriod) -> dict[str, str]:
        """Return the officer's own text: section key -> text, only sections that were written."""
        return self._narratives.texts(period)

    def narrative_bases(self, period: ReportPeriod) -> dict[str, str]:
        """Return the suggestion that each own text was written on, where it is known."""
        return self._narratives.bases(period)

    def save_narrative(
        self,
        period: ReportPeriod,
        section: str,
        text: str | None,
        basis: str | None = None,
        *,
        apart: bool = False,
    ) -> None:
        """Keep the officer's text of one section, see `NarrativeStore.save`; None returns to the suggested text."""
        self._narratives.save(period, section, text, basis, apart=apart)

    def accept_suggestion(self, period: ReportPeriod, section: str, basis: str) -> None:
        """Note that the officer has seen a newer suggestion and keeps his text."""
        self._narratives.accept(period, section, basis)

    def narrative_versions(self, period: ReportPeriod, section: str) -> list[NarrativeVersion]:
        """Return the versions of a section's text, newest first."""
        return self._narratives.versions(period, section)

    def exports(self, year: int, code: str = ANNUAL) -> list[ExportEntry]:
        """Return the exports of a report, newest first."""
        rows = self._database.rows(
            "SELECT * FROM exports WHERE year = ? AND period = ? ORDER BY id DESC", [year, code]
        )
        with self._database.decoding():
            return [_entry(row) for row in rows]

    def all_exports(self) -> list[ExportEntry]:
        """Return the exports of all reports, newest first."""
        rows = self._database.rows("SELECT * FROM exports ORDER BY id DESC")
        with self._database.decoding():
            return [_entry(row) for row in rows]

    def note_export(self, entry: ExportEntry) -> None:
        """Keep that a report was exported."""
        row = asdict(entry) | {
            "data_from": entry.data_from.isoformat(),
            "data_to": entry.data_to.isoformat(),
            "exported_at": timestamp(self._clock),
            "who": self._who,
        }
        with self._database.write():
            self._database.insert("exports", row)


def _entry(row: dict[str, object]) -> ExportEntry:
    return msgspec.convert({name: value for name, value in row.items() if name != "id"}, ExportEntry)

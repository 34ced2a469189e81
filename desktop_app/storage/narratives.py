"""The officer's own text of each section of a report, the suggestion it was written on, and its versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_app.domain.periods import ReportPeriod
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import Row
from desktop_app.storage.operations import Clock, timestamp
from desktop_app.vietnamese.text import clean

SESSION = timedelta(minutes=10)
"""Saves of one person that follow each other within this time are one version."""

_KEY = "year = ? AND period = ? AND section = ?"


@dataclass(frozen=True, kw_only=True)
class NarrativeVersion:
    """A text as it once stood.

    Attributes:
        text: None where the section went back to the suggestion.
        basis: the suggestion that the text was written on.
        at: ISO 8601 local time with offset of its last save.
        exported: the report was exported with it.
    """

    id: int
    text: str | None
    basis: str
    at: str
    who: str
    exported: bool = False


class NarrativeStore:
    """Texts and versions; a text is never lost: what is replaced or thrown away stays as a version."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database = database
        self._clock = clock
        self._who = who

    def texts(self, period: ReportPeriod) -> dict[str, str]:
        """Return the own text of each section that was written: key -> text."""
        return {row["section"]: row["text"] for row in self._rows(period)}

    def bases(self, period: ReportPeriod) -> dict[str, str]:
        """Return the suggestion that each own text was written on, where it is known.

        A text of an older program has none; nobody can say then whether the figures have changed since.
        """
        known = self._database.rows(
            "SELECT DISTINCT section FROM narrative_versions WHERE year = ? AND period = ?",
            [period.year, period.code],
        )
        sections = {row["section"] for row in known}
        return {row["section"]: row["basis"] for row in self._rows(period) if row["section"] in sections}

    def save(
        self,
        period: ReportPeriod,
        section: str,
        text: str | None,
        basis: str | None = None,
        *,
        apart: bool = False,
    ) -> None:
        """Keep the own text of one section, and its version.

        Args:
            period: of the report.
            section: key.
            text: None returns to the suggestion.
            basis: the suggestion it is written on; None leaves the one that is known.
            apart: a version of its own even within one session (taken over, restored).
        """
        key = [period.year, period.code, section]
        if text is not None:
            text = clean(text, multiline=True)
        with self._database.write():
            current = self._database.row(f"SELECT * FROM narratives WHERE {_KEY}", key)
            if current is None and text is None:
                return
            if basis is None:
                basis = current["basis"] if current else ""
            self._note_version(key, current, text, basis, apart)
            self._database.execute(f"DELETE FROM narratives WHERE {_KEY}", key)
            if text is not None:
                row = {"text": text, "updated_at": timestamp(self._clock), "basis": basis}
                self._database.insert("narratives", _keyed(key) | row)

    def accept(self, period: ReportPeriod, section: str, basis: str) -> None:
        """Note that the officer has seen a newer suggestion and keeps his text."""
        own = self.texts(period).get(section)
        if own is not None:
            self.save(period, section, own, basis)

    def versions(self, period: ReportPeriod, section: str) -> list[NarrativeVersion]:
        """Return the versions of a section, newest first."""
        rows = self._database.rows(
            f"SELECT id, text, basis, at, who FROM narrative_versions WHERE {_KEY} ORDER BY id DESC",
            [period.year, period.code, section],
        )
        with self._database.decoding():
            exported = _in_force(rows, self._export_times(period.year, period.code))
            return [NarrativeVersion(**row, exported=row["id"] in exported) for row in rows]

    def _rows(self, period: ReportPeriod) -> list[Row]:
        return self._database.rows(
            "SELECT section, text, basis FROM narratives WHERE year = ? AND period = ?",
            [period.year, period.code],
        )

    def _note_version(
        self, key: list[object], current: Row | None, text: str | None, basis: str, apart: bool
    ) -> None:
        last = self._database.row(
            f"SELECT id, text, at, who FROM narrative_versions WHERE {_KEY} ORDER BY id DESC LIMIT 1", key
        )
        if last is None and current is not None:
            # Written by an older program: its text becomes the first version.
            self._add(key, current["text"], current["basis"], current["updated_at"], "")
            last = self._database.row(f"SELECT * FROM narrative_versions WHERE {_KEY}", key)
        if last is not None and last["text"] == text:
            self._database.execute(
                "UPDATE narrative_versions SET basis = ? WHERE id = ?", [basis, last["id"]]
            )
        elif last is not None and not apart and self._goes_on(key, last, text):
            self._database.execute(
                "UPDATE narrative_versions SET text = ?, basis = ?, at = ? WHERE id = ?",
                [text, basis, timestamp(self._clock), last["id"]],
            )
        else:
            self._add(key, text, basis, timestamp(self._clock), self._who)

    def _add(self, key: list[object], text: str | None, basis: str, at: str, who: str) -> None:
        row = {"text": text, "basis": basis, "at": at, "who": who}
        self._database.insert("narrative_versions", _keyed(key) | row)

    def _goes_on(self, key: list[object], last: Row, text: str | None) -> bool:
        """Tell whether a save goes on with the last version: same person, same session, not exported, little lost."""
        if last["who"] != self._who or text is None or 2 * len(text) < len(last["text"] or ""):
            return False
        with self._database.decoding():
            written = datetime.fromisoformat(last["at"])
            exported = any(time >= written for time in self._export_times(key[0], key[1]))
        return not exported and timedelta(0) <= self._clock().astimezone() - written <= SESSION

    def _export_times(self, year: object, code: object) -> list[datetime]:
        rows = self._database.rows(
            "SELECT exported_at FROM exports WHERE year = ? AND period = ?", [year, code]
        )
        return [datetime.fromisoformat(row["exported_at"]) for row in rows]


def _keyed(key: list[object]) -> Row:
    return dict(zip(("year", "period", "section"), key, strict=True))


def _in_force(newest_first: Sequence[Row], exports: Sequence[datetime]) -> set[int]:
    """Return the ids of the versions that stood when the report was exported."""
    times = [(datetime.fromisoformat(row["at"]), row["id"]) for row in newest_first]
    found = (next((number for at, number in times if at <= export), None) for export in exports)
    return {number for number in found if number is not None}

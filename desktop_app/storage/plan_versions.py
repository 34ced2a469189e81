"""The office's own plan of each year: what the officer wrote for it, and the versions that were printed."""

from dataclasses import replace

import msgspec

from desktop_app.domain.plan_content import PlanTexts, PlanVersion, StoredPlan
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import Row
from desktop_app.storage.operations import Clock, timestamp
from desktop_app.storage.settings import Settings
from desktop_app.vietnamese.text import clean


class PlanVersionStore:
    """Texts by year; versions are added and never changed but for number and day of issue."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database = database
        self._settings = Settings(database)
        self._clock = clock
        self._who = who

    def texts(self, year: int) -> PlanTexts:
        """Return what the officer wrote for the plan of a year."""
        texts: PlanTexts = self._settings.value(_key(year), PlanTexts, PlanTexts())
        return texts

    def save_texts(self, year: int, texts: PlanTexts) -> None:
        """Keep what the officer wrote."""
        kept = PlanTexts(
            texts={key: clean(text, multiline=True) for key, text in texts.texts.items()},
            subject=clean(texts.subject),
            number=clean(texts.number),
            issued_on=texts.issued_on,
        )
        self._settings.keep(_key(year), kept)

    def versions(self, year: int) -> list[PlanVersion]:
        """Return the versions of a year, newest first."""
        rows = self._database.rows(
            "SELECT year, version, at, who, note, content FROM plan_versions WHERE year = ? ORDER BY version DESC",
            [year],
        )
        with self._database.decoding():
            return [_version(row) for row in rows]

    def add(self, year: int, stored: StoredPlan, note: str) -> PlanVersion:
        """Add a version with the next number."""
        with self._database.write():
            last = self._database.value("SELECT max(version) FROM plan_versions WHERE year = ?", [year])
            row: Row = {
                "year": year,
                "version": (last or 0) + 1,
                "at": timestamp(self._clock),
                "who": self._who,
                "note": clean(note),
                "content": msgspec.json.encode(stored).decode(),
            }
            self._database.insert("plan_versions", row)
        return _version(row)

    def replace_stored(self, version: PlanVersion, stored: StoredPlan) -> PlanVersion:
        """Keep that the same content was printed again: its number, day of issue, signer."""
        with self._database.write():
            self._database.execute(
                "UPDATE plan_versions SET content = ? WHERE year = ? AND version = ?",
                [msgspec.json.encode(stored).decode(), version.year, version.version],
            )
        return replace(version, stored=stored)


def _key(year: int) -> str:
    return f"plan_texts:{year}"


def _version(row: Row) -> PlanVersion:
    stored = msgspec.json.decode(row["content"], type=StoredPlan)
    return PlanVersion(
        year=row["year"],
        version=row["version"],
        at=row["at"],
        who=row["who"],
        note=row["note"],
        stored=stored,
    )

"""Why warnings of a report were passed over: who said so and when, for each year and period."""

from collections.abc import Mapping

from desktop_app.domain.checking import Reason
from desktop_app.domain.periods import ReportPeriod
from desktop_app.storage.database import Database
from desktop_app.storage.operations import Clock, timestamp
from desktop_app.vietnamese.text import clean


class CheckReasons:
    """The table check_reasons."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database, self._clock, self._who = database, clock, who

    def reasons(self, period: ReportPeriod) -> dict[str, Reason]:
        """Return the reasons of a period by the key of their problem."""
        rows = self._database.rows(
            "SELECT key, sentence, reason, at, who FROM check_reasons WHERE year = ? AND period = ? ORDER BY key",
            [period.year, period.code],
        )
        return {row["key"]: Reason(row["sentence"], row["reason"], row["at"], row["who"]) for row in rows}

    def keep(self, period: ReportPeriod, given: Mapping[str, tuple[str, str]]) -> None:
        """Keep reasons: key of the problem -> (its sentence, the reason); an empty reason takes back.

        A reason that was kept with the same words stays with who gave it first, and when.
        """
        at = timestamp(self._clock)
        with self._database.write():
            known = self.reasons(period)
            for key, (sentence, text) in given.items():
                reason = clean(text)
                old = known.get(key)
                if old is not None and (old.sentence, old.reason) == (sentence, reason):
                    continue
                self._database.execute(
                    "DELETE FROM check_reasons WHERE year = ? AND period = ? AND key = ?",
                    [period.year, period.code, key],
                )
                if reason:
                    self._database.insert(
                        "check_reasons",
                        {
                            "year": period.year,
                            "period": period.code,
                            "key": key,
                            "sentence": sentence,
                            "reason": reason,
                            "at": at,
                            "who": self._who,
                        },
                    )

    def used(self, limit: int = 8) -> list[str]:
        """Return reasons that were given before, in any year, the latest first: they are offered again."""
        rows = self._database.rows(
            "SELECT reason FROM check_reasons GROUP BY reason ORDER BY MAX(at) DESC, reason LIMIT ?", [limit]
        )
        return [row["reason"] for row in rows]

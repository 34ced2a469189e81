"""The work on many nominations at once: steps, earlier awards for the checks, dossiers that left, erasing."""

from collections.abc import Iterable, Sequence
from datetime import date

from desktop_app.domain.award_rules import AwardContext, same_named
from desktop_app.domain.award_steps import StepForMany, stepped
from desktop_app.domain.periods import whole_year
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from desktop_app.storage.award_settings import AwardSettings
from desktop_app.storage.database import Database
from desktop_app.storage.operations import ERASE, EXPORT, Operations
from desktop_app.storage.register_store import RegisterStore

_YEARS_BACK = 5


class AwardDesk:
    """What the page of nominations and the checks need beside the register.

    Attributes:
        settings: quotas, votes, facts of the meeting.
    """

    def __init__(
        self, database: Database, operations: Operations, store: RegisterStore[AwardNomination]
    ) -> None:
        self._database, self._operations, self._store = database, operations, store
        self.settings = AwardSettings(database)

    def whole(self, ids: Iterable[str]) -> list[AwardNomination]:
        """Return nominations with their personal values, for the dossier.

        Raises:
            ConflictError: one is no longer in the ledger.
        """
        return [self._store.get(one) for one in ids]

    def of_year(self, year: int) -> list[AwardNomination]:
        """Return the nominations of a calendar year, oldest first, without personal values."""
        return self._store.between(*whole_year(year))

    def context(self, nominations: Sequence[AwardNomination], first: date, last: date) -> AwardContext:
        """Return what the rules compare the nominations of a period with.

        Args:
            nominations: of the period.
            first: its first day; awards decided in the five years before are earlier ones.
            last: its last day, whose year has the quotas.
        """
        begin = date(max(first.year - _YEARS_BACK, 1), 1, 1)
        decided = self._store.between(begin, last, "decision_date")
        own = {one.id for one in nominations}
        twins = self.whole(same_named(nominations))
        return AwardContext(
            [one for one in decided if one.status is AwardStatus.DECIDED and one.id not in own],
            {one.id: one.date_of_birth.year for one in twins if one.date_of_birth},
            self.settings.rules(last.year),
        )

    def step_all(self, ids: Sequence[str], step: StepForMany) -> None:
        """Note the same step for several nominations as one operation.

        Raises:
            ConflictError: one was changed or deleted meanwhile; nothing was written.
            InvalidRecordError: the step cannot be noted so; nothing was written.
        """
        with self._operations.begin("save", f"Đã chuyển {len(ids)} đề nghị sang “{step.word}”") as operation:
            self._store.save_all(operation, [stepped(one, step) for one in self.whole(ids)])

    def note_export(self, label: str) -> None:
        """Keep in the journal that files with personal data left the ledger; the label holds no such value."""
        with self._operations.begin(EXPORT, label):
            pass

    def count_personal(self, year: int) -> int:
        """Return how many nominations of a year still have personal values."""
        return int(self._database.value(f"SELECT count(*) {_PERSONAL_OF_YEAR}", self._days(year)))

    def erase_personal(self, year: int) -> int:
        """Erase the personal values of a year's nominations, in lists, trash, history and drafts; return how many.

        What remains is what the statistics need: form, authority, kind of nominee, state (domain research, §6.4).
        """
        label = f"Đã xóa dữ liệu cá nhân của các đề nghị khen thưởng năm {year}"
        with self._operations.begin(ERASE, label):
            count = self.count_personal(year)
            self._database.execute(
                "DELETE FROM drafts WHERE form = 'awards' AND record_id IN"
                " (SELECT id FROM awards WHERE nominated_on BETWEEN ? AND ?)",
                self._days(year),
            )
            self._database.execute(
                "DELETE FROM personal_data WHERE record_id IN"
                " (SELECT id FROM awards WHERE nominated_on BETWEEN ? AND ?)",
                self._days(year),
            )
        return count

    def _days(self, year: int) -> list[str]:
        return [day.isoformat() for day in whole_year(year)]


_PERSONAL_OF_YEAR = (
    "FROM awards JOIN personal_data ON personal_data.id = awards.personal_ref"
    " WHERE nominated_on BETWEEN ? AND ?"
)

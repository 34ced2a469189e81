"""What a ledger keeps for its nominations beside the records: quotas, the rule of votes, the facts of the meeting."""

from desktop_app.domain.award_catalogue import VoteRule, load_awards
from desktop_app.domain.award_quotas import Quota
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.records.award_folder import AwardMeeting
from desktop_app.storage.database import Database
from desktop_app.storage.settings import Settings


class AwardSettings:
    """Rows of the table of settings."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings = Settings(database)

    def rules(self, year: int) -> AwardRules:
        """Return the rule of votes and the quotas of a year."""
        return AwardRules(
            self._settings.value("award_votes", VoteRule, load_awards().votes),
            self._settings.value(f"award_quotas.{year}", tuple[Quota, ...], ()),
        )

    def save_rules(self, year: int, rules: AwardRules) -> None:
        """Keep the rule of votes, which holds for all years, and the quotas of one."""
        with self._database.write():
            self._settings.keep("award_votes", rules.votes)
            self._settings.keep(f"award_quotas.{year}", rules.quotas)

    def meeting(self, year: int) -> AwardMeeting:
        """Return the facts of the meeting that were typed last in this year."""
        meeting: AwardMeeting = self._settings.value(f"award_meeting.{year}", AwardMeeting, AwardMeeting())
        return meeting

    def save_meeting(self, year: int, meeting: AwardMeeting) -> None:
        """Keep the facts of the meeting for the next dossier."""
        self._settings.keep(f"award_meeting.{year}", meeting)

    def folder(self) -> str:
        """Return where the last dossier went, "" when there was none."""
        return self._settings.text("award_folder")

    def save_folder(self, folder: str) -> None:
        """Keep where the last dossier went."""
        self._settings.keep_text("award_folder", folder)

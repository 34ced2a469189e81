"""What a ledger keeps for its nominations beside the records: quotas, the rule of votes, the facts of the meeting."""

import json

import msgspec

from desktop_app.domain.award_catalogue import VoteRule, load_awards
from desktop_app.domain.award_quotas import Quota
from desktop_app.domain.award_rules import AwardRules
from desktop_app.domain.records.award_folder import AwardMeeting
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json


class AwardSettings:
    """Rows of the table of settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rules(self, year: int) -> AwardRules:
        """Return the rule of votes and the quotas of a year."""
        votes, quotas = self._stored("award_votes"), self._stored(f"award_quotas.{year}")
        with self._database.decoding():
            return AwardRules(
                msgspec.convert(json.loads(votes), VoteRule) if votes else load_awards().votes,
                msgspec.convert(json.loads(quotas), tuple[Quota, ...]) if quotas else (),
            )

    def save_rules(self, year: int, rules: AwardRules) -> None:
        """Keep the rule of votes, which holds for all years, and the quotas of one."""
        with self._database.write():
            self._keep("award_votes", rules.votes)
            self._keep(f"award_quotas.{year}", rules.quotas)

    def meeting(self, year: int) -> AwardMeeting:
        """Return the facts of the meeting that were typed last in this year."""
        stored = self._stored(f"award_meeting.{year}")
        with self._database.decoding():
            return msgspec.convert(json.loads(stored), AwardMeeting) if stored else AwardMeeting()

    def save_meeting(self, year: int, meeting: AwardMeeting) -> None:
        """Keep the facts of the meeting for the next dossier."""
        with self._database.write():
            self._keep(f"award_meeting.{year}", meeting)

    def folder(self) -> str:
        """Return where the last dossier went, "" when there was none."""
        return self._stored("award_folder")

    def save_folder(self, folder: str) -> None:
        """Keep where the last dossier went."""
        with self._database.write():
            self._keep_text("award_folder", folder)

    def _stored(self, key: str) -> str:
        return self._database.value("SELECT value FROM settings WHERE key = ?", [key]) or ""

    def _keep(self, key: str, value: object) -> None:
        self._keep_text(key, to_json(msgspec.to_builtins(value)))

    def _keep_text(self, key: str, text: str) -> None:
        self._database.execute("DELETE FROM settings WHERE key = ?", [key])
        self._database.insert("settings", {"key": key, "value": text})

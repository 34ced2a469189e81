"""What a ledger keeps of the forms it sent to other bodies: the indicators and the folder chosen last."""

import json

from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json

_INDICATORS, _FOLDER = "figure_form_indicators", "figure_form_folder"


class FigureFormSettings:
    """Rows of the table of settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def indicators(self) -> tuple[str, ...]:
        """Return the codes chosen last, none before the first form."""
        stored = self._stored(_INDICATORS)
        with self._database.decoding():
            return tuple(map(str, json.loads(stored))) if stored else ()

    def folder(self) -> str:
        """Return where the last forms went, "" before the first."""
        return self._stored(_FOLDER)

    def save(self, indicators: tuple[str, ...], folder: str) -> None:
        """Keep the choice for the next forms."""
        with self._database.write():
            for key, value in ((_INDICATORS, to_json(list(indicators))), (_FOLDER, folder)):
                self._database.execute("DELETE FROM settings WHERE key = ?", [key])
                self._database.insert("settings", {"key": key, "value": value})

    def _stored(self, key: str) -> str:
        return self._database.value("SELECT value FROM settings WHERE key = ?", [key]) or ""

"""Which heading of a sheet the user has given which column: remembered in the ledger."""

from collections.abc import Mapping

from desktop_app.storage.database import Database
from desktop_app.storage.settings import Settings

_KEY = "import_headings"


class ImportMemory:
    """What was chosen in the dialog that matches columns."""

    def __init__(self, database: Database) -> None:
        self._settings = Settings(database)

    def headings(self) -> dict[str, dict[str, str]]:
        """Return register -> folded heading -> key of a column."""
        found: dict[str, dict[str, str]] = self._settings.value(_KEY, dict[str, dict[str, str]], {})
        return found

    def remember(self, register: str, headings: Mapping[str, str]) -> None:
        """Keep choices; those of the same headings from before are replaced."""
        known = self.headings()
        known[register] = {**known.get(register, {}), **headings}
        self._settings.keep(_KEY, known)

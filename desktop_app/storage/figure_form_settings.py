"""What a ledger keeps of the forms it sent to other bodies: the indicators and the folder chosen last."""

from desktop_app.storage.database import Database
from desktop_app.storage.settings import Settings

_INDICATORS, _FOLDER = "figure_form_indicators", "figure_form_folder"


class FigureFormSettings:
    """Rows of the table of settings."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._settings = Settings(database)

    def indicators(self) -> tuple[str, ...]:
        """Return the codes chosen last, none before the first form."""
        codes: tuple[str, ...] = self._settings.value(_INDICATORS, tuple[str, ...], ())
        return codes

    def folder(self) -> str:
        """Return where the last forms went, "" before the first."""
        return self._settings.text(_FOLDER)

    def save(self, indicators: tuple[str, ...], folder: str) -> None:
        """Keep the choice for the next forms."""
        with self._database.write():
            self._settings.keep(_INDICATORS, indicators)
            self._settings.keep_text(_FOLDER, folder)

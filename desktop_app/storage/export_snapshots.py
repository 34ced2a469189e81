"""What the last export of each report told, so that a page can say what changed since."""

import base64
import json
import zlib

import msgspec

from desktop_app.domain.export_changes import ExportSnapshot
from desktop_app.domain.periods import ReportPeriod
from desktop_app.storage.database import Database
from desktop_app.storage.encoding import to_json
from desktop_app.storage.settings import Settings


class ExportSnapshots:
    """One snapshot for each year and period, packed, among the settings of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database, self._settings = database, Settings(database)

    def get(self, period: ReportPeriod) -> ExportSnapshot | None:
        """Return what the last export told, None when that is not known."""
        stored = self._settings.text(_key(period))
        if not stored:
            return None
        with self._database.decoding():
            return msgspec.convert(json.loads(_unpacked(stored)), ExportSnapshot)

    def keep(self, period: ReportPeriod, snapshot: ExportSnapshot) -> None:
        """Keep what an export told in place of the one before."""
        text = to_json(msgspec.to_builtins(snapshot))
        self._settings.keep_text(_key(period), base64.b64encode(zlib.compress(text.encode())).decode("ascii"))


def _key(period: ReportPeriod) -> str:
    return f"exported:{period.year}:{period.code}"


def _unpacked(stored: str) -> bytes:
    try:
        return zlib.decompress(base64.b64decode(stored))
    except zlib.error as error:
        raise ValueError(str(error)) from error

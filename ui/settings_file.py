"""What the window remembers on this computer: the last ledgers, its own size. Nothing of the ledgers themselves."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_MOST_RECENT = 5


@dataclass(frozen=True)
class WindowSettings:
    """The remembered things.

    Attributes:
        last_ledger: path of the ledger that was open last, "" at first.
        geometry: of the window, as Qt gives it, in hexadecimal digits.
        recent: the ledgers that were open here, the last one first, five at most.
    """

    last_ledger: str = ""
    geometry: str = ""
    recent: tuple[str, ...] = ()

    def with_ledger(self, ledger: str) -> "WindowSettings":
        """Return the settings after a ledger was opened."""
        others = [one for one in self.recent if one != ledger]
        return replace(self, last_ledger=ledger, recent=(ledger, *others)[:_MOST_RECENT])


def read_settings(path: Path) -> WindowSettings:
    """Return the settings; missing or damaged ones are as at first."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return WindowSettings()
    if not isinstance(stored, dict):
        return WindowSettings()
    texts = {name: str(stored[name]) for name in ("last_ledger", "geometry") if name in stored}
    recent = stored.get("recent")
    known = [one for one in recent if isinstance(one, str)] if isinstance(recent, list) else []
    return WindowSettings(**texts, recent=tuple(known[:_MOST_RECENT]))


def write_settings(path: Path, settings: WindowSettings) -> None:
    """Keep the settings, whole or not at all; a folder that cannot be written costs nothing but the memory."""
    building = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        building.write_text(json.dumps(asdict(settings)), encoding="utf-8")
        os.replace(building, path)
    except OSError:
        with suppress(OSError):
            building.unlink()

"""What the window remembers on this computer: the last ledger, its own size. Nothing of the ledgers themselves."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

_FOLDER = "SoHangViet"


@dataclass
class WindowSettings:
    """The remembered things.

    Attributes:
        last_ledger: path of the ledger that was open last, "" at first.
        geometry: of the window, as Qt gives it, in hexadecimal digits.
    """

    last_ledger: str = ""
    geometry: str = ""


def settings_path(data_dir: Path | None = None) -> Path:
    """Return where the settings lie: in the folder given, else in the user's own."""
    return (data_dir or Path(platformdirs.user_data_dir(_FOLDER, appauthor=False))) / "window.json"


def read_settings(path: Path) -> WindowSettings:
    """Return the settings; missing or damaged ones are as at first."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return WindowSettings()
    known = WindowSettings.__dataclass_fields__
    entries = stored.items() if isinstance(stored, dict) else ()
    return WindowSettings(**{name: str(value) for name, value in entries if name in known})


def write_settings(path: Path, settings: WindowSettings) -> None:
    """Keep the settings; a folder that cannot be written costs nothing but the memory."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    except OSError:
        return

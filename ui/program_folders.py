"""Where settings and new ledgers lie: in the user's own folders, or beside a program that is carried on a stick."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import platformdirs

MARKER = "mang-theo.txt"
"""A file of this name beside the program says that it is carried; build_scripts/packing puts it there."""

_PROGRAM = "SoHangViet"
_DOCUMENTS = "Sổ Hàng Việt"
_CARRIED_SETTINGS, _CARRIED_LEDGERS = "Du lieu", "Sổ"


@dataclass(frozen=True)
class ProgramFolders:
    """The folders of one start.

    Attributes:
        settings: what the window remembers lies in it.
        ledgers: new ledgers go there, unless the officer chooses another place.
        carried: the folder of a program on a stick, None of an installed one. What lies below it is remembered from
            there on: the letter of a stick's drive changes from computer to computer.
    """

    settings: Path
    ledgers: Path
    carried: Path | None = None

    def remembered(self, ledger: Path) -> str:
        """Return how a ledger is written down."""
        whole = Path(os.path.abspath(ledger))
        if self.carried is not None and whole.is_relative_to(self.carried):
            return whole.relative_to(self.carried).as_posix()
        return str(whole)

    def found(self, remembered: str) -> Path:
        """Return the ledger that was written down; it need not be there any more."""
        if self.carried is None:
            return Path(remembered)
        # A whole path stays what it is: joining takes the second one then.
        return self.carried / (PurePosixPath(remembered) if "\\" not in remembered else Path(remembered))


def program_folders(data_dir: Path | None = None, program: Path | None = None) -> ProgramFolders:
    """Return the folders.

    Args:
        data_dir: the folder for the settings that the command line names; it goes before all others.
        program: the folder of the built program, by default of the one that runs; None in a checkout.
    """
    home = program or _program()
    if home is not None and (home / MARKER).is_file():
        return ProgramFolders(data_dir or home / _CARRIED_SETTINGS, home / _CARRIED_LEDGERS, home)
    settings = data_dir or Path(platformdirs.user_data_dir(_PROGRAM, appauthor=False))
    return ProgramFolders(settings, Path(platformdirs.user_documents_path()) / _DOCUMENTS)


def _program() -> Path | None:
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None

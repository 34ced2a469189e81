"""What an export gives back: the folder, its files, and the message to send them with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EmailDraft:
    """What the officer sends; each part can also be copied by hand.

    Attributes:
        to: address of the province, "" when it is not known.
        attachment: ASCII file name of the package.
    """

    to: str
    subject: str
    body: str
    attachment: str


@dataclass(frozen=True)
class ExportResult:
    """What an export made.

    Attributes:
        folder: the new folder. files: its files. package: the zip to e-mail.
        notes: what the user should know of the files, whole sentences.
    """

    folder: Path
    files: tuple[Path, ...]
    package: Path
    revision: int
    check_code: str
    draft: EmailDraft
    notes: tuple[str, ...] = ()

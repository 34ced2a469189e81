"""What a build has made, as the proof gets it."""

from dataclasses import dataclass
from pathlib import Path

from packing.names import Names


@dataclass(frozen=True)
class Products:
    """The Windows program in all its forms.

    Attributes:
        names: Names and version.
        folder: The program as one folder.
        portable: The zip for a stick.
        installer: The installer.
        older: The installer of an older version, for trying what an upgrade does; made only when a proof follows.
        older_names: Names and version of that one.
    """

    names: Names
    folder: Path
    portable: Path
    installer: Path
    older: Path
    older_names: Names

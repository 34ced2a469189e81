"""Every name under which the program appears on Windows, read from pyproject.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

MARKER = "mang-theo.txt"
"""A file of this name beside the program says that it is carried on a stick: data stay beside it."""

UNINSTALLER = "go-cai-dat.exe"
MUTEX = "SoHangViet.running"
"""Held by the running program in the session of the user ("Local\\" namespace)."""

LEDGER_SUFFIX = ".sohangviet"
HANDOVER_SUFFIX = ".bangiao"
LEDGER_TYPE = "SoHangViet.Ledger"
HANDOVER_TYPE = "SoHangViet.Handover"
PACKAGE_TYPE = "SoHangViet.Package"
REPLY_TYPE = "SoHangViet.Reply"
"""Names of the file types in the registry, below HKCU\\Software\\Classes."""


@dataclass(frozen=True)
class Names:
    """Names and versions of one build.

    Attributes:
        version: As in pyproject.toml, such as "0.4.0".
        product: What people read: "Sổ Hàng Việt".
        description: The product with what it is for, in Vietnamese.
        publisher: Who makes it.
        program: Plain letters, the stem of every file name: "SoHangViet"; also the name of the folder.
    """

    version: str
    product: str
    description: str
    publisher: str
    program: str

    @classmethod
    def read(cls, source: Path) -> "Names":
        """Return the names that stand in `source`/pyproject.toml (`source` is the root of the project)."""
        project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return cls(
            version=project["version"],
            product=project["description"].partition(" – ")[0],
            description=project["description"],
            publisher=project["authors"][0]["name"],
            program="".join(word.capitalize() for word in project["name"].split("-")),
        )

    @property
    def exe(self) -> str:
        """Return the file name of the program."""
        return f"{self.program}.exe"

    @property
    def installer(self) -> str:
        """Return the file name of the installer."""
        return f"{self.program}-{self.version}-cai-dat.exe"

    @property
    def portable(self) -> str:
        """Return the file name of the zip with the folder for a stick."""
        return f"{self.program}-{self.version}-mang-theo.zip"

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Return the version as Windows wants it: four numbers.

        Raises:
            ValueError: The version is not one to four numbers with points.
        """
        parts = [int(part) for part in self.version.split(".")]
        if len(parts) > 4:
            raise ValueError(f"Windows knows four numbers at most: {self.version}")
        first, second, third, fourth = parts + [0] * (4 - len(parts))
        return first, second, third, fourth

"""Reads on Linux what the program has written on Windows: the ledger's rows, the exported report in all its forms."""

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
from pathlib import Path

from docx import Document
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from wine.proof_record import check


def rows(ledger: Path, table: str) -> list[dict[str, object]]:
    """Return the rows of a register that are saved by now, read from a copy while the program has the ledger open."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sohangviet"
        shutil.copy(ledger, copy)
        log = ledger.with_name(f"{ledger.name}-wal")
        if log.exists():
            shutil.copy(log, f"{copy}-wal")
        connection = sqlite3.connect(copy)
        connection.row_factory = sqlite3.Row
        try:
            check(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the ledger is sound")
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
        finally:
            connection.close()


def check_report(folder: Path, words: tuple[str, ...]) -> None:
    """Make sure that PDF, Word and Excel hold all words, and that the package is whole.

    Args:
        folder: The folder of one export.
        words: What must be read in each of them.

    Raises:
        ProofError: Something is missing or does not fit.
    """
    texts = {"PDF": _pdf(folder), "Word": _word(folder), "Excel": _excel(folder)}
    for kind, text in texts.items():
        for one in words:
            check(_flat(one) in text, f"{one!r} stands in the {kind} file")
    _check_package(folder / f"{folder.name}.zip")


def _flat(text: str) -> str:
    """Without spaces: lines break in other places in each file."""
    return "".join(text.split())


def _pdf(folder: Path) -> str:
    return _flat(" ".join(page.extract_text() for page in PdfReader(folder / "BaoCao.pdf").pages))


def _word(folder: Path) -> str:
    body = Document(str(folder / "BaoCao.docx")).element.body
    return _flat(" ".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def _excel(folder: Path) -> str:
    book = CalamineWorkbook.from_path(str(folder / "SoLieu.xlsx"))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return _flat(" ".join(str(cell) for sheet in sheets for row in sheet for cell in row))


def _check_package(path: Path) -> None:
    with zipfile.ZipFile(path) as package:
        check(package.testzip() is None, f"{path.name} is a sound zip")
        about = json.loads(package.read("datapackage.json"))
        for one in about["resources"]:
            content = package.read(one["path"])
            check(len(content) == one["bytes"], f"{one['path']} has its size")
            check(
                one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", f"{one['path']} has its hash"
            )

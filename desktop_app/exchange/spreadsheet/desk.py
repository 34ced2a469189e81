"""Excel in and out of one ledger, for the window and the commands: template, preview, import, what is remembered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from desktop_app.domain.import_preview import (
    ColumnName,
    ImportChoices,
    ImportPreview,
    ImportResult,
    SheetChoice,
)
from desktop_app.domain.plans import Plan
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.spreadsheet.applying import apply_import
from desktop_app.exchange.spreadsheet.columns import ID_HEADING, ID_KEY, columns_of
from desktop_app.exchange.spreadsheet.preview import read_import, with_answer
from desktop_app.exchange.spreadsheet.template import write_template
from desktop_app.report.model import Progress
from desktop_app.storage.import_memory import ImportMemory
from desktop_app.storage.operations import Operations
from desktop_app.storage.register_store import RegisterStore


class LedgerLike(Protocol):
    """What Excel in and out asks of a ledger."""

    operations: Operations

    def today(self) -> date:
        """Return today."""

    @property
    def year(self) -> int:
        """The working year."""

    def years(self) -> list[int]:
        """Return the years that have a plan."""

    def plan(self, year: int) -> Plan:
        """Return the plan of a year."""

    def register(self, name: str) -> RegisterStore[Any]:
        """Return a register."""


class SpreadsheetDesk:
    """Excel in and out of one ledger; it belongs to the thread of its ledger."""

    def __init__(self, ledger: LedgerLike, memory: ImportMemory, back_up: Callable[[], Path]) -> None:
        self._ledger = ledger
        self._memory = memory
        self._back_up = back_up

    def write_template(
        self,
        path: Path,
        registers: Sequence[str] = tuple(REGISTERS),
        *,
        personal: bool = False,
        with_records: bool = False,
    ) -> None:
        """Write the workbook to fill.

        Args:
            path: the .xlsx file.
            registers: names of the registers that get a sheet.
            personal: with the columns of personal data.
            with_records: with the ledger's records, to be changed in Excel and read back.

        Raises:
            ExportError: the file cannot be written.
        """
        year = self._ledger.year
        records = {
            name: [one for one in self._ledger.register(name).everything() if not one.deleted_at]
            for name in registers
            if with_records
        }
        plan = self._ledger.plan(year) if self._ledger.years() else None
        write_template(path, registers, personal=personal, plan=plan, records=records, year=year)

    def preview(
        self, path: Path, choices: Mapping[str, SheetChoice] | None = None, progress: Progress | None = None
    ) -> ImportPreview:
        """Return what importing a file would do; nothing is written. See `preview.read_import`.

        Raises:
            SheetFileError: the file cannot be read.
        """
        return read_import(self._ledger, path, choices, self._memory.headings(), progress)

    def apply(self, preview: ImportPreview, choices: ImportChoices | None = None) -> ImportResult:
        """Write a preview: after a backup, as one operation. See `applying.apply_import`."""
        stores = {name: self._ledger.register(name) for name in REGISTERS}
        return apply_import(
            preview, choices or ImportChoices(), stores, self._ledger.operations, self._back_up
        )

    def answer(self, preview: ImportPreview, key: tuple[str, int], answer: str) -> ImportPreview:
        """Return the preview after a question about a row was answered. See `preview.with_answer`."""
        return with_answer(preview, key, answer)

    def columns(self, register: str) -> tuple[ColumnName, ...]:
        """Return what a column of a sheet can be matched with, `Mã` last."""
        named = [ColumnName(one.key, one.heading, one.help) for one in columns_of(register)]
        return (*named, ColumnName(ID_KEY, ID_HEADING))

    def remember(self, register: str, columns: Mapping[str, str]) -> None:
        """Remember which heading (folded, `ColumnMatch.folded`) is which column of a register."""
        self._memory.remember(register, columns)

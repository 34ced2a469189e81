"""What the Excel template consists of, without the format: sheets, columns with their lists, example rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Value = str | int | float | bool | date
ColumnKind = Literal["text", "long_text", "date", "integer", "decimal"]


@dataclass(frozen=True)
class TemplateColumn:
    """One column.

    Attributes:
        kind: decides format and width.
        choices: what the drop-down list offers; empty for a free cell.
        note: what appears when the heading is pointed at.
        required: its heading is marked.
    """

    heading: str
    kind: ColumnKind = "text"
    choices: tuple[str, ...] = ()
    note: str = ""
    required: bool = False


@dataclass(frozen=True)
class TemplateSheet:
    """One register's sheet.

    Attributes:
        examples: rows shown in grey; the import passes over them.
        rows: records that stand in the sheet already.
    """

    name: str
    columns: tuple[TemplateColumn, ...]
    examples: Sequence[Sequence[Value]] = ()
    rows: Sequence[Sequence[Value]] = ()


@dataclass(frozen=True)
class Template:
    """The whole workbook.

    Attributes:
        guide_name: name of the first sheet. guide: its lines, heading and text each; "" heads nothing.
        lists_name: name of the hidden sheet that holds the drop-down lists.
    """

    title: str
    guide_name: str
    guide: Sequence[tuple[str, str]]
    lists_name: str
    sheets: Sequence[TemplateSheet]

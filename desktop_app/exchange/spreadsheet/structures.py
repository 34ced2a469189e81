"""Lists and rows within one cell: parts with semicolons, rows as lines whose parts stand between upright strokes."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.fields import FieldKind, FieldSpec, specs_of
from desktop_app.domain.fund_sources import FUND_SOURCES
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.domain.records.activities import FundGroup, FundLine
from desktop_app.domain.records.awards import PastAward, Votes
from desktop_app.exchange.spreadsheet.book import Cell, CellKind
from desktop_app.exchange.spreadsheet.cells import SCALARS, Reader, find_choice, names_of, text_of
from desktop_app.exchange.spreadsheet.context import NOTHING, Context, Reading
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import clean, shorten

STROKE = " | "

_FUND_PARTS = (
    ("source", FieldSpec(FieldKind.TEXT)),
    ("group", FieldSpec(FieldKind.CHOICE, choices=FundGroup)),
    ("amount_vnd", FieldSpec(FieldKind.MONEY)),
    ("in_kind", FieldSpec(FieldKind.FLAG)),
)
_PAST_AWARD_PARTS = (
    ("form", FieldSpec(FieldKind.TEXT)),
    ("authority", FieldSpec(FieldKind.TEXT)),
    ("year", FieldSpec(FieldKind.INTEGER)),
)

Parts = Sequence[tuple[str, FieldSpec]]


def row_parts(spec: FieldSpec) -> Parts:
    """Return the parts of one line of a field of several rows, in their order."""
    if spec.kind is FieldKind.FUNDS:
        return _FUND_PARTS
    if spec.kind is FieldKind.PAST_AWARDS:
        return _PAST_AWARD_PARTS
    return tuple(specs_of(spec.row).items()) if spec.row is not None else ()


def _lines(cell: Cell) -> list[str] | Reading:
    text = text_of(cell, multiline=True)
    if text.problem:
        return text
    return [line for line in map(clean, text.value.split("\n")) if line]


def _pieces(cell: Cell) -> list[str] | Reading:
    lines = _lines(cell)
    if isinstance(lines, Reading):
        return lines
    return [piece for line in lines for piece in map(clean, line.split(";")) if piece]


def _text_list(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    pieces = _pieces(cell)
    return pieces if isinstance(pieces, Reading) else Reading(tuple(dict.fromkeys(pieces)))


def _named(cell: Cell, find: Callable[[str], Any], refuse: Callable[[str], str]) -> Reading:
    """Read a list of names; a piece that is none is tried once more at its commas."""
    pieces = _pieces(cell)
    if isinstance(pieces, Reading):
        return pieces
    found: dict[Any, None] = {}
    for piece in pieces:
        one = find(piece)
        several = [one] if one is not None else [find(part) for part in piece.split(",")]
        if None in several:
            return Reading(problem=refuse(piece))
        found.update(dict.fromkeys(several))
    return Reading(tuple(found))


def _choices(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    names = names_of(words, spec)

    def refuse(piece: str) -> str:
        listed = "; ".join(names[:8]) + ("…" if len(names) > 8 else "")
        return f"Không có “{shorten(piece, 40)}” trong danh mục; các mục có thể ghi, cách nhau bằng “;”: {listed}."

    return _named(cell, lambda piece: find_choice(words, spec, piece), refuse)


def _plan_items(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    def find(piece: str) -> str | None:
        return context.plan_items.get(fold(piece)) or context.plan_items.get(fold(piece.split(" ")[0]))

    return _named(
        cell,
        find,
        lambda piece: (
            f"Kế hoạch của năm không có nội dung “{shorten(piece, 40)}”; hãy ghi ký hiệu của nội dung, "
            "ví dụ II.1."
        ),
    )


def _dossier(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    parts = {fold(part.name): part.key for part in load_awards().dossier_parts}
    parts |= {fold(key): key for key in parts.values()}
    reading = _named(
        cell,
        lambda piece: parts.get(fold(piece)),
        lambda piece: f"Hồ sơ không có thành phần “{shorten(piece, 40)}”.",
    )
    return reading if reading.problem else Reading(dict.fromkeys(reading.value, True))


def _votes(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    text = text_of(cell, multiline=False)
    if text.problem:
        return text
    numbers = [part.strip() for part in text.value.split("/")]
    if len(numbers) != 3 or not all(one.isascii() and one.isdigit() and len(one) < 6 for one in numbers):
        return Reading(problem="Hãy ghi tổng số/có mặt/đồng ý, ví dụ 15/14/14.")
    return Reading(Votes(total=int(numbers[0]), present=int(numbers[1]), agree=int(numbers[2])))


def _rows(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    lines = _lines(cell)
    if isinstance(lines, Reading):
        return lines
    rows: list[Any] = []
    remarks: list[str] = []
    for number, line in enumerate(lines, start=1):
        reading = _row(words, spec, cell, line, context)
        if reading.problem:
            return reading._replace(problem=f"Dòng {number} trong ô: {reading.problem}")
        rows.append(reading.value)
        remarks += [reading.remark] if reading.remark else []
    return Reading(tuple(rows), remark=" ".join(remarks))


def _row(words: RegisterWords, spec: FieldSpec, cell: Cell, line: str, context: Context) -> Reading:
    parts = row_parts(spec)
    texts = [text.strip() for text in line.split("|")]
    if spec.kind is FieldKind.FUNDS and len(texts) == 1 and ":" in line:
        return _short_fund(cell, line, context)
    if len(texts) > len(parts):
        return Reading(problem=f"có {len(texts)} phần, nhiều nhất là {len(parts)}.")
    values: dict[str, Any] = {}
    remarks: list[str] = []
    for (name, own), text in zip(parts, texts, strict=False):
        piece = Cell(cell.row, cell.column, CellKind.TEXT, text, text)
        reading = SCALARS[own.kind](words, own, piece, context) if text else NOTHING
        if reading.problem:
            return reading
        if not reading.is_empty:
            values[name] = reading.value
        remarks += [reading.remark] if reading.remark else []
    return _built(spec, values, " ".join(remarks))


UNKNOWN_SOURCE = "Chưa rõ nguồn"


def _funds(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    """Read lines of funds; a sheet with one column of sums alone is understood, and said to be."""
    text = text_of(cell, multiline=True)
    if text.problem or "|" in text.value or ":" in text.value or "\n" in text.value:
        return _rows(words, spec, cell, context)
    money = SCALARS[FieldKind.MONEY](words, FieldSpec(FieldKind.MONEY), cell, context)
    if money.problem:
        return money._replace(
            problem=f"{money.problem} Hoặc ghi mỗi nguồn một dòng, ví dụ “Ngân sách xã: 5.000.000”."
        )
    if money.is_empty:
        return NOTHING
    line = FundLine(source=UNKNOWN_SOURCE, group=FundGroup.OTHER, amount_vnd=money.value)
    remark = (
        f"Số tiền không ghi nguồn: tạm ghi “{UNKNOWN_SOURCE}”, nhóm “Nguồn khác”; hãy sửa lại sau khi nhập."
    )
    return Reading((line,), remark=" ".join(filter(None, (money.remark, remark))))


def _short_fund(cell: Cell, line: str, context: Context) -> Reading:
    """Read “Ngân sách xã: 5.000.000”, the group by the usual sources."""
    source, _, amount = line.rpartition(":")
    piece = Cell(cell.row, cell.column, CellKind.TEXT, amount, amount)
    money = SCALARS[FieldKind.MONEY](_NO_WORDS, FieldSpec(FieldKind.MONEY), piece, context)
    if money.problem:
        return money
    known = {fold(name): group for name, group in FUND_SOURCES.items()}
    group = known.get(fold(source))
    remark = (
        "" if group else f"Nguồn “{shorten(source, 40)}” chưa có trong danh mục, được xếp vào “Nguồn khác”."
    )
    line_of_funds = FundLine(
        source=clean(source), group=group or FundGroup.OTHER, amount_vnd=money.value, in_kind=False
    )
    return Reading(line_of_funds, remark=remark)


def _built(spec: FieldSpec, values: Mapping[str, Any], remark: str) -> Reading:
    shape: type[Any] | None = {FieldKind.FUNDS: FundLine, FieldKind.PAST_AWARDS: PastAward}.get(
        spec.kind, spec.row
    )
    if shape is None:
        return Reading(problem="không nhập được từ bảng tính.")
    needed = [
        field.name
        for field in dataclasses.fields(shape)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    if any(name not in values for name in needed):
        return Reading(
            problem=f"thiếu phần; mỗi dòng ghi đủ các phần, cách nhau bằng dấu “{STROKE.strip()}”."
        )
    return Reading(shape(**values), remark=remark)


_NO_WORDS = RegisterWords("", "", "", "", "", {}, {}, {})

READERS: Mapping[FieldKind, Reader] = {
    **SCALARS,
    FieldKind.TEXT_LIST: _text_list,
    FieldKind.CHOICES: _choices,
    FieldKind.PLAN_ITEMS: _plan_items,
    FieldKind.DOSSIER: _dossier,
    FieldKind.VOTES: _votes,
    FieldKind.FUNDS: _funds,
    FieldKind.PAST_AWARDS: _rows,
    FieldKind.ROWS: _rows,
}
"""Readers of all kinds that stand in one cell; figures have a column for each indicator."""

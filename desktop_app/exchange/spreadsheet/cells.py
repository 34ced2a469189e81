"""Turn one cell into the value of a field, by the field's kind: right, or refused with a Vietnamese reason."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache

from desktop_app.domain.contents import load_contents
from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.exchange.spreadsheet.book import Cell, CellKind
from desktop_app.exchange.spreadsheet.context import NOTHING, Context, Reading
from desktop_app.exchange.spreadsheet.numbers import (
    exact,
    read_date,
    read_decimal,
    read_flag,
    read_integer,
    read_money,
    shown,
    wrong_kind,
)
from desktop_app.exchange.spreadsheet.office_words import other_words
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.legacy_fonts import reads_better
from desktop_app.vietnamese.text import clean, shorten

Reader = Callable[[RegisterWords, FieldSpec, Cell, Context], Reading]

_MOST_EXACT = 10**15
_MOST_NAMED = 8


def read_cell(
    words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context, readers: Mapping[FieldKind, Reader]
) -> Reading:
    """Return what a cell means for a field.

    Args:
        words: of the register, for the names of choices.
        spec: of the field.
        cell: the cell.
        context: what else its meaning depends on.
        readers: by kind; `structures.READERS`.
    """
    if cell.kind is CellKind.EMPTY:
        return NOTHING
    if cell.kind is CellKind.ERROR:
        sign = f" {cell.value}" if cell.value != "#" else ""
        return Reading(problem=f"Ô báo lỗi{sign}; hãy sửa công thức hoặc gõ giá trị vào ô.")
    if cell.kind is CellKind.UNCACHED:
        return Reading(
            problem="Ô có công thức nhưng tệp không lưu kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."
        )
    reading = readers[spec.kind](words, spec, cell, context)
    if cell.converted and not reading.problem and not reads_better(cell.text, str(cell.value)):
        doubt = f"Chữ chuyển từ phông cũ có thể chưa đúng: “{shorten(cell.text, 40)}”."
        return reading._replace(remark=f"{reading.remark} {doubt}".strip())
    return reading


def text_of(cell: Cell, *, multiline: bool) -> Reading:
    """Return the text of a cell; a number keeps its digits, and its leading zeros where the cell shows them."""
    if cell.kind is CellKind.TEXT:
        text = clean(cell.text, multiline=multiline)
        return Reading(text) if text else NOTHING
    if cell.kind is CellKind.NUMBER and not cell.style.percent:
        return _number_as_text(cell)
    if multiline and cell.kind is CellKind.DATE:
        day = cell.value
        if hasattr(day, "year"):
            return Reading(format_date(day), remark="Ô là ngày, được ghi lại thành chữ.")  # type: ignore[arg-type]
    return wrong_kind(cell, "chữ")


def _number_as_text(cell: Cell) -> Reading:
    number = exact(cell)
    if abs(number) >= _MOST_EXACT:
        return Reading(
            problem="Số dài hơn 15 chữ số nên Excel đã làm tròn; hãy định dạng ô là chữ (Text) rồi gõ lại."
        )
    if number != number.to_integral_value():
        return Reading(shown(number), remark=f"Ô là số, được ghi lại thành chữ “{shown(number)}”.")
    digits = str(int(number))
    if cell.style.zeros:
        return Reading(digits.zfill(cell.style.zeros))
    return Reading(
        digits, remark=f"Ô là số {digits}; nếu có số 0 ở đầu thì Excel đã bỏ mất, hãy định dạng ô là chữ."
    )


def _text(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    return text_of(cell, multiline=False)


def _long_text(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    return text_of(cell, multiline=True)


def _choice(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    text = text_of(cell, multiline=False)
    if text.problem:
        return text
    member = find_choice(words, spec, text.value)
    if member is None:
        return Reading(problem=_unknown(text.value, names_of(words, spec)))
    return Reading(member)


def names_of(words: RegisterWords, spec: FieldSpec) -> list[str]:
    """Return the words of a field's choices, in their order."""
    return [words.choice(member) for member in spec.choices or ()]


def find_choice(words: RegisterWords, spec: FieldSpec, text: str) -> StrEnum | None:
    """Return the choice that a text names by its word or its code, None when there is none."""
    if spec.choices is None:
        return None
    found = _choices(words, spec.choices)
    member = found.get(fold(text))
    return member if member is not None else found.get(text.strip())  # a choice may be "", which is false


_CHOICES: dict[tuple[str, type[StrEnum]], dict[str, StrEnum]] = {}


def _choices(words: RegisterWords, choices: type[StrEnum]) -> dict[str, StrEnum]:
    key = (words.page, choices)
    if key not in _CHOICES:
        by_code = {word: choices(code) for word, code in other_words(choices.__name__).items()}
        by_code |= {fold(member.value): member for member in choices if member.value}
        by_word = {fold(words.choice(member)) or words.choice(member): member for member in choices}
        _CHOICES[key] = by_code | by_word
    return _CHOICES[key]


def _unknown(text: str, names: list[str]) -> str:
    listed = "; ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")
    return f"Không có “{shorten(text, 40)}” trong danh mục; hãy ghi một trong: {listed}."


def _content(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    text = text_of(cell, multiline=False)
    if text.problem:
        return text
    code = _contents().get(fold(text.value)) or _contents().get(fold(text.value).split(" ")[0].rstrip(".:"))
    if code is None:
        return Reading(problem=_unknown(text.value, [one.code for one in load_contents()]))
    return Reading(code)


@cache
def _contents() -> dict[str, str]:
    found = {fold(one.name): one.code for one in load_contents()}
    found |= {fold(one.short_name): one.code for one in load_contents()}
    return found | {fold(one.code): one.code for one in load_contents()}


def _indicator(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    text = text_of(cell, multiline=False)
    if text.problem:
        return text
    code = _indicators().get(fold(text.value))
    if code is None:
        return Reading(
            problem=f"Không có chỉ tiêu “{shorten(text.value, 60)}”; hãy chọn trong danh mục chỉ tiêu."
        )
    return Reading(code)


@cache
def _indicators() -> dict[str, str]:
    found: dict[str, str] = {}
    for one in load_indicators():
        found |= {fold(f"{one.label} ({one.unit})"): one.code, fold(one.label): one.code}
    return found | {fold(one.code): one.code for one in load_indicators()}


def _link(words: RegisterWords, spec: FieldSpec, cell: Cell, context: Context) -> Reading:
    text = text_of(cell, multiline=False)
    if text.problem:
        return text
    found = context.links(spec.register, text.value)
    if len(found) == 1:
        return Reading(found[0])
    named = f"“{shorten(text.value, 60)}”"
    if not found:
        return Reading(problem=f"Trong sổ và trong tệp không có mục nào tên {named} để liên kết.")
    return Reading(problem=f"Có {len(found)} mục cùng tên {named}; hãy ghi cột “Mã” của mục cần liên kết.")


def _plain(reader: Callable[[Cell, Context], Reading]) -> Reader:
    return lambda words, spec, cell, context: reader(cell, context)


SCALARS: Mapping[FieldKind, Reader] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.DATE: _plain(read_date),
    FieldKind.INTEGER: _plain(read_integer),
    FieldKind.DECIMAL: _plain(read_decimal),
    FieldKind.MONEY: _plain(read_money),
    FieldKind.FLAG: _plain(read_flag),
    FieldKind.CHOICE: _choice,
    FieldKind.CONTENT: _content,
    FieldKind.INDICATOR: _indicator,
    FieldKind.LINK: _link,
}
"""Readers of the kinds that hold one value."""

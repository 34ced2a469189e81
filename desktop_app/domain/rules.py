"""Checks that hold for every register: clean values, impossible values, gaps."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from desktop_app.domain.contents import content_codes
from desktop_app.domain.fields import STRUCTURED, FieldKind, FieldSpec, specs_of
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.domain.records.base import Record
from desktop_app.errors import InvalidRecordError
from desktop_app.vietnamese.text import clean, shorten

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D")
R = TypeVar("R", bound=Record)
T = TypeVar("T", bound="DataclassInstance")

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
MAX_NUMBER = 999_999_999_999_999
"""Fifteen digits: beyond any real figure, and exact in Excel."""
MAX_ENTRIES = 200

Check = Callable[[str, FieldSpec, Any], str]
"""(label, description, filled value) -> why the value is impossible, "" when it is possible."""


@dataclass(frozen=True)
class Register(Generic[R]):
    """Everything that is particular to one register, for storage, forms, checks and exports.

    Attributes:
        name: ASCII, also the table and the attribute of the ledger ("activities").
        naming_field: what must be there to save.
        date_field: the date that decides the report period; "" for a list that stands over the years.
    """

    name: str
    record: type[R]
    naming_field: str
    date_field: str
    words: RegisterWords

    @cached_property
    def checked_fields(self) -> tuple[tuple[str, FieldSpec, str, Check | None], ...]:
        """Name, description, label and check of each field; looked up once, not for each of 20,000 records."""
        return tuple(
            (name, spec, self.label(name), _CHECKS.get(spec.kind)) for name, spec in self.specs.items()
        )

    @cached_property
    def expected_fields(self) -> tuple[str, ...]:
        """The fields whose emptiness is a gap; looked up once, not for each of 20,000 records."""
        return tuple(name for name, spec in self.specs.items() if spec.expected)

    @cached_property
    def structured(self) -> tuple[str, ...]:
        """The fields kept as JSON in one column; personal ones lie apart."""
        return tuple(n for n, spec in self.specs.items() if spec.kind in STRUCTURED and not spec.personal)

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """The fields that are yes or no; personal ones lie apart."""
        return tuple(n for n, spec in self.specs.items() if spec.kind is FieldKind.FLAG and not spec.personal)

    @property
    def specs(self) -> dict[str, FieldSpec]:
        """The described fields, in the order of the form."""
        return specs_of(self.record)

    def label(self, field: str) -> str:
        """Return the word for a field."""
        return self.words.fields[field].label


def cleaned(register: Register[R], record: R) -> R:
    """Return the record with every text in NFC, without control characters, ends trimmed."""
    return _cleaned_fields(record, register.specs)


def _cleaned_fields(record: D, specs: Mapping[str, FieldSpec]) -> D:
    changes: dict[str, Any] = {}
    for name, spec in specs.items():
        value = getattr(record, name)
        if value and (cleaner := _clean_value(spec, value)) != value:  # most values of an import are clean
            changes[name] = cleaner
    return dataclasses.replace(record, **changes) if changes else record  # type: ignore[type-var]


_ONE_LINE = frozenset({FieldKind.TEXT, FieldKind.CONTENT, FieldKind.INDICATOR, FieldKind.LINK})


def _clean_value(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - any field's value
    if spec.kind in _ONE_LINE:
        return clean(value)
    if spec.kind is FieldKind.LONG_TEXT:
        return clean(value, multiline=True)
    if spec.kind is FieldKind.TEXT_LIST:  # forms and files write a list with semicolons
        value = [part for text in value for part in text.split(";")]
    if spec.kind in (FieldKind.TEXT_LIST, FieldKind.PLAN_ITEMS):
        return tuple(dict.fromkeys(text for text in map(clean, value) if text))
    if spec.kind is FieldKind.FUNDS:
        return tuple(dataclasses.replace(line, source=clean(line.source)) for line in value)
    if spec.kind is FieldKind.PAST_AWARDS:
        return tuple(
            dataclasses.replace(past, form=clean(past.form), authority=clean(past.authority))
            for past in value
        )
    if spec.kind is FieldKind.ROWS and spec.row is not None:
        return tuple(_cleaned_fields(row, specs_of(spec.row)) for row in value)
    return value


def clean_texts(record: T) -> T:
    """Return a plain dataclass of texts and lists of texts, each text as `clean` leaves it."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and not isinstance(value, StrEnum):
            changes[field.name] = clean(value)
        elif isinstance(value, tuple):
            changes[field.name] = tuple(text for text in map(clean, value) if text)
    return dataclasses.replace(record, **changes)


def problems(register: Register[R], record: R) -> dict[str, str]:
    """Return what makes the record impossible to save: field -> sentence, in the order of the form."""
    found: dict[str, str] = {}
    for name, spec, label, check in register.checked_fields:
        value = getattr(record, name)
        if value:
            sentence = check(label, spec, value) if check else ""
        elif spec.required:
            sentence = f"Cần ghi “{label}” thì mới lưu được."
        else:
            continue
        if sentence:
            found[name] = sentence
    for name, sentence in record.own_problems().items():
        found.setdefault(name, sentence)
    return {name: found[name] for name in register.specs if name in found} if found else {}


def require_valid(register: Register[R], record: R) -> None:
    """Raise `InvalidRecordError` when the record holds an impossible value."""
    found = problems(register, record)
    if found:
        raise InvalidRecordError(found)


def gaps(register: Register[R], record: R) -> dict[str, str]:
    """Return what is still missing: field -> sentence. A record with gaps can be saved."""
    found = {
        name: f"Chưa ghi “{register.label(name)}”."
        for name in register.expected_fields
        if not getattr(record, name)
    }
    return {**found, **record.own_gaps()}


def _entries_problem(label: str, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401 - a list of any entries
    if len(value) > MAX_ENTRIES:
        return f"“{label}” nhận nhiều nhất {MAX_ENTRIES} mục; hãy gộp bớt."
    check = _ENTRY_CHECKS[spec.kind]
    return next((sentence for entry in value if (sentence := check(label, spec, entry))), "")


def _figures_problem(label: str, spec: FieldSpec, value: Mapping[str, int]) -> str:
    return next((sentence for sentence in map(number_problem, value.values()) if sentence), "")


def _content_problem(label: str, spec: FieldSpec, value: str) -> str:
    known = content_codes()
    if value in known:
        return ""
    return (
        f"Không có nhóm nội dung “{shorten(value, 20)}”; hãy chọn một nhóm từ {min(known)} đến {max(known)}."
    )


def _length_problem(label: str, spec: FieldSpec, value: str) -> str:
    if len(value) <= spec.max_length:
        return ""
    limit = f"{spec.max_length:,}".replace(",", ".")
    length = f"{len(value):,}".replace(",", ".")
    return (
        f"“{label}” dài {length} ký tự, nhiều nhất là {limit}; hãy rút gọn hoặc chuyển vào tài liệu kèm theo."
    )


def _date_problem(label: str, spec: FieldSpec, value: date) -> str:
    if not EARLIEST <= value <= LATEST:
        return "Năm phải từ 1900 đến 2100; hãy kiểm tra lại ngày."
    return ""


def _amount_problem(label: str, spec: FieldSpec, value: int) -> str:
    if spec.most is not None and value > spec.most:
        most = f"{spec.most:g}".replace(".", ",")
        return f"“{label}” nhiều nhất là {most}; hãy kiểm tra lại."
    return number_problem(value)


def _indicator_problem(label: str, spec: FieldSpec, value: str) -> str:
    if any(one.code == value for one in load_indicators()):
        return ""
    return f"Không có chỉ tiêu mã “{shorten(value, 30)}”; hãy chọn một chỉ tiêu trong danh sách."


def _row_problem(label: str, spec: FieldSpec, row: Any) -> str:  # noqa: ANN401 - one row of any shape
    if spec.row is None:
        return ""
    for name, own in specs_of(spec.row).items():
        value = getattr(row, name)
        if own.required and not value:
            return f"Mỗi dòng của “{label}” cần ghi đủ; hãy ghi tiếp hoặc bỏ dòng còn thiếu."
        check = _CHECKS.get(own.kind) if value else None
        if check and (sentence := check(label, own, value)):
            return sentence
    return ""


def number_problem(value: float | None) -> str:
    """Return why a count or an amount of money is impossible, "" when it is possible."""
    if value is None:
        return ""
    if value < 0:
        return "Số không được âm; hãy ghi số từ 0 trở lên."
    if value > MAX_NUMBER:
        return "Số quá lớn (hơn 15 chữ số); hãy kiểm tra lại."
    return ""


def _fund_problem(label: str, spec: FieldSpec, line: Any) -> str:  # noqa: ANN401 - a FundLine
    if not line.source:
        return "Mỗi dòng kinh phí cần có tên nguồn."
    if line.amount_vnd is None:
        return "Mỗi dòng kinh phí cần có số tiền."
    return number_problem(line.amount_vnd) or _length_problem(label, spec, line.source)


def _past_award_problem(label: str, spec: FieldSpec, past: Any) -> str:  # noqa: ANN401 - a PastAward
    if not EARLIEST.year <= past.year <= LATEST.year:
        return "Năm được khen phải từ 1900 đến 2100; hãy kiểm tra lại."
    return _length_problem(label, spec, max(past.form, past.authority, key=len))


_ENTRY_CHECKS: Mapping[FieldKind, Check] = {
    FieldKind.TEXT_LIST: _length_problem,
    FieldKind.FUNDS: _fund_problem,
    FieldKind.PAST_AWARDS: _past_award_problem,
    FieldKind.ROWS: _row_problem,
}

_CHECKS: Mapping[FieldKind, Check] = {
    FieldKind.TEXT: _length_problem,
    FieldKind.LONG_TEXT: _length_problem,
    FieldKind.DATE: _date_problem,
    FieldKind.MONEY: _amount_problem,
    FieldKind.INTEGER: _amount_problem,
    FieldKind.DECIMAL: _amount_problem,
    FieldKind.INDICATOR: _indicator_problem,
    FieldKind.FIGURES: _figures_problem,
    FieldKind.CONTENT: _content_problem,
    **dict.fromkeys(_ENTRY_CHECKS, _entries_problem),
}
"""What is impossible in a filled field of each kind."""

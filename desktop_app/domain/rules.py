"""Checks that hold for every register: clean values, impossible values, gaps."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from desktop_app.domain.contents import content_codes
from desktop_app.domain.fields import FieldKind, FieldSpec, specs_of
from desktop_app.domain.labels.words import RegisterWords
from desktop_app.domain.records.base import Record
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.errors import InvalidRecordError
from desktop_app.vietnamese.text import clean, shorten

R = TypeVar("R", bound=Record)
T = TypeVar("T", Office, ReportHead)

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
MAX_NUMBER = 999_999_999_999_999
"""Fifteen digits: beyond any real figure, and exact in Excel."""
MAX_ENTRIES = 200


@dataclass(frozen=True)
class Register(Generic[R]):
    """Everything that is particular to one register, for storage, forms, checks and exports.

    Attributes:
        name: ASCII, also the table and the attribute of the ledger ("activities").
        naming_field, date_field: what must be there to save; the date decides the report period.
        own_problems: record -> {field: sentence} for impossible combinations of values.
        own_gaps: record -> {field: sentence} for what is still missing, beyond the expected fields.
        names_person: whether the record's name is a person's, which sorts by given name.
    """

    name: str
    record: type[R]
    naming_field: str
    date_field: str
    words: RegisterWords
    own_problems: Callable[[R], Mapping[str, str]]
    own_gaps: Callable[[R], Mapping[str, str]]
    names_person: Callable[[R], bool] = lambda record: False

    @property
    def specs(self) -> dict[str, FieldSpec]:
        """The described fields, in the order of the form."""
        return specs_of(self.record)

    def label(self, field: str) -> str:
        """Return the word for a field."""
        return self.words.fields[field].label


def cleaned(register: Register[R], record: R) -> R:
    """Return the record with every text in NFC, without control characters, ends trimmed."""
    changes = {name: _clean_value(spec, getattr(record, name)) for name, spec in register.specs.items()}
    return dataclasses.replace(record, **changes)


def _clean_value(spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - any field's value
    if spec.kind in (FieldKind.TEXT, FieldKind.CONTENT):
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
    for name, spec in register.specs.items():
        sentence = _field_problem(register.label(name), spec, getattr(record, name))
        if sentence:
            found[name] = sentence
    for name, sentence in register.own_problems(record).items():
        found.setdefault(name, sentence)
    return {name: found[name] for name in register.specs if name in found}


def require_valid(register: Register[R], record: R) -> None:
    """Raise `InvalidRecordError` when the record holds an impossible value."""
    found = problems(register, record)
    if found:
        raise InvalidRecordError(found)


def gaps(register: Register[R], record: R) -> dict[str, str]:
    """Return what is still missing: field -> sentence. A record with gaps can be saved."""
    found = {
        name: f"Chưa ghi “{register.label(name)}”."
        for name, spec in register.specs.items()
        if spec.expected and not getattr(record, name)
    }
    return {**found, **register.own_gaps(record)}


def _field_problem(label: str, spec: FieldSpec, value: Any) -> str:  # noqa: ANN401 - any field's value
    if spec.required and not value:
        return f"Cần ghi “{label}” thì mới lưu được."
    match spec.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return _length_problem(label, spec, value)
        case FieldKind.DATE:
            return _date_problem(value)
        case FieldKind.MONEY | FieldKind.INTEGER:
            return number_problem(value)
        case FieldKind.FIGURES:
            return next((text for text in map(number_problem, value.values()) if text), "")
        case FieldKind.CONTENT:
            return _content_problem(value)
        case FieldKind.TEXT_LIST | FieldKind.FUNDS | FieldKind.PAST_AWARDS:
            if len(value) > MAX_ENTRIES:
                return f"“{label}” nhận nhiều nhất {MAX_ENTRIES} mục; hãy gộp bớt."
            return next((text for entry in value if (text := _entry_problem(label, spec, entry))), "")
    return ""


def _content_problem(code: str) -> str:
    known = sorted(content_codes())
    if code and code not in known:
        return (
            f"Không có nhóm nội dung “{shorten(code, 20)}”; hãy chọn một nhóm từ {known[0]} đến {known[-1]}."
        )
    return ""


def _entry_problem(label: str, spec: FieldSpec, entry: Any) -> str:  # noqa: ANN401 - an entry of any list
    match spec.kind:
        case FieldKind.FUNDS:
            return _fund_problem(label, spec, entry)
        case FieldKind.PAST_AWARDS:
            return _length_problem(label, spec, max(entry.form, entry.authority, key=len)) or _year_problem(
                entry.year
            )
    return _length_problem(label, spec, entry)


def _length_problem(label: str, spec: FieldSpec, value: str) -> str:
    if len(value) <= spec.max_length:
        return ""
    limit = f"{spec.max_length:,}".replace(",", ".")
    length = f"{len(value):,}".replace(",", ".")
    return (
        f"“{label}” dài {length} ký tự, nhiều nhất là {limit}; hãy rút gọn hoặc chuyển vào tài liệu kèm theo."
    )


def _date_problem(value: date | None) -> str:
    if value is not None and not EARLIEST <= value <= LATEST:
        return "Năm phải từ 1900 đến 2100; hãy kiểm tra lại ngày."
    return ""


def _year_problem(year: int) -> str:
    if not EARLIEST.year <= year <= LATEST.year:
        return "Năm được khen phải từ 1900 đến 2100; hãy kiểm tra lại."
    return ""


def number_problem(value: int | None) -> str:
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

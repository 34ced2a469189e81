"""Every text that leaves the office with a report: of records, of its own sections, of the office; with its place.

Which fields leave is decided where the data files are made (`exchange/datasets.py`); a test compares both.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

from desktop_app.domain.fields import FieldKind, specs_of
from desktop_app.domain.registers import AWARDS, DOCUMENTS, REGISTERS
from desktop_app.domain.rules import Register
from desktop_app.report.build import ReportSource, text_sections
from desktop_app.report.checks.remarks import OFFICE, REPORT
from desktop_app.vietnamese.text import shorten

AWARD_TEXTS = ("name", "position", "unit", "award_form", "award_authority", "achievement")
"""The texts of a nomination that leave with the report."""
STAYS_HOME = frozenset({("enterprises", "representative"), ("enterprises", "address")})
"""Fields of open registers that do not leave."""
OFFICE_TEXTS = ("signer_name", "signer_post", "addressees", "recipients")

_TEXTS = (FieldKind.TEXT, FieldKind.LONG_TEXT)
_PART = "\x00"
"""Stands between two texts; no stored text holds it."""
_JOINED = "; "


class Origin(NamedTuple):
    """Where a text stands.

    Attributes:
        place, record_id, field: as in a problem.
        name: how a sentence begins that tells of it.
        day: of the record; None for what has none.
    """

    place: str
    record_id: str
    field: str
    name: str
    day: date | None = None


class LeavingTexts:
    """All texts behind each other, so that 20,000 records are searched by one call and not by 200,000."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._blocks: list[tuple[int, Callable[[int], Origin]]] = []

    def add(self, texts: Sequence[str], origin_of: Callable[[int], Origin]) -> None:
        """Add texts; `origin_of` tells the origin by the place among them, only asked for what is found.

        Nothing can be added after the first search.
        """
        if texts:
            self._blocks.append((len(self._texts), origin_of))
            self._texts += texts

    @cached_property
    def _all(self) -> str:
        return _PART.join(self._texts)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + 1 for text in self._texts), initial=0))

    def hold(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern is found in any text."""
        return pattern.search(self._all) is not None

    def holding(self, pattern: re.Pattern[str]) -> Iterator[tuple[Origin, str]]:
        """Yield the texts in which a pattern is found, each once; the pattern must not reach over control marks."""
        last = -1
        for match in pattern.finditer(self._all):
            place = bisect_right(self._starts, match.start()) - 1
            if place != last:
                last = place
                yield self._origin(place), self._texts[place]

    def first_with(self, character: str) -> Origin | None:
        """Return where a character first occurs."""
        at = self._all.find(character)
        return self._origin(bisect_right(self._starts, at) - 1) if at >= 0 else None

    def _origin(self, place: int) -> Origin:
        block = bisect_right(self._blocks, place, key=lambda one: one[0]) - 1
        first, origin_of = self._blocks[block]
        return origin_of(place - first)


def leaving_texts(source: ReportSource) -> LeavingTexts:
    """Return the texts of a report in the order of its records; suggested sections only repeat them."""
    texts = LeavingTexts()
    records = source.records
    _add_register(texts, REGISTERS["activities"], records.activities)
    _add_register(texts, AWARDS, records.nominations)
    for name, others in records.others.items():
        sent = [one for one in others if not one.is_period_report] if name == DOCUMENTS.name else others
        _add_register(texts, REGISTERS[name], sent)
    single = [*_own_sections(source), *_of_office(source), *_captions(source)]
    texts.add([text for _, text in single], lambda place: single[place][0])
    return texts


def _own_sections(source: ReportSource) -> Iterator[tuple[Origin, str]]:
    sections = text_sections(source.plan, source.records.period, with_other=source.has_other)
    headings = {one.key: one.heading for one in sections}
    for key, text in source.narrative.items():
        if key in headings:
            yield Origin(REPORT, "", key, f"Mục “{headings[key]}”"), text


def _captions(source: ReportSource) -> Iterator[tuple[Origin, str]]:
    for file in source.photos.files:
        if file.caption:
            name = f"Chú thích ảnh “{shorten(file.file_name, 40)}”"
            yield Origin(file.register, file.record_id, "", name), file.caption


def _of_office(source: ReportSource) -> Iterator[tuple[Origin, str]]:
    for field in OFFICE_TEXTS:
        value = getattr(source.office, field)
        text = value if isinstance(value, str) else _JOINED.join(value)
        if text:
            yield Origin(OFFICE, "", field, "Cài đặt đơn vị"), text


def _add_register(texts: LeavingTexts, register: Register[Any], records: Sequence[Any]) -> None:
    if not records:
        return
    plain, others = _fields(register)
    values = attrgetter(*plain)
    # Even empty texts are added: the place among them then tells record and field.
    found: list[str] = []
    for record in records:
        found.extend(values(record))
    texts.add(found, lambda place: _origin(register, records[place // len(plain)], plain[place % len(plain)]))
    for field, kind in others:
        value = attrgetter(field)
        held = [(record, _joined(kind, parts)) for record in records if (parts := value(record))]
        texts.add([text for _, text in held], _origin_in(register, held, field))


def _origin_in(
    register: Register[Any], held: Sequence[tuple[Any, str]], field: str
) -> Callable[[int], Origin]:
    return lambda place: _origin(register, held[place][0], field)


def _origin(register: Register[Any], record: Any, field: str) -> Origin:  # noqa: ANN401 - a record of the register
    title = shorten(getattr(record, register.naming_field), 60)
    day = getattr(record, register.date_field) if register.date_field else None
    return Origin(register.name, record.id, field, title, day)


def _fields(register: Register[Any]) -> tuple[list[str], list[tuple[str, FieldKind]]]:
    """Return the fields that hold one text, two at least, and those that hold several, with their kind."""
    plain: list[str] = []
    others: list[tuple[str, FieldKind]] = []
    for name, spec in register.specs.items():
        if spec.personal or (register.name, name) in STAYS_HOME:
            continue
        if register.name == AWARDS.name and name not in AWARD_TEXTS:
            continue
        if spec.kind in _TEXTS:
            plain.append(name)
        elif spec.kind in (FieldKind.TEXT_LIST, FieldKind.FUNDS, FieldKind.ROWS):
            others.append((name, spec.kind))
    return plain, others


def _joined(kind: FieldKind, parts: Sequence[Any]) -> str:
    if kind is FieldKind.TEXT_LIST:
        return _JOINED.join(parts)
    if kind is FieldKind.FUNDS:
        return _JOINED.join([line.source for line in parts])
    texts = (
        getattr(row, name)
        for row in parts
        for name, spec in specs_of(type(row)).items()
        if spec.kind in _TEXTS and not spec.personal
    )
    return _JOINED.join(text for text in texts if text)

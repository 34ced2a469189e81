"""What a plan must satisfy beyond the shape of its fields."""

import string
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.contents import content_codes
from desktop_app.domain.plan_parts import PlanItem, Section
from desktop_app.domain.resource_files import first_repeated

PLACEHOLDERS = frozenset({"province", "unit", "unit_type", "party_committee", "year", "next_year", "archive"})
_LEAP_YEAR = 2024


class Fault(NamedTuple):
    """What is wrong, and where in the file."""

    place: str
    problem: str


def first_fault(
    items: Sequence[PlanItem],
    outline: Sequence[Section],
    templates: Mapping[str, Sequence[str]],
    yearly_days: Mapping[str, tuple[int, int]],
) -> Fault | None:
    """Return the first fault of a plan, None when there is none.

    Args:
        items: of the plan.
        outline: of its report.
        templates: name of a field -> its texts with placeholders.
        yearly_days: place in the file -> month and day.
    """
    faults = [
        _item_faults(items),
        _outline_faults(outline),
        _template_faults({**templates, "outline": [one.title for one in outline]}),
        _day_faults(yearly_days),
    ]
    return next((fault for group in faults for fault in group), None)


def _item_faults(items: Sequence[PlanItem]) -> Iterator[Fault]:
    repeated = first_repeated(one.key for one in items)
    if repeated is not None:
        yield Fault(_entry("items", repeated), f"khóa “{items[repeated].key}” bị lặp lại")
    repeated = first_repeated(one.number for one in items)
    if repeated is not None:
        yield Fault(_entry("items", repeated), f"số thứ tự {items[repeated].number} bị lặp lại")
    known = content_codes()
    for index, item in enumerate(items):
        for code in item.content_codes:
            if code not in known:
                place = f"{_entry('items', index)}, “content_codes”"
                yield Fault(place, f"nội dung “{code}” không có trong danh mục nội dung")
        if first_repeated(item.content_codes) is not None:
            yield Fault(f"{_entry('items', index)}, “content_codes”", "có nội dung bị lặp lại")


def _outline_faults(outline: Sequence[Section]) -> Iterator[Fault]:
    keys = [key for one in outline for key in (one.key, *(part.key for part in one.subsections))]
    repeated = first_repeated(keys)
    if repeated is not None:
        yield Fault("“outline”", f"khóa “{keys[repeated]}” bị lặp lại")
    told = [one for one in outline if one.kind == "plan_items"]
    if len(told) != 1:
        yield Fault("“outline”", "phải có đúng một phần kết quả theo nội dung kế hoạch (kind: plan_items)")
    elif told[0].subsections:
        yield Fault("“outline”", "phần kết quả theo nội dung kế hoạch không được có mục con riêng")


def _template_faults(templates: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    for name, texts in templates.items():
        for index, text in enumerate(texts):
            problem = _placeholder_problem(text)
            if problem:
                yield Fault(_entry(name, index), problem)


def _placeholder_problem(text: str) -> str:
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return "dấu { } không đủ cặp"
    unknown = [name for name in names if name not in PLACEHOLDERS]
    return f"không có chỗ điền tên là {{{unknown[0]}}}" if unknown else ""


def _day_faults(yearly_days: Mapping[str, tuple[int, int]]) -> Iterator[Fault]:
    for place, (month, day) in yearly_days.items():
        if day > monthrange(_LEAP_YEAR, month)[1]:
            yield Fault(place, f"tháng {month} không có ngày {day}")


def _entry(field: str, index: int) -> str:
    return f"“{field}”, mục thứ {index + 1}"

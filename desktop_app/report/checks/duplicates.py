"""Records that were probably entered twice; every register is walked through once, by groups of equal keys."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.domain.registers import (
    ACTIVITIES,
    ENTERPRISES,
    FUNDS,
    MODELS,
    OCOP_PRODUCTS,
    POINTS_OF_SALE,
    PROCUREMENT,
    REGISTERS,
    REPORTED_FIGURES,
    STEERING_COMMITTEE,
    SUBUNITS,
)
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold, search_terms
from desktop_app.vietnamese.text import shorten

NEAR_DAYS = 3
"""One event is sometimes entered with the day of its preparation or of its report."""
SAME_SHARE = 0.8
"""So many of all words of two titles must stand in both."""
_LOOK_AHEAD = 30
"""Activities of one group that are compared with one: a year of the same daily broadcast must not be quadratic."""
_NUMBER = re.compile(r"[0-9]+")
_DAY = attrgetter("day")


class _Candidate:
    """An activity with what it is compared by; its title is only taken apart where another one comes near."""

    def __init__(self, activity: Activity, day: date, place: str) -> None:
        self.activity, self.day, self.place = activity, day, place

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the title."""
        return frozenset(search_terms(self.activity.title))


def duplicate_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield the later one of two records that seem to be the same."""
    yield from _activities(records.activities)
    for name, key in _KEYS.items():
        yield from _equal(name, [one for one in records.of(name) if not _is_past(one, records)], key)


def _activities(activities: Sequence[Activity]) -> Iterator[Remark]:
    """Compare activities of one place whose titles hold the same numbers: "lần 2" is another one than "lần 1"."""
    groups: dict[tuple[str, ...], dict[str, list[_Candidate]]] = defaultdict(lambda: defaultdict(list))
    places: dict[str, str] = {}
    for one in activities:
        if one.date_start is not None and one.status is not ActivityStatus.CANCELLED:
            place = places.get(one.place)
            if place is None:
                place = places[one.place] = fold(one.place)
            numbers = tuple(_NUMBER.findall(one.title))
            groups[numbers][place].append(_Candidate(one, one.date_start, place))
    told: set[str] = set()
    for by_place in groups.values():
        for group in by_place.values():
            if len(group) > 1:
                yield from _near(sorted(group, key=_DAY), told)
        if len(by_place) > 1 and by_place.get(""):
            yield from _without_place(by_place, told)


def _near(group: Sequence[_Candidate], told: set[str]) -> Iterator[Remark]:
    for place, one in enumerate(group):
        for other in group[place + 1 : place + 1 + _LOOK_AHEAD]:
            if (other.day - one.day).days > NEAR_DAYS:
                break
            if other.activity.id not in told and _is_same(one, other):
                told.add(other.activity.id)
                yield _activity_remark(one.activity, other.activity)


def _without_place(by_place: Mapping[str, list[_Candidate]], told: set[str]) -> Iterator[Remark]:
    """Compare activities without a place with those of every place."""
    others = sorted((one for place, group in by_place.items() if place for one in group), key=_DAY)
    for one in by_place[""]:
        first = bisect_left(others, one.day - timedelta(days=NEAR_DAYS), key=_DAY)
        for other in others[first : first + _LOOK_AHEAD]:
            if (other.day - one.day).days > NEAR_DAYS or one.activity.id in told:
                break
            if _is_same(one, other):
                told.add(one.activity.id)
                yield _activity_remark(other.activity, one.activity)


def _is_same(one: _Candidate, other: _Candidate) -> bool:
    return len(one.words & other.words) >= SAME_SHARE * len(one.words | other.words)


def _activity_remark(one: Activity, other: Activity) -> Remark:
    day = format_date(one.date_start) if one.date_start else ""
    where = f", {one.place}" if one.place else ""
    return Remark(
        f"{shorten(other.title, 60)}: giống hoạt động “{shorten(one.title, 60)}” ({day}{where}); nếu là một hoạt động "
        "nhập hai lần thì xóa bớt, nếu không thì ghi lý do.",
        ACTIVITIES.name,
        other.id,
        "title",
        "twice",
        ProblemKind.DUPLICATE,
    )


Key = Callable[[Any], tuple[object, ...]]


def _equal(name: str, records: Sequence[Any], key: Key) -> Iterator[Remark]:
    """Yield each record whose key an earlier one has; a key with an empty first part says too little."""
    known: dict[tuple[object, ...], Any] = {}
    register = REGISTERS[name]
    for one in records:
        parts = key(one)
        if not parts[0]:
            continue
        first = known.setdefault(parts, one)
        if first is not one:
            title = shorten(getattr(one, register.naming_field), 60)
            yield Remark(
                f"{title}: {register.words.one} này đã có trong sổ (trùng tên và các thông tin chính); nếu nhập hai "
                "lần thì xóa bớt, nếu không thì ghi lý do.",
                name,
                one.id,
                register.naming_field,
                "twice",
                ProblemKind.DUPLICATE,
            )


def _is_past(one: Any, records: PeriodRecords) -> bool:  # noqa: ANN401 - a record of any register
    """Tell whether a record over the years had ended before the period: its successor is no duplicate."""
    ends = (getattr(one, name, None) for name in ("closed_on", "expires_on", "ended_on", "valid_to"))
    return any(end is not None and end < records.period.data_from for end in ends)


_KEYS: dict[str, Key] = {
    POINTS_OF_SALE.name: lambda one: (fold(one.name), fold(one.commune)),
    ENTERPRISES.name: lambda one: (fold(one.name), fold(one.commune)),
    MODELS.name: lambda one: (fold(one.name), fold(one.unit), fold(one.place)),
    SUBUNITS.name: lambda one: (fold(one.name),),
    STEERING_COMMITTEE.name: lambda one: (fold(one.full_name), one.body, fold(one.position), one.valid_from),
    OCOP_PRODUCTS.name: lambda one: (fold(one.name), fold(one.owner), one.kind, one.recognized_on),
    PROCUREMENT.name: lambda one: (fold(one.unit), one.kind, fold(one.goods), one.period_from, one.total_vnd),
    FUNDS.name: lambda one: (fold(one.purpose), one.kind, fold(one.source), one.entered_on, one.amount_vnd),
    REPORTED_FIGURES.name: lambda one: (
        one.is_counted and fold(one.body), one.period_from, one.period_to
    ),
}  # fmt: skip
"""Register -> what two records share that are the same thing; nominations and documents have their own checks."""

"""Columns and filters that the lists of points of sale, products, enterprises and models share."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from desktop_app.domain.records.base import Record
from ui.pages.common_columns import UNSAVED
from ui.pages.stores import Store
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

R = TypeVar("R", bound=Record)

_MOST_COMMUNES = 400


def state_column(
    state: Callable[[R], tuple[str, Tone]], unsaved: Callable[[str], bool], width: int, *, sort: str = ""
) -> Column[R]:
    """Return a column of states that are worked out; a record with unsaved typing says so instead."""

    def text(record: R) -> str:
        return UNSAVED if unsaved(record.id) else state(record)[0]

    def tone(record: R) -> Tone:
        return Tone.WARNING if unsaved(record.id) else state(record)[1]

    return Column("Tình trạng", text, sort=sort, width=width, tone=tone)


def choice_filter(name: str, label: str, every: str, words: Mapping[StrEnum, str]) -> Filter:
    """Return a filter by a choice of the register."""
    return Filter(name, label, [("", every), *((one.value, word) for one, word in words.items())])


def commune_filter(store: Store[Any]) -> Filter:
    """Return a filter by the communes that stand in the register now."""
    found = sorted(store.suggestions("commune", "", _MOST_COMMUNES))
    return Filter("commune", "Xã, phường", [("", "Mọi xã, phường"), *((one, one) for one in found)])

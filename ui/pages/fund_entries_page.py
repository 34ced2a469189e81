"""Dự toán, khoản ngoài hoạt động: money planned, and money spent that no activity tells of."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.fund_sources import FUND_SOURCES, source_group
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.query import Query
from desktop_app.domain.records.funds import FundEntry, FundKind
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer, format_money_short
from ui.pages.common_columns import UNSAVED, date_column, gap_column
from ui.pages.outlet_columns import choice_filter
from ui.pages.register_page import RegisterPage
from ui.pages.working_day import entry_day
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column


class FundEntriesPage(RegisterPage[FundEntry]):
    """The page of the register of funds."""

    icon_name = "wallet"

    def columns(self) -> list[Column[FundEntry]]:
        """Return the columns."""
        register = self._store.register
        return [
            date_column("Ngày", "entered_on", lambda one: one.entered_on),
            Column(register.label("purpose"), lambda one: one.purpose, sort="purpose"),
            Column("Loại", self._kind, sort="kind", width=104, tone=self._kind_tone),
            Column("Nguồn", lambda one: one.source, sort="source", width=150, optional=True),
            Column("Số tiền (đồng)", _amount, sort="amount_vnd", width=118, number=True),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by kind and group of sources."""
        words = self._store.register.words.choices[FundKind]
        return (
            choice_filter("kind", "Loại khoản", "Mọi loại khoản", words),
            choice_filter("fund_group", "Nhóm nguồn", "Mọi nhóm nguồn", FUND_GROUPS),
        )

    def new_record(self) -> FundEntry:
        """Begin with the day worked on."""
        return FundEntry(entered_on=entry_day(self._ledger))

    def suggest(self, field: str, typed: str) -> list[str]:
        """Return what was typed before, then the usual sources."""
        known = list(FUND_SOURCES) if field == "source" else []
        wanted = f" {fold(typed)}"
        fitting = [name for name in known if wanted in f" {fold(name)}"]
        return list(dict.fromkeys([*super().suggest(field, typed), *fitting]))

    def follow(self, field: str, record: FundEntry) -> Mapping[str, object]:
        """Take the group of a usual source."""
        group = source_group(record.source) if field == "source" else None
        return {"fund_group": group} if group else {}

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return the sums of the list."""
        listed = self._store.fetch(query, 0, self._store.count(query))
        return tuple(
            (word, format_money_short(sum(one.amount_vnd or 0 for one in listed if one.kind is kind)))
            for kind, word in ((FundKind.PLANNED, "Dự toán"), (FundKind.SPENT, "Đã chi ngoài hoạt động"))
        )

    def _kind(self, one: FundEntry) -> str:
        if self._is_unsaved(one.id):
            return UNSAVED
        return "Dự toán" if one.kind is FundKind.PLANNED else "Đã chi"

    def _kind_tone(self, one: FundEntry) -> Tone:
        planned = one.kind is FundKind.PLANNED and not self._is_unsaved(one.id)
        return Tone.NEUTRAL if planned else Tone.WARNING if self._is_unsaved(one.id) else Tone.GOOD


def _amount(one: FundEntry) -> str:
    return "–" if one.amount_vnd is None else format_integer(one.amount_vnd)

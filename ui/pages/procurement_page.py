"""Mua sắm hàng Việt: what bodies using the budget bought, and how much of it is Vietnamese."""

from collections.abc import Callable, Sequence

from desktop_app.domain.query import Query
from desktop_app.domain.records.procurement import Procurement, ProcurementKind
from desktop_app.vietnamese.numbers import format_integer, format_money_short, format_percent
from ui.pages.common_columns import UNSAVED, date_column, gap_column
from ui.pages.outlet_columns import choice_filter
from ui.pages.register_page import RegisterPage
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column


def _percent(part: int | None, whole: int | None) -> str:
    return format_percent(100 * part / whole) if whole and part is not None else "–"


class ProcurementPage(RegisterPage[Procurement]):
    """The page of the purchases."""

    icon_name = "shopping-cart"

    def columns(self) -> list[Column[Procurement]]:
        """Return the columns."""
        register = self._store.register
        return [
            date_column("Từ ngày", "period_from", lambda one: one.period_from),
            Column(register.label("unit"), lambda one: one.unit, sort="unit"),
            Column("Loại mua sắm", self._kind, sort="kind", width=150, optional=True, tone=self._kind_tone),
            Column("Tổng giá trị", _money("total_vnd"), sort="total_vnd", width=112, number=True),
            Column(
                "Hàng Việt Nam",
                _money("vietnamese_vnd"),
                sort="vietnamese_vnd",
                width=124,
                number=True,
                optional=True,
            ),
            Column("Tỷ lệ", lambda one: _percent(one.vietnamese_vnd, one.total_vnd), width=66, number=True),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filter by what was bought."""
        words = self._store.register.words.choices[ProcurementKind]
        return (choice_filter("kind", "Loại mua sắm", "Mọi loại mua sắm", words),)

    def remark(self, record: Procurement) -> str:
        """Return the shares as they follow from what is typed."""
        if record.share_pct is None:
            return "Tỷ lệ hàng Việt Nam: ghi tổng giá trị và phần hàng Việt Nam để tính."
        local = ""
        if record.local_vnd is not None:
            local = f" · Hàng của tỉnh: {_percent(record.local_vnd, record.total_vnd)}"
        return f"Tỷ lệ hàng Việt Nam: {format_percent(record.share_pct)}{local}"

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return the sums of all purchases listed; the share comes from its two parts, never from shares.

        A purchase without its Vietnamese part stays out of the share, else the share would seem too low.
        """
        listed = self._store.fetch(query, 0, self._store.count(query))
        if not listed:
            return ()
        known = [one for one in listed if one.share_pct is not None]
        total = sum(one.total_vnd or 0 for one in known)
        vietnamese = sum(one.vietnamese_vnd or 0 for one in known)
        return (
            ("Tổng giá trị", format_money_short(sum(one.total_vnd or 0 for one in listed))),
            ("Hàng Việt Nam", format_money_short(sum(one.vietnamese_vnd or 0 for one in listed))),
            ("Tỷ lệ", _percent(vietnamese, total)),
            ("Hàng của tỉnh", format_money_short(sum(one.local_vnd or 0 for one in listed))),
            ("Suất quà", format_integer(sum(one.gift_count or 0 for one in listed))),
        )

    def _kind(self, one: Procurement) -> str:
        return UNSAVED if self._is_unsaved(one.id) else self._store.register.words.choice(one.kind)

    def _kind_tone(self, one: Procurement) -> Tone:
        return Tone.WARNING if self._is_unsaved(one.id) else Tone.NEUTRAL


def _money(field: str) -> Callable[[Procurement], str]:
    def text(one: Procurement) -> str:
        value = getattr(one, field)
        return "–" if value is None else format_integer(value)

    return text

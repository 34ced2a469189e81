"""Doanh nghiệp, hợp tác xã, hộ: who makes Vietnamese goods, and the support they got."""

from collections.abc import Sequence

from desktop_app.domain.query import Query
from desktop_app.domain.records.enterprises import Enterprise
from desktop_app.domain.records.ocop_products import OwnerType
from desktop_app.vietnamese.numbers import format_integer, format_money, format_money_short
from ui.pages.common_columns import UNSAVED, gap_column
from ui.pages.outlet_columns import choice_filter, commune_filter
from ui.pages.register_page import RegisterPage
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column


def support_sum(enterprise: Enterprise) -> int:
    """Return the value of all supports, whole đồng."""
    return sum(one.amount_vnd or 0 for one in enterprise.supports)


class EnterprisesPage(RegisterPage[Enterprise]):
    """The page of the enterprises."""

    icon_name = "building-2"

    def columns(self) -> list[Column[Enterprise]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Tên", lambda one: one.name, sort="name"),
            Column("Loại hình", self._kind, sort="kind", width=110, optional=True, tone=self._kind_tone),
            Column("Xã, phường", lambda one: one.commune, sort="commune", width=120, optional=True),
            Column("Lần hỗ trợ", _support_count, width=84, number=True),
            Column("Giá trị hỗ trợ", _support_value, width=118, number=True, optional=True),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by kind, commune, support."""
        words = self._store.register.words.choices[OwnerType]
        supported = [("", "Mọi đơn vị"), ("*", "Đã được hỗ trợ"), ("-", "Chưa được hỗ trợ")]
        return (
            choice_filter("kind", "Loại hình", "Mọi loại hình", words),
            commune_filter(self._store),
            Filter("supports", "Hỗ trợ", supported),
        )

    def refresh(self) -> None:
        """Offer the communes of today, then read the list again."""
        self.filter_bar.set_choices(commune_filter(self._store))
        super().refresh()

    def remark(self, record: Enterprise) -> str:
        """Return count and sum of the supports as they are typed."""
        if not record.supports:
            return ""
        total = support_sum(record)
        value = f", trị giá {format_money(total)}" if total else ""
        return f"{format_integer(len(record.supports))} lần hỗ trợ{value}"

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return the supports of the year of all that are listed."""
        year = self._ledger.year
        listed = self._store.fetch(query, 0, self._store.count(query))
        given = [
            one
            for enterprise in listed
            for one in enterprise.supports
            if one.given_on and one.given_on.year == year
        ]
        signed = sum(1 for one in listed if one.signed_commitment_on)
        return (
            (f"Lần hỗ trợ năm {year}", format_integer(len(given))),
            ("Trị giá", format_money_short(sum(one.amount_vnd or 0 for one in given))),
            ("Đã ký cam kết", format_integer(signed)),
        )

    def _kind(self, enterprise: Enterprise) -> str:
        return (
            UNSAVED if self._is_unsaved(enterprise.id) else self._store.register.words.choice(enterprise.kind)
        )

    def _kind_tone(self, enterprise: Enterprise) -> Tone:
        return Tone.WARNING if self._is_unsaved(enterprise.id) else Tone.NEUTRAL


def _support_count(enterprise: Enterprise) -> str:
    return format_integer(len(enterprise.supports)) if enterprise.supports else "–"


def _support_value(enterprise: Enterprise) -> str:
    total = support_sum(enterprise)
    return format_integer(total) if total else "–"

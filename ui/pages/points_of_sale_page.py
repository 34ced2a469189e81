"""Điểm bán hàng Việt: points of sale with their state on the day worked on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.domain.fund_sources import source_group
from desktop_app.domain.query import Query, Span
from desktop_app.domain.records.points_of_sale import OutletKind, PointOfSale
from desktop_app.vietnamese.numbers import format_integer, format_number
from ui.pages.common_columns import date_column, gap_column
from ui.pages.outlet_columns import choice_filter, commune_filter, state_column
from ui.pages.register_page import RegisterPage
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

STATE = "state"
OPEN, CLOSED, COMING = "open", "closed", "coming"
_WORDS = {
    OPEN: ("Đang hoạt động", Tone.GOOD),
    CLOSED: ("Đã đóng cửa", Tone.NEUTRAL),
    COMING: ("Chưa khai trương", Tone.WARNING),
}


def outlet_state(point: PointOfSale, day: date) -> str:
    """Return OPEN, CLOSED or COMING: how a point of sale stands on a day."""
    if point.closed_on is not None and point.closed_on <= day:
        return CLOSED
    return OPEN if point.is_active_on(day) else COMING


def _spans(state: str, day: date) -> dict[str, Span]:
    """Return the days that mean a state, as `outlet_state` decides it."""
    tomorrow = day + timedelta(days=1)
    not_closed = Span(first=tomorrow, or_empty=True)
    return {
        OPEN: {"opened_on": Span(last=day, or_empty=True), "closed_on": not_closed},
        CLOSED: {"closed_on": Span(last=day)},
        COMING: {"opened_on": Span(first=tomorrow), "closed_on": not_closed},
    }[state]


class PointsOfSalePage(RegisterPage[PointOfSale]):
    """The page of the points of sale."""

    icon_name = "store"

    def columns(self) -> list[Column[PointOfSale]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column(register.label("name"), lambda point: point.name, sort="name"),
            Column(
                register.label("kind"),
                lambda point: register.words.choice(point.kind),
                sort="kind",
                width=140,
                optional=True,
            ),
            Column("Xã, phường", lambda point: point.commune, sort="commune", width=112, optional=True),
            Column(
                "Diện tích",
                lambda point: f"{format_integer(point.area_m2)} m²" if point.area_m2 else "–",
                sort="area_m2",
                width=86,
                number=True,
                optional=True,
            ),
            Column("Hàng Việt", _share, sort="vietnamese_goods_pct", width=80, number=True, optional=True),
            replace(date_column("Khai trương", "opened_on", lambda point: point.opened_on), width=106),
            state_column(
                lambda point: _WORDS[outlet_state(point, working_day(self._ledger))],
                self._is_unsaved,
                132,
                sort="closed_on",
            ),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by kind, commune and state."""
        words = self._store.register.words.choices[OutletKind]
        return (
            choice_filter("kind", "Loại", "Mọi loại", words),
            commune_filter(self._store),
            Filter(
                STATE,
                "Tình trạng",
                [("", "Mọi tình trạng"), *((key, word) for key, (word, _) in _WORDS.items())],
            ),
        )

    def refresh(self) -> None:
        """Offer the communes of today, then read the list again."""
        self.filter_bar.set_choices(commune_filter(self._store))
        super().refresh()

    def query(self) -> Query:
        """Return the query with the state as days."""
        query = super().query()
        where = dict(query.where)
        state = where.pop(STATE, "")
        spans = _spans(state, working_day(self._ledger)) if state else {}
        return replace(query, where=where, spans=spans)

    def follow(self, field: str, record: PointOfSale) -> Mapping[str, object]:
        """Take the group of a usual source of support."""
        group = source_group(record.support_source) if field == "support_source" else None
        return {"support_group": group} if group else {}

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many points of the list are open, opened in the year, and closed."""
        day, year = working_day(self._ledger), self._ledger.year
        points = self._store.fetch(query, 0, self._store.count(query))
        states = [outlet_state(point, day) for point in points]
        opened = sum(1 for point in points if point.opened_on and point.opened_on.year == year)
        support = sum(1 for point in points if point.support_vnd)
        return (
            ("Đang hoạt động", format_integer(states.count(OPEN))),
            (f"Mở mới năm {year}", format_integer(opened)),
            ("Đã đóng cửa", format_integer(states.count(CLOSED))),
            ("Được hỗ trợ", format_integer(support)),
        )


def _share(point: PointOfSale) -> str:
    share = point.vietnamese_goods_pct
    return "–" if share is None else f"{format_number(share)}%"

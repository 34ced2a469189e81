"""Mô hình, điển hình: models that are kept up, and those worth following."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.contents import load_contents
from desktop_app.domain.query import Query, Span
from desktop_app.domain.records.models import CampaignModel, ModelKind
from desktop_app.vietnamese.numbers import format_integer
from ui.pages.common_columns import date_column, gap_column
from ui.pages.outlet_columns import choice_filter, state_column
from ui.pages.register_page import RegisterPage
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

STATE = "state"
_KEPT, _ENDED = "kept", "ended"


class ModelsPage(RegisterPage[CampaignModel]):
    """The page of the models and good examples."""

    icon_name = "sprout"

    def columns(self) -> list[Column[CampaignModel]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Tên", lambda one: one.name, sort="name"),
            Column(
                "Nội dung",
                lambda one: one.content_code,
                sort="content_code",
                width=86,
                tone=lambda _: Tone.NEUTRAL,
            ),
            Column("Đơn vị thực hiện", lambda one: one.unit, sort="unit", width=170, optional=True),
            date_column("Từ ngày", "started_on", lambda one: one.started_on),
            state_column(self._state, self._is_unsaved, 112, sort="ended_on"),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by kind, content and state."""
        words = self._store.register.words.choices[ModelKind]
        contents = [(one.code, f"{one.code} – {one.short_name}") for one in load_contents()]
        return (
            choice_filter("kind", "Loại", "Mọi loại", words),
            Filter("content_code", "Nội dung", [("", "Mọi nội dung"), *contents, ("-", "Chưa rõ nội dung")]),
            Filter(
                STATE,
                "Tình trạng",
                [("", "Mọi tình trạng"), (_KEPT, "Đang duy trì"), (_ENDED, "Đã kết thúc")],
            ),
        )

    def query(self) -> Query:
        """Return the query with the state as days."""
        query = super().query()
        where = dict(query.where)
        state, day = where.pop(STATE, ""), working_day(self._ledger)
        spans = {
            "": {},
            _KEPT: {"ended_on": Span(first=day + timedelta(days=1), or_empty=True)},
            _ENDED: {"ended_on": Span(last=day)},
        }[state]
        return replace(query, where=where, spans=spans)

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many of the list are kept up and followed by others."""
        day = working_day(self._ledger)
        listed = self._store.fetch(query, 0, self._store.count(query))
        return (
            ("Đang duy trì", format_integer(sum(one.is_kept_on(day) for one in listed))),
            ("Đã được nhân rộng", format_integer(sum(one.is_replicated for one in listed))),
            ("Số người, hộ tham gia", format_integer(sum(one.participants or 0 for one in listed))),
        )

    def _state(self, one: CampaignModel) -> tuple[str, Tone]:
        day = working_day(self._ledger)
        if one.ended_on is not None and one.ended_on <= day:
            return "Đã kết thúc", Tone.NEUTRAL
        return "Đang duy trì", Tone.GOOD

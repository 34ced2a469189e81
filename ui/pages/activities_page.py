"""Hoạt động: the activities of the year."""

from collections.abc import Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.records.activities import Activity, ActivityStatus
from desktop_app.vietnamese.numbers import format_integer
from ui.pages.common_columns import date_column, gap_column, status_column
from ui.pages.register_page import RegisterPage
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

_PEOPLE = ("attendees", "trainees", "visitors")


def _people(activity: Activity) -> str:
    """Return how many people an activity reached, all kinds of visitors together."""
    counts = [activity.figures[code] for code in _PEOPLE if code in activity.figures]
    return format_integer(sum(counts)) if counts else "–"


class ActivitiesPage(RegisterPage[Activity]):
    """The page of the activities."""

    icon_name = "calendar-check"

    def columns(self) -> list[Column[Activity]]:
        """Return the columns."""
        register = self._store.register
        return [
            date_column("Ngày", "date_start", lambda activity: activity.date_start),
            Column(register.label("title"), lambda activity: activity.title, sort="title"),
            Column(
                "Nội dung",
                lambda activity: activity.content_code,
                sort="content_code",
                width=86,
                tone=lambda _: Tone.NEUTRAL,
            ),
            Column("Lượt người", _people, width=86, number=True, optional=True),
            status_column(register, lambda activity: activity.status, self._is_unsaved, 106),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by content, state and kind of figure."""
        contents = [(one.code, f"{one.code} – {one.short_name}") for one in load_contents()]
        words = self._store.register.words.choices[ActivityStatus]
        figures = [(one.code, one.label) for one in load_indicators() if one.is_typed]
        return (
            Filter("content_code", "Nội dung", [("", "Mọi nội dung"), *contents, ("-", "Chưa rõ nội dung")]),
            Filter(
                "status", "Trạng thái", [("", "Mọi trạng thái"), *((one.value, words[one]) for one in words)]
            ),
            Filter("figures", "Có số liệu", [("", "Mọi số liệu"), *figures]),
        )

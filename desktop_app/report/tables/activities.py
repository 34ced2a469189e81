"""The list of the activities of the period."""

import re
from collections.abc import Mapping, Sequence

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.records.activities import Activity
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.model import CellKind, Column, Table
from desktop_app.report.narrative import figure_phrase
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.sentences import capitalised

_UNIT_IN_LIST = re.compile(r"(?<=[,;] )(Xã|Phường|Thị trấn|Đặc khu|Huyện|Thị xã|Thôn|Ấp|Khu phố)(?= [^\W\d])")
"""The kind of a unit inside a list, not before a number ("Phường 7" keeps its capital)."""


def activities_table(
    records: PeriodRecords, indicators: Sequence[Indicator], told_at: Mapping[str, str]
) -> Table:
    """Return the list of the activities that count, oldest first; `told_at` has each one's place in the report."""
    rows = [
        (
            place,
            days_of(activity),
            activity.title,
            told_at.get(activity.id, ""),
            activity.organizer,
            place_text(activity.place),
            _outcome(activity, indicators),
        )
        for place, activity in enumerate(records.counted, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("days", "Thời gian", CellKind.TEXT, 1.3),
        Column("title", "Tên hoạt động", CellKind.TEXT, 4),
        Column("section", "Mục báo cáo", CellKind.TEXT, 0.9),
        Column("organizer", "Đơn vị chủ trì", CellKind.TEXT, 2.4),
        Column("place", "Địa điểm", CellKind.TEXT, 1.7),
        Column("outcome", "Số liệu, kết quả", CellKind.TEXT, 4.2),
    )
    return Table("activities", "Danh mục hoạt động", columns, rows)


def days_of(activity: Activity) -> str:
    """Return "09/01/2023", "09/01 - 15/01/2023" or, over the turn of a year, both days in full."""
    begins, ends = activity.date_start, activity.date_end
    if begins is None or ends is None or ends == begins:
        return format_date(begins) if begins else ""
    first = format_date(begins)
    return f"{first[:5] if begins.year == ends.year else first} - {format_date(ends)}"


def _outcome(activity: Activity, indicators: Sequence[Indicator]) -> str:
    phrases = [
        figure_phrase(one, activity.figures[one.code]) for one in indicators if one.code in activity.figures
    ]
    estimate = " (ước)" if activity.is_estimate and phrases else ""
    texts = [f"{'; '.join(phrases)}{estimate}"] if phrases else []
    return capitalised(". ".join([*texts, activity.result]) if activity.result else "".join(texts))


def place_text(place: str) -> str:
    """Return a place as a cell prints it: "Chợ Ma Lâm", "Xã La Dạ, xã Hàm Phú" (kinds of units are small)."""
    return capitalised(_UNIT_IN_LIST.sub(lambda found: found.group().lower(), place))

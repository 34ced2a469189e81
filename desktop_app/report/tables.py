"""The tables of the report: figures, activities, nominations."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import LEADERSHIP, Indicator
from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardLevel, AwardNomination, Honorific, NomineeType
from desktop_app.domain.registers import AWARDS
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.model import Cell, CellKind, Column, Table
from desktop_app.report.narrative import figure_phrase
from desktop_app.vietnamese.dates import format_date

LEADERSHIP_TITLE = "Công tác lãnh đạo, chỉ đạo"
FUNDS_TITLE = "Kinh phí thực hiện"

_NOMINEE_ORDER = (
    NomineeType.COLLECTIVE,
    NomineeType.HOUSEHOLD,
    NomineeType.ENTERPRISE,
    NomineeType.INDIVIDUAL,
)
_LEVELS = tuple(AwardLevel)
"""The highest first."""


def figures_table(figures: Figures, indicators: Sequence[Indicator]) -> Table:
    """Return the table of all figures, grouped by content; registers that do not exist yet are left out."""
    rows: list[tuple[Cell, ...]] = []
    bold: set[int] = set()

    def heading(title: str) -> None:
        bold.add(len(rows))
        rows.append((None, title, "", None, ""))

    groups = {LEADERSHIP: LEADERSHIP_TITLE} | {one.code: one.name for one in load_contents()}
    place = 0
    for home, title in groups.items():
        own = [one for one in indicators if one.home == home and one.code in figures.indicators]
        if not own:
            continue
        heading(title)
        for indicator in own:
            place += 1
            note = "Có số ước" if indicator.code in figures.estimated else ""
            rows.append((place, indicator.label, indicator.unit, figures.indicators[indicator.code], note))
    heading(FUNDS_TITLE)
    for group, amount in figures.funds.items():
        place += 1
        rows.append((place, FUND_GROUPS[group], "đồng", amount, ""))
    bold.add(len(rows))
    rows.append((None, "Tổng kinh phí", "đồng", sum(figures.funds.values()), ""))
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.6),
        Column("indicator", "Nội dung, chỉ tiêu", CellKind.TEXT, 5),
        Column("unit", "Đơn vị tính", CellKind.TEXT, 1.3),
        Column("value", "Kỳ này", CellKind.INTEGER, 1.9),
        Column("note", "Ghi chú", CellKind.TEXT, 1.2),
    )
    return Table("figures", "Biểu tổng hợp số liệu", columns, rows, bold_rows=frozenset(bold))


def activities_table(
    records: PeriodRecords, indicators: Sequence[Indicator], told_at: Mapping[str, str]
) -> Table:
    """Return the list of the activities that count, oldest first; `told_at` has each one's place in the report."""
    rows = [
        (
            place,
            _days(activity),
            activity.title,
            told_at.get(activity.id, ""),
            activity.organizer,
            activity.place,
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


def _days(activity: Activity) -> str:
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
    return ". ".join([*texts, activity.result]) if activity.result else "".join(texts)


def nominations_table(nominations: Sequence[AwardNomination]) -> Table:
    """Return the list of nominations: collectives, households, enterprises, individuals.

    It names no more of a person than name, post and unit (product row E3).
    """
    ordered = sorted(
        nominations,
        key=lambda one: (_NOMINEE_ORDER.index(one.nominee_type), _LEVELS.index(one.award_level), one.id),
    )
    words = AWARDS.words
    rows = [
        (
            place,
            _full_name(one),
            words.choice(one.nominee_type),
            ", ".join(text for text in (one.position, one.unit) if text),
            one.achievement,
            one.award_form,
            one.award_authority,
            words.choice(one.status),
        )
        for place, one in enumerate(ordered, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Họ và tên/Tên tập thể", CellKind.TEXT, 2.6),
        Column("type", "Đối tượng", CellKind.TEXT, 1.2),
        Column("post", "Chức vụ, đơn vị", CellKind.TEXT, 2.4),
        Column("achievement", "Tóm tắt thành tích", CellKind.TEXT, 4),
        Column("form", "Hình thức đề nghị", CellKind.TEXT, 1.3),
        Column("authority", "Cấp khen", CellKind.TEXT, 1.7),
        Column("status", "Trạng thái", CellKind.TEXT, 1.3),
    )
    return Table("nominations", "Danh sách đề nghị khen thưởng", columns, rows)


def _full_name(award: AwardNomination) -> str:
    if award.nominee_type is NomineeType.INDIVIDUAL and award.honorific is not Honorific.NONE:
        return f"{award.honorific} {award.name}"
    return award.name

"""Activities whose dates, state, content or figures contradict each other."""

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.contents import content
from desktop_app.domain.indicators import indicator
from desktop_app.domain.records.activities import Activity, ActivityStatus, Channel
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.remarks import Remark
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.text import shorten

_CONFERENCES = frozenset({Channel.CONFERENCE, Channel.REPORTER_CONFERENCE})
_CONFERENCE_WORDS = ("hoi nghi tuyen truyen", "cuoc tuyen truyen", "hoi nghi bao cao vien")
_MEETINGS = frozenset(
    {"conferences", "committee_meetings", "trainees", "contests", "trade_events", "campaign_inspections"}
)
"""Figures of which each alone explains that people came together, or that people took part."""
_PARTICIPANTS = frozenset({"attendees", "trainees", "contest_entries", "visitors", "households_registered"})


def activity_remarks(source: ReportSource, today: date) -> Iterator[Remark]:
    """Yield contradictions within single activities; `today` tells what has not happened yet."""
    last, issued = source.records.period.data_to, source.head.issued_on
    for activity in source.records.activities:
        if activity.is_counted:
            yield from _dates(activity, last, issued, today)
            yield from _other_content(activity)
            yield from _meetings(activity)
        elif activity.status is ActivityStatus.PLANNED:
            yield from _overdue(activity, today)


def _dates(one: Activity, last: date, issued: date | None, today: date) -> Iterator[Remark]:
    if one.is_estimate:
        return
    if one.status is ActivityStatus.COMPLETED and one.date_start and one.date_start > today:
        yield _remark(
            one,
            f"ghi là đã hoàn thành nhưng bắt đầu {format_date(one.date_start)}, sau hôm nay; hãy sửa ngày, trạng thái, "
            "hoặc đánh dấu “Số liệu ước”.",
            "date_start",
            "future",
        )
    elif issued and one.date_start and one.date_start > issued:
        yield _remark(
            one,
            f"diễn ra {format_date(one.date_start)}, sau ngày báo cáo {format_date(issued)}; số liệu lúc đó còn là "
            "ước, hãy đánh dấu “Số liệu ước”.",
            "date_start",
            "after_report",
        )
    if one.date_end and one.date_end > last:
        yield _remark(
            one,
            f"kết thúc {format_date(one.date_end)}, sau ngày chốt số liệu {format_date(last)}; nếu số liệu là ước thì "
            "đánh dấu “Số liệu ước”.",
            "date_end",
            "late",
        )


def _overdue(one: Activity, today: date) -> Iterator[Remark]:
    day = one.date_end or one.date_start
    if day and day < today:
        yield _remark(
            one,
            f"dự kiến {format_date(day)} đã qua mà vẫn ghi là dự kiến nên chưa được tính; hãy cập nhật trạng thái.",
            "status",
            "overdue",
            ProblemKind.MISSING,
        )


def _other_content(one: Activity) -> Iterator[Remark]:
    """Find an activity none of whose figures belongs to its content: the content was probably chosen wrong.

    A single figure of another content is usual (stalls at the Ngày hội Đại đoàn kết).
    """
    if not one.content_code or not one.figures:
        return
    if any(one.content_code in indicator(code).contents for code in one.figures):
        return
    homes = [indicator(code).contents for code in one.figures]
    shared = set(homes[0]).intersection(*homes)
    if shared:
        better = next(code for code in homes[0] if code in shared)
        yield _remark(
            one,
            f"các số liệu đều thuộc nội dung {better} ({content(better).short_name}), không thuộc nội dung đã chọn "
            f"{one.content_code}; hãy xem lại nội dung hoặc số liệu.",
            "content_code",
            "content",
        )


def _meetings(one: Activity) -> Iterator[Remark]:
    attendees = one.figures.get("attendees", 0)
    if attendees and not any(map(one.figures.get, _MEETINGS)) and _is_conference(one):
        yield _remark(
            one,
            f"có {format_integer(attendees)} lượt người tham dự nhưng chưa ghi số hội nghị, cuộc tuyên truyền.",
            "figures",
            "no_conference",
        )
    if one.figures.get("conferences") and not any(map(one.figures.get, _PARTICIPANTS)):
        yield _remark(
            one,
            f"ghi {format_integer(one.figures['conferences'])} hội nghị, cuộc tuyên truyền nhưng chưa có lượt người "
            "tham dự.",
            "figures",
            "no_attendees",
            ProblemKind.MISSING,
        )


def _is_conference(one: Activity) -> bool:
    if one.figures.get("conferences") == 0 or not _CONFERENCES.isdisjoint(one.channels):
        return True
    title = fold(one.title)
    return any(words in title for words in _CONFERENCE_WORDS)


def _remark(
    one: Activity, sentence: str, field: str, rule: str, kind: ProblemKind = ProblemKind.CONTRADICTION
) -> Remark:
    return Remark(f"{shorten(one.title, 60)}: {sentence}", ACTIVITIES.name, one.id, field, rule, kind)

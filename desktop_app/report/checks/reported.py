"""Figures of other bodies: who has not answered, and which joint event may be counted twice (product row B13)."""

from collections.abc import Iterator

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.indicators import indicator
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.registers import REPORTED_FIGURES
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten

_TWICE = ProblemKind.DUPLICATE


def reported_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield bodies that were asked and have not answered, and counted figures that own activities hold, too."""
    for one in records.of(REPORTED_FIGURES.name):
        name = shorten(one.body, 60)
        if one.is_awaited:
            due = f" (hạn {format_date(one.due_on)})" if one.due_on else ""
            yield Remark(
                f"{name}: chưa gửi lại biểu số liệu{due}; hãy nhắc đơn vị hoặc nhận biểu trước khi xuất báo cáo.",
                REPORTED_FIGURES.name,
                one.id,
                "answered_on",
                "awaited",
                ProblemKind.FOLLOW_UP,
            )
        elif one.is_counted and (sentence := _joint(one, records.counted)):
            yield Remark(f"{name}: {sentence}", REPORTED_FIGURES.name, one.id, "is_counted", "joint", _TWICE)


def _joint(one: ReportedFigures, activities: list[Activity]) -> str:
    """Return the warning of a body whose own figures also stand in activities that it took part in.

    An event that several bodies report is counted once: by who leads it, or by the own office.
    """
    own = [activity for activity in activities if _takes_part(one.body, activity)]
    twice = [code for code in one.figures if any(code in activity.figures for activity in own)]
    if not twice or one.joint_note:
        return ""
    labels = ", ".join(f"“{indicator(code).label}”" for code in twice[:3])
    more = f" và {len(twice) - 3} chỉ tiêu khác" if len(twice) > 3 else ""
    return (
        f"{labels}{more} có cả trong {len(own)} hoạt động mà đơn vị này chủ trì hoặc phối hợp; nếu trùng thì bỏ dấu "
        "“Tính vào báo cáo”, nếu không trùng thì ghi rõ ở “Hoạt động chung”."
    )


def _takes_part(body: str, activity: Activity) -> bool:
    wanted = fold(body).strip()
    return bool(wanted) and any(
        fold(name).strip() == wanted for name in (activity.organizer, *activity.partners)
    )

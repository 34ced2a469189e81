"""How far a deadline is, in words."""

from datetime import date, timedelta

from desktop_app.domain.plan_parts import DueDate


def last_day(due: DueDate, year: int) -> date:
    """Return the last day to send: the day before the named one, unless that is included."""
    named = due.named_day(year)
    return named if due.inclusive else named - timedelta(days=1)


def days_left(due: DueDate, year: int, today: date) -> int:
    """Return the days until the last day to send; negative when it is over."""
    return (last_day(due, year) - today).days


def days_left_words(days: int) -> str:
    """Return "Còn 7 ngày", "Hạn cuối hôm nay", "Quá hạn 3 ngày"."""
    if days > 0:
        return f"Còn {days} ngày"
    return f"Quá hạn {-days} ngày" if days else "Hạn cuối hôm nay"


def due_words(due: DueDate, year: int) -> str:
    """Return the deadline as plans write it: "trước ngày 30/11/2023", "đến hết ngày 30/11/2023"."""
    return f"{'đến hết' if due.inclusive else 'trước'} ngày {due.day:02d}/{due.month:02d}/{year}"

"""Columns that several registers have."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.records.base import Record
from desktop_app.domain.rules import Register, gaps
from desktop_app.vietnamese.dates import format_date
from ui.pages.status_tones import status_tone
from ui.roles import Tone
from ui.widgets.table_model import Column

R = TypeVar("R", bound=Record)

UNSAVED = "Chưa lưu"


def date_column(title: str, attribute: str, value: Callable[[R], date | None]) -> Column[R]:
    """Return a column of dates."""

    def text(record: R) -> str:
        day = value(record)
        return format_date(day) if day else ""

    return Column(title, text, sort=attribute, width=90)


def status_column(
    register: Register[R], status: Callable[[R], StrEnum], unsaved: Callable[[str], bool], width: int
) -> Column[R]:
    """Return the column of states; a record with unsaved typing says so instead."""

    def text(record: R) -> str:
        return UNSAVED if unsaved(record.id) else register.words.choice(status(record))

    def tone(record: R) -> Tone:
        return Tone.WARNING if unsaved(record.id) else status_tone(status(record))

    return Column(register.label("status"), text, sort="status", width=width, tone=tone)


def gap_column(register: Register[R]) -> Column[R]:
    """Return the narrow column whose sign says that something is missing; its words say what."""

    def text(record: R) -> str:
        return "\n".join(gaps(register, record).values())

    def icon(record: R) -> tuple[str, str] | None:
        return ("triangle-alert", "warning") if gaps(register, record) else None

    return Column("", text, width=32, icon=icon)

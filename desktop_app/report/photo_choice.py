"""Which photos a report prints: those that the officer chose, in the order of the report, with their captions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.attachments import PEOPLE, Attachment
from desktop_app.domain.records.base import Record
from desktop_app.domain.registers import ACTIVITIES, REGISTERS
from desktop_app.errors import ConflictError, LedgerFileError
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.model import Photo
from desktop_app.report.tables.activities import days_of
from desktop_app.vietnamese.dates import format_date

MOST_PHOTOS = 24
"""Printed in a report (product row D5, design.md)."""

Chosen = Callable[[str, Sequence[str]], Sequence[Attachment]]
"""(register, ids) -> the photos that were chosen of these records, in this order."""


@dataclass(frozen=True)
class PhotoChoice:
    """The photos of a report.

    Attributes:
        photos: to be printed. files: whence each of them is.
        damaged: chosen ones whose bytes are no longer those that were stored.
        surplus: chosen ones beyond the most that a report prints.
    """

    photos: tuple[Photo, ...] = ()
    files: tuple[Attachment, ...] = ()
    damaged: tuple[Attachment, ...] = ()
    surplus: int = 0


NO_PHOTOS = PhotoChoice()


def choose_photos(records: PeriodRecords, chosen: Chosen, read: Callable[[str], bytes]) -> PhotoChoice:
    """Return the photos of a period: those of its activities by day, then those of the other registers.

    A photo that is attached to several records is printed once, where it comes first.

    Args:
        records: of the period; what is not counted is not shown either.
        chosen: finds the photos that were chosen.
        read: the bytes of a file by its SHA-256.
    """
    photos: dict[str, tuple[Photo, Attachment]] = {}
    damaged: dict[str, Attachment] = {}
    surplus: set[str] = set()
    for file, about in _wanted(records, chosen):
        if file.sha256 in photos or file.sha256 in damaged:
            continue
        if len(photos) == MOST_PHOTOS:
            surplus.add(file.sha256)
            continue
        try:
            data = read(file.sha256)
        except (ConflictError, LedgerFileError):
            damaged[file.sha256] = file
            continue
        width, height = file.width or 1, file.height or 1
        photos[file.sha256] = Photo(file.sha256, data, width, height, _caption(file, *about)), file
    return PhotoChoice(
        tuple(photo for photo, _ in photos.values()),
        tuple(file for _, file in photos.values()),
        tuple(damaged.values()),
        len(surplus),
    )


def _wanted(records: PeriodRecords, chosen: Chosen) -> Iterator[tuple[Attachment, tuple[str, str]]]:
    """Yield each chosen photo with the name and the day of its record."""
    activities = {one.id: (one.title, days_of(one)) for one in records.counted}
    for file in chosen(ACTIVITIES.name, list(activities)):
        yield file, activities[file.record_id]
    for name, register in REGISTERS.items():
        if name == ACTIVITIES.name or name in PEOPLE:
            continue
        named = {
            one.id: (str(getattr(one, register.naming_field)), _day(one, register.date_field))
            for one in records.of(name)
        }
        for file in chosen(name, list(named)):
            yield file, named[file.record_id]


def _day(record: Record, field: str) -> str:
    day = getattr(record, field) if field else None
    return format_date(day) if isinstance(day, date) else ""


def _caption(file: Attachment, name: str, days: str) -> str:
    """Return "Bà con chọn mua hàng (Phiên chợ hàng Việt, 09/01/2023)", or name and day alone."""
    about = ", ".join(filter(None, (name, days)))
    if not file.caption:
        return about
    if name.casefold() in file.caption.casefold():
        about = days
    return f"{file.caption} ({about})" if about else file.caption

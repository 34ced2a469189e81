"""How long the recognition of an OCOP product holds, and when it is time to renew it (QĐ 148/QĐ-TTg: 36 months)."""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.query import Span
from desktop_app.domain.records.ocop_products import OcopProduct

USUAL_MONTHS = 36
"""A recognition holds for 36 months."""
REMINDER_MONTHS = 6
"""A product whose recognition ends within six months is told: a new assessment takes about as long."""


class Validity(StrEnum):
    """How a recognition stands on a day."""

    OPEN = "open"
    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"


VALIDITY_WORDS: Mapping[Validity, str] = {
    Validity.OPEN: "Chưa ghi hạn",
    Validity.VALID: "Còn hạn",
    Validity.EXPIRING: "Sắp hết hạn",
    Validity.EXPIRED: "Đã hết hạn",
}


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def validity_on(product: OcopProduct, day: date) -> Validity:
    """Return how the recognition of a product stands on a day; on the day of its end it has ended."""
    ends = product.expires_on
    if ends is None:
        return Validity.OPEN
    if ends <= day:
        return Validity.EXPIRED
    return Validity.EXPIRING if ends <= months_after(day, REMINDER_MONTHS) else Validity.VALID


def validity_span(validity: Validity, day: date) -> Span:
    """Return the ends of recognition that mean a state on a day, for the filter of a list; OPEN has no end."""
    reminder = months_after(day, REMINDER_MONTHS)
    tomorrow = day + timedelta(days=1)
    spans = {
        Validity.EXPIRED: Span(last=day),
        Validity.EXPIRING: Span(tomorrow, reminder),
        Validity.VALID: Span(reminder + timedelta(days=1)),
        Validity.OPEN: Span(date.max, date.min, or_empty=True),
    }
    return spans[validity]

"""The day by which a page judges what is open, due or expired, and the day that a new record is offered."""

from datetime import date

from desktop_app.ledger import Ledger


def working_day(ledger: Ledger) -> date:
    """Return today; in a year that is over, the end of its yearly report's period.

    A year begun ahead of time is judged by today, too: nothing in it is late already.
    """
    today, year = ledger.today(), ledger.year
    return today if today.year <= year else ledger.reports.period(year).data_to


def entry_day(ledger: Ledger) -> date:
    """Return the day that a new record is offered; in a year ahead its first one.

    Lower units and deciding authorities are looked up by it, too: those of the year worked on.
    """
    return max(working_day(ledger), date(ledger.year, 1, 1))

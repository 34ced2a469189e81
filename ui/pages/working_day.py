"""The day by which a page judges what is open, due or expired."""

from datetime import date

from desktop_app.ledger import Ledger


def working_day(ledger: Ledger) -> date:
    """Return today, or the end of the yearly report's period when another year is worked on."""
    today, year = ledger.today(), ledger.year
    return today if today.year == year else ledger.reports.period(year).data_to

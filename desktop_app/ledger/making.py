"""Open a ledger, make a new one, make a sample one."""

import getpass
from datetime import datetime
from pathlib import Path

from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.ledger.door import Clock, Ledger
from desktop_app.long_paths import extended
from desktop_app.storage.database import Database, create_database, open_database
from desktop_app.storage.operations import SET_UP

_ROOM = 100
"""Letters that the names of a ledger's log, copies and their folder add to its own."""


def system_clock() -> datetime:
    """Return the computer's time."""
    return datetime.now().astimezone()


def open_ledger(path: Path, clock: Clock = system_clock, who: str = "") -> Ledger:
    """Open a ledger.

    Args:
        path: the `.sohangviet` file.
        clock: the program's one clock.
        who: name in the history; the name of the computer's user when empty.

    Raises:
        LedgerFileError: the file is missing, not a ledger, damaged, newer, locked or not readable.
    """
    return Ledger(open_database(extended(path, _ROOM)), clock, who or user_name())


def create_ledger(
    path: Path, office: Office, plan: Plan, year: int, clock: Clock = system_clock, who: str = ""
) -> Ledger:
    """Make a new ledger and open it; it appears under its name only when it is whole.

    Raises:
        LedgerFileError: a file of that name exists, or the folder cannot be written.
    """

    def fill(database: Database) -> None:
        _set_up(Ledger(database, clock, who or user_name()), office, plan, year)

    create_database(extended(path, _ROOM), fill)
    return open_ledger(path, clock, who)


def create_sample_ledger(path: Path, district: str | None = None, clock: Clock = system_clock) -> Ledger:
    """Make a ledger with an invented year of a district, the first one if none is named, and open it.

    Raises:
        LedgerFileError: a file of that name exists, or the folder cannot be written.
        ResourceError: there is no sample of this name.
    """
    # Imported only here: it knows every register, which would cost each start.
    from desktop_app.exchange.sample import DISTRICTS, load_sample

    sample = load_sample(DISTRICTS[0] if district is None else district)

    def fill(database: Database) -> None:
        ledger = Ledger(database, clock, user_name())
        _set_up(ledger, sample.office, sample.plan, sample.period.year)
        ledger.reports.save_period(sample.period)
        ledger.add_all("Đã tạo dữ liệu mẫu", sample.records, SET_UP)
        suggested = ledger.source(sample.period).suggested()
        for section, text in sample.narrative.items():
            ledger.reports.save_narrative(sample.period, section, text, suggested.get(section, ""))

    create_database(extended(path, _ROOM), fill)
    return open_ledger(path, clock)


def _set_up(ledger: Ledger, office: Office, plan: Plan, year: int) -> None:
    ledger.save_office(office)
    ledger.save_plan(year, plan)
    ledger.set_year(year)


def user_name() -> str:
    """Return the name of the computer's user, "" when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

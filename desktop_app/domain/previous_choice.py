"""What a report is compared with: the choice made, the totals typed, the files of former units (product row D4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.periods import AD_HOC, CAMPAIGN, ReportPeriod
from desktop_app.domain.records.activities import FundGroup


class PreviousMode(StrEnum):
    """Where the figures of the period before come from."""

    LEDGER = "ledger"
    ENTERED = "entered"
    UNITS = "units"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """The totals of one former unit, as its report file told them.

    Attributes:
        file: name of the file, without its folder.
        year, period: of that report; 0 and "" where the file does not say.
        indicators: code -> total. funds: group -> whole đồng; None where the file has none.
    """

    file: str = ""
    unit_code: str = ""
    unit_name: str = ""
    province_name: str = ""
    year: int = 0
    period: str = ""
    indicators: Mapping[str, int | float] = field(default_factory=dict)
    funds: Mapping[FundGroup, int] | None = None


@dataclass(frozen=True, kw_only=True)
class PreviousChoice:
    """What the officer chose for one report.

    Attributes:
        indicators, funds: the totals typed for `ENTERED`; funds are None where none was typed.
        units: the files for `UNITS`.
        allows_parts: compare although a former unit was divided. note: why, printed below the table's title.
    """

    mode: PreviousMode = PreviousMode.LEDGER
    indicators: Mapping[str, int | float] = field(default_factory=dict)
    funds: Mapping[FundGroup, int] | None = None
    units: tuple[UnitFigures, ...] = ()
    allows_parts: bool = False
    note: str = ""


def shifted_period(period: ReportPeriod) -> ReportPeriod | None:
    """Return the period before of a kind whose days the office sets, None for the other kinds.

    A report out of turn is compared with the same days one year before, a summary of many years with as many years
    right before it: the same summary made one year earlier would tell of nearly the same days.
    """
    if period.code not in (AD_HOC, CAMPAIGN):
        return None
    first, last = period.data_from, period.data_to
    years = 1 if period.code == AD_HOC else last.year - first.year + 1
    return ReportPeriod(period.year - years, period.code, _earlier(first, years), _earlier(last, years))


def _earlier(day: date, years: int) -> date:
    """Return the same day some years before; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)

"""What the sentences of a report are made from, in one parcel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from desktop_app.report.figures import Figures, PeriodRecords


@dataclass(frozen=True)
class Earlier:
    """The figures of a period before, to compare with; `title` names it: "năm 2022"."""

    title: str
    figures: Figures


@dataclass(frozen=True)
class Material:
    """Everything that a section may tell; what does not stand here is not said.

    Attributes:
        earlier: None when there is no period to compare with.
    """

    office: Office
    plan: Plan
    records: PeriodRecords
    figures: Figures
    indicators: Sequence[Indicator]
    earlier: Earlier | None = None

    @property
    def period(self) -> ReportPeriod:
        """The period told of."""
        return self.records.period

    @property
    def last_day(self) -> date:
        """The day on which standing registers are asked about."""
        return self.records.period.data_to

    def of(self, register: str) -> Sequence[Any]:
        """Return the records of a register."""
        return self.records.of(register)


def paragraph(*sentences: str) -> str:
    """Return sentences as one paragraph; empty ones are left out."""
    return " ".join(one for one in sentences if one)


def paragraphs(*texts: str) -> str:
    """Return paragraphs one below the other; empty ones are left out."""
    return "\n".join(one for one in texts if one)

"""Planned and spent money of a period by source: what the page of funds shows (product row B10).

Every sum comes from `report/funds.py`, where each stands once (TT 91/2012/TT-BTC, TT 89/2018/TT-BTC).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.registers import FUNDS
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.funds import SpentLine, planned_lines, spent_lines
from desktop_app.vietnamese.folding import fold


@dataclass(frozen=True)
class FundRow:
    """One source, or the sum of a group, or of all.

    Attributes:
        source: as it is written first; "" of a sum, or where none is written.
        group: None for the sum of all groups.
        planned, spent: the lines behind the figures.
    """

    source: str
    group: FundGroup | None
    planned: tuple[SpentLine, ...]
    spent: tuple[SpentLine, ...]

    @property
    def planned_vnd(self) -> int:
        """Everything planned, goods at their value."""
        return sum(line.amount_vnd for line in self.planned)

    @property
    def spent_vnd(self) -> int:
        """Everything spent, goods at their value."""
        return sum(line.amount_vnd for line in self.spent)

    @property
    def in_kind_vnd(self) -> int:
        """The part of what was spent that was goods."""
        return sum(line.amount_vnd for line in self.spent if line.in_kind)

    @property
    def used_pct(self) -> float | None:
        """What was spent in percent of what was planned; None without a plan."""
        return 100 * self.spent_vnd / self.planned_vnd if self.planned_vnd else None

    @property
    def is_overspent(self) -> bool:
        """More was spent than planned, where something was planned."""
        return bool(self.planned_vnd) and self.spent_vnd > self.planned_vnd


def fund_table(records: PeriodRecords) -> list[FundRow]:
    """Return the rows: each group with its sum first, then its sources by amount, and the sum of all at the end."""
    planned = planned_lines(records.of(FUNDS.name))
    spent = spent_lines(records.counted, records.of, records.period)
    rows: list[FundRow] = []
    for group in FundGroup:
        own_planned = [line for line in planned if line.group is group]
        own_spent = [line for line in spent if line.group is group]
        if own_planned or own_spent:
            rows.append(FundRow("", group, tuple(own_planned), tuple(own_spent)))
            rows += _by_source(group, own_planned, own_spent)
    if rows:
        rows.append(FundRow("", None, tuple(planned), tuple(spent)))
    return rows


def _by_source(group: FundGroup, planned: Sequence[SpentLine], spent: Sequence[SpentLine]) -> list[FundRow]:
    """Return a row for each source; names that differ only in accents, case or spaces are one source."""
    names: dict[str, str] = {}
    for line in (*planned, *spent):
        names.setdefault(_key(line), line.source)
    rows = [
        FundRow(
            name,
            group,
            tuple(line for line in planned if _key(line) == key),
            tuple(line for line in spent if _key(line) == key),
        )
        for key, name in names.items()
    ]
    return sorted(rows, key=lambda row: (-max(row.planned_vnd, row.spent_vnd), row.source))


def _key(line: SpentLine) -> str:
    return " ".join(fold(line.source).split())

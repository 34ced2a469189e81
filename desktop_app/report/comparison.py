"""The figures of the period before, whence they come, and how a figure of this period differs from them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.records.activities import FundGroup
from desktop_app.report.counting import Number, with_computed
from desktop_app.report.figures import Figures
from desktop_app.vietnamese.numbers import format_decimal

FROM_LEDGER = "từ sổ này"
ENTERED = "số liệu đã nhập"
NOT_WHOLE = "không so sánh được trọn vẹn (đơn vị cũ chia tách)"
"""What is said of predecessors of which a part went to another unit."""

_POINT = Decimal("0.1")


@dataclass(frozen=True)
class PreviousFigures:
    """The totals of the period before, of the same unit or of the units that it was made of.

    Attributes:
        title: of the period ("năm 2022").
        figures: its totals; an indicator that nobody knows is missing, which is not the same as 0.
        source: whence they come ("từ sổ này", "số liệu đã nhập", "cộng từ 3 tệp").
        is_complete: they tell of the same land and of nothing else.
        notes: what a reader must know, whole sentences without their full stop.
        funds_known: the sums of money are known; else the rows of money stay empty.
    """

    title: str
    figures: Figures
    source: str = FROM_LEDGER
    is_complete: bool = True
    notes: tuple[str, ...] = ()
    funds_known: bool = True

    @property
    def label(self) -> str:
        """The period and whence its figures come: "năm 2022 (từ sổ này)"."""
        return f"{self.title} ({self.source})"

    def value(self, code: str) -> Number:
        """Return the total of an indicator, None where it is not known."""
        return self.figures.indicators.get(code)

    def fund(self, group: FundGroup) -> int | None:
        """Return what was spent from a group of sources, None where that is not known."""
        return self.figures.funds.get(group, 0) if self.funds_known else None

    def funds_total(self) -> int | None:
        """Return all money spent, None where that is not known."""
        return sum(self.figures.funds.values()) if self.funds_known else None


class Change(NamedTuple):
    """How much a figure differs from that of the period before.

    Attributes:
        amount: percent of the earlier figure, or points between two percentages; one decimal.
        is_points: the figures are percentages themselves.
    """

    amount: float
    is_points: bool = False

    @property
    def text(self) -> str:
        """The change with its sign: "+12,5%", "-8,0%", "0,0%", "+1,2 điểm %"."""
        number = f"{'+' if self.amount > 0 else ''}{format_decimal(self.amount)}"
        return f"{number} điểm %" if self.is_points else f"{number}%"


def change(now: Number, before: Number, *, is_percent: bool = False) -> Change | None:
    """Return how a figure has changed; None where one of both is missing, or the earlier one is 0.

    A percentage is compared in points, never by a percentage of a percentage; there an earlier 0 is a figure.
    """
    if now is None or before is None:
        return None
    if is_percent:
        return Change(_rounded(_exact(now) - _exact(before)), is_points=True)
    if not before:
        return None
    return Change(_rounded((_exact(now) - _exact(before)) * 100 / _exact(before)))


def _exact(number: int | float) -> Decimal:
    return Decimal(str(number))


def _rounded(exact: Decimal) -> float:
    """Round as by hand; a change too small to be shown is none, not "-0"."""
    return float(exact.quantize(_POINT, ROUND_HALF_UP)) or 0.0


@dataclass(frozen=True)
class Totals:
    """Totals that were typed or read from a file.

    Attributes:
        indicators: code -> total; percentages are passed over, they are counted from their parts again.
        funds: group -> whole đồng; None where nobody knows them.
    """

    indicators: Mapping[str, int | float] = field(default_factory=dict)
    funds: Mapping[FundGroup, int] | None = None


def figures_of(totals: Totals, indicators: Sequence[Indicator]) -> Figures:
    """Return totals as the figures of a period; percentages are counted from their two parts."""
    parts: dict[str, Number] = {
        one.code: totals.indicators[one.code]
        for one in indicators
        if one.source != "computed" and one.code in totals.indicators
    }
    counted = with_computed(parts, indicators)
    return Figures(
        activities=0,
        activities_by_content={},
        without_plan_item=0,
        indicators={code: value for code, value in counted.items() if value is not None},
        estimated=frozenset(),
        by_content={},
        funds={group: (totals.funds or {}).get(group, 0) for group in FundGroup},
        awards_by_status={},
        awards_by_type={},
    )


def summed(parts: Iterable[Totals], indicators: Sequence[Indicator]) -> Totals:
    """Return the sum over several units, by the rule that each indicator has over units.

    An indicator that one of them does not tell, or that cannot be added over units, is left out: a sum of some
    would look like the figure of all.
    """
    told = list(parts)
    sums = {
        one.code: sum(totals.indicators[one.code] for totals in told)
        for one in indicators
        if told and one.over_units == "sum" and all(one.code in totals.indicators for totals in told)
    }
    known = [totals.funds for totals in told if totals.funds is not None]
    if not told or len(known) < len(told):
        return Totals(sums)
    return Totals(sums, {group: sum(funds.get(group, 0) for funds in known) for group in FundGroup})

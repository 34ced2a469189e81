"""Money in sentences: spent by group and source, in kind, and beside what was planned."""

from collections import defaultdict
from collections.abc import Sequence

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.periods import ANNUAL
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.funds import FundKind
from desktop_app.report.funds import SpentLine, planned_lines, spent_lines
from desktop_app.report.narrative.material import Material, paragraph
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_money_short, format_percent
from desktop_app.vietnamese.sentences import listed, lowered, sentence, without_stop

_MOST_SOURCES = 4
_GROUPS = {
    FundGroup.STATE_BUDGET: "ngân sách nhà nước",
    FundGroup.SOCIALISED: "nguồn xã hội hóa",
    FundGroup.OTHER: "nguồn khác",
}


def funds_text(material: Material) -> str:
    """Return what was spent from where, "" when nothing was."""
    spent = spent_lines(material.records.counted, material.of, material.period)
    planned = sum(one.amount_vnd for one in planned_lines(material.of("funds")))
    total = sum(one.amount_vnd for one in spent)
    if not total:
        return sentence(f"Kinh phí dự toán là {format_money_short(planned)}") if planned else ""
    groups = [_group(group, [one for one in spent if one.group is group]) for group in FundGroup]
    return paragraph(
        sentence(
            f"Tổng kinh phí thực hiện Cuộc vận động {material.period.during} là {format_money_short(total)}, "
            f"gồm: {'; '.join(one for one in groups if one)}"
        ),
        _against_plan(total, planned, material),
    )


def _group(group: FundGroup, lines: Sequence[SpentLine]) -> str:
    total = sum(one.amount_vnd for one in lines)
    if not total:
        return ""
    in_kind = sum(one.amount_vnd for one in lines if one.in_kind)
    details = _sources(group, [one for one in lines if not one.in_kind], not in_kind)
    if in_kind and not details and in_kind < total:
        details = [f"bằng tiền {format_money_short(total - in_kind)}"]
    if in_kind:
        details.append(
            f"hiện vật trị giá {format_money_short(in_kind)}" if in_kind < total else "bằng hiện vật"
        )
    return f"{_GROUPS[group]} {format_money_short(total)}{f' ({listed(details)})' if details else ''}"


def _sources(group: FundGroup, lines: Sequence[SpentLine], group_is_money: bool) -> list[str]:
    """Return the sources of money in a group, the largest first.

    Nothing where one has no name, or where there is only one that is called like the group; without its sum where
    it is the only one of a group of nothing but money.
    """
    sums: defaultdict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    for one in lines:
        sums[fold(one.source)] += one.amount_vnd
        names.setdefault(fold(one.source), without_stop(one.source))
    if "" in sums or set(sums) <= {fold(FUND_GROUPS[group])}:
        return []
    if len(sums) == 1 and group_is_money:
        return list(map(lowered, names.values()))
    ordered = sorted(sums, key=lambda key: (-sums[key], key))
    most = len(ordered) if len(ordered) == _MOST_SOURCES + 1 else _MOST_SOURCES  # one source is no rest
    told = [f"{lowered(names[key])} {format_money_short(sums[key])}" for key in ordered[:most]]
    rest = sum(sums[key] for key in ordered[most:])
    return [*told, f"các nguồn còn lại {format_money_short(rest)}"] if rest else told


def _against_plan(total: int, planned: int, material: Material) -> str:
    """Set the money spent beside the plan; no share where the plan is of other days than what was spent."""
    if not planned:
        return ""
    period, worth = material.period, format_money_short(planned)
    years = {
        one.entered_on.year for one in material.of("funds") if one.kind is FundKind.PLANNED and one.entered_on
    }
    whole_years = (period.data_from.month, period.data_from.day) == (1, 1) and years == set(
        range(period.data_from.year, period.data_to.year + 1)
    )
    if period.code != ANNUAL and not whole_years:
        return sentence(f"Kinh phí dự toán được ghi trong kỳ là {worth}")
    name = "" if period.code == ANNUAL or len(years) > 1 else f" năm {period.data_to.year}"
    share = format_percent(100 * total / planned)
    return sentence(f"Kinh phí dự toán{name} là {worth}; thực hiện bằng {share} dự toán")

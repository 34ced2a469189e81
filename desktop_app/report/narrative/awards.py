"""Nominations and awards in sentences; what was nominated and what was decided are never added up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop_app.domain.records.awards import AwardNomination, AwardStatus, NomineeType
from desktop_app.domain.registers import AWARDS
from desktop_app.report.narrative.material import paragraph
from desktop_app.vietnamese.numbers import format_money_short, two_digits
from desktop_app.vietnamese.sentences import listed, sentence


def awards_text(nominations: Sequence[AwardNomination], decisions: Sequence[AwardNomination]) -> str:
    """Return what was nominated in the period, and what was decided in it."""
    proposed = [one for one in nominations if one.status is not AwardStatus.WITHDRAWN]
    rewards = sum(one.reward_vnd or 0 for one in decisions)
    money = f", tiền thưởng {format_money_short(rewards)}" if rewards else ""
    return paragraph(
        sentence(f"Đã đề nghị khen thưởng {_kinds(proposed)}") if proposed else "",
        sentence(f"Đã có quyết định khen thưởng {_kinds(decisions)}{_forms(decisions)}{money}")
        if decisions
        else "",
    )


def _kinds(awards: Sequence[AwardNomination]) -> str:
    names: Mapping[StrEnum, str] = AWARDS.words.choices[NomineeType]
    counts = Counter(one.nominee_type for one in awards)
    return listed(f"{two_digits(counts[kind])} {names[kind].lower()}" for kind in NomineeType if counts[kind])


def _forms(decisions: Sequence[AwardNomination]) -> str:
    """Return "(02 bằng khen, 03 giấy khen)", "" when a form is missing."""
    counts = Counter(one.award_form for one in decisions)
    if "" in counts:
        return ""
    told = [f"{two_digits(count)} {name[0].lower()}{name[1:]}" for name, count in counts.items()]
    return f" ({listed(told)})"

"""What several nominations say together: one person twice, the same award again, overlaps, quotas, votes.

All of it warns and forbids nothing (domain research, §4.2 and §4.4; the traps T1 and T2 of the sample data).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.award_catalogue import VoteRule, load_awards
from desktop_app.domain.award_quotas import Quota, means_authority, quota_uses
from desktop_app.domain.records.awards import AwardNomination, AwardStatus, NomineeType
from desktop_app.vietnamese.dates import format_date, format_period
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.order import sort_key


@dataclass(frozen=True)
class AwardRules:
    """What a ledger sets for its nominations.

    Attributes:
        votes: when a meeting's vote counts.
        quotas: how many nominations of a kind a year allows.
    """

    votes: VoteRule = field(default_factory=lambda: load_awards().votes)
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True)
class AwardContext:
    """What the nominations of a period are compared with.

    Attributes:
        earlier: awards decided before, of the ledger's own years.
        birth_years: id -> year of birth of persons of the same name, as far as it is known.
        rules: what the ledger sets.
    """

    earlier: Sequence[AwardNomination] = ()
    birth_years: Mapping[str, int] = field(default_factory=dict)
    rules: AwardRules = field(default_factory=AwardRules)


@dataclass(frozen=True)
class AwardWarning:
    """One thing to look at again: the record, its field, and a sentence without the record's name."""

    record_id: str
    field: str
    sentence: str


def award_warnings(
    nominations: Sequence[AwardNomination], context: AwardContext | None = None
) -> list[AwardWarning]:
    """Return what to look at again in the nominations of a period; those refused or withdrawn are passed over."""
    context = context or AwardContext()
    open_ones = [one for one in nominations if not one.is_given_up]
    decided = [one for one in (*context.earlier, *nominations) if one.status is AwardStatus.DECIDED]
    return [
        *_twice(open_ones, context.birth_years),
        *_behind_others(open_ones),
        *(warning for one in open_ones for warning in _again(one, decided)),
        *_votes(open_ones, context.rules.votes),
        *_over_quota(open_ones, context.rules.quotas),
    ]


def same_named(nominations: Sequence[AwardNomination]) -> list[str]:
    """Return the ids of individuals who share their name, whose years of birth tell them apart."""
    groups = _by_name([one for one in nominations if one.nominee_type is NomineeType.INDIVIDUAL])
    return [one.id for group in groups for one in group if len(group) > 1]


def _by_name(nominations: Sequence[AwardNomination]) -> list[list[AwardNomination]]:
    groups: dict[tuple[bool, str], list[AwardNomination]] = defaultdict(list)
    for one in nominations:
        groups[one.nominee_type is NomineeType.INDIVIDUAL, _name_key(one.name)].append(one)
    return list(groups.values())


def _name_key(name: str) -> str:
    """Return a key that tone placement and case do not change, but every mark does."""
    return sort_key(name.casefold())


def _twice(nominations: Sequence[AwardNomination], born: Mapping[str, int]) -> Iterator[AwardWarning]:
    for group in _by_name(nominations):
        for one in group:
            others = [other for other in group if other is not one and _may_be_same(one, other, born)]
            if not others:
                continue
            year = born.get(one.id)
            if one.nominee_type is not NomineeType.INDIVIDUAL:
                sentence = f"Tập thể này được đề nghị {len(others) + 1} lần trong kỳ."
            elif year and any(born.get(other.id) == year for other in others):
                sentence = (
                    f"Có người khác trùng họ tên và năm sinh ({year}); có thể là một người đề nghị hai lần."
                )
            else:
                sentence = "Có người khác trùng họ tên; hãy ghi ngày sinh để phân biệt."
            yield AwardWarning(one.id, "name", sentence)


def _may_be_same(one: AwardNomination, other: AwardNomination, born: Mapping[str, int]) -> bool:
    known = one.id in born and other.id in born
    return born.get(one.id) == born.get(other.id) if known else True


def _behind_others(nominations: Sequence[AwardNomination]) -> Iterator[AwardWarning]:
    """Find individuals who also stand behind a household, an enterprise or a collective."""
    individuals: dict[str, list[AwardNomination]] = defaultdict(list)
    for one in nominations:
        if one.nominee_type is NomineeType.INDIVIDUAL:
            individuals[_name_key(one.name)].append(one)
    for other in nominations:
        if other.nominee_type is NomineeType.INDIVIDUAL:
            continue
        for person in other.persons:
            for one in individuals.get(_name_key(person), ()):
                is_head = _name_key(other.household_head) == _name_key(person)
                role = "chủ hộ" if is_head else _ROLES[other.nominee_type]
                yield AwardWarning(
                    one.id,
                    "name",
                    f"Người này cũng là {role} của “{other.name}” đang được đề nghị; "
                    "một thành tích chỉ khen một lần.",
                )
                yield AwardWarning(
                    other.id,
                    "household_head" if is_head else "representative",
                    f"{person} ({role}) cũng được đề nghị khen cá nhân; một thành tích chỉ khen một lần.",
                )


_ROLES = {
    NomineeType.HOUSEHOLD: "người đại diện hộ",
    NomineeType.ENTERPRISE: "người đại diện",
    NomineeType.COLLECTIVE: "người đại diện",
}


def _again(one: AwardNomination, decided: Sequence[AwardNomination]) -> Iterator[AwardWarning]:
    """Find the same form of the same authority a year ago, and achievements that were rewarded already."""
    if one.nominated_on is None:
        return
    last_year = one.nominated_on.year - 1
    own = [
        past
        for past in decided
        if past.id != one.id
        and (past.nominee_type is NomineeType.INDIVIDUAL) is (one.nominee_type is NomineeType.INDIVIDUAL)
        and _name_key(past.name) == _name_key(one.name)
    ]
    typed = [
        f"năm {past.year}"
        for past in one.previous_awards
        if past.year == last_year
        and fold(past.form) == fold(one.award_form)
        and means_authority(one, past.authority)
    ]
    kept = [
        _decision(past)
        for past in own
        if past.decision_date
        and past.decision_date.year == last_year
        and fold(past.award_form) == fold(one.award_form)
        and means_authority(one, past.award_authority)
    ]
    if typed or kept:
        yield AwardWarning(
            one.id,
            "previous_awards",
            f"Đã được {one.award_form} của {one.award_authority} năm trước ({(kept or typed)[0]}).",
        )
    for past in own:
        if one.status is not AwardStatus.DECIDED and _overlap(one, past):
            yield AwardWarning(
                one.id,
                "period_from",
                f"Thời gian thành tích trùng với thành tích đã khen theo {_decision(past)}.",
            )


def _decision(past: AwardNomination) -> str:
    number = f" số {past.decision_number}" if past.decision_number else ""
    day = f" ngày {format_date(past.decision_date)}" if past.decision_date else ""
    period = (
        f", thành tích {format_period(past.period_from, past.period_to)}"
        if past.period_from and past.period_to
        else ""
    )
    return f"quyết định{number}{day}{period}"


def _overlap(one: AwardNomination, past: AwardNomination) -> bool:
    if not (one.period_from and one.period_to and past.period_from and past.period_to):
        return False
    return one.period_from <= past.period_to and past.period_from <= one.period_to


def _votes(nominations: Sequence[AwardNomination], rule: VoteRule) -> Iterator[AwardWarning]:
    for one in nominations:
        votes = one.votes
        problem = rule.problem(votes.total, votes.present, votes.agree) if votes else ""
        if problem:
            yield AwardWarning(one.id, "votes", f"Kết quả họp xét {problem}.")


def _over_quota(nominations: Sequence[AwardNomination], quotas: Sequence[Quota]) -> Iterator[AwardWarning]:
    for use in quota_uses(quotas, nominations):
        if use.is_exceeded:
            for one in use.nominations:
                yield AwardWarning(one.id, "award_form", f"Vượt chỉ tiêu đề nghị: {use.text}.")

"""What a committee usually consists of, as data, and what the present one lacks (Bình Thuận II.7)."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Annotated

from msgspec import Meta, Struct

from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember, CommitteeRole
from desktop_app.domain.resource_files import Text, bad_file, checked, read_json
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import search_terms


class RoleRule(Struct, frozen=True, forbid_unknown_fields=True):
    """How many members have a role; `name` is the word of the sentence."""

    role: CommitteeRole
    name: Text
    least: Annotated[int, Meta(ge=0)]
    most: Annotated[int, Meta(ge=1)]


class RepresentedBody(Struct, frozen=True, forbid_unknown_fields=True):
    """A body that should be represented; one of the folded phrases stands in the post of its member."""

    name: Text
    words: Annotated[tuple[str, ...], Meta(min_length=1)]


class CommitteeRule(Struct, frozen=True, forbid_unknown_fields=True):
    """The usual composition of one body at some levels.

    Attributes:
        least, most: number of members.
    """

    body: CommitteeBody
    levels: tuple[UnitLevel, ...]
    least: Annotated[int, Meta(ge=0)]
    most: Annotated[int, Meta(ge=1)]
    roles: tuple[RoleRule, ...]
    represented: tuple[RepresentedBody, ...]


class _RulesFile(Struct, frozen=True, forbid_unknown_fields=True):
    note: Text
    rules: tuple[CommitteeRule, ...]


@cache
def _rules() -> tuple[CommitteeRule, ...]:
    path = resource("committee_rules.json")
    return check_rules(read_json(path), path.name)


def check_rules(raw: object, name: str) -> tuple[CommitteeRule, ...]:
    """Return rules read from a file, after all checks; `name` names the file in the error.

    Raises:
        ResourceError: the file does not fit its schema, or a rule asks for less at most than at least.
    """
    rules = checked(raw, _RulesFile, name).rules
    for index, rule in enumerate(rules):
        if rule.least > rule.most or any(one.least > one.most for one in rule.roles):
            raise bad_file(name, f"“rules”, mục thứ {index + 1}", "“least” lớn hơn “most”")
    return rules


def rule_for(body: CommitteeBody, level: UnitLevel) -> CommitteeRule | None:
    """Return the usual composition of a body at a level, None where nothing is usual (a member body)."""
    return next((one for one in _rules() if one.body is body and level in one.levels), None)


def composition_faults(
    members: Iterable[CommitteeMember], body: CommitteeBody, level: UnitLevel, day: date
) -> list[str]:
    """Return what the present members of a body lack against the usual composition, as short phrases.

    Args:
        members: all members, former ones and those of other bodies too.
        body: the committee or its helper team.
        level: of the office.
        day: whose members count.

    Returns:
        "còn thiếu Thư ký", "có 2 Trưởng ban (thường 1)"; nothing when nobody is entered at all.
    """
    rule = rule_for(body, level)
    present = [one for one in members if one.body is body and one.is_member_on(day)]
    if rule is None or not present:
        return []
    return [
        *_role_faults(present, rule),
        *_number_faults(len(present), rule),
        *_missing_bodies(present, rule),
    ]


def _role_faults(present: Sequence[CommitteeMember], rule: CommitteeRule) -> list[str]:
    found = []
    for wanted in rule.roles:
        count = sum(one.role is wanted.role for one in present)
        if count < wanted.least:
            found.append(f"còn thiếu {wanted.name}")
        elif count > wanted.most:
            found.append(f"có {count} {wanted.name} (thường có {wanted.most})")
    return found


def _number_faults(count: int, rule: CommitteeRule) -> list[str]:
    if rule.least <= count <= rule.most:
        return []
    return [f"có {count} thành viên (thường từ {rule.least} đến {rule.most})"]


def _missing_bodies(present: Sequence[CommitteeMember], rule: CommitteeRule) -> list[str]:
    posts = [f" {' '.join(search_terms(one.position))} " for one in present]
    missing = [
        wanted.name
        for wanted in rule.represented
        if not any(f" {words} " in post for words in wanted.words for post in posts)
    ]
    return [f"chưa có đại diện: {', '.join(missing)}"] if missing else []

"""Changes of a committee: its order, a member replaced, a new decision for many at once."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.steering_committee import CommitteeMember, CommitteeRole, MemberChange

_ROLES = tuple(CommitteeRole)
"""The head first."""
_LAST_PLACE = 1_000


@dataclass(frozen=True)
class Decision:
    """A decision on the members: its number, its day, who took it."""

    number: str
    day: date
    decided_by: str = ""


@dataclass(frozen=True)
class Newcomer:
    """Who comes in."""

    full_name: str
    position: str
    honorific: Honorific = Honorific.NONE
    phone: str = ""
    email: str = ""


def in_order(members: Iterable[CommitteeMember]) -> list[CommitteeMember]:
    """Return members as a list prints them: by place, then by role, then as they were."""
    return sorted(members, key=lambda one: (one.place or _LAST_PLACE, _ROLES.index(one.role)))


def next_place(members: Iterable[CommitteeMember]) -> int:
    """Return the place after the last one."""
    return max((one.place or 0 for one in members), default=0) + 1


def replaced(
    member: CommitteeMember, newcomer: Newcomer, decision: Decision, begins: date
) -> tuple[CommitteeMember, CommitteeMember]:
    """Return a member whose membership ends the day before, and the one who stands in from that day.

    The new one takes over body, role, place and duty; phone and mail of the old one are not carried over.
    """
    left = dataclasses.replace(member, valid_to=begins - timedelta(days=1))
    new = CommitteeMember(
        full_name=newcomer.full_name,
        honorific=newcomer.honorific,
        position=newcomer.position,
        body=member.body,
        role=member.role,
        place=member.place,
        duty=member.duty,
        decision_number=decision.number,
        decision_date=decision.day,
        decided_by=decision.decided_by,
        valid_from=begins,
        change=MemberChange.REPLACEMENT,
        replaces=member.full_name,
        phone=newcomer.phone,
        email=newcomer.email,
    )
    return left, new


def reappointed(members: Sequence[CommitteeMember], decision: Decision) -> list[CommitteeMember]:
    """Return members under a new decision; when they came in stays as it was, so that nobody is counted as new."""
    return [
        dataclasses.replace(
            one,
            decision_number=decision.number,
            decision_date=decision.day,
            decided_by=decision.decided_by or one.decided_by,
        )
        for one in members
    ]


def ended(members: Sequence[CommitteeMember], last: date) -> list[CommitteeMember]:
    """Return members who are in no new decision any more: their membership ends on a day."""
    return [dataclasses.replace(one, valid_to=last) for one in members]

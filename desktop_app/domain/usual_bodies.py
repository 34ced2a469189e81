"""Bodies that an office usually asks for figures: agencies of the committee's members, and lower units (row B13)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.domain.records.reported_figures import BodyKind
from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.domain.records.subunits import Subunit
from desktop_app.vietnamese.folding import fold

_POSTS = (
    ("Trưởng ban ", "Ban "),
    ("Trưởng phòng ", "Phòng "),
    ("Chánh Văn phòng ", "Văn phòng "),
    ("Chánh văn phòng ", "Văn phòng "),
    ("Ủy viên Thường trực ", ""),
    ("Ủy viên ", ""),
    ("Chủ tịch ", ""),
    ("Bí thư ", ""),
    ("Giám đốc ", ""),
    ("Đội trưởng ", ""),
    ("Chỉ huy trưởng ", ""),
    ("Chi cục trưởng ", ""),
    ("Hạt trưởng ", ""),
    ("Hiệu trưởng ", ""),
    ("Trưởng ", ""),
)
"""What a post begins with, and what the name of its agency begins with instead."""
_DEPUTY = "Phó "
_OWN = ("uy ban mttq", "uy ban mat tran", "ban thuong truc uy ban mttq")
_KINDS = (
    (("quan ly thi truong",), BodyKind.MARKET_CONTROL),
    (("hoi dong ",), BodyKind.DEPARTMENT),
    (("hoi ", "huyen doan", "thi doan", "tinh doan", "thanh doan", "doan thanh nien", "lien doan", "cong doan",
      "doan xa", "doan phuong"), BodyKind.MASS_ORGANIZATION),
    (("xa ", "phuong ", "thi tran ", "dac khu "), BodyKind.COMMUNE),
    (("cong ty", "doanh nghiep", "hop tac xa"), BodyKind.ENTERPRISE),
)  # fmt: skip


class UsualBody(NamedTuple):
    """A body that can be asked."""

    name: str
    kind: BodyKind


def agency_of(position: str) -> str:
    """Return the agency in "post and agency": "Trưởng phòng Kinh tế" is of "Phòng Kinh tế"; "" where none is named.

    Several posts of one person are parted by commas; the last one names the agency.
    """
    post = position.rpartition(",")[2].strip()
    bare = post.removeprefix(_DEPUTY)
    bare = bare[:1].upper() + bare[1:]
    for begins, instead in _POSTS:
        if bare.startswith(begins):
            rest = instead + bare.removeprefix(begins)
            return rest[:1].upper() + rest[1:]
    return ""


def kind_of_body(name: str) -> BodyKind:
    """Return the kind that a body's name tells; a name that tells none is an agency."""
    folded = f"{fold(name)} "
    for beginnings, kind in _KINDS:
        if any(
            folded.startswith(one) or (one == "quan ly thi truong" and one in folded) for one in beginnings
        ):
            return kind
    return BodyKind.DEPARTMENT


def usual_bodies(
    members: Iterable[CommitteeMember], subunits: Iterable[Subunit], known: Iterable[str], day: date
) -> list[UsualBody]:
    """Return the bodies that are not asked yet: agencies of the members on a day, then the lower units of that day.

    Args:
        members: of the committee and its team.
        subunits: lower units.
        known: names of bodies that stand in the register already.
        day: who is a member, and which units exist.
    """
    taken = {fold(name) for name in known}
    found: list[UsualBody] = []
    for body in _all_bodies(members, subunits, day):
        if fold(body.name) not in taken:
            taken.add(fold(body.name))
            found.append(body)
    return found


def _all_bodies(
    members: Iterable[CommitteeMember], subunits: Iterable[Subunit], day: date
) -> Iterator[UsualBody]:
    for member in members:
        name = agency_of(member.position) if member.is_member_on(day) else ""
        if name and not fold(name).startswith(_OWN):
            yield UsualBody(name, kind_of_body(name))
    for unit in subunits:
        if unit.exists_on(day):
            yield UsualBody(unit.name, BodyKind.COMMUNE)

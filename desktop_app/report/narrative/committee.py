"""The committee in sentences: its decision, head, members and changes, its helper team, the lower units."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.legal_bases import cite
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.steering_committee import (
    CommitteeBody,
    CommitteeMember,
    CommitteeRole,
    MemberChange,
)
from desktop_app.domain.records.subunits import Subunit
from desktop_app.report.narrative.material import Material, paragraph, paragraphs
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.sentences import listed, sentence

_KINDS = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố")


def committee_text(material: Material) -> str:
    """Return section I.2."""
    members: Sequence[CommitteeMember] = material.of("steering_committee")
    today = [one for one in members if one.is_member_on(material.last_day)]
    committee = [one for one in today if one.body is CommitteeBody.COMMITTEE]
    team = [one for one in today if one.body is CommitteeBody.SUPPORT_TEAM]
    return paragraphs(
        paragraph(
            _body(committee, material.period),
            _changes(members, material.period),
            _duties(committee),
            sentence(f"Tổ giúp việc Ban Chỉ đạo gồm {two_digits(len(team))} thành viên") if team else "",
        ),
        subunits_text(material.of("subunits"), material.period),
    )


def _body(members: Sequence[CommitteeMember], period: ReportPeriod) -> str:
    if not members:
        return ""
    dated = [one for one in members if one.decision_date and one.decision_date <= period.data_to]
    latest = max(dated, key=lambda one: one.decision_date or date.min, default=None)
    head = next((one for one in members if one.role is CommitteeRole.HEAD), None)
    size = f"gồm {two_digits(len(members))} thành viên"
    led = f", do đồng chí {head.full_name}{_post(head)} làm Trưởng ban" if head else ""
    if latest is None or not latest.decision_number:
        return sentence(f"Ban Chỉ đạo {size}{led}")
    verb = "được kiện toàn" if period.holds(latest.decision_date) else "hoạt động"
    decision = cite("Quyết định", latest.decision_number, latest.decision_date, latest.decided_by, "")
    return sentence(f"Ban Chỉ đạo {verb} theo {decision}, {size}{led}")


def _post(member: CommitteeMember) -> str:
    return f" - {member.position}" if member.position else ""


def _changes(members: Sequence[CommitteeMember], period: ReportPeriod) -> str:
    came = [one for one in members if one.body is CommitteeBody.COMMITTEE and period.holds(one.valid_from)]
    added = sum(one.change is MemberChange.ADDITION for one in came)
    replaced = sum(one.change is MemberChange.REPLACEMENT for one in came)
    parts = [
        f"{word} {two_digits(count)} thành viên"
        for word, count in (("bổ sung", added), ("thay thế", replaced))
        if count
    ]
    return sentence(f"Trong kỳ, đã {listed(parts)}") if parts else ""


def _duties(members: Sequence[CommitteeMember]) -> str:
    told = sum(bool(one.duty) for one in members)
    if not told:
        return ""
    if told == len(members):
        return "Từng thành viên Ban Chỉ đạo đã được phân công nhiệm vụ cụ thể."
    return sentence(
        f"Đã phân công nhiệm vụ cụ thể cho {two_digits(told)}/{two_digits(len(members))} thành viên"
    )


def subunits_text(subunits: Sequence[Subunit], period: ReportPeriod) -> str:
    """Return how many lower units have a committee and a plan of their own, "" when none is listed."""
    units = [one for one in subunits if one.exists_on(period.data_to)]
    having = sum(one.has_committee_on(period.data_to) for one in units)
    planned = sum(one.plan_issued for one in units)
    whole, kind = two_digits(len(units)), unit_kinds(units)
    parts = [
        f"{two_digits(count)}/{whole} {kind} {what}"
        for count, what in (
            (having, "có Ban Chỉ đạo hoặc bộ phận phụ trách"),
            (planned, f"đã ban hành kế hoạch năm {period.year}"),
        )
        if count
    ]
    return sentence(f"Đến hết kỳ báo cáo, {'; '.join(parts)}") if parts else ""


def unit_kinds(units: Sequence[Subunit]) -> str:
    """Return "xã, thị trấn", or "đơn vị cấp dưới" when a name does not tell its kind."""
    found = set()
    for one in units:
        kind = next((kind for kind in _KINDS if fold(one.name).startswith(f"{fold(kind)} ")), "")
        if not kind:
            return "đơn vị cấp dưới"
        found.add(kind)
    return ", ".join(kind for kind in _KINDS if kind in found)

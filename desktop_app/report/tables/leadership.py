"""Phụ lục II, III and that of the lower units: documents issued, members of the committee, who has a committee."""

from collections.abc import Iterable, Sequence

from desktop_app.domain.committee import in_order
from desktop_app.domain.labels.steering_committee import WORDS, role_name
from desktop_app.domain.legal_bases import cite
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.documents import INVITATION, Direction, Document
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember, MemberChange
from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.registers import SUBUNITS
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.model import Cell, CellKind, Column, Table


def documents_table(records: PeriodRecords) -> Table:
    """Return the documents issued in the period, oldest first: those that the figure counts, no invitations."""
    rows = [
        (place, one.display, one.issued_on, one.issuer, one.doc_type, one.abstract)
        for place, one in enumerate(_issued(records.of("documents")), 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("number", "Số, ký hiệu", CellKind.TEXT, 2),
        Column("issued_on", "Ngày ban hành", CellKind.DATE, 1.2),
        Column("issuer", "Cơ quan ban hành", CellKind.TEXT, 2.6),
        Column("kind", "Tên loại", CellKind.TEXT, 1.2),
        Column("abstract", "Trích yếu", CellKind.TEXT, 4.5),
    )
    return Table("documents", "Danh mục văn bản đã ban hành", columns, rows)


def _issued(documents: Iterable[Document]) -> list[Document]:
    return [
        one
        for one in documents
        if one.direction is Direction.OUTGOING
        and one.doc_type.casefold() != INVITATION.casefold()
        and not one.is_period_report
    ]


def committee_table(records: PeriodRecords) -> Table:
    """Return the members at the end of the period, the committee first, then its helper team."""
    period = records.period
    present = [one for one in records.of("steering_committee") if one.is_member_on(period.data_to)]
    rows: list[tuple[Cell, ...]] = []
    bold: set[int] = set()
    bodies = [body for body in CommitteeBody if any(one.body is body for one in present)]
    for body in bodies:
        if len(bodies) > 1:
            bold.add(len(rows))
            rows.append((None, WORDS.choice(body), "", "", ""))
        members = in_order(one for one in present if one.body is body)
        rows += [_member_row(place, one, period) for place, one in enumerate(members, 1)]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Họ và tên", CellKind.TEXT, 2.6),
        Column("position", "Chức vụ, đơn vị", CellKind.TEXT, 4),
        Column("role", "Chức danh trong Ban Chỉ đạo", CellKind.TEXT, 2.2),
        Column("note", "Ghi chú", CellKind.TEXT, 2.2),
    )
    titles: dict[tuple[CommitteeBody, ...], str] = {
        (CommitteeBody.COMMITTEE,): "Danh sách thành viên Ban Chỉ đạo",
        (CommitteeBody.SUPPORT_TEAM,): "Danh sách thành viên Tổ giúp việc",
    }
    title = titles.get(tuple(bodies), "Danh sách thành viên Ban Chỉ đạo, Tổ giúp việc")
    return Table("committee", title, columns, rows, bold_rows=frozenset(bold))


def _member_row(place: int, member: CommitteeMember, period: ReportPeriod) -> tuple[Cell, ...]:
    honorific = "" if member.honorific is Honorific.NONE else f"{member.honorific} "
    return (
        place,
        f"{honorific}{member.full_name}",
        member.position,
        role_name(member.body, member.role),
        _change_note(member, period),
    )


def _change_note(member: CommitteeMember, period: ReportPeriod) -> str:
    begins = member.valid_from
    if begins is None or not period.data_from <= begins <= period.data_to:
        return ""
    if member.change is MemberChange.REPLACEMENT and member.replaces:
        return f"Thay {member.replaces}"
    return WORDS.choice(member.change) if member.change is not MemberChange.NONE else ""


def subunits_table(records: PeriodRecords) -> Table:
    """Return the lower units at the end of the period: committee, plan of the year."""
    last = records.period.data_to
    present: Sequence[Subunit] = [one for one in records.of("subunits") if one.exists_on(last)]
    rows = [
        (
            place,
            one.name,
            SUBUNITS.words.choice(one.committee_status),
            one.decision_number,
            _plan_words(one),
            one.note,
        )
        for place, one in enumerate(present, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Đơn vị", CellKind.TEXT, 2.5),
        Column("committee", "Ban Chỉ đạo", CellKind.TEXT, 2),
        Column("decision", "Số quyết định", CellKind.TEXT, 1.6),
        Column("plan", "Kế hoạch năm", CellKind.TEXT, 2.2),
        Column("note", "Ghi chú", CellKind.TEXT, 2),
    )
    return Table("subunits", "Tổ chức chỉ đạo ở đơn vị cấp dưới", columns, rows)


def _plan_words(unit: Subunit) -> str:
    if not unit.plan_issued:
        return "Chưa ban hành"
    return cite("Đã ban hành", unit.plan_number, unit.plan_issued_on, "", "")

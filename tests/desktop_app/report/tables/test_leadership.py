"""Documents issued, members of the committee, lower units."""

from datetime import date

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.steering_committee import (
    CommitteeBody,
    CommitteeMember,
    CommitteeRole,
    MemberChange,
)
from desktop_app.domain.records.subunits import CommitteeStatus, Subunit
from desktop_app.report.figures import PeriodRecords
from desktop_app.report.tables.leadership import committee_table, documents_table, subunits_table

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))


def records(**registers):
    return PeriodRecords(YEAR, (), (), (), registers)


def test_only_counted_documents_are_listed():
    kept = Document(abstract="Kế hoạch", number="05", symbol="KH-MTTQ-BCĐ", issued_on=date(2023, 2, 1))
    others = [
        Document(abstract="Mời", doc_type="Giấy Mời"),
        Document(abstract="Chính báo cáo này", is_period_report=True),
        Document(abstract="Đến", direction=Direction.INCOMING),
        Document(abstract="Căn cứ", direction=Direction.BASIS),
    ]
    table = documents_table(records(documents=[kept, *others]))
    assert [row[:3] for row in table.rows] == [(1, "05/KH-MTTQ-BCĐ", date(2023, 2, 1))]


def test_members_stand_by_place_with_their_changes():
    members = [
        CommitteeMember(full_name="Lê Thị B", place=2, honorific=Honorific.MRS, valid_from=date(2023, 3, 1),
                        change=MemberChange.REPLACEMENT, replaces="Võ Văn C", position="Trưởng phòng"),
        CommitteeMember(full_name="Trần Văn A", place=1, role=CommitteeRole.HEAD, valid_from=date(2021, 3, 1),
                        change=MemberChange.ADDITION),
        CommitteeMember(full_name="Võ Văn C", place=2, valid_to=date(2023, 2, 28)),
        CommitteeMember(full_name="Chưa vào", valid_from=date(2023, 12, 1)),
    ]  # fmt: skip
    table = committee_table(records(steering_committee=members))
    assert table.title == "Danh sách thành viên Ban Chỉ đạo"
    assert table.rows == [
        (1, "Trần Văn A", "", "Trưởng ban", ""),
        (2, "Bà Lê Thị B", "Trưởng phòng", "Ủy viên", "Thay Võ Văn C"),
    ]


def test_the_helper_team_stands_below_with_its_own_words():
    members = [
        CommitteeMember(full_name="D", body=CommitteeBody.SUPPORT_TEAM, role=CommitteeRole.HEAD),
        CommitteeMember(full_name="E", body=CommitteeBody.SUPPORT_TEAM, valid_from=date(2023, 5, 1),
                        change=MemberChange.ADDITION),
        CommitteeMember(full_name="A"),
    ]  # fmt: skip
    table = committee_table(records(steering_committee=members))
    assert [(row[0], row[1], row[3], row[4]) for row in table.rows] == [
        (None, "Ban Chỉ đạo", "", ""),
        (1, "A", "Ủy viên", ""),
        (None, "Tổ giúp việc", "", ""),
        (1, "D", "Tổ trưởng", ""),
        (2, "E", "Tổ viên", "Bổ sung"),
    ]
    assert table.bold_rows == {0, 2}
    alone = committee_table(records(steering_committee=members[:1]))
    assert alone.title == "Danh sách thành viên Tổ giúp việc"


def test_lower_units_tell_committee_and_plan():
    units = [
        Subunit(name="Xã A", committee_status=CommitteeStatus.COMMITTEE, plan_issued=True, plan_number="07/KH-MTTQ",
                plan_issued_on=date(2023, 3, 9)),
        Subunit(name="Xã B", committee_status=CommitteeStatus.PROPOSED, plan_issued=True),
        Subunit(name="Xã C"),
        Subunit(name="Đã sáp nhập", valid_to=date(2023, 6, 30)),
    ]  # fmt: skip
    rows = subunits_table(records(subunits=units)).rows
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("Xã A", "Có Ban Chỉ đạo", "Đã ban hành số 07/KH-MTTQ ngày 09/3/2023"),
        ("Xã B", "Đã tham mưu thành lập", "Đã ban hành"),
        ("Xã C", "Chưa có", "Chưa ban hành"),
    ]

"""Sendings and replies: what they make of the state, what is no reply to this ledger, what waits for the officer."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from desktop_app.domain.report_issue import (
    IssueState,
    Reply,
    ReplyItem,
    ReplyKind,
    Sending,
    SendingWay,
)
from desktop_app.errors import ConflictError, IssueError, ReplyRefusedError
from desktop_app.exchange.package_contents import read_package
from desktop_app.exchange.reply_file import write_reply
from desktop_app.ledger import open_ledger

S, K = IssueState, ReplyKind
DAY = date(2023, 11, 20)


@pytest.fixture
def answer(office, tmp_path):
    """Write the reply of the province to the newest export."""

    def write(kind=K.CORRECTION, **changes):
        exported = office.ledger.export(office.period, tmp_path / "gói đã nhận")
        about = read_package(exported.package).about
        told = {"kind": kind, "replied_on": DAY, "sender": "Ban Thường trực tỉnh", **changes}
        return write_reply(about, Reply(**told), tmp_path / "phản hồi")

    return write


def forged(path, **changes):
    """Change a reply file by hand."""
    told = msgspec.json.decode(path.read_bytes()) | changes
    path.write_bytes(msgspec.json.encode(told))
    return path


# Sendings


def test_every_sending_is_kept_with_way_day_and_receipt(office):
    office.issued()
    first = office.desk.note_sending(
        office.period, Sending(way=SendingWay.EMAIL, sent_to=" tinh@example.invalid ", sent_at="2023-11-20")
    )
    office.desk.note_sending(
        office.period, Sending(way=SendingWay.POST, sent_at="2023-11-21", receipt="RB123456789VN")
    )
    view = office.view
    assert [(one.way, one.sent_to, one.revision, one.who) for one in view.sendings] == [
        (SendingWay.EMAIL, "tinh@example.invalid", 1, "Đào"),
        (SendingWay.POST, "", 1, "Đào"),
    ]
    assert view.current.state is S.SENT
    assert view.current.steps[-1].note == "Thư điện tử: tinh@example.invalid"
    noted = office.desk.note_sending(
        office.period, replace(first, received_on=date(2023, 11, 22), receipt="Số đến 112")
    )
    assert noted.id == first.id
    assert [one.receipt for one in office.view.sendings] == ["Số đến 112", "RB123456789VN"]
    assert office.state is S.RECEIVED


def test_a_sending_noted_by_mistake_is_taken_back(office):
    office.issued()
    sending = office.desk.note_sending(office.period, Sending(way=SendingWay.HAND))
    office.desk.remove_sending(sending.id)
    assert (office.state, office.view.sendings) == (S.ISSUED, ())
    with pytest.raises(ConflictError, match="không còn trong sổ"):
        office.desk.remove_sending(sending.id)


def test_what_cannot_have_been_sent_is_refused(office):
    office.submit()
    with pytest.raises(IssueError, match="chưa phát hành"):
        office.desk.note_sending(office.period, Sending(way=SendingWay.EMAIL))
    office.issue()
    with pytest.raises(IssueError, match="lần 7 chưa phát hành"):
        office.desk.note_sending(office.period, Sending(way=SendingWay.EMAIL, revision=7))
    with pytest.raises(IssueError, match="Ngày gửi chưa đúng"):
        office.desk.note_sending(office.period, Sending(way=SendingWay.EMAIL, sent_at="hôm qua"))
    with pytest.raises(IssueError, match="Ngày nhận trước ngày gửi"):
        office.desk.note_sending(
            office.period, Sending(way=SendingWay.EMAIL, sent_at="2023-11-20", received_on=date(2023, 11, 19))
        )
    assert office.view.sendings == ()


# Replies by hand


def test_the_province_telephones_and_the_district_opens_the_next_revision(office):
    office.issued()
    office.desk.note_sending(office.period, Sending(way=SendingWay.EMAIL))
    noted = office.desk.note_reply(
        office.period,
        Reply(
            kind=K.CORRECTION,
            replied_on=DAY,
            reason="Thiếu số liệu xã La Dạ\ncần bổ sung",
            due_on=date(2023, 12, 5),
        ),
    )
    assert (noted.revision, noted.source, noted.who) == (1, "", "Đào")
    view = office.view
    assert (view.current.state, view.awaited) == (S.CORRECTION, noted)
    [item] = [one for one in office.ledger.planning.due(2023, DAY) if one.place == "report"]
    assert item.day == date(2023, 12, 5)
    assert item.sentence == (
        "Gửi lại báo cáo cả năm (lần 1 bị đề nghị chỉnh sửa): Thiếu số liệu xã La Dạ cần bổ sung"
    )
    office.desk.open_next(office.period, noted.reason)
    assert office.view.awaited == noted  # opened is not sent
    office.submit()
    office.issue(replace(office.ledger.reports.head(office.period), number="50", issued_on=DAY))
    assert office.view.awaited is None
    assert not [one for one in office.ledger.planning.due(2023, DAY) if one.place == "report"]


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([K.RECEIPT], S.RECEIVED),
        ([K.RECEIPT, K.ACCEPTED], S.ACCEPTED),
        ([K.CORRECTION, K.RECEIPT], S.CORRECTION),
        ([K.CORRECTION, K.ACCEPTED], S.ACCEPTED),
        ([K.ACCEPTED, K.CORRECTION], S.CORRECTION),
        ([K.ACCEPTED, K.RECEIPT], S.ACCEPTED),
    ],
)
def test_the_last_word_counts_and_a_late_receipt_changes_nothing(office, kinds, state):
    office.issued()
    office.desk.note_sending(office.period, Sending(way=SendingWay.AXIS))
    noted = [office.desk.note_reply(office.period, Reply(kind=kind, replied_on=DAY)) for kind in kinds]
    assert office.state is state
    for reply in noted:
        office.desk.remove_reply(reply.id)
    assert office.state is S.SENT


def test_impossible_replies_are_refused(office):
    with pytest.raises(IssueError, match="Chưa xuất báo cáo"):
        office.desk.note_reply(office.period, Reply(kind=K.RECEIPT, replied_on=DAY))
    office.issued()
    with pytest.raises(IssueError, match="không có báo cáo lần 3"):
        office.desk.note_reply(office.period, Reply(kind=K.RECEIPT, replied_on=DAY, revision=3))
    with pytest.raises(IssueError, match="Hạn gửi lại trước ngày phản hồi"):
        office.desk.note_reply(
            office.period, Reply(kind=K.CORRECTION, replied_on=DAY, due_on=date(2023, 11, 1))
        )
    assert office.view.replies == ()


# Replies by file


def test_a_reply_file_comes_with_its_records_reason_and_deadline(office, answer):
    office.issued()
    activity = office.ledger.activities.between(date(2023, 1, 1), date(2023, 11, 30))[0]
    items = (
        ReplyItem(
            sentence="Thiếu số người dự", register="activities", record_id=activity.id, title=activity.title
        ),
        ReplyItem(sentence="Sổ của bản sau này", register="future", record_id="1"),
    )
    path = answer(reason="Bổ sung\nsố liệu", due_on=date(2023, 12, 5), items=items)
    assert path.name == "PhanHoi_MAU-HTB_2023_L1_1.json"
    opened = office.desk.read_reply(path)
    assert (opened.period, opened.is_noted, opened.issue.state) == (office.period, False, S.ISSUED)
    assert office.view.replies == ()
    noted = office.desk.note_reply(opened.period, opened.reply)
    assert noted.items == (items[0], replace(items[1], register="", record_id=""))
    assert (noted.source, noted.reason, noted.sender) == (
        path.name,
        "Bổ sung\nsố liệu",
        "Ban Thường trực tỉnh",
    )
    assert office.state is S.CORRECTION
    assert office.desk.read_reply(path).is_noted
    with pytest.raises(ConflictError, match="đã được ghi vào sổ"):
        office.desk.note_reply(opened.period, opened.reply)


def test_a_report_that_was_only_exported_hears_its_reply_too(office, answer):
    path = answer(due_on=date(2023, 12, 5))
    opened = office.desk.read_reply(path)
    assert opened.issue is None
    office.desk.note_reply(opened.period, opened.reply)
    view = office.view
    assert (view.current.state, len(view.replies)) == (S.DRAFTING, 1)
    assert [one.place for one in office.ledger.planning.due(2023, DAY)].count("report") == 1
    office.change()
    office.export()
    assert office.view.awaited is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unit_code": "MAU-TM", "unit_name": "huyện Tháp Mười"}, r"gửi cho huyện Tháp Mười \(mã MAU-TM\)"),
        ({"year": 2022}, "lần 1, nhưng sổ chưa xuất lần đó"),
        ({"period": "6T"}, "sổ chưa xuất lần đó"),
        ({"revision": 4}, "lần 4, nhưng sổ chưa xuất lần đó"),
        ({"check_code": "0123456789"}, "không khớp báo cáo năm 2023 lần 1"),
    ],
)
def test_a_reply_to_something_else_is_refused_by_name(office, answer, changes, said):
    path = forged(answer(), **changes)
    with pytest.raises(ReplyRefusedError, match=said):
        office.desk.read_reply(path)


def test_a_period_that_this_program_does_not_know_is_refused(office, answer):
    with pytest.raises(ReplyRefusedError, match="kỳ báo cáo “Q9” mà bản này không biết"):
        office.desk.read_reply(forged(answer(), period="Q9"))


def test_another_window_sees_the_same(office, clock):
    office.issued()
    with open_ledger(office.ledger.path, clock, "Bình") as beside:
        desk = beside.reporting.issuing
        desk.note_sending(office.period, Sending(way=SendingWay.HAND))
        assert office.state is desk.view(office.period).current.state is S.SENT
        assert office.view.current.steps[-1].who == "Bình"

"""Giving a ledger away: the file is whole before the ledger is marked, and a marked ledger refuses every write."""

import errno
import os
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.handover import HandoverStep, HandoverWish
from desktop_app.domain.plans import load_plan
from desktop_app.domain.query import Query
from desktop_app.errors import (
    CancelledError,
    ConflictError,
    HandedOverError,
    HandoverError,
    LedgerFileError,
    UserError,
)
from desktop_app.exchange import handover_file
from desktop_app.ledger import open_ledger
from desktop_app.ledger.taking_over import Taking, take_over
from desktop_app.storage.database import open_database
from tests.handovers import PASSWORD, WISH, make_quick
from tests.records import OFFICE, activity, nominee


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    make_quick(monkeypatch)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "thẻ nhớ" / "Bàn giao.bangiao"


def listen(done, total, text=""):
    """Nobody listens."""


def left_behind(ledger, target):
    """Name every file that a handover may not leave."""
    beside = [*target.parent.glob("*")] if target.parent.is_dir() else []
    copies = [*ledger.path.with_name(ledger.path.name + ".backups").glob("*")]
    return [file.name for file in (*beside, *copies)]


def test_the_file_holds_the_ledger_and_the_ledger_says_to_whom(ledger, target, clock):
    saved = ledger.activities.save(activity())
    given = ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    assert (given.receiver, given.giver, given.note) == (WISH.receiver, WISH.giver, WISH.note)
    assert given.on == date(2023, 11, 20)
    assert ledger.handed_over == given
    assert left_behind(ledger, target) == [target.name]
    head = handover_file.read_head(target)
    assert (head.unit_name, head.receiver, head.id) == (OFFICE.unit_name, WISH.receiver, given.id)
    taken = take_over(
        Taking(file=target, password=PASSWORD, target=target.with_suffix(".sohangviet")), clock, "B", listen
    )
    with open_ledger(taken, clock) as successor:
        assert successor.handed_over is None
        assert successor.activities.get(saved.id).title == saved.title
        given_event, taken_event = successor.reporting.handover.story()
        assert (given_event.step, given_event.note) == (HandoverStep.GIVEN, "Biên bản số 3")
        assert (taken_event.step, taken_event.receiver) == (HandoverStep.TAKEN, WISH.receiver)


def write_everything(ledger):
    """Yield every kind of write that a window or a command can make."""
    period = ledger.reports.period(2023)
    yield lambda: ledger.activities.save(activity(title="Sau bàn giao"))
    yield lambda: ledger.add_all("Nhập", {"awards": [nominee()]})
    yield lambda: ledger.drafts.put("activities", "", {"title": "đang gõ"})
    yield lambda: ledger.drafts.discard("activities", "")
    yield lambda: ledger.save_office(OFFICE)
    yield lambda: ledger.save_plan(2024, load_plan("BT2023"))
    yield lambda: ledger.operations.undo()
    yield lambda: ledger.reports.save_narrative(period, "assessment", "Chữ", "")
    yield lambda: ledger.export(period, ledger.path.parent / "xuất", reason="x")
    yield lambda: ledger.reports.save_period(period)


def test_every_write_is_refused_with_the_name_and_the_day(sample, target):
    sample.reporting.handover.hand_over(WISH, target, PASSWORD)
    with closing(open_database(sample.path)) as beside:
        state = beside.state()
        tried = 0
        for write in write_everything(sample):
            with pytest.raises(UserError) as told:
                write()
            assert isinstance(told.value, HandedOverError) or "hoàn tác" in str(told.value), told.value
            tried += 1
        assert beside.state() == state
    assert tried == 10
    with pytest.raises(
        HandedOverError, match=r"đã bàn giao cho Bà Trần Thị Bưởi ngày 20/11/2023 .*Lê Văn Tám"
    ):
        sample.activities.save(activity())


def test_a_window_that_was_open_before_is_refused_too(ledger, beside, target):
    beside.activities.save(activity())
    ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    with pytest.raises(HandedOverError):
        beside.activities.save(activity(title="Ở cửa sổ kia"))
    assert beside.handed_over is not None
    assert beside.activities.count(Query()) == 1


def test_it_can_be_looked_at_in_every_year(sample, target):
    sample.reporting.handover.hand_over(WISH, target, PASSWORD)
    sample.set_year(2022)
    assert sample.year == 2022
    sample.set_year(2023)
    assert sample.totals(2023)["activities"]


def test_going_on_needs_a_state_to_go_on_from_and_keeps_its_reason(ledger, target, clock):
    desk = ledger.reporting.handover
    desk.hand_over(WISH, target, PASSWORD)
    clock.move(days=2)
    desk.go_on("Người nhận không mở được tệp")
    assert ledger.handed_over is None
    ledger.activities.save(activity())
    assert [event.step for event in desk.story()] == [HandoverStep.GIVEN, HandoverStep.CONTINUED]
    assert desk.story()[-1].note == "Người nhận không mở được tệp"
    with pytest.raises(ConflictError, match="đang được dùng bình thường"):
        desk.go_on("lần nữa")
    with closing(open_database(ledger.path)) as database:
        labels = [
            row["label"] for row in database.rows("SELECT label FROM operations WHERE kind = 'handover'")
        ]
    assert len(labels) == 2
    assert "không mở được tệp" in labels[1]


def test_undo_never_takes_a_handover_back(ledger, target):
    ledger.activities.save(activity())
    desk = ledger.reporting.handover
    desk.hand_over(WISH, target, PASSWORD)
    desk.go_on("Nhầm")
    assert ledger.operations.latest().kind == "create"


def test_a_second_handover_is_refused_until_the_ledger_is_used_again(ledger, target):
    desk = ledger.reporting.handover
    desk.hand_over(WISH, target, PASSWORD)
    second = target.with_name("lần hai.bangiao")
    with pytest.raises(HandedOverError, match="Tiếp tục dùng sổ này"):
        desk.hand_over(WISH, second, PASSWORD)
    assert not second.exists()
    desk.go_on("Tệp bị mất")
    desk.hand_over(WISH, second, PASSWORD)
    assert second.exists()


@pytest.mark.parametrize(
    ("wish", "name", "password", "sentence"),
    [
        (HandoverWish(receiver="  "), "a.bangiao", PASSWORD, "Hãy ghi họ tên, chức vụ người nhận"),
        (HandoverWish(receiver="x" * 201), "a.bangiao", PASSWORD, "Người nhận dài quá"),
        (HandoverWish(receiver="Bà Bưởi", note="x" * 1001), "a.bangiao", PASSWORD, "Ghi chú dài quá"),
        (WISH, "a.bangiao", "1234", "ít nhất 8 ký tự"),
        (WISH, "a.zip", PASSWORD, "phải có đuôi .bangiao"),
        (WISH, "x" * 300 + ".bangiao", PASSWORD, "quá dài"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    ledger, tmp_path, wish, name, password, sentence
):
    target = tmp_path / "ra" / name
    with pytest.raises(HandoverError, match=sentence):
        ledger.reporting.handover.hand_over(wish, target, password)
    assert ledger.handed_over is None
    assert left_behind(ledger, target) == []


def test_an_existing_file_is_never_overwritten(ledger, target):
    target.parent.mkdir()
    target.write_text("của người khác")
    with pytest.raises(HandoverError, match="Đã có tệp"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    assert target.read_text() == "của người khác"
    assert (
        ledger.reporting.handover.usual_place(target.parent).name
        == "BanGiao_HuyenHamThuanBac_2023-11-20.bangiao"
    )


def test_a_file_that_appears_meanwhile_is_not_overwritten(ledger, target):
    def intrude(done, total, text=""):
        if text.startswith("Đang đọc lại") and not target.exists():
            target.write_text("vừa chép vào")

    with pytest.raises(HandoverError, match="Đã có tệp"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD, intrude)
    assert target.read_text() == "vừa chép vào"
    assert ledger.handed_over is None


def test_a_write_from_another_window_meanwhile_ends_the_handover(ledger, beside, target):
    def intrude(done, total, text=""):
        if done == total and total:
            beside.activities.save(activity(title=f"Đang giao {done}"))

    with pytest.raises(ConflictError, match="sổ có thay đổi"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD, intrude)
    assert ledger.handed_over is None
    assert left_behind(ledger, target) == []
    ledger.activities.save(activity())


def test_stopping_at_any_step_leaves_nothing(ledger, target):
    steps = []
    ledger.reporting.handover.hand_over(WISH, target, PASSWORD, lambda *told: steps.append(told))
    ledger.reporting.handover.go_on("Thử lại")
    target.unlink()
    assert len({text for _done, _total, text in steps}) == 3
    for stop_at in range(len(steps)):
        told = iter(range(len(steps)))

        def stop(*_told, told=told, stop_at=stop_at):
            if next(told) == stop_at:
                raise CancelledError("Đã dừng theo yêu cầu; chưa có gì thay đổi.")

        with pytest.raises(CancelledError):
            ledger.reporting.handover.hand_over(WISH, target, PASSWORD, stop)
        assert ledger.handed_over is None
        assert left_behind(ledger, target) == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, r"không đủ chỗ: cần khoảng .* sổ vẫn như cũ"),
        (errno.EFBIG, "FAT32"),
        (errno.EACCES, "Không có quyền"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, "lỗi hệ thống số 5"),
    ],
)
def test_a_disk_that_refuses_leaves_the_ledger_in_use(ledger, target, monkeypatch, number, sentence):
    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(HandoverError, match=sentence):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    monkeypatch.undo()
    assert ledger.handed_over is None
    assert left_behind(ledger, target) == []
    ledger.activities.save(activity())


def test_a_really_full_disk_is_told(ledger, target):
    full = Path("/dev/full")  # Linux has a disk that is always full; elsewhere a folder stands in the way
    target.parent.mkdir()
    building = target.with_name(target.name + ".dang-ghi")
    if full.exists():
        building.symlink_to(full)
    else:
        building.mkdir()
    with pytest.raises(HandoverError, match="không đủ chỗ" if full.exists() else "Không có quyền"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    assert ledger.handed_over is None
    assert not target.exists()


def test_a_card_that_changes_bytes_is_found_before_the_ledger_is_marked(ledger, target):
    whole = []

    def rot(done, total, text=""):
        building = target.with_name(target.name + ".dang-ghi")
        if text.startswith("Đang đọc lại") and building.exists():
            data = bytearray(building.read_bytes())
            whole.append(data[len(data) // 2])
            data[len(data) // 2] = whole[0] ^ 1
            building.write_bytes(data)

    with pytest.raises(HandoverError, match="đọc lại không đúng"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD, rot)
    assert ledger.handed_over is None
    assert left_behind(ledger, target) == []


def test_no_room_for_the_copy_is_told(ledger, target, monkeypatch):
    def refuse(*_):
        raise LedgerFileError("Ổ đĩa đã đầy")

    monkeypatch.setattr("desktop_app.ledger.handover_desk.back_up", refuse)
    with pytest.raises(LedgerFileError, match="đầy"):
        ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    assert ledger.handed_over is None


def test_a_garbled_mark_still_refuses_and_can_be_taken_away(ledger):
    with closing(open_database(ledger.path)) as database, database.write():
        database.insert("settings", {"key": "handed_over", "value": "{hỏng"})
    with pytest.raises(HandedOverError, match="đã được bàn giao"):
        ledger.activities.save(activity())
    ledger.reporting.handover.go_on("Dấu bị hỏng")
    ledger.activities.save(activity())


def test_personal_data_and_files_are_counted(sample):
    contents = sample.reporting.handover.contents()
    assert contents.people > 0
    assert contents.records > 100
    assert contents.years == (2023,)
    assert contents.bytes >= 100_000

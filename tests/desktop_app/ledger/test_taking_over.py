"""Taking a ledger over: the new one appears whole or not at all, nothing is overwritten, old ones are upgraded."""

import errno
import hashlib
import os
import shutil
import sqlite3
import unicodedata
from contextlib import closing, nullcontext
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.handover import HandoverStep
from desktop_app.domain.query import Query
from desktop_app.errors import (
    CancelledError,
    HandoverError,
    HandoverFileError,
    LedgerFileError,
    WrongPasswordError,
)
from desktop_app.exchange import handover_file
from desktop_app.exchange.handover_file import Head
from desktop_app.ledger import open_ledger
from desktop_app.ledger.taking_over import Taking, read_handover, take_over, usual_place
from desktop_app.storage.database import open_database
from desktop_app.storage.schema import SCHEMA_VERSION
from tests.handovers import PASSWORD, WISH, make_quick
from tests.records import activity

OLD = sorted((Path(__file__).parents[2] / "files" / "ledgers").glob("*.sohangviet"))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    make_quick(monkeypatch)


@pytest.fixture
def file(ledger, tmp_path):
    ledger.activities.save(activity())
    target = tmp_path / "thẻ nhớ" / "Bàn giao.bangiao"
    ledger.reporting.handover.hand_over(WISH, target, PASSWORD)
    return target


@pytest.fixture
def home(tmp_path):
    return tmp_path / "Trần Thị Bưởi" / "Sổ Hàng Việt"


def listen(done, total, text=""):
    """Nobody listens."""


def take(file, target, clock, password=PASSWORD, tell=listen, receiver=""):
    return take_over(
        Taking(file=file, password=password, target=target, receiver=receiver), clock, "Bưởi", tell
    )


def names(folder):
    return sorted(one.name for one in folder.glob("*")) if folder.is_dir() else []


def packed(ledger, file, **told):
    """Put any file into a handover file, as an older or foreign program would."""
    usual = {
        "id": "0123456789abcdef",
        "ledger_name": "sổ.sohangviet",
        "ledger_bytes": ledger.stat().st_size,
        "handed_over_on": date(2023, 11, 20),
    }
    handover_file.write_file(ledger, Head(**usual | told), PASSWORD, file, listen)
    return file


def test_the_new_ledger_is_alone_in_its_folder_and_can_be_written(file, home, clock):
    clock.move(days=3)
    taken = take(file, home / "Sổ.sohangviet", clock, receiver=" Trần Thị Bưởi ")
    assert names(home) == ["Sổ.sohangviet"]
    with open_ledger(taken, clock) as ledger:
        ledger.activities.save(activity(title="Sau khi nhận"))
        assert ledger.activities.count(Query()) == 2
        event = ledger.reporting.handover.story()[-1]
    assert (event.step, event.on, event.receiver, event.who) == (
        HandoverStep.TAKEN,
        date(2023, 11, 23),
        "Trần Thị Bưởi",
        "Bưởi",
    )
    assert file.exists()


def test_the_old_ledger_may_be_open_meanwhile(ledger, file, clock):
    target = ledger.path.with_name("Sổ nhận.sohangviet")
    with open_ledger(take(file, target, clock), clock) as successor:
        successor.activities.save(activity(title="Sau khi nhận"))
        assert ledger.activities.count(Query()) == 1
        assert ledger.handed_over is not None
        assert successor.handed_over is None


def test_nothing_is_overwritten_the_open_ledger_least(ledger, file, clock):
    before = hashlib.sha256(ledger.path.read_bytes()).digest()
    with pytest.raises(HandoverError, match="Đã có tệp"):
        take(file, ledger.path, clock)
    assert hashlib.sha256(ledger.path.read_bytes()).digest() == before


def test_taking_twice_makes_two_ledgers_under_two_names(file, home, clock):
    head = read_handover(file)
    first = take(file, usual_place(head, home), clock)
    second = take(file, usual_place(head, home), clock)
    assert [first.name, second.name] == ["Sổ hàng Việt.sohangviet", "Sổ hàng Việt_2.sohangviet"]
    with pytest.raises(HandoverError, match="Đã có tệp"):
        take(file, first, clock)


def test_a_file_that_appears_meanwhile_is_not_overwritten(file, home, clock):
    target = home / "Sổ.sohangviet"

    def intrude(done, total, text=""):
        if text.startswith("Đang mở sổ") and not target.exists():
            target.write_text("vừa chép vào")

    with pytest.raises(HandoverError, match="Đã có tệp"):
        take(file, target, clock, tell=intrude)
    assert target.read_text() == "vừa chép vào"
    assert names(home) == ["Sổ.sohangviet"]


def test_a_wrong_password_leaves_nothing(file, home, clock):
    with pytest.raises(WrongPasswordError):
        take(file, home / "Sổ.sohangviet", clock, password="Sai 4821 lúa mì")
    assert names(home) == []


def test_vietnamese_letters_may_come_composed_or_decomposed(file, home, clock):
    for number, form in enumerate(("NFC", "NFD")):
        typed = unicodedata.normalize(form, PASSWORD)
        assert take(file, home / f"{number}.sohangviet", clock, password=typed).exists()


def test_spaces_that_were_pasted_along_are_passed_over(file, home, clock):
    assert take(file, home / "Sổ.sohangviet", clock, password=f" {PASSWORD} ").exists()


def test_a_damaged_file_leaves_nothing_and_needs_no_password(file, home, clock):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 4
    file.write_bytes(data)
    with pytest.raises(HandoverFileError, match="bị hỏng, bị cắt ngắn"):
        take(file, home / "Sổ.sohangviet", clock, password="")
    assert names(home) == []


def test_stopping_at_any_step_leaves_nothing(file, home, clock):
    steps = []
    take(file, home / "Sổ.sohangviet", clock, tell=lambda *told: steps.append(told)).unlink()
    assert len({text for _done, _total, text in steps}) == 3
    for stop_at in range(len(steps)):
        told = iter(range(len(steps)))

        def stop(*_told, told=told, stop_at=stop_at):
            if next(told) == stop_at:
                raise CancelledError("Đã dừng.")

        with pytest.raises(CancelledError):
            take(file, home / "Sổ.sohangviet", clock, tell=stop)
        assert names(home) == []


def test_a_full_disk_leaves_nothing(file, home, clock, monkeypatch):
    def refuse(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        with pytest.raises(HandoverError, match=r"không đủ chỗ: cần khoảng"):
            take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == []
    assert take(file, home / "Sổ.sohangviet", clock).exists()


def test_room_is_looked_for_before_anything_is_written(file, home, clock, monkeypatch):
    usage = shutil.disk_usage(file.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=1_000))
    with pytest.raises(HandoverError, match="không đủ chỗ"):
        take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == []


@pytest.mark.parametrize(
    ("schema", "beside", "fits"),
    [
        (SCHEMA_VERSION, 10_000, False),  # the signing needs room, too
        (SCHEMA_VERSION, 5_000_000, True),
        (SCHEMA_VERSION - 1, 5_000_000, False),  # a copy is kept before the ledger is brought up to date
    ],
)
def test_room_for_working_on_the_ledger_is_counted(
    file, home, tmp_path, clock, monkeypatch, schema, beside, fits
):
    """Else the officer reads that the disk is broken."""
    plain = tmp_path / "lớn.sohangviet"
    take(file, plain, clock)
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("INSERT INTO settings VALUES ('long', ?)", ["x" * 2_000_000])
        connection.commit()
    packed(plain, tmp_path / "lớn.bangiao", ledger_schema=schema)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _folder: usage._replace(free=plain.stat().st_size + beside)
    )
    with nullcontext() if fits else pytest.raises(HandoverError, match="không đủ chỗ"):
        take(tmp_path / "lớn.bangiao", home / "Sổ.sohangviet", clock)
    assert names(home) == (["Sổ.sohangviet"] if fits else [])


def test_what_an_interrupted_attempt_left_is_cleared(file, home, clock):
    home.mkdir(parents=True)
    for ending in ("", "-wal", "-shm", ".truoc-nang-cap-8"):
        (home / f"Sổ.sohangviet.dang-nhan{ending}").write_bytes(b"rest")
    (home / "Sổ.sohangviet-wal").write_bytes(b"log of a ledger that stood here before")
    take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == ["Sổ.sohangviet", "Sổ.sohangviet-wal.cu"]
    open_ledger(home / "Sổ.sohangviet", clock).close()


@pytest.mark.parametrize("old", OLD, ids=lambda one: one.stem)
def test_a_ledger_of_an_older_program_is_upgraded(old, home, tmp_path, clock):
    file = packed(old, tmp_path / "cũ.bangiao", receiver="Bà Bưởi")
    taken = take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == ["Sổ.sohangviet"]
    with open_ledger(taken, clock) as ledger:
        assert ledger.office.unit_name == "huyện Hàm Thuận Bắc"
        assert ledger.reporting.handover.story()[-1].receiver == "Bà Bưởi"


def test_a_ledger_of_a_newer_program_is_refused_under_its_name(ledger, home, tmp_path, clock):
    newer = tmp_path / "mới.sohangviet"
    ledger.close()
    shutil.copy(ledger.path, newer)
    with closing(open_database(newer)) as database:
        database.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    file = packed(newer, tmp_path / "mới.bangiao")
    with pytest.raises(LedgerFileError, match=r"Sổ “Sổ\.sohangviet” do phiên bản mới hơn"):
        take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == []


def test_a_file_inside_that_is_no_ledger_is_refused(home, tmp_path, clock):
    other = tmp_path / "x.sohangviet"
    other.write_bytes(b"khong phai so" * 1_000)
    file = packed(other, tmp_path / "x.bangiao")
    with pytest.raises(LedgerFileError, match="không phải là sổ"):
        take(file, home / "Sổ.sohangviet", clock)
    assert names(home) == []


@pytest.mark.parametrize(
    ("wished", "name"),
    [
        ("Sổ.sohangviet", "Sổ.sohangviet"),
        ("../../../etc/passwd", "passwd.sohangviet"),
        ("C:\\Windows\\System32\\x.sohangviet", "x.sohangviet"),
        ("a:b?.sohangviet", "ab.sohangviet"),
        ("..", "So_nhan_ban_giao.sohangviet"),
        ("", "So_nhan_ban_giao.sohangviet"),
        ("Sổ\u202egpj.sohangviet", "Sổgpj.sohangviet"),
    ],
)
def test_the_name_in_the_file_is_only_a_wish(home, wished, name):
    head = Head(id="0" * 16, ledger_name=wished, ledger_bytes=1, handed_over_on=date(2023, 1, 1))
    assert usual_place(head, home) == home / name


def test_a_long_name_is_shortened(home):
    head = Head(
        id="0" * 16, ledger_name="x" * 400 + ".sohangviet", ledger_bytes=1, handed_over_on=date(2023, 1, 1)
    )
    assert len(usual_place(head, home).name) <= 120


def test_a_long_name_of_vietnamese_letters_is_one_that_the_disk_takes(home):
    home.mkdir(parents=True)
    wished = "ệ" * 120 + ".sohangviet"
    head = Head(id="0" * 16, ledger_name=wished, ledger_bytes=1, handed_over_on=date(2023, 1, 1))
    usual_place(head, home).write_bytes(b"")
    assert usual_place(head, home).name.endswith("_2.sohangviet")


def test_the_place_must_be_a_ledger(file, home, clock):
    with pytest.raises(HandoverError, match=r"phải có đuôi \.sohangviet"):
        take(file, home / "Sổ.txt", clock)
    with pytest.raises(HandoverError, match="quá dài"):
        take(file, home / f"{'x' * 300}.sohangviet", clock)


def test_words_of_the_head_are_cleaned(ledger, tmp_path):
    file = packed(ledger.path, tmp_path / "x.bangiao", giver="Ông\u202e Tám\n\t<b>", unit_name="a\x00b")
    head = read_handover(file)
    assert (head.giver, head.unit_name) == ("Ông Tám  <b>", "ab")

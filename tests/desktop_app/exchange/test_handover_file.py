"""The file of a handover: what goes in comes out, and whatever happens to it on its way is recognised."""

import hashlib
import json
import os
import random
import shutil
import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO

import pyrage
import pytest

from desktop_app.errors import CancelledError, HandoverFileError, WrongPasswordError
from desktop_app.exchange import age_lock, handover_file
from desktop_app.exchange.byte_streams import Compared, Counted
from desktop_app.exchange.handover_file import Head

PASSWORD = "Mật khẩu của huyện"
DAMAGED = "bị hỏng, bị cắt ngắn, bị sửa"
SIZE = 200_003


def tell(done, total):
    """Nobody listens."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One file and what was locked in it; the slow step of the password is done once."""
    folder = tmp_path_factory.mktemp("bàn giao")
    plain = folder / "sổ.sohangviet"
    plain.write_bytes(random.Random(3).randbytes(SIZE))
    head = Head(
        id="0123456789abcdef",
        program="0.4.0",
        ledger_schema=8,
        ledger_name="sổ.sohangviet",
        ledger_bytes=SIZE,
        unit_name="huyện Hàm Thuận Bắc",
        years=(2023,),
        giver="Ông Lê Văn Tám",
        receiver="Bà Trần Thị Bưởi",
        handed_over_on=date(2023, 11, 20),
    )
    file = folder / "giao.bangiao"
    handover_file.write_file(plain, head, PASSWORD, file, tell)
    return plain, head, file


@pytest.fixture(scope="module")
def identity(made):
    return handover_file.open_key(made[2], PASSWORD)


@pytest.fixture
def copy(made, tmp_path):
    return shutil.copy(made[2], tmp_path / "giao.bangiao")


def unlocked(file, identity):
    out = BytesIO()
    handover_file.unlock_ledger(file, identity, out, tell)
    return out.getvalue()


def test_what_goes_in_comes_out(made, identity):
    plain, head, file = made
    assert handover_file.read_head(file) == head
    handover_file.check_seal(file, tell)
    assert unlocked(file, identity) == plain.read_bytes()


def test_any_zip_program_and_any_age_program_can_open_it(made):
    with zipfile.ZipFile(made[2]) as archive:
        assert archive.namelist() == ["ban-giao.json", "khoa.age", "so.age"]
        assert archive.testzip() is None
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert json.loads(parts["ban-giao.json"])["receiver"] == "Bà Trần Thị Bưởi"
    assert parts["khoa.age"].startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert parts["so.age"].startswith(b"age-encryption.org/v1\n-> X25519 ")
    # As `age --decrypt --identity khoa.age so.age` does it: lines with # are remarks, the rest is the identity.
    lines = pyrage.passphrase.decrypt(parts["khoa.age"], PASSWORD).decode().splitlines()
    key = next(line for line in lines if not line.startswith("#"))
    identity = pyrage.x25519.Identity.from_str(key)
    assert pyrage.decrypt(parts["so.age"], [identity]) == made[0].read_bytes()


def test_neither_password_nor_key_nor_content_stands_in_the_file(made, identity):
    data = made[2].read_bytes()
    assert PASSWORD.encode() not in data
    assert b"AGE-SECRET-KEY" not in data
    assert str(identity.to_public()).encode() not in data
    assert made[0].read_bytes()[:64] not in data


def test_every_altered_byte_is_recognised_before_a_password_is_asked_for(copy):
    data, chance = bytearray(copy.read_bytes()), random.Random(5)
    ends = [*range(0, 400, 2), *range(len(data) - 400, len(data), 2)]
    for place in (*ends, *(chance.randrange(len(data)) for _ in range(200))):
        changed = bytearray(data)
        changed[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(changed)
        with pytest.raises(HandoverFileError, match=DAMAGED):
            handover_file.check_seal(copy, tell)


def test_every_truncation_is_recognised(copy):
    data, chance = copy.read_bytes(), random.Random(6)
    for size in (*range(0, 200), *(chance.randrange(len(data)) for _ in range(200)), len(data) - 1):
        copy.write_bytes(data[:size])
        with pytest.raises(HandoverFileError, match=DAMAGED):
            handover_file.check_seal(copy, tell)


def test_bytes_that_were_added_are_recognised(copy):
    data = copy.read_bytes()
    for changed in (b"x" + data, data + b"x", data + data):
        copy.write_bytes(changed)
        with pytest.raises(HandoverFileError, match=DAMAGED):
            handover_file.check_seal(copy, tell)


def sealed_again(file, parts):
    """Write a file as an attacker would who knows the format, seal included."""
    with file.open("w+b") as opened:
        with zipfile.ZipFile(opened, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
            archive.comment = b"sohangviet-handover sha256 " + b"0" * 64
        opened.seek(0)
        data = opened.read()
        opened.seek(-64, os.SEEK_END)
        opened.write(hashlib.sha256(data[:-64]).hexdigest().encode())
    handover_file.check_seal(file, tell)


def parts_of(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_ledger_that_was_altered_and_sealed_again_is_refused_by_the_lock(copy, identity):
    parts, chance = parts_of(copy), random.Random(7)
    whole = parts["so.age"]
    for place in (*range(0, 300, 7), *(chance.randrange(len(whole)) for _ in range(120)), len(whole) - 1):
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        sealed_again(copy, parts | {"so.age": bytes(changed)})
        with pytest.raises(HandoverFileError, match=DAMAGED):
            unlocked(copy, identity)


def test_a_ledger_that_was_cut_and_sealed_again_is_refused_by_the_lock(copy, identity):
    parts = parts_of(copy)
    whole = parts["so.age"]
    header = whole.index(b"\n---") + 1
    chunk = len(whole) - SIZE % 65536 - 16  # behind it the last chunk begins
    for size in (0, 1, header, len(whole) - 1, chunk, *range(200, len(whole), 9_973)):
        sealed_again(copy, parts | {"so.age": whole[:size]})
        with pytest.raises(HandoverFileError, match=DAMAGED):
            unlocked(copy, identity)


def test_another_ledger_in_its_place_is_refused(copy, identity):
    other = pyrage.x25519.Identity.generate()
    foreign = pyrage.encrypt(bytes(SIZE), [other.to_public()])
    sealed_again(copy, parts_of(copy) | {"so.age": foreign})
    with pytest.raises(HandoverFileError, match=DAMAGED):
        unlocked(copy, identity)


def test_a_ledger_longer_than_the_head_says_never_fills_the_disk(copy, identity):
    longer = pyrage.encrypt(bytes(SIZE * 3), [identity.to_public()])
    sealed_again(copy, parts_of(copy) | {"so.age": longer})
    out = BytesIO()
    with pytest.raises(HandoverFileError, match=DAMAGED):
        handover_file.unlock_ledger(copy, identity, out, tell)
    assert len(out.getvalue()) <= SIZE


def test_a_head_that_was_altered_and_sealed_again_is_refused_with_the_right_password(copy):
    parts = parts_of(copy)
    head = parts["ban-giao.json"].replace("Bưởi".encode(), "Mít".encode())
    sealed_again(copy, parts | {"ban-giao.json": head})
    assert handover_file.read_head(copy).receiver == "Bà Trần Thị Mít"
    with pytest.raises(HandoverFileError, match=DAMAGED):
        handover_file.open_key(copy, PASSWORD)


def test_a_wrong_password_is_told_apart_from_damage(made):
    with pytest.raises(WrongPasswordError, match=r"Mật khẩu không đúng.*Unikey"):
        handover_file.open_key(made[2], "mật khẩu của huyện")


def test_a_key_that_asks_for_all_memory_is_refused_at_once(copy):
    parts = parts_of(copy)
    line = parts["khoa.age"].split(b"\n")[1]
    for work in (b"22", b"30", b"63", b"99"):
        greedy = line.rsplit(b" ", 1)[0] + b" " + work
        sealed_again(copy, parts | {"khoa.age": parts["khoa.age"].replace(line, greedy)})
        with pytest.raises(HandoverFileError, match="quá nhiều bộ nhớ"):
            handover_file.open_key(copy, PASSWORD)


@pytest.mark.parametrize("key", [b"", b"age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n", b"\xff" * 400])
def test_a_key_without_a_password_is_no_key(copy, key):
    sealed_again(copy, parts_of(copy) | {"khoa.age": key})
    with pytest.raises(HandoverFileError, match=DAMAGED):
        handover_file.open_key(copy, PASSWORD)


def test_a_newer_format_is_refused_by_name(copy):
    parts = parts_of(copy)
    newer = parts["ban-giao.json"].replace(b'"version": "1.0"', b'"version": "2.3"')
    sealed_again(copy, parts | {"ban-giao.json": newer})
    with pytest.raises(HandoverFileError, match=r"phiên bản mới hơn .* \(định dạng 2\.3"):
        handover_file.read_head(copy)


def test_a_later_minor_version_with_unknown_keys_is_read(copy):
    parts = parts_of(copy)
    later = parts["ban-giao.json"].replace(b'"version": "1.0"', b'"version": "1.7", "colour": "red"')
    sealed_again(copy, parts | {"ban-giao.json": later})
    assert handover_file.read_head(copy).version == "1.7"


@pytest.mark.parametrize(
    "change",
    [
        {"ledger_bytes": 0},
        {"ledger_bytes": 1 << 60},
        {"id": "../../x"},
        {"handed_over_on": "hôm qua"},
        {"unit_name": "x" * 501},
        {"years": "2023"},
    ],
)
def test_a_head_that_cannot_be_is_refused(copy, change):
    parts = parts_of(copy)
    told = json.loads(parts["ban-giao.json"]) | change
    sealed_again(copy, parts | {"ban-giao.json": json.dumps(told).encode()})
    with pytest.raises(HandoverFileError, match=DAMAGED):
        handover_file.read_head(copy)


def zip_of(parts, method=zipfile.ZIP_STORED):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SQLite format 3\0" + bytes(5_000),
        b"[" * 100_000,
        zip_of([]),
        zip_of([("ban-giao.json", b"{}"), ("khoa.age", b""), ("so.age", b""), ("../x", b"")]),
        zip_of([("so.age", b""), ("khoa.age", b""), ("ban-giao.json", b"{}")]),
        zip_of([("ban-giao.json", bytes(10**7)), ("khoa.age", b""), ("so.age", b"")], zipfile.ZIP_DEFLATED),
        zip_of([("ban-giao.json", bytes(200_000)), ("khoa.age", b""), ("so.age", b"")]),
        zip_of([("ban-giao.json", b"[" * 90_000), ("khoa.age", b""), ("so.age", b"")]),
    ],
    ids=["empty", "ledger", "json", "no parts", "more parts", "order", "packed", "long head", "deep head"],
)
def test_other_files_are_no_handover(tmp_path, content):
    file = tmp_path / "tệp.bangiao"
    file.write_bytes(content)
    with pytest.raises(HandoverFileError, match=DAMAGED):
        handover_file.read_head(file)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(HandoverFileError, match="Không tìm thấy tệp bàn giao"):
        handover_file.read_head(tmp_path / "không có.bangiao")
    with pytest.raises(HandoverFileError, match="Không đọc được tệp bàn giao"):
        handover_file.read_head(tmp_path)


def test_stopping_ends_writing_and_reading(made, identity, tmp_path, monkeypatch):
    plain, head, file = made
    monkeypatch.setattr(age_lock, "lock_with_password", lambda data, password: data)

    def stop(done, total):
        if done:
            raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        handover_file.write_file(plain, head, PASSWORD, tmp_path / "x", stop)
    with pytest.raises(CancelledError):
        handover_file.unlock_ledger(file, identity, BytesIO(), stop)
    with pytest.raises(CancelledError):
        handover_file.check_seal(file, stop)


class Full:
    """A disk that is full after some bytes."""

    def __init__(self, room):
        self.room = room

    def write(self, data):
        self.room -= len(data)
        if self.room < 0:
            raise OSError(28, "No space left on device")
        return len(data)

    def flush(self):
        pass


def test_a_full_disk_is_told_as_such_not_as_damage(made, identity):
    with pytest.raises(OSError, match="No space left"):
        handover_file.unlock_ledger(made[2], identity, Full(100_000), tell)


def test_a_comparison_finds_one_other_byte_and_a_missing_end(made, identity, tmp_path):
    plain, _head, file = made
    data = plain.read_bytes()
    for other in (data[:-1], data[:1000] + b"\0" + data[1001:] if data[1000] else data[:-2]):
        original = BytesIO(other)
        compared = Compared(original)
        handover_file.unlock_ledger(file, identity, compared, tell)
        assert not compared.is_same


def test_a_counted_stream_remembers_what_went_wrong():
    stream = Counted(Full(10), 100, tell)
    stream.write(b"x" * 10)
    with suppress(OSError):
        stream.write(b"y")
    assert isinstance(stream.error, OSError)
    with pytest.raises(TypeError):
        Counted(Compared(BytesIO()), 1, tell).read(1)

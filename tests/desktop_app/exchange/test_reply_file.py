"""Reply files from outside: what is well formed is read as it was written, anything else is refused by a sentence."""

import json
import os
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.report_issue import Reply, ReplyItem, ReplyKind
from desktop_app.errors import ExportError, InvalidValueError, ReplyFileError
from desktop_app.exchange.package_contents import PackageAbout
from desktop_app.exchange.reply_file import MOST_BYTES, read_reply_file, write_reply

ABOUT = PackageAbout("60.597", "huyện Hàm Thuận Bắc", 2023, 2, "0G5T9ZBKQ1", "6T")
REPLY = Reply(
    kind=ReplyKind.CORRECTION,
    replied_on=date(2023, 12, 1),
    sender="Ban Thường trực tỉnh",
    reason="Bổ sung\nsố liệu",
    due_on=date(2023, 12, 5),
    items=(ReplyItem(sentence="Thiếu", register="activities", record_id="1a", title="Hội chợ"),),
)


@pytest.fixture
def path(tmp_path):
    return write_reply(ABOUT, REPLY, tmp_path / "Phản hồi")


def changed(path, **values):
    told = json.loads(path.read_text(encoding="utf-8")) | values
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_reply_is_read_as_it_was_written(path):
    assert path.name == "PhanHoi_60-597_2023_6T_L2_1.json"
    received = read_reply_file(path)
    assert (received.unit_code, received.year, received.period) == ("60.597", 2023, "6T")
    assert received.check_code == "0G5T9ZBKQ1"
    told = received.reply
    assert (told.kind, told.reason, told.due_on, told.items) == (
        REPLY.kind,
        REPLY.reason,
        REPLY.due_on,
        REPLY.items,
    )
    assert (told.revision, told.source) == (2, path.name)


def test_replies_are_numbered_and_each_has_an_id_of_its_own(path):
    second = write_reply(ABOUT, REPLY, path.parent)
    assert second.name.endswith("_L2_2.json")
    assert read_reply_file(second).reply.id != read_reply_file(path).reply.id
    assert sorted(os.listdir(path.parent)) == [path.name, second.name]


def test_a_folder_that_cannot_be_written_is_told(path):
    with pytest.raises(ExportError, match="là một tệp, không phải thư mục"):
        write_reply(ABOUT, REPLY, path)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sender": "x" * 501}, "Tên cơ quan phản hồi dài quá 500 ký tự"),
        ({"reason": "x" * 5_001}, "Lý do dài quá 5000 ký tự"),
        ({"items": (ReplyItem(sentence="x" * 5_001),)}, "một mục cần sửa dài quá 5000 ký tự"),
        ({"items": (ReplyItem(sentence="x"),) * 501}, "có 501 mục cần sửa"),
        ({"items": (ReplyItem(sentence="ệ" * 4_000),) * 200}, "dài quá 1 MB"),
    ],
)
def test_a_reply_that_nobody_could_open_is_not_written(tmp_path, changes, said):
    with pytest.raises(InvalidValueError, match=said):
        write_reply(ABOUT, replace(REPLY, **changes), tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_a_long_name_of_a_record_is_shortened(tmp_path):
    items = (ReplyItem(sentence="Thiếu số", register="activities", record_id="1", title="Phiên chợ " * 100),)
    written = write_reply(ABOUT, replace(REPLY, items=items), tmp_path)
    assert read_reply_file(written).reply.items[0].title.endswith("…")


def test_a_later_minor_version_is_read_and_a_newer_major_one_is_named(path):
    assert read_reply_file(changed(path, version="1.7", signature="…")).reply.kind is REPLY.kind
    with pytest.raises(ReplyFileError, match=r"phiên bản mới hơn.*định dạng 2\.0.*1\.x.*Hãy cài"):
        read_reply_file(changed(path, version="2.0", kind="unknown"))


@pytest.mark.parametrize(
    "values",
    [
        {"schema": "other"},
        {"kind": "deleted"},
        {"revision": 0},
        {"revision": "1"},
        {"revision": 2.5},
        {"year": 99_999},
        {"check_code": "0G5T9ZBKQO"},
        {"check_code": "' OR 1=1 --"},
        {"id": "../../etc/passwd"},
        {"period": "../6T"},
        {"replied_on": "hôm nay"},
        {"due_on": 5},
        {"items": [{"sentence": ""}]},
        {"items": [{"sentence": "a"}] * 501},
        {"items": "x"},
        {"reason": "x" * 5_001},
        {"reason": None},
    ],
)
def test_wrong_values_are_refused(path, values):
    with pytest.raises(ReplyFileError, match=r"không phải tệp phản hồi \(PhanHoi_….json\)"):
        read_reply_file(changed(path, **values))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"PK\x03\x04",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"schema": "sohangviet-reply"',
    ],
)
def test_what_is_no_reply_is_refused(tmp_path, content):
    path = tmp_path / "PhanHoi.json"
    path.write_bytes(content)
    with pytest.raises(ReplyFileError, match="không phải tệp phản hồi"):
        read_reply_file(path)


def test_a_huge_or_missing_file_is_refused(tmp_path, path):
    path.write_bytes(path.read_bytes() + b" " * MOST_BYTES)
    with pytest.raises(ReplyFileError, match="quá lớn"):
        read_reply_file(path)
    with pytest.raises(ReplyFileError, match="Không đọc được tệp"):
        read_reply_file(tmp_path / "không có.json")
    with pytest.raises(ReplyFileError, match="Không đọc được tệp"):
        read_reply_file(tmp_path)


def test_markup_stays_words_and_control_characters_go(path):
    told = read_reply_file(changed(path, reason="<b>Đậm</b>\x00\u202e ", sender="A\nB")).reply
    assert (told.reason, told.sender) == ("<b>Đậm</b>", "A B")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bất kỳ.json"
    path.write_bytes(content)
    with pytest.raises(ReplyFileError):
        read_reply_file(path)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
_KEYS = (
    "schema",
    "version",
    "id",
    "unit_code",
    "year",
    "revision",
    "check_code",
    "kind",
    "replied_on",
    "items",
)


@given(st.sampled_from(_KEYS), _JSON)
def test_any_value_in_any_place_is_read_or_refused(tmp_path_factory, key, value):
    folder = tmp_path_factory.getbasetemp() / "phản hồi"
    path = folder / "PhanHoi_60-597_2023_6T_L2_1.json"
    if not path.exists():
        write_reply(ABOUT, REPLY, folder)
    told = msgspec.json.decode(path.read_bytes())
    other = path.with_name("khác.json")
    other.write_text(json.dumps(told | {key: value}), encoding="utf-8")
    try:
        received = read_reply_file(other)
    except ReplyFileError:
        return
    assert received.reply.kind in ReplyKind
    assert 1 <= received.reply.revision < 10_000

"""The file in which the body above answers a report: received, to be corrected, accepted."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.report_issue import Reply, ReplyItem, ReplyKind
from desktop_app.errors import ExportError, InvalidValueError, ReplyFileError
from desktop_app.exchange.folder_files import ascii_code, failure_sentence
from desktop_app.exchange.package_contents import PackageAbout
from desktop_app.report.whole_file import whole_file
from desktop_app.vietnamese.text import clean, shorten

SCHEMA: Final = "sohangviet-reply"
VERSION = "1.0"
"""A reader of 1.x passes over keys that it does not know; a change that it could misread is 2.0."""
MOST_BYTES = 1_000_000
MOST_ITEMS = 500
LONGEST_LINE, LONGEST_TEXT = 500, 5_000
_LONGEST_UNIT = 30

Code = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Line = Annotated[str, msgspec.Meta(max_length=LONGEST_LINE)]
Long = Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
Year = Annotated[int, msgspec.Meta(ge=1900, le=2100)]
Revision = Annotated[int, msgspec.Meta(ge=1, le=9_999)]


class _Item(msgspec.Struct, frozen=True):
    sentence: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]
    register: Line = ""
    record_id: Line = ""
    title: Line = ""


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file; the keys are its format."""

    schema: Literal["sohangviet-reply"]
    version: Line
    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{16}\Z")]
    unit_code: Code
    unit_name: Line = ""
    year: Year
    period: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Z]{0,10}\Z")] = ""
    revision: Revision
    check_code: Annotated[str, msgspec.Meta(pattern=r"^[0-9A-HJKMNP-TV-Z]{10}\Z")]
    kind: ReplyKind
    replied_on: date
    sender: Line = ""
    reason: Long = ""
    due_on: date | None = None
    items: Annotated[tuple[_Item, ...], msgspec.Meta(max_length=MOST_ITEMS)] = ()


class _Version(msgspec.Struct, frozen=True):
    schema: str = ""
    version: str = ""


@dataclass(frozen=True)
class ReceivedReply:
    """A reply as its file says it, and which report it speaks of.

    Attributes:
        period: code of its kind. check_code: of the package that was received.
    """

    unit_code: str
    unit_name: str
    year: int
    period: str
    check_code: str
    reply: Reply


def write_reply(about: PackageAbout, reply: Reply, out: Path) -> Path:
    """Write a reply to a received package into a new file and return it.

    Args:
        about: the head of the package.
        reply: what to say; its id is made here.
        out: the folder of the file "PhanHoi_<unit>_<year>[_<period>]_L<revision>_<n>.json".

    Raises:
        InvalidValueError: it says more than a reply file may hold.
        ExportError: the file cannot be written.
    """
    content = msgspec.json.format(msgspec.json.encode(_told(about, reply)), indent=2) + b"\n"
    if len(content) > MOST_BYTES:
        raise InvalidValueError("Phản hồi dài quá 1 MB; hãy bớt mục cần sửa hoặc ghi ngắn lại rồi làm lại.")
    period = f"_{about.period}" if about.period else ""
    stem = f"PhanHoi_{ascii_code(about.unit_code, _LONGEST_UNIT)}_{about.year}{period}_L{about.revision}"
    try:
        out.mkdir(parents=True, exist_ok=True)
        path = next(one for n in count(1) if not (one := out / f"{stem}_{n}.json").exists())
        with whole_file(path) as building:
            building.write_bytes(content)
    except OSError as error:
        raise ExportError(failure_sentence(out, error)) from error
    return path


def _told(about: PackageAbout, reply: Reply) -> _File:
    if len(reply.items) > MOST_ITEMS:
        raise InvalidValueError(
            f"Phản hồi có {len(reply.items)} mục cần sửa, nhiều nhất {MOST_ITEMS} mục; hãy gộp bớt rồi làm lại."
        )
    for what, text, most in (
        ("Tên cơ quan phản hồi", reply.sender, LONGEST_LINE),
        ("Lý do", reply.reason, LONGEST_TEXT),
        *(("Nội dung của một mục cần sửa", one.sentence, LONGEST_TEXT) for one in reply.items),
    ):
        if len(text) > most:
            raise InvalidValueError(f"{what} dài quá {most} ký tự; hãy ghi ngắn lại rồi làm lại.")
    return _File(
        schema=SCHEMA,
        version=VERSION,
        id=os.urandom(8).hex(),
        unit_code=about.unit_code,
        unit_name=about.unit_name,
        year=about.year,
        period=about.period,
        revision=about.revision,
        check_code=about.check_code,
        kind=reply.kind,
        replied_on=reply.replied_on,
        sender=reply.sender,
        reason=reply.reason,
        due_on=reply.due_on,
        items=tuple(
            _Item(one.sentence, one.register, one.record_id, shorten(one.title, LONGEST_LINE))
            for one in reply.items
        ),
    )


def read_reply_file(path: Path) -> ReceivedReply:
    """Read a reply.

    Raises:
        ReplyFileError: it cannot be read, is too large, damaged, newer, or no reply at all.
    """
    name = path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReplyFileError(f"Tệp “{name}” quá lớn, không phải tệp phản hồi; hãy xin gửi lại.")
        data = path.read_bytes()
    except OSError as error:
        raise ReplyFileError(
            f"Không đọc được tệp “{path}”. Hãy kiểm tra lại đường dẫn hoặc ổ đĩa."
        ) from error
    return _received(_decoded(data, name), name)


def _decoded(data: bytes, name: str) -> _File:
    try:
        head = msgspec.json.decode(data, type=_Version)
        if head.schema == SCHEMA and head.version.split(".")[0] != VERSION.split(".")[0]:
            raise ReplyFileError(
                f"Tệp “{name}” do phiên bản mới hơn của chương trình tạo ra (định dạng {shorten(head.version, 20)}, "
                f"bản này đọc được {VERSION.split('.')[0]}.x). Hãy cài phiên bản mới nhất rồi mở lại."
            )
        return msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ReplyFileError(
            f"Tệp “{name}” không phải tệp phản hồi (PhanHoi_….json) của chương trình này, hoặc bị hỏng; "
            "hãy xin cấp trên gửi lại."
        ) from error


def _received(told: _File, name: str) -> ReceivedReply:
    reply = Reply(
        kind=told.kind,
        replied_on=told.replied_on,
        sender=clean(told.sender),
        reason=clean(told.reason, multiline=True),
        due_on=told.due_on,
        items=_items(told.items),
        source=shorten(clean(name), 120),
        id=told.id,
        revision=told.revision,
    )
    return ReceivedReply(
        clean(told.unit_code), clean(told.unit_name), told.year, told.period, told.check_code, reply
    )


def _items(items: Sequence[_Item]) -> tuple[ReplyItem, ...]:
    """Return the items; one of a register that this program does not have keeps its words, without a record."""
    found = [
        ReplyItem(
            sentence=clean(one.sentence, multiline=True),
            register=clean(one.register),
            record_id=clean(one.record_id),
            title=clean(one.title),
        )
        for one in items
    ]
    return tuple(
        one if one.register in REGISTERS else replace(one, register="", record_id="") for one in found
    )

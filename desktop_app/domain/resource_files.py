"""Reading data files against their schema, and saying in Vietnamese what does not fit, and where."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from desktop_app.errors import ResourceError

T = TypeVar("T")
Text = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that may not be empty."""

_KINDS = {
    "str": "chữ",
    "int": "số nguyên",
    "float": "số",
    "bool": "đúng/sai (true/false)",
    "array": "danh sách [ ]",
    "object": "nhóm { }",
    "null": "để trống (null)",
    "date": "ngày dạng năm-tháng-ngày",
}
# The sentences of msgspec, and ours.
_MESSAGES = [
    (re.compile(r"Object missing required field `(.+)`"), "thiếu “{0}”"),
    (re.compile(r"Object contains unknown field `(.+)`"), "có mục lạ “{0}”"),
    (re.compile(r"Invalid enum value '?(.*?)'?"), "giá trị “{0}” không nằm trong các giá trị được phép"),
    (re.compile(r"Invalid RFC3339 encoded date"), "ngày không hợp lệ, phải ghi dạng năm-tháng-ngày"),
    (re.compile(r"Expected `\w+` of length >= 1"), "không được để trống"),
    (re.compile(r"Expected `\w+` >= (\S+?)(?:\.0)?"), "số phải từ {0} trở lên"),
    (re.compile(r"Expected `\w+` > (\S+?)(?:\.0)?"), "số phải lớn hơn {0}"),
    (re.compile(r"Expected `\w+` <= (\S+?)(?:\.0)?"), "số không được quá {0}"),
    (re.compile(r"Expected `\w+` matching regex .*"), "chứa ký tự không được phép"),
]
_WRONG_KIND = re.compile(r"Expected `(.+)`, got `(.+)`")
_PLACE_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


def bad_file(name: str, place: str, problem: str) -> ResourceError:
    """Return the error of a data file: its name, the place in it ("" for the whole) and what is wrong."""
    where = f", ở {place}" if place else ""
    return ResourceError(f"Tệp “{name}”{where}: {problem}. Hãy sửa lại tệp hoặc dùng tệp khác.")


def read_json(path: Path) -> object:
    """Return the content of a JSON file.

    Raises:
        ResourceError: the file is missing or is no JSON.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise bad_file(path.name, "", "không đọc được tệp") from error
    return parse_json(data, path.name)


def parse_json(data: bytes, name: str) -> object:
    """Return the content of JSON text; `name` names it in the error."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        byte = re.search(r"byte (\d+)", str(error))
        place = f"vị trí {int(byte[1]) + 1}" if byte else ""
        raise bad_file(name, place, "nội dung không đúng định dạng JSON hoặc bị cắt cụt") from error
    except RecursionError as error:
        raise bad_file(name, "", "các nhóm lồng nhau quá sâu") from error


def checked(content: object, kind: type[T], name: str) -> T:
    """Return content as the typed value that the schema `kind` describes.

    Raises:
        ResourceError: it does not fit; the sentence names file, place and fault.
    """
    try:
        return msgspec.convert(content, kind)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        raise bad_file(name, _place(path.strip("`")), _in_vietnamese(message)) from error


def first_repeated(values: Iterable[str | int]) -> int | None:
    """Return the index of the first value that stood before, None when all differ."""
    seen: set[str | int] = set()
    for index, value in enumerate(values):
        if value in seen:
            return index
        seen.add(value)
    return None


def _place(path: str) -> str:
    steps = [
        f"“{name}”" if name else f"mục thứ {int(index) + 1}" if index.isdigit() else "một mục"
        for name, index in _PLACE_STEP.findall(path)
    ]
    return ", ".join(steps)


def _in_vietnamese(message: str) -> str:
    for pattern, sentence in _MESSAGES:
        if match := pattern.fullmatch(message):
            return sentence.format(*match.groups())
    if match := _WRONG_KIND.fullmatch(message):
        return f"phải là {_kind_words(match[1])}, không phải {_kind_words(match[2])}"
    return f"không đúng mẫu ({message})"


def _kind_words(kinds: str) -> str:
    return " hoặc ".join(_KINDS.get(kind, kind) for kind in kinds.split(" | "))

"""Reads what Windows exports from its registry."""

import re

_KEY = re.compile(r"^\[(-?)(.+)\]$")
_VALUE = re.compile(r'^(@|"(?:[^"\\]|\\.)*")=(.*)$')
_UTF16_KINDS = ("hex(1):", "hex(2):", "hex(7):")


def read_export(text: str) -> dict[str, dict[str, str]]:
    """Return the values of every key in the text of an exported .reg file: key -> name -> value.

    The value without a name stands under "". Texts are given as they are, texts of several lines with line ends
    between, numbers in decimal, anything else as it stands in the file.
    """
    keys: dict[str, dict[str, str]] = {}
    values: dict[str, str] = {}
    for line in text.replace("\r\n", "\n").replace("\\\n", "").split("\n"):
        if key := _KEY.match(line.strip()):
            values = keys.setdefault(key[2], {})
        elif value := _VALUE.match(line.strip()):
            name = "" if value[1] == "@" else _unquoted(value[1])
            values[name] = _decoded(value[2])
    return keys


def _decoded(written: str) -> str:
    if written.startswith('"'):
        return _unquoted(written)
    if written.startswith("dword:"):
        return str(int(written.removeprefix("dword:"), 16))
    for kind in _UTF16_KINDS:
        if written.startswith(kind):
            digits = re.sub(r"[^0-9a-fA-F]", "", written.removeprefix(kind))
            return bytes.fromhex(digits).decode("utf-16-le").rstrip("\0").replace("\0", "\n")
    return written


def _unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1])

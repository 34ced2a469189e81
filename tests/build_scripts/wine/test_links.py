"""A link of Windows without its path in the code page."""

import struct

import pytest
from wine import links

NAMES = b"\x1f\x00names in Unicode"
REST = b"the description and the rest"


def link(flags: int, info: bytes) -> bytes:
    head = struct.pack("<I16sI52s", 76, b"class", flags, b"times")
    names = struct.pack("<H", len(NAMES)) + NAMES if flags & 1 else b""
    return head + names + info + REST


def test_the_path_in_the_code_page_goes_and_the_rest_stays():
    info = struct.pack("<I", 14) + b"C:\\S? nh?\0"
    assert links.without_code_page(link(0b11110011, info)) == link(0b11110001, b"")


def test_a_link_without_such_a_path_is_as_it_was():
    assert links.without_code_page(link(0b1, b"")) == link(0b1, b"")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "not a link"), (b"MZ" * 60, "not a link"), (link(0b10, b"\x04\0\0\0"), "no list of names")],
)
def test_what_is_no_link_is_told(content, words):
    with pytest.raises(ValueError, match=words):
        links.without_code_page(content)

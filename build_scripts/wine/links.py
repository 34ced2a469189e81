"""Links of Windows (.lnk): a copy that Wine can follow.

A link tells its target twice: as a list of names in Unicode, which Windows follows, and as one path in the letters of
the code page. Wine follows the second alone, and no code page of one byte holds every Vietnamese letter; without the
second it follows the first, too. Structure: [MS-SHLLINK].
"""

import struct

_HEADER = 76
_FLAGS_AT = 20
_HAS_LIST = 1
_HAS_INFO = 2


def without_code_page(link: bytes) -> bytes:
    """Return the link with its names in Unicode as the only path.

    Raises:
        ValueError: It is no link, or has no such names.
    """
    flags, start, end = _list(link)
    if not flags & _HAS_INFO:
        return link
    (size,) = struct.unpack_from("<I", link, end)
    header = link[:_FLAGS_AT] + struct.pack("<I", flags & ~_HAS_INFO) + link[_FLAGS_AT + 4 : start]
    return header + link[start:end] + link[end + size :]


def _list(link: bytes) -> tuple[int, int, int]:
    """Return the flags, and where the list of names begins and ends."""
    if len(link) < _HEADER or struct.unpack_from("<I", link)[0] != _HEADER:
        raise ValueError("not a link of Windows")
    (flags,) = struct.unpack_from("<I", link, _FLAGS_AT)
    if not flags & _HAS_LIST:
        raise ValueError("the link has no list of names")
    (size,) = struct.unpack_from("<H", link, _HEADER)
    return flags, _HEADER, _HEADER + 2 + size

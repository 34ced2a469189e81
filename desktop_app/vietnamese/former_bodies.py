"""Names of bodies that ended with the districts on 1 July 2025, found in running text."""

import re
from collections.abc import Iterator

_LEVEL = r"(?:huyện|quận|thị xã|thị trấn|cấp huyện)"
_BODY = (
    r"UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|"
    r"(?:Ủy ban |Uỷ ban )?(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Ban Chỉ đạo(?: Cuộc vận động)?|"
    r"Hội (?:Nông dân|Phụ nữ|LHPN|Liên hiệp Phụ nữ|Cựu chiến binh|CCB)|LĐLĐ|Liên đoàn Lao động|Công an|"
    r"Phòng [^\W\d_]+(?: [^\W\d_]+| - | và ){0,5}?"
)
_PARTY = r"(?:Huyện|Quận|Thị) ?(?:ủy|uỷ|đoàn)"

SUSPECT = re.compile(rf"{_PARTY}|\b{_LEVEL}\b", re.IGNORECASE)
"""A quick look: a text that it does not find names no such body."""

_NAMED = re.compile(rf"\b(?:{_PARTY}\b|(?:{_BODY}) {_LEVEL}\b)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:nguyên|trước đây|trước kia|cũ là|tiền thân|kế thừa)[^.;\n]{0,40}$", re.IGNORECASE)
_BEHIND = re.compile(
    r"[^.;\n]{0,40}?(?:\bcũ\b|trước đây|trước ngày|trước sắp xếp|trước khi|đã giải thể|kết thúc hoạt động)",
    re.IGNORECASE,
)
_REACH = 60


def find_former_bodies(text: str) -> Iterator[str]:
    """Yield the names as they are written, but for those that are said to be former ones."""
    for match in _NAMED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not (_BEFORE.search(before) or _BEHIND.match(text, match.end())):
            yield match[0]

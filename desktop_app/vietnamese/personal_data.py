"""Personal data within running text: numbers of identity papers and telephones, addresses of mail, birth dates.

A report leaves the office without them (Luật 91/2025/QH15; product row E3). What is found is only suspected: a sum of
money, a tax number or a hotline must not look like one, and what does is looked at by the officer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Trace(StrEnum):
    """What a piece of text may be."""

    NATIONAL_ID = "national_id"
    OLD_ID = "old_id"
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"


@dataclass(frozen=True)
class Found:
    """A piece of text that may be personal.

    Attributes:
        start, end: where it stands.
        masked: how it is told without telling it ("*******001").
    """

    trace: Trace
    start: int
    end: int
    masked: str


_GAP = r"[ \u00a0.\-–]"
_DATE = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?(?:19|20)\d\d"
_LONG_DATE = r"\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d\d"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Trịnh|Đào|Mai|Trương|Hà|"
    "Cao|Lương|Châu|Tạ|Thái|Tô|Vương|Kiều|Mang|Thông|Chu|Quách|La|Giang|Phùng|Triệu|Nông|Lò|Vi|Hứa|Tăng|Từ|Văn|Y|K’"
)
_NAME = rf"(?:{_SURNAMES})(?:\s+[A-ZÀ-ỸĐ][^\W\d_]*){{1,4}}"

SUSPECT = re.compile(
    r"[@0-9](?:(?<=@)|(?:[ \u00a0.\-–()]{0,3}[0-9]){8}|[0-9]?\s?[/.\-]\s?[0-9]{1,2}\s?[/.\-]\s?(?:19|20)[0-9]"
    r"|[0-9]?\s+tháng\s)"
)
"""A quick look: a text that it does not find has nothing of what `find_personal` finds."""

_DIGITS = re.compile(rf"(?<![\d.,/])(?:\(?\+|\b00)?\d(?:\)?{_GAP}{{0,2}}\(?\d){{8,13}}(?!\d|[.,]\d|/)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_BIRTH = (
    re.compile(
        rf"(?:(?:ngày\s+sinh|sinh\s+ngày|năm\s+sinh|sinh|\bs\.?n\.?)\s*:?\s*(?:ngày\s+)?)({_DATE}|{_LONG_DATE})",
        re.IGNORECASE,
    ),
    re.compile(rf"{_NAME}\s*[(,–-]\s*(?:ngày\s+)?({_DATE})(?!\s*[-–])"),
)
_IN_BIRTH = re.compile(r"(?:19|20)\d\d")
_EARLIEST_BIRTH, _YOUNGEST = 1925, 14

_PAPER_WORDS = re.compile(
    r"(?:cccd|cmnd|cmt|căn cước|chứng minh|định danh|giấy tờ tùy thân)[^\d\n]{0,30}$", re.IGNORECASE
)
_BUSINESS_WORDS = re.compile(
    r"(?:mã số|mst|msdn|đkkd|gcn|hóa đơn|chứng từ|mã vạch|số lô)[^\d\n]{0,40}$", re.IGNORECASE
)
_MONEY_BEHIND = re.compile(r"\s*(?:đồng|đ\b|vnđ|vnd|₫|triệu|tỷ|nghìn|ngàn)", re.IGNORECASE)
_HOTLINES = ("1800", "1900")
_CONTEXT = 60


def find_personal(text: str) -> Iterator[Found]:
    """Yield what may be personal in a text, each once, kinds of digits first."""
    for match in _DIGITS.finditer(text):
        trace = _digits_trace(text, match)
        if trace is not None:
            digits = _only_digits(match[0])
            yield Found(trace, match.start(), match.end(), "*" * (len(digits) - 3) + digits[-3:])
    for match in _EMAIL.finditer(text):
        yield Found(Trace.EMAIL, match.start(), match.end(), f"{match[1][0]}***@{match[2]}")
    told: set[int] = set()
    for pattern in _BIRTH:
        for match in pattern.finditer(text):
            year = _IN_BIRTH.findall(match[1])[-1]
            if match.start(1) not in told and _may_be_born(int(year), text):
                told.add(match.start(1))
                yield Found(Trace.BIRTH_DATE, match.start(1), match.end(1), f"**/**/{year}")


def _may_be_born(year: int, text: str) -> bool:
    """Tell whether somebody of working age can be born in a year; the latest year in the text is taken for today."""
    years = [int(one) for one in _IN_BIRTH.findall(text)]
    return _EARLIEST_BIRTH <= year <= max(*years, 2023, 2023) - _YOUNGEST


def _digits_trace(text: str, match: re.Match[str]) -> Trace | None:
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    digits, is_plain = _only_digits(match[0]), match[0].isdigit()
    named = bool(_PAPER_WORDS.search(before))
    if not named and (_BUSINESS_WORDS.search(before) or _MONEY_BEHIND.match(text, match.end())):
        return None
    if len(digits) == 12 and (named or digits[0] == "0" or is_plain) and not _is_phone(match[0]):
        return Trace.NATIONAL_ID
    if _is_phone(match[0]):
        return Trace.PHONE
    if len(digits) == 9 and (named or (is_plain and not digits.endswith("000"))):
        return Trace.OLD_ID
    return None


def _is_phone(written: str) -> bool:
    """Tell whether digits are a telephone number of Viet Nam, with or without the code of the country.

    Mobile numbers have ten digits (eleven until 2018), those of the line eleven with the code of the province (02xx).
    """
    digits = _only_digits(written)
    if written.lstrip("(").startswith("+"):
        if not digits.startswith("84"):
            return False
        digits = "0" + digits[2:].lstrip("0")
    elif digits.startswith("0084"):
        digits = "0" + digits[4:].lstrip("0")
    if digits.startswith(_HOTLINES):
        return False
    mobile = len(digits) == 10 and digits[0] == "0" and digits[1] in "35789"
    old_mobile = len(digits) == 11 and digits[0] == "0" and digits[1] == "1"
    line = len(digits) in (10, 11) and digits.startswith("02")
    return mobile or old_mobile or line


def _only_digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())

"""A report in which everything is too long: names of 500 characters, words wider than a column, endless rows, NFD."""

import random
import unicodedata

from desktop_app.report.model import (
    Annex,
    Cell,
    CellKind,
    Column,
    Report,
    Section,
    Signature,
    Table,
)
from tests.desktop_app.report.sample import make_report

LONG = 500
WORD = "HợptácxãNôngnghiệpDịchvụTổnghợp" * 5
"""One word of 155 characters."""
_WORDS = (
    "tuyên truyền vận động Nhân dân ưu tiên dùng hàng Việt Nam phiên chợ nông thôn miền núi huyện xã Đông Giang "
    "doanh nghiệp hợp tác xã sản phẩm OCOP giám sát kiểm tra thị trường chất lượng niêm yết giá"
)
_SYLLABLES = tuple(_WORDS.split(" "))


def long_name(start: str, length: int = LONG) -> str:
    """Return a name of so many characters."""
    words, dice = [start], random.Random(start)
    while len(" ".join(words)) < length:
        words.append(dice.choice(_SYLLABLES))
    return " ".join(words)[:length].rstrip()


def prose(words: int, seed: int) -> str:
    """Return running text of so many words."""
    dice = random.Random(seed)
    return " ".join(dice.choice(_SYLLABLES) for _ in range(words)).capitalize() + "."


def numbered_sections(paragraphs: int, seed: int) -> tuple[Section, ...]:
    """Return parts with headings of one or two lines and paragraphs of all lengths."""
    dice, parts = random.Random(seed), []
    for number in range(1, 2 + paragraphs // 4):
        children = tuple(
            Section(f"{number}.{place}", str(place), prose(dice.choice((4, 18)), seed + place), 2, (
                prose(dice.randrange(3, 120), seed * 100 + place),
            ))
            for place in range(1, dice.randrange(2, 5))
        )  # fmt: skip
        parts.append(Section(str(number), "I" * number, prose(dice.choice((3, 12)), seed), 1, (), children))
    return tuple(parts)


def hostile_table() -> Table:
    """Return a table with endless cells, words without a blank, loose marks and hostile numbers."""
    columns = (
        Column("ordinal", "TT", CellKind.ORDINAL, 0.5),
        Column("name", long_name("Tên hoạt động", 120), CellKind.TEXT, 3),
        Column("money", "Kinh phí", CellKind.MONEY, 1),
        Column("text", WORD[:60], CellKind.TEXT, 2),
        Column("note", "Ghi chú", CellKind.TEXT, 0),
    )
    rows: tuple[tuple[Cell, ...], ...] = (
        (None, long_name("Nhóm"), None, "", None),
        (1, long_name("Phiên chợ"), 10**15, WORD, "x"),
        (2, unicodedata.normalize("NFD", "Hộ kinh doanh Đường Sữa"), -5, long_name("Kết quả", 9_000), ""),
        (3, "Nghỉ\ngiữa\nchừng", 0, "\n".join("- Ý " + str(number) for number in range(40)), WORD[:40]),
        (None, "NHÓM CUỐI", None, "", ""),
        (99_999, "Một", 1, "hai", "ba"),
        (None, "Cộng", 10**15, "", ""),
    )
    return Table("t", "T", columns, rows, long_name("Đơn vị tính", 300), frozenset({0, 4, 6}))


def monster() -> Report:
    """Return the whole report."""
    return make_report(
        superior_lines=(long_name("Ủy ban"), WORD),
        issuer_lines=(long_name("Ban Chỉ đạo"),),
        symbol="BC-" + "MTTQ" * 40,
        place_name=long_name("Thị trấn", 300),
        subject=long_name("Kết quả") + " " + WORD,
        addressees=(long_name("Ban Thường trực"), WORD, "Sở Công Thương"),
        recipients=("Như trên", long_name("Các"), WORD, *(f"Xã số {number}" for number in range(90))),
        signature=Signature(
            ("TM. BAN CHỈ ĐẠO", long_name("Phó Trưởng ban", 300)),
            long_name("Nguyễn", 200),
            long_name("Chủ tịch"),
        ),
        sections=(
            Section("I", "I", long_name("Công tác"), 1, (prose(900, 1), WORD)),
            *numbered_sections(12, 3),
        ),
        annexes=(
            Annex("I", long_name("Danh mục"), hostile_table()),
            Annex("II", "Bảng ngang", hostile_table(), landscape=True),
        ),
        issuer_name=long_name("Ban Chỉ đạo"),
    )

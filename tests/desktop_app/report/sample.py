"""A small report that holds every kind of block, and ways to vary it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.report.model import (
    Annex,
    Cell,
    CellKind,
    Column,
    Identity,
    Report,
    Section,
    Signature,
    Table,
)

SECTIONS = (
    Section(
        "I", "I", "Công tác lãnh đạo, chỉ đạo", 1, (),
        (
            Section("I.1", "1", "Ban hành văn bản", 2, ("Đã ban hành 08 văn bản; tổ chức 04 cuộc họp.",),
                    (Section("I.1.a", "a", "Cấp xã", 3, ("15/17 xã, thị trấn đã ban hành kế hoạch.",)),)),
            Section("I.2", "2", "", 2, ("Khoản không có tiêu đề.\nĐoạn thứ hai sau khi xuống dòng.",)),
        ),
    ),
    Section("II", "II", "Kết quả thực hiện", 1, ("Tỷ lệ người tiêu dùng ưu tiên hàng Việt đạt 82,4%.",)),
)  # fmt: skip

FIGURES = Table(
    "figures",
    "Số liệu",
    (
        Column("ordinal", "TT", CellKind.ORDINAL, 1),
        Column("label", "Chỉ tiêu", CellKind.TEXT, 6),
        Column("value", "Kết quả", CellKind.DECIMAL, 2),
        Column("money", "Kinh phí", CellKind.MONEY, 2),
        Column("day", "Ngày", CellKind.DATE, 2),
        Column("count", "Lượt người", CellKind.INTEGER, 2),
    ),
    (
        (None, "A. Tuyên truyền", None, None, None, None),
        (1, "Tỷ lệ ưu tiên hàng Việt", 82.4, 1_500_000, date(2023, 1, 9), 12_230),
        (2, "Sản phẩm OCOP Đắk Lắk, ỵ Ỹ ợ", 5, None, None, None),
    ),
    "Đơn vị tính: đồng",
    frozenset({0}),
)

NOMINATIONS = Table(
    "nominations",
    "Đề nghị khen thưởng",
    (Column("name", "Họ và tên", CellKind.TEXT, 2), Column("achievement", "Thành tích", CellKind.TEXT, 3)),
    (("Bà Mang Thị Hòa", "Vận động 45 hộ dùng hàng Việt."), ("Ông K’ Văn Đoàn", "Mở điểm bán hàng.")),
)


def make_report(**changes: object) -> Report:
    """Return the sample with some attributes changed."""
    values: dict[str, object] = {
        "identity": Identity("BT-HTB", "huyện Hàm Thuận Bắc", 2023, check="7KQ2MX4T9A"),
        "superior_lines": ("Ủy ban MTTQ Việt Nam", "huyện Hàm Thuận Bắc"),
        "issuer_lines": ("Ban Chỉ đạo Cuộc vận động", "“Người Việt Nam ưu tiên", "dùng hàng Việt Nam”"),
        "symbol": "BC-MTTQ-BCĐ",
        "place_name": "Hàm Thuận Bắc",
        "subject": "Kết quả thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023",
        "addressees": ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh - Thường trực Ban Chỉ đạo Cuộc vận động",),
        "lead": ("Thực hiện Kế hoạch của Ban Chỉ đạo tỉnh, Ban Chỉ đạo huyện báo cáo kết quả như sau:",),
        "sections": SECTIONS,
        "closing": "Trên đây là Báo cáo kết quả thực hiện Cuộc vận động năm 2023, trân trọng báo cáo.",
        "recipients": ("Như trên", "Thường trực Huyện ủy (b/c)", "Lưu: VT, BCĐ"),
        "signature": Signature(
            ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), "Trần Thị Mỹ Ái", "Chủ tịch Ủy ban MTTQ Việt Nam huyện"
        ),
        "annexes": (
            Annex("I", "Số liệu năm 2023", FIGURES),
            Annex("II", "Danh sách đề nghị khen thưởng", NOMINATIONS, landscape=True),
        ),
        "number": "5",
        "issued_on": date(2023, 11, 22),
        "issuer_name": "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc",
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


class ManyRows(Sequence[tuple[Cell, ...]]):
    """Rows made only when they are asked for."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> tuple[Cell, ...]:  # type: ignore[override]
        if place >= self._count:
            raise IndexError(place)
        return (f"Người thứ {place + 1}", f"Thành tích số {place + 1} " + "hàng Việt " * (place % 7))

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return (self[place] for place in range(self._count))


def with_rows(rows: Sequence[tuple[Cell, ...]], **changes: object) -> Report:
    """Return the sample with a single annex of two text columns."""
    table = Table("nominations", "Đề nghị khen thưởng", NOMINATIONS.columns, rows)
    return make_report(annexes=(Annex("", "Danh sách", table),), **changes)


def squashed(text: str) -> str:
    """Return the text without white space: lines are broken differently in each format."""
    return re.sub(r"\s+", "", text)

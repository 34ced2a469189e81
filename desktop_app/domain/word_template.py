"""The office's own Word template: which placeholders may stand in it, what they mean, what a check of it found."""

from dataclasses import dataclass
from enum import StrEnum

SECTION_NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


class PlaceholderKind(StrEnum):
    """Where a placeholder may stand: WORDS within a line, a BLOCK alone in its paragraph, a LIST in a `for`."""

    WORDS = "words"
    BLOCK = "block"
    LIST = "list"


@dataclass(frozen=True)
class Placeholder:
    """A name in double braces and what is printed in its place."""

    name: str
    kind: PlaceholderKind
    meaning: str

    @property
    def written(self) -> str:
        """As it is typed in Word."""
        if self.kind is PlaceholderKind.LIST:
            return f"{{%p for dong in {self.name} %}}"
        return f"{{{{ {self.name} }}}}"


def _of(kind: PlaceholderKind, meanings: dict[str, str]) -> tuple[Placeholder, ...]:
    return tuple(Placeholder(name, kind, meaning) for name, meaning in meanings.items())


BLOCKS = _of(
    PlaceholderKind.BLOCK,
    {
        "co_quan": "tên cơ quan chủ quản, cơ quan ban hành và đường kẻ bên dưới",
        "tieu_de": "tên loại văn bản, trích yếu và đường kẻ bên dưới",
        "kinh_gui": "Kính gửi, một hoặc nhiều nơi",
        "mo_dau": "căn cứ (nếu có) và đoạn mở đầu",
        "noi_dung": "toàn bộ các mục I, II, III…",
        **{f"muc_{number}": f"riêng mục {number} (dùng thay cho noi_dung)" for number in SECTION_NUMBERS},
        "muc_con_lai": "các mục chưa có chỗ riêng trong mẫu",
        "ket_thuc": "đoạn kết, có dấu ./.",
        "noi_nhan": "Nơi nhận",
        "chu_ky": "quyền hạn, chức vụ, họ tên người ký",
        "phu_luc": "các phụ lục, mỗi phụ lục một phần riêng, số trang riêng",
    },
)
WORDS = _of(
    PlaceholderKind.WORDS,
    {
        "co_quan_chu_quan": "tên cơ quan chủ quản",
        "co_quan_ban_hanh": "tên cơ quan ban hành",
        "so_ky_hieu": "số, ký hiệu; chưa có số thì để trống chỗ",
        "dia_danh": "địa danh",
        "ngay_thang": "ngày … tháng … năm …",
        "dia_danh_ngay": "địa danh, ngày tháng năm",
        "ten_loai": "tên loại văn bản (BÁO CÁO)",
        "trich_yeu": "trích yếu nội dung",
        "ten_don_vi": "tên đơn vị báo cáo",
        "nam": "năm báo cáo",
        "nguoi_ky": "họ tên người ký",
        "chuc_vu": "chức vụ khác của người ký",
        "lan_bao_cao": "báo cáo lần thứ mấy",
        "ma_kiem_tra": "mã kiểm tra của số liệu",
        "dong_lien_he": "địa chỉ, điện thoại ở chân trang đầu",
    },
)
LISTS = _of(
    PlaceholderKind.LIST,
    {
        "ds_co_quan": "từng dòng tên cơ quan chủ quản, cơ quan ban hành",
        "ds_kinh_gui": "từng nơi kính gửi",
        "ds_noi_nhan": "từng dòng nơi nhận",
        "ds_quyen_han": "từng dòng quyền hạn, chức vụ của người ký",
    },
)
PLACEHOLDERS = (*BLOCKS, *WORDS, *LISTS)

IMPORTANT = {
    "noi_dung": "nội dung báo cáo (các mục)",
    "chu_ky": "chữ ký",
    "phu_luc": "các phụ lục",
}
"""Blocks without which a report is not whole, and what would be missing."""


@dataclass(frozen=True)
class TemplateReview:
    """What a check of a template found.

    Attributes:
        name: of the file.
        data: its bytes; empty when it cannot be taken.
        problems: whole sentences that say why it cannot be taken.
        warnings: what is odd, but no hindrance.
        used: the placeholders in it, in the order of `PLACEHOLDERS`.
    """

    name: str
    data: bytes = b""
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class TemplateState:
    """Which template is in force.

    Attributes:
        name: of the chosen file, "" for the shipped layout.
        chosen_at: ISO 8601, when the ledger got it.
        problem: why it cannot be used, "" when it can.
    """

    name: str = ""
    chosen_at: str = ""
    problem: str = ""

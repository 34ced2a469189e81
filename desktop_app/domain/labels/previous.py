"""The words for what a report is compared with."""

from enum import StrEnum

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.previous_choice import PreviousMode

MODES: dict[StrEnum, str] = {
    PreviousMode.LEDGER: "Lấy từ sổ này",
    PreviousMode.ENTERED: "Nhập số liệu",
    PreviousMode.UNITS: "Cộng báo cáo của các đơn vị cũ",
    PreviousMode.NONE: "Không so sánh",
}

PREVIOUS = {
    "mode": FieldWords(
        "Số liệu kỳ trước", "Cột “Kỳ trước” và “So sánh” của Phụ lục I lấy theo lựa chọn này."
    ),
    "allows_parts": FieldWords(
        "Vẫn so sánh và ghi rõ lý do",
        "Lý do được in dưới tên Phụ lục I, cạnh câu “không so sánh được trọn vẹn”.",
    ),
    "note": FieldWords(
        "Lý do", "Ghi vì sao vẫn so sánh được.", "Phần chia tách không đáng kể, đã thống nhất với đơn vị bạn"
    ),
}

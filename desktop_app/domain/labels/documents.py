"""Words of the register of documents."""

from enum import StrEnum

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.documents import Direction, NumberSeries

_DAY = "ngày/tháng/năm"

DIRECTIONS: dict[StrEnum, str] = {
    Direction.OUTGOING: "Văn bản đi",
    Direction.INCOMING: "Văn bản đến",
    Direction.BASIS: "Văn bản làm căn cứ",
}
SERIES: dict[StrEnum, str] = {
    NumberSeries.COMMITTEE: "Ban Chỉ đạo",
    NumberSeries.FRONT: "Mặt trận Tổ quốc",
    NumberSeries.OTHER: "Cơ quan khác",
}

WORDS = RegisterWords(
    page="Văn bản",
    one="văn bản",
    new_button="Thêm văn bản",
    empty_hint="Chưa có văn bản nào. Bấm “Thêm văn bản” (Ctrl+N) để vào sổ văn bản đầu tiên của năm.",
    search_example="Tìm không dấu: ke hoach, 28/CT-TTg…",
    fields={
        "abstract": FieldWords("Trích yếu", "Ghi như trên văn bản.", "Triển khai Cuộc vận động năm…"),
        "direction": FieldWords("Loại sổ", "Văn bản đi, văn bản đến hay văn bản làm căn cứ."),
        "series": FieldWords("Hệ số", "Ban Chỉ đạo dùng con dấu của Mặt trận vẫn đánh số riêng."),
        "number": FieldWords("Số", "Gõ cả số và ký hiệu (05/KH-MTTQ-BCĐ) thì được tách ra.", "05"),
        "symbol": FieldWords("Ký hiệu", "", "KH-MTTQ-BCĐ"),
        "issued_on": FieldWords("Ngày ban hành", "Văn bản thuộc kỳ báo cáo có ngày này.", _DAY),
        "doc_type": FieldWords("Tên loại", "Giấy mời không tính vào số văn bản ban hành.", "Kế hoạch"),
        "issuer": FieldWords("Cơ quan ban hành", "", "Ban Chỉ đạo Cuộc vận động huyện"),
        "signer": FieldWords("Người ký"),
        "signer_title": FieldWords("Chức vụ người ký", "", "Trưởng ban"),
        "content_code": FieldWords("Nhóm nội dung"),
        "is_period_report": FieldWords(
            "Là báo cáo của chính kỳ này", "Báo cáo của kỳ không tính vào số văn bản đã ban hành trong kỳ."
        ),
        "received_on": FieldWords("Ngày đến", "", _DAY),
        "reply_due_on": FieldWords(
            "Hạn trả lời", "Văn bản đi nhắc số văn bản này được coi là trả lời.", _DAY
        ),
        "short_name": FieldWords("Tên gọi tắt", "Dùng khi viện dẫn từ lần thứ hai.", "Chỉ thị số 03-CT/TW"),
        "recipients": FieldWords("Nơi nhận", "Cách nhau bằng dấu chấm phẩy."),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung", "details": "Chi tiết"},
    choices={
        Direction: DIRECTIONS,
        NumberSeries: SERIES,
    },
)

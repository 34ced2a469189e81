"""Words of a plan and its parts."""

from collections.abc import Mapping

from desktop_app.domain.labels.words import FieldWords

PLAN: Mapping[str, FieldWords] = {
    "name": FieldWords("Tên trong danh sách", "Chỉ hiện trong chương trình, không in ra báo cáo."),
    "kind": FieldWords("Loại văn bản", example="Kế hoạch"),
    "number": FieldWords("Số, ký hiệu", "Để trống khi chưa biết; báo cáo sẽ không nêu số.", "05/KH-MTTQ-BCĐ"),
    "issued_on": FieldWords("Ngày ban hành"),
    "issuer": FieldWords("Cơ quan ban hành", example="Ban Chỉ đạo Cuộc vận động tỉnh …"),
    "title": FieldWords("Trích yếu", "Câu mở đầu báo cáo dẫn văn bản này: “… về {trích yếu}”."),
    "email": FieldWords("Thư điện tử nhận báo cáo ghi trong kế hoạch"),
    "addressees": FieldWords("Kính gửi", "Mỗi dòng một nơi."),
    "recipients": FieldWords("Nơi nhận", "Không ghi dấu gạch đầu dòng."),
    "items": FieldWords("Tên nội dung và nhóm nội dung chung"),
    "legal_bases": FieldWords("Văn bản"),
    "standing_events": FieldWords("Ngày và tên ngày"),
}

PLAN_TEXTS: Mapping[str, FieldWords] = {
    "subject": FieldWords("Trích yếu của kế hoạch đơn vị"),
    "number": FieldWords("Số", "Chỉ ghi số; để trống để văn thư ghi.", "05"),
    "issued_on": FieldWords("Ngày ban hành", "", "ngày/tháng/năm"),
    "note": FieldWords(
        "Lý do điều chỉnh, bổ sung",
        "Nội dung đã khác bản in trước; lý do được giữ cùng bản mới.",
        "Ví dụ: bổ sung nhiệm vụ theo chỉ đạo của tỉnh",
    ),
}
"""What stands around the text of the office's own plan."""

DEADLINES: Mapping[str, str] = {
    "annual": "Báo cáo năm",
    "half_year": "Báo cáo 6 tháng",
    "awards": "Hồ sơ khen thưởng",
}

PLACEHOLDERS: Mapping[str, str] = {
    "province": "tỉnh",
    "unit": "đơn vị",
    "unit_type": "cấp",
    "party_committee": "cấp ủy",
    "year": "năm",
    "next_year": "năm sau",
    "archive": "nơi lưu",
}
"""What officers see for the placeholders of a plan's texts."""

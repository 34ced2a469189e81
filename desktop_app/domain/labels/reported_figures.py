"""Words of the figures of other bodies."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.reported_figures import BodyKind

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Số liệu các đơn vị",
    one="biểu số liệu",
    new_button="Thêm đơn vị",
    empty_hint="Chưa có đơn vị nào. Bấm “Thêm đơn vị” (Ctrl+N) rồi “Gửi biểu” để lấy số liệu của đơn vị khác.",
    search_example="Tìm không dấu: hoi phu nu, quan ly thi truong…",
    fields={
        "body": FieldWords("Đơn vị cung cấp số liệu", "", "Hội Liên hiệp Phụ nữ huyện"),
        "body_kind": FieldWords("Loại đơn vị"),
        "report_number": FieldWords("Số báo cáo của đơn vị", "", "35/BC-HPN"),
        "period_from": FieldWords("Số liệu từ ngày", "", _DAY),
        "period_to": FieldWords("Đến ngày", "Thuộc kỳ báo cáo có ngày này.", _DAY),
        "asked_on": FieldWords("Đã gửi biểu ngày", "", _DAY),
        "due_on": FieldWords("Hạn trả lời", "", _DAY),
        "answered_on": FieldWords("Đã nhận ngày", "", _DAY),
        "is_counted": FieldWords(
            "Tính vào báo cáo", "Bỏ dấu nếu số liệu đã có trong hoạt động của đơn vị mình."
        ),
        "joint_note": FieldWords("Hoạt động chung", "Hoạt động phối hợp nào do đơn vị nào tính số liệu."),
        "figures": FieldWords("Số liệu", "Chỉ ghi số đã có; ô để trống không tính."),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung", "figures": "Số liệu"},
    choices={
        BodyKind: {
            BodyKind.COMMUNE: "Xã, phường, thị trấn",
            BodyKind.MASS_ORGANIZATION: "Tổ chức chính trị - xã hội",
            BodyKind.MARKET_CONTROL: "Quản lý thị trường",
            BodyKind.DEPARTMENT: "Phòng, ban, cơ quan",
            BodyKind.ENTERPRISE: "Doanh nghiệp",
            BodyKind.OTHER: "Đơn vị khác",
        }
    },
)

"""Words of the register of lower units."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.subunits import CommitteeStatus

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Đơn vị cấp dưới",
    one="đơn vị cấp dưới",
    new_button="Thêm đơn vị",
    empty_hint="Chưa có đơn vị cấp dưới nào. Bấm “Thêm đơn vị” (Ctrl+N) hoặc lấy danh sách từ bảng đơn vị.",
    search_example="Tìm không dấu: dong giang, phu long…",
    fields={
        "name": FieldWords("Tên đơn vị", "", "Xã Đông Giang"),
        "unit_code": FieldWords("Mã đơn vị", "Mã của bảng đơn vị hành chính."),
        "committee_status": FieldWords("Ban Chỉ đạo", "Có Ban Chỉ đạo, có bộ phận phụ trách hay chưa có."),
        "established_on": FieldWords("Thành lập ngày", "Để trống nếu có từ trước.", _DAY),
        "abolished_on": FieldWords("Kết thúc hoạt động ngày", "", _DAY),
        "decision_number": FieldWords("Số quyết định thành lập"),
        "head": FieldWords("Người đứng đầu"),
        "plan_issued": FieldWords("Đã ban hành kế hoạch năm"),
        "plan_number": FieldWords("Số kế hoạch"),
        "plan_issued_on": FieldWords("Ngày ban hành kế hoạch", "", _DAY),
        "valid_from": FieldWords("Đơn vị có từ ngày", "", _DAY),
        "valid_to": FieldWords("Đến hết ngày", "Ngày cuối trước khi sáp nhập.", _DAY),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung"},
    choices={
        CommitteeStatus: {
            CommitteeStatus.NONE: "Chưa có",
            CommitteeStatus.PROPOSED: "Đã tham mưu thành lập",
            CommitteeStatus.SECTION: "Có bộ phận phụ trách",
            CommitteeStatus.COMMITTEE: "Có Ban Chỉ đạo",
        }
    },
)

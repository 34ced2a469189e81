"""Words of the tasks of the yearly plan."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.tasks import DueKind, TaskStatus

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Kế hoạch",
    one="nhiệm vụ",
    new_button="Thêm nhiệm vụ",
    empty_hint="Chưa có nhiệm vụ nào trong kế hoạch năm. Bấm “Lấy từ kế hoạch” hoặc “Thêm nhiệm vụ” (Ctrl+N).",
    search_example="Tìm không dấu: hoi nghi, phong kinh te…",
    fields={
        "title": FieldWords("Nhiệm vụ", "", "Tổ chức phiên chợ hàng Việt về xã…"),
        "due_on": FieldWords("Hạn hoàn thành", "Ngày cuối của tháng, quý, năm nếu không định ngày.", _DAY),
        "due_kind": FieldWords("Cách ghi hạn"),
        "plan_items": FieldWords("Nội dung của kế hoạch"),
        "content_code": FieldWords("Nhóm nội dung"),
        "responsible": FieldWords("Đơn vị chủ trì"),
        "member": FieldWords("Thành viên phụ trách"),
        "partners": FieldWords("Đơn vị phối hợp", "Cách nhau bằng dấu chấm phẩy."),
        "status": FieldWords("Trạng thái"),
        "starts_on": FieldWords("Bắt đầu từ ngày", "", _DAY),
        "target_indicator": FieldWords("Chỉ tiêu", "Tiến độ được tính từ số liệu của các hoạt động."),
        "target_value": FieldWords("Mức cần đạt"),
        "is_standing": FieldWords("Việc thường kỳ hằng năm"),
        "result": FieldWords("Kết quả"),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung"},
    choices={
        DueKind: {
            DueKind.DAY: "Theo ngày",
            DueKind.MONTH: "Theo tháng",
            DueKind.QUARTER: "Theo quý",
            DueKind.YEAR: "Cả năm",
        },
        TaskStatus: {
            TaskStatus.OPEN: "Chưa thực hiện",
            TaskStatus.IN_PROGRESS: "Đang thực hiện",
            TaskStatus.DONE: "Hoàn thành",
            TaskStatus.CANCELLED: "Không thực hiện",
        },
    },
)

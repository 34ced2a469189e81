"""Words of the tasks of the yearly plan."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.vietnamese.dates import format_date, roman

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Kế hoạch",
    one="nhiệm vụ",
    new_button="Thêm nhiệm vụ",
    empty_hint="Chưa có nhiệm vụ nào trong kế hoạch năm. Bấm “Lấy từ kế hoạch” hoặc “Thêm nhiệm vụ” (Ctrl+N).",
    search_example="Tìm không dấu: hoi nghi, phong kinh te…",
    fields={
        "title": FieldWords("Nhiệm vụ", "", "Tổ chức phiên chợ hàng Việt về xã…"),
        "due_on": FieldWords(
            "Hạn hoàn thành", "Hạn theo tháng, quý, năm: ghi một ngày trong tháng, quý, năm đó.", _DAY
        ),
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

LATE = "Quá hạn"
NOT_DONE = f"{TaskStatus.OPEN}|{TaskStatus.IN_PROGRESS}"
"""Value of the filter by state for tasks that are still to be done."""


def due_words(task: Task) -> str:
    """Return until when a task is to be done: "15/03/2023", "Tháng 3", "Quý II", "Cả năm"."""
    day = task.due_on
    if day is None:
        return ""
    if task.due_kind is DueKind.DAY:
        return format_date(day)
    if task.due_kind is DueKind.MONTH:
        return f"Tháng {day.month}"
    if task.due_kind is DueKind.QUARTER:
        return f"Quý {roman((day.month + 2) // 3)}"
    return "Cả năm"

"""Words of the register of models and good examples."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.models import ModelKind

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Mô hình, điển hình",
    one="mô hình, điển hình",
    new_button="Thêm mô hình",
    empty_hint="Chưa có mô hình, điển hình nào. Bấm “Thêm mô hình” (Ctrl+N) để ghi cách làm hay đầu tiên.",
    search_example="Tìm không dấu: gian hang, hoi phu nu…",
    fields={
        "name": FieldWords("Tên mô hình, điển hình"),
        "kind": FieldWords("Loại"),
        "content_code": FieldWords("Nhóm nội dung"),
        "unit": FieldWords("Đơn vị, người thực hiện"),
        "place": FieldWords("Địa điểm"),
        "started_on": FieldWords("Bắt đầu từ ngày", "", _DAY),
        "ended_on": FieldWords("Kết thúc ngày", "Để trống khi còn duy trì.", _DAY),
        "participants": FieldWords("Số người, hộ tham gia"),
        "is_replicated": FieldWords("Đã được nhân rộng"),
        "description": FieldWords("Cách làm"),
        "result": FieldWords("Kết quả"),
        "praise": FieldWords("Hình thức biểu dương"),
    },
    groups={"general": "Thông tin chung"},
    choices={ModelKind: {ModelKind.MODEL: "Mô hình", ModelKind.GOOD_EXAMPLE: "Điển hình, gương tốt"}},
)

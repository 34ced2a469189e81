"""Words of the register of purchases."""

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.procurement import ProcurementKind

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Mua sắm hàng Việt",
    one="lần mua sắm",
    new_button="Thêm lần mua sắm",
    empty_hint="Chưa có lần mua sắm nào. Bấm “Thêm lần mua sắm” (Ctrl+N) để ghi lần đầu tiên của năm.",
    search_example="Tìm không dấu: phong giao duc, qua tang…",
    fields={
        "unit": FieldWords(
            "Đơn vị mua sắm", "Cơ quan, đơn vị sử dụng ngân sách.", "Phòng Giáo dục và Đào tạo"
        ),
        "kind": FieldWords("Loại mua sắm"),
        "goods": FieldWords("Mặt hàng", "", "Bàn ghế học sinh"),
        "period_from": FieldWords("Từ ngày", "Lần mua sắm thuộc kỳ báo cáo có ngày này.", _DAY),
        "period_to": FieldWords("Đến ngày", "", _DAY),
        "total_vnd": FieldWords("Tổng giá trị", "Gõ 500.000 hoặc 1,5 triệu.", "đồng"),
        "vietnamese_vnd": FieldWords("Trong đó hàng Việt Nam", "Tỷ lệ được tính từ hai số này.", "đồng"),
        "local_vnd": FieldWords("Trong đó hàng của tỉnh", "", "đồng"),
        "gift_count": FieldWords("Số suất quà", "Chỉ ghi khi mua quà biếu, quà tặng."),
        "supplier": FieldWords("Nhà cung cấp"),
        "activity": FieldWords("Hoạt động liên quan", "Hoạt động kể về lần mua sắm này."),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung"},
    choices={
        ProcurementKind: {
            ProcurementKind.ASSETS: "Tài sản, trang thiết bị",
            ProcurementKind.SUPPLIES: "Vật tư, văn phòng phẩm",
            ProcurementKind.SCHOOL: "Dụng cụ học tập, đồng phục",
            ProcurementKind.MEDICINE: "Thuốc, vật tư y tế",
            ProcurementKind.GIFTS: "Quà biếu, quà tặng",
            ProcurementKind.OTHER: "Loại khác",
        }
    },
)

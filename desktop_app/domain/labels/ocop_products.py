"""Words of the register of OCOP and characteristic products."""

from enum import StrEnum

from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.ocop_products import OwnerType, ProductKind

_DAY = "ngày/tháng/năm"

OWNER_TYPES: dict[StrEnum, str] = {
    OwnerType.COOPERATIVE: "Hợp tác xã",
    OwnerType.COMPANY: "Công ty",
    OwnerType.HOUSEHOLD: "Hộ kinh doanh",
    OwnerType.COOP_GROUP: "Tổ hợp tác",
    OwnerType.OTHER: "Loại khác",
}

WORDS = RegisterWords(
    page="Sản phẩm OCOP, đặc trưng",
    one="sản phẩm",
    new_button="Thêm sản phẩm",
    empty_hint="Chưa có sản phẩm nào. Bấm “Thêm sản phẩm” (Ctrl+N) để ghi sản phẩm đầu tiên.",
    search_example="Tìm không dấu: thanh long, hop tac xa…",
    fields={
        "name": FieldWords("Tên sản phẩm"),
        "kind": FieldWords("Loại"),
        "product_group": FieldWords("Nhóm sản phẩm", "", "Thực phẩm"),
        "owner": FieldWords("Chủ thể"),
        "owner_type": FieldWords("Loại chủ thể"),
        "commune": FieldWords("Xã, phường, thị trấn"),
        "stars": FieldWords("Hạng sao", "Từ 1 đến 5; để trống nếu chưa xếp hạng."),
        "decision_number": FieldWords("Số quyết định công nhận", "", "407/QĐ-UBND"),
        "recognized_on": FieldWords("Ngày công nhận", "Tính vào kỳ báo cáo có ngày này.", _DAY),
        "expires_on": FieldWords("Hiệu lực đến ngày", "Thường là 36 tháng sau ngày công nhận.", _DAY),
        "recognized_by": FieldWords("Cơ quan công nhận", "", "UBND tỉnh"),
        "annual_revenue_vnd": FieldWords("Doanh thu năm", "", "đồng"),
        "on_ecommerce": FieldWords("Đã lên sàn thương mại điện tử"),
        "traceability": FieldWords("Có truy xuất nguồn gốc"),
        "trademark": FieldWords("Nhãn hiệu"),
        "geographical_indication": FieldWords("Chỉ dẫn địa lý"),
        "craft_village": FieldWords("Làng nghề"),
        "platforms": FieldWords("Sàn, kênh bán hàng", "Cách nhau bằng dấu chấm phẩy."),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung", "details": "Chi tiết"},
    choices={
        ProductKind: {
            ProductKind.OCOP: "Sản phẩm OCOP",
            ProductKind.KEY: "Sản phẩm chủ lực",
            ProductKind.SPECIALTY: "Đặc sản, sản phẩm đặc trưng",
            ProductKind.CRAFT: "Sản phẩm làng nghề",
        },
        OwnerType: OWNER_TYPES,
    },
)

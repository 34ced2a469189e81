"""Words of the register of enterprises, co-operatives and household businesses."""

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.labels.ocop_products import OWNER_TYPES
from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.enterprises import SupportKind
from desktop_app.domain.records.ocop_products import OwnerType

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Doanh nghiệp, hợp tác xã",
    one="doanh nghiệp, hợp tác xã",
    new_button="Thêm doanh nghiệp",
    empty_hint="Chưa có doanh nghiệp, hợp tác xã nào. Bấm “Thêm doanh nghiệp” (Ctrl+N) để bắt đầu.",
    search_example="Tìm không dấu: hop tac xa, thanh long…",
    fields={
        "name": FieldWords("Tên doanh nghiệp, hợp tác xã, hộ"),
        "kind": FieldWords("Loại hình"),
        "commune": FieldWords("Xã, phường, thị trấn"),
        "address": FieldWords("Địa chỉ"),
        "representative": FieldWords("Người đại diện"),
        "field": FieldWords("Lĩnh vực"),
        "products": FieldWords("Sản phẩm, hàng hóa", "Cách nhau bằng dấu chấm phẩy."),
        "signed_commitment_on": FieldWords(
            "Ký cam kết ngày", "Cam kết bảo vệ quyền lợi người tiêu dùng.", _DAY
        ),
        "website": FieldWords("Trang mạng, sàn bán hàng"),
        "supports": FieldWords("Hỗ trợ đã nhận", "Mỗi lần hỗ trợ một dòng."),
        "phone": FieldWords("Điện thoại"),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung", "supports": "Hỗ trợ", "details": "Chi tiết"},
    choices={
        OwnerType: OWNER_TYPES,
        SupportKind: {
            SupportKind.CAPITAL: "Tiếp cận vốn",
            SupportKind.TECHNOLOGY: "Đổi mới công nghệ",
            SupportKind.START_UP: "Khởi nghiệp",
            SupportKind.INDUSTRY_PROMOTION: "Khuyến công",
            SupportKind.TRADE_PROMOTION: "Xúc tiến thương mại",
            SupportKind.TRADEMARK: "Nhãn hiệu, truy xuất nguồn gốc",
            SupportKind.TRAINING: "Đào tạo, tập huấn",
            SupportKind.OTHER: "Hỗ trợ khác",
        },
        FundGroup: FUND_GROUPS,
    },
    rows={
        "supports": {
            "given_on": FieldWords("Ngày", "", _DAY),
            "kind": FieldWords("Loại hỗ trợ"),
            "content": FieldWords("Nội dung"),
            "amount_vnd": FieldWords("Giá trị", "", "đồng"),
            "source": FieldWords("Nguồn"),
            "group": FieldWords("Nhóm nguồn"),
            "in_kind": FieldWords("Bằng hiện vật"),
            "activity": FieldWords("Hoạt động đã ghi khoản này", "Chọn để không tính hai lần."),
        }
    },
    add_row={"supports": "Thêm lần hỗ trợ"},
)

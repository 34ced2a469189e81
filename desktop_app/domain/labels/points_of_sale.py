"""Words of the register of points of sale."""

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.points_of_sale import OutletKind

_DAY = "ngày/tháng/năm"

WORDS = RegisterWords(
    page="Điểm bán hàng Việt",
    one="điểm bán",
    new_button="Thêm điểm bán",
    empty_hint="Chưa có điểm bán nào. Bấm “Thêm điểm bán” (Ctrl+N) để ghi điểm bán đầu tiên.",
    search_example="Tìm không dấu: tu hao, dong giang…",
    fields={
        "name": FieldWords("Tên điểm bán"),
        "kind": FieldWords("Loại"),
        "commune": FieldWords("Xã, phường, thị trấn"),
        "address": FieldWords("Địa chỉ"),
        "manager": FieldWords("Đơn vị quản lý"),
        "area_m2": FieldWords("Diện tích (m²)"),
        "vietnamese_goods_pct": FieldWords("Tỷ lệ hàng Việt (%)", "Từ 0 đến 100.", "93,5"),
        "monthly_revenue_vnd": FieldWords("Doanh thu tháng", "", "đồng"),
        "opened_on": FieldWords("Khai trương ngày", "Điểm mở mới thuộc kỳ báo cáo có ngày này.", _DAY),
        "closed_on": FieldWords("Đóng cửa ngày", "Để trống khi còn hoạt động.", _DAY),
        "support_vnd": FieldWords("Giá trị hỗ trợ", "Hiện vật ghi theo giá trị.", "đồng"),
        "supported_on": FieldWords("Hỗ trợ ngày", "Để trống thì tính theo ngày khai trương.", _DAY),
        "support_source": FieldWords("Nguồn hỗ trợ", "", "Sở Công Thương"),
        "support_group": FieldWords("Nhóm nguồn"),
        "support_in_kind": FieldWords("Hỗ trợ bằng hiện vật"),
        "support_content": FieldWords("Nội dung hỗ trợ", "", "Biển hiệu, kệ, tủ"),
        "support_activity": FieldWords(
            "Hoạt động đã ghi khoản này",
            "Chọn hoạt động có khoản hỗ trợ này trong phần kinh phí để không tính hai lần.",
        ),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung", "support": "Hỗ trợ"},
    choices={
        OutletKind: {
            OutletKind.PROUD: "Tự hào hàng Việt Nam",
            OutletKind.ESSENCE: "Tinh hoa hàng Việt Nam",
            OutletKind.OCOP: "Cửa hàng OCOP",
            OutletKind.MARKET: "Điểm bán hàng Việt tại chợ",
            OutletKind.SUPERMARKET: "Siêu thị mini hàng Việt",
            OutletKind.MOBILE: "Điểm bán hàng Việt lưu động",
            OutletKind.OTHER: "Loại khác",
        },
        FundGroup: FUND_GROUPS,
    },
)

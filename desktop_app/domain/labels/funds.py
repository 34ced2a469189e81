"""Words of the register of funds."""

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.labels.words import FieldWords, RegisterWords
from desktop_app.domain.records.activities import FundGroup
from desktop_app.domain.records.funds import FundKind

WORDS = RegisterWords(
    page="Kinh phí",
    one="khoản kinh phí",
    new_button="Thêm khoản",
    empty_hint="Chưa có khoản nào. Bấm “Thêm khoản” (Ctrl+N) để ghi dự toán hoặc khoản chi ngoài hoạt động.",
    search_example="Tìm không dấu: ngan sach, in an…",
    fields={
        "purpose": FieldWords("Nội dung", "", "In tài liệu tuyên truyền"),
        "kind": FieldWords(
            "Loại khoản",
            "Chi cho hoạt động thì ghi ở hoạt động, không ghi lại ở đây: mỗi khoản chi một lần "
            "(TT 91/2012/TT-BTC, TT 89/2018/TT-BTC).",
        ),
        "entered_on": FieldWords("Ngày", "Khoản thuộc kỳ báo cáo có ngày này.", "ngày/tháng/năm"),
        "source": FieldWords("Nguồn", "", "Ngân sách huyện"),
        "fund_group": FieldWords("Nhóm nguồn"),
        "amount_vnd": FieldWords("Số tiền", "Gõ 500.000 hoặc 1,5 triệu.", "đồng"),
        "in_kind": FieldWords("Bằng hiện vật"),
        "content_code": FieldWords("Nhóm nội dung"),
        "voucher": FieldWords("Chứng từ, quyết định"),
        "giver": FieldWords("Đơn vị cấp, ủng hộ"),
        "note": FieldWords("Ghi chú"),
    },
    groups={"general": "Thông tin chung"},
    choices={
        FundKind: {FundKind.PLANNED: "Dự toán", FundKind.SPENT: "Đã chi (ngoài hoạt động)"},
        FundGroup: FUND_GROUPS,
    },
)

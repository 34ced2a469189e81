"""The lists that offices keep: each is known by its headings, and no line of it is lost."""

from datetime import date

import openpyxl
import pytest

from desktop_app.domain.import_preview import RowState
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeRole
from desktop_app.domain.records.tasks import DueKind
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.resource_files import checked, read_json
from desktop_app.exchange.spreadsheet.columns import ID_KEY, columns_of
from desktop_app.exchange.spreadsheet.headings import IGNORED, normal
from desktop_app.resources_path import resource
from desktop_app.vietnamese.folding import fold

LISTS = [
    ("documents", "Số, ký hiệu văn bản|Ngày tháng văn bản|Tên loại và trích yếu nội dung văn bản|Người ký"),
    ("documents", "Ngày đến|Số đến|Tác giả|Số, ký hiệu|Ngày tháng|Tên loại và trích yếu nội dung|Ký nhận"),
    ("documents", "TT|Tên văn bản|Số hiệu|Ngày, tháng, năm ban hành|Ghi chú"),
    (
        "steering_committee",
        "STT|Họ và tên|Chức vụ, đơn vị công tác|Chức danh trong Ban Chỉ đạo|Số điện thoại",
    ),
    ("steering_committee", "STT|Họ tên|Chức vụ|Đơn vị công tác|Nhiệm vụ|Ghi chú"),
    ("steering_committee", "TT|Họ và tên|Chức vụ - Đơn vị công tác|Nhiệm vụ trong Tổ"),
    ("ocop_products", "STT|Tên sản phẩm|Chủ thể|Địa chỉ|Xếp hạng|Số Quyết định|Ngày công nhận"),
    ("ocop_products", "STT|Tên chủ thể|Tên sản phẩm OCOP|Phân hạng (sao)|Năm công nhận|Xã, phường"),
    ("ocop_products", "STT|Sản phẩm|Cơ sở sản xuất|Địa chỉ sản xuất|Hạng|Thời hạn"),
    ("points_of_sale", "STT|Tên điểm bán hàng Việt|Địa chỉ|Chủ cửa hàng|Ngày khai trương|Diện tích"),
    ("points_of_sale", "TT|Tên cửa hàng/điểm bán|Địa điểm|Xã/Thị trấn|Người quản lý|Nguồn kinh phí"),
    ("awards", "STT|Họ và tên|Chức vụ|Đơn vị"),
    ("awards", "STT|Họ và tên|Chức vụ|Đơn vị|Thành tích|Ghi chú"),
    ("awards", "STT|Tập thể/Cá nhân|Hình thức khen thưởng|Số quyết định|Ngày, tháng, năm|Tiền thưởng"),
    ("enterprises", "STT|Tên doanh nghiệp/HTX|Mã số thuế|Địa chỉ|Người đại diện|Ngành nghề kinh doanh"),
    ("enterprises", "TT|Tên HTX|Giám đốc|Lĩnh vực|Xã"),
    ("models", "STT|Tên mô hình|Đơn vị thực hiện|Địa điểm|Thời gian bắt đầu|Số hộ tham gia|Kết quả"),
    ("models", "STT|Tên điển hình, cách làm hay|Nội dung|Đơn vị|Hiệu quả"),
    ("subunits", "STT|Xã, thị trấn|Ban Chỉ đạo|Số Quyết định|Ngày thành lập|Trưởng ban|Kế hoạch năm"),
    ("subunits", "STT|Tên đơn vị|Thành lập BCĐ|Quyết định thành lập (số, ngày)|Ghi chú"),
    (
        "procurement",
        "STT|Cơ quan, đơn vị|Tổng kinh phí mua sắm (triệu đồng)|Trong đó: Hàng Việt Nam (triệu đồng)",
    ),
    ("procurement", "STT|Đơn vị|Nội dung mua sắm|Số suất|Tổng giá trị|Giá trị hàng Việt|Thời gian"),
    ("funds", "STT|Nội dung chi|Số tiền|Nguồn|Ngày chi|Chứng từ"),
    ("tasks", "STT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành|Ghi chú"),
    ("tasks", "STT|Nhiệm vụ|Người phụ trách|Thời hạn|Kết quả dự kiến"),
    ("activities", "STT|Nội dung hoạt động|Thời gian|Địa điểm|Số người tham gia|Kinh phí|Kết quả"),
    ("activities", "STT|Ngày tháng|Tên hội nghị|Đơn vị tổ chức|Số lượt người|Ghi chú"),
    ("activities", "STT|Nội dung kiểm tra|Đơn vị được kiểm tra|Thời gian kiểm tra|Kết quả|Kiến nghị"),
    ("reported_figures", "STT|Đơn vị|Số báo cáo|Số liệu từ ngày|Đến ngày|Số hội nghị|Số người"),
]


@pytest.fixture
def preview(ledger):
    return lambda path: ledger.spreadsheets.preview(path)


@pytest.mark.parametrize(("register", "headings"), LISTS)
def test_a_list_is_known_by_its_headings(make, preview, register, headings):
    match = preview(make(tuple(headings.split("|")), (1,))).sheets[0].match
    assert match.register == register
    assert REGISTERS[register].naming_field in {one.key for one in match.columns}


def test_titles_tell_lists_with_the_same_headings_apart(make, preview):
    head = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác")
    office = ("BAN CHỈ ĐẠO CUỘC VẬN ĐỘNG",)
    committee = make(office, ("Danh sách thành viên Ban Chỉ đạo",), head)
    awards = make(office, ("Danh sách đề nghị khen thưởng năm 2023",), head)
    assert preview(committee).sheets[0].match.register == "steering_committee"
    assert preview(awards).sheets[0].match.register == "awards"


@pytest.mark.parametrize("counted", [True, False])
def test_a_title_in_the_column_of_positions_ends_no_table(make, preview, counted):
    rows = [("Nguyễn Văn A", "Chủ tịch", "Xã Hàm Đức"), ("Trần Thị B", "Kế toán", "Xã Đa Mi")]
    if counted:
        rows = [(number, *row) for number, row in enumerate(rows, start=1)]
    head = ("Họ và tên", "Chức vụ", "Đơn vị")
    footer = [(), ("Người lập biểu", "CHỦ TỊCH"), ("Lê Văn C", "Phạm Thị D")]
    shown = preview(make(("STT", *head) if counted else head, *rows, *footer))
    states = [row.state for row in shown.rows]
    assert states == [RowState.ERROR] * 2 + [RowState.SKIPPED] * 2
    assert "Bảng không có cột “Ngày đề nghị”" in shown.rows[0].problems[0].sentence


@pytest.mark.parametrize(
    ("written", "day", "kind"),
    [
        ("Quý II/2023", date(2023, 6, 30), DueKind.QUARTER),
        ("quý 4", date(2023, 12, 31), DueKind.QUARTER),
        ("Tháng 2/2024", date(2024, 2, 29), DueKind.MONTH),
        ("5-2023", date(2023, 5, 31), DueKind.MONTH),
        ("Cả năm", date(2023, 12, 31), DueKind.YEAR),
    ],
)
def test_a_due_period(make, preview, written, day, kind):
    (row,) = preview(make(("Nhiệm vụ", "Thời hạn"), ("Ban hành kế hoạch", written))).rows
    assert (row.record.due_on, row.record.due_kind) == (day, kind)
    assert "được hiểu là hạn" in row.remarks[0]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("10-12/5/2023", date(2023, 5, 10), date(2023, 5, 12)),
        ("10 - 12/05", date(2023, 5, 10), date(2023, 5, 12)),
        ("từ ngày 30/4 đến ngày 02/5/2023", date(2023, 4, 30), date(2023, 5, 2)),
        ("28/12/2022-03/01/2023", date(2022, 12, 28), date(2023, 1, 3)),
    ],
)
def test_a_span_of_days(make, preview, written, first, last):
    (row,) = preview(make(("Tên hoạt động", "Thời gian"), ("Phiên chợ", written))).rows
    assert (row.record.date_start, row.record.date_end) == (first, last)
    assert "được hiểu là từ" in row.remarks[0]


@pytest.mark.parametrize(
    "written", ["12-10/5/2023", "31-32/5/2023", "28-02/03", "Quý V/2023", "tháng 13/2023"]
)
def test_no_span_and_no_period(make, preview, written):
    (activity,) = preview(make(("Tên hoạt động", "Thời gian"), ("Phiên chợ", written))).rows
    (task,) = preview(make(("Nhiệm vụ", "Thời hạn"), ("Phiên chợ", written))).rows
    assert [activity.state, task.state] == [RowState.ERROR] * 2


def test_a_span_beside_its_own_end_is_refused(make, preview):
    path = make(("Tên hoạt động", "Từ ngày", "Đến ngày"), ("Phiên chợ", "10-12/5/2023", "13/5/2023"))
    assert [row.state for row in preview(path).rows] == [RowState.ERROR]


def test_other_words_for_choices_and_units(make, preview):
    (member,) = preview(make(("Họ và tên", "Chức danh"), ("Nguyễn Văn A", "Phó Trưởng ban"))).rows
    assert member.record.role is CommitteeRole.DEPUTY
    (product,) = preview(make(("Tên sản phẩm", "Xếp hạng"), ("Gạo", "4 sao"))).rows
    assert product.record.stars == 4
    (outlet,) = preview(make(("Tên điểm bán", "Diện tích"), ("Cửa hàng", "60 m2"))).rows
    assert outlet.record.area_m2 == 60


def test_the_words_of_officers_are_folded_and_lead_somewhere():
    content = checked(read_json(resource("import_headings.json")), dict[str, object], "")
    for register in REGISTERS:
        known = {one.key for one in columns_of(register)} | {ID_KEY, IGNORED}
        for key, words in content.get(register, {}).items():
            assert key in known, (register, key)
            assert words == list(map(normal, words))
    choices = {
        spec.choices.__name__: spec.choices
        for register in REGISTERS.values()
        for spec in register.specs.values()
        if spec.choices
    }
    for name, words in content["choices"].items():
        for code, forms in words.items():
            assert choices[name](code)
            assert forms == list(map(fold, forms))
    assert set(content["titles"]) == set(REGISTERS)


def test_a_footer_is_no_record_where_a_name_alone_makes_one(make, preview):
    path = make(
        ("Tên điểm bán", "Địa chỉ", "Doanh thu tháng"),
        ("Cửa hàng A", "Thôn 1", 5_000_000),
        ("Tổng cộng", None, 5_000_000),
        ("Bằng chữ: năm triệu đồng",),
        ("Người lập biểu", None, "CHỦ TỊCH"),
        ("Nguyễn Văn A", None, "Trần Thị B"),
    )
    assert [row.state for row in preview(path).rows] == [RowState.NEW] + [RowState.SKIPPED] * 4


def test_sections_are_no_records(make, preview):
    path = make(
        ("STT", "Tên sản phẩm", "Chủ thể"),
        ("I", "Xã Hàm Đức"),
        (1, "Thanh long sấy", "HTX A"),
        ("II.", "Xã Đa Mi"),
        (1, "Sầu riêng", "HTX B"),
        ("a", "Cà phê", "HTX C"),
    )
    new, passed = RowState.NEW, RowState.SKIPPED
    assert [row.state for row in preview(path).rows] == [passed, new, passed, new, new]


def test_a_second_table_is_passed_over_and_said(make, preview):
    shown = preview(
        make(
            ("STT", "Tên hoạt động", "Ngày", "Địa điểm"),
            (1, "Phiên chợ", "1/5/2023", "Xã A"),
            ("STT", "Tên hoạt động", "Ngày", "Địa điểm"),
            (2, "Hội chợ", "2/5/2023", "Xã B"),
            (),
            ("STT", "Tên điểm bán", "Xã", "Địa chỉ"),
            (1, "Cửa hàng", "Đa Mi", "Thôn 1"),
        )
    )
    new, passed = RowState.NEW, RowState.SKIPPED
    assert [row.state for row in shown.rows] == [new, passed, new, passed, passed]
    assert "lặp lại" in shown.rows[1].remarks[0]
    assert "bắt đầu ở dòng 6" in shown.rows[4].remarks[0]
    assert any("bảng khác, tiêu đề ở dòng 6" in note for note in shown.sheets[0].notes)


def test_a_merged_heading_of_two_and_three_rows_is_read_to_its_end(make, preview):
    two = make(
        ("STT", "Tên hoạt động", None, None, None, None, "Số người"),
        (None, None, "Từ ngày", "Đến ngày", "Ngân sách", "Xã hội hóa"),
        (1, "Phiên chợ", "1/5/2023", "2/5/2023", 10, 5, 100),
        merge=[("C1:D1", "Thời gian"), ("E1:F1", "Kinh phí"), ("A1:A2", "STT"), ("G1:G2", "Số người")],
    )
    shown = preview(two)
    assert [one.key for one in shown.sheets[0].match.columns] == [
        *(IGNORED, "title", "date_start", "date_end", "", "", "figures.attendees")
    ]
    assert [row.state for row in shown.rows] == [RowState.NEW]
    three = make(
        ("STT", None, None, None),
        (None, None, None, None, None),
        (None, None, None, "Tổng", "Nam"),
        (1, "Phiên chợ", "1/5/2023", 100, 40),
        merge=[
            *(("A1:A3", "STT"), ("B1:B3", "Tên hoạt động"), ("C1:C3", "Ngày")),
            *(("D1:E1", "Kết quả"), ("D2:E2", "Số người")),
        ],
    )
    shown = preview(three)
    assert shown.sheets[0].match.heading_row == 2
    assert [row.state for row in shown.rows] == [RowState.NEW]
    assert [one.heading for one in shown.sheets[0].match.unknown] == ["Số người Tổng", "Số người Nam"]


def test_values_without_a_heading_are_said(make, preview):
    shown = preview(
        make(("Tên hoạt động", "Ngày"), ("Phiên chợ", "1/5/2023", 12), ("Hội chợ", "2/5/2023", 7))
    )
    assert any(
        "Cột không có tiêu đề nhưng có dữ liệu" in note and "C" in note for note in shown.sheets[0].notes
    )


def test_a_formula_whose_result_is_left_empty_is_refused(tmp_path, preview):
    workbook = openpyxl.Workbook()
    workbook.active.append(["Tên hoạt động", "Ngày"])
    workbook.active.append(['=HYPERLINK("x","Phiên chợ")', "1/5/2023"])
    workbook.save(tmp_path / "a.xlsx")
    (row,) = preview(tmp_path / "a.xlsx").rows
    assert "không lưu kết quả" in row.problems[0].sentence


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Danh sách Tổ giúp việc Ban Chỉ đạo", CommitteeBody.SUPPORT_TEAM),
        ("Danh sách Ban Chỉ đạo và Tổ giúp việc", CommitteeBody.COMMITTEE),
        ("Danh sách Ban Chỉ đạo, Tổ giúp việc", CommitteeBody.COMMITTEE),
        ("Danh sách thành viên Ban Chỉ đạo", CommitteeBody.COMMITTEE),
    ],
)
def test_members_of_the_helper_team_are_told_by_the_title(make, preview, title, body):
    (row,) = preview(make((title,), ("Họ và tên", "Nhiệm vụ trong Tổ"), ("Trần Văn C", "Thành viên"))).rows
    assert row.record.body is body

"""What a preview says of whole sheets: headings found, rows told apart, records matched."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.import_preview import NEW_RECORD, RowState, SheetChoice
from desktop_app.domain.records.activities import Activity
from desktop_app.errors import CancelledError
from desktop_app.vietnamese.legacy_fonts import LegacyEncoding
from tests.records import activity, nominee

HEAD = ("Tên hoạt động", "Từ ngày", "Địa điểm", "Số người tham dự")
SHEETS = Path(__file__).parents[3] / "files" / "sheets"


@pytest.fixture
def preview(ledger):
    return lambda path, choices=None: ledger.spreadsheets.preview(path, choices)


def states(preview):
    return [row.state for row in preview.rows]


def match_of(preview):
    return preview.sheets[0].match


def test_a_plain_sheet(make, preview):
    shown = preview(make(HEAD, ("Phiên chợ", date(2023, 5, 9), "Xã La Dạ", 45)))
    (row,) = shown.rows
    assert row.state is RowState.NEW
    assert row.row == 2
    assert isinstance(row.record, Activity)
    assert row.record.figures == {"attendees": 45}
    assert row.record.date_start == date(2023, 5, 9)
    assert shown.open_questions == ()


def test_the_heading_stands_below_titles(make, preview):
    shown = preview(
        make(
            ("ỦY BAN MTTQ VIỆT NAM",),
            ("DANH SÁCH HOẠT ĐỘNG NĂM 2023",),
            (),
            (None, None, None, "ĐVT: triệu đồng"),
            ("STT", "TÊN HOẠT ĐỘNG (*)", "Ngày tổ chức", "Giá trị quà tặng (đồng)"),
            ("(1)", "(2)", "(3)", "(4)"),
            (1, "Phiên chợ", "9/5/2023"),
        )
    )
    assert match_of(shown).heading_row == 4
    assert [row.state for row in shown.rows] == [RowState.SKIPPED, RowState.NEW]
    assert "đánh số" in shown.rows[0].remarks[0]


def test_a_heading_of_two_rows(make, preview):
    path = make(
        ("Tên hoạt động", None, None, "Địa điểm"),
        (None, "Từ ngày", "Đến ngày", None),
        ("Hội nghị", date(2023, 3, 1), date(2023, 3, 2), "Xã Đông Giang"),
        merge=[("B1:C1", "Thời gian"), ("A1:A2", "Tên hoạt động"), ("D1:D2", "Địa điểm")],
    )
    shown = preview(path)
    assert [one.key for one in match_of(shown).columns] == ["title", "date_start", "date_end", "place"]
    assert shown.rows[0].record.date_end == date(2023, 3, 2)


def test_unknown_columns_are_listed_and_can_be_matched_and_remembered(make, preview, ledger):
    path = make(("Tên hoạt động", "Từ ngày", "Tên riêng của huyện"), ("Hội nghị", "1/3/2023", "Xã La Dạ"))
    shown = preview(path)
    (unknown,) = match_of(shown).unknown
    assert unknown.heading == "Tên riêng của huyện"
    assert unknown.sample == ("Xã La Dạ",)
    assert any("Tên riêng của huyện" in note for note in shown.sheets[0].notes)
    again = preview(path, {"Sheet1": SheetChoice(columns={unknown.folded: "place"})})
    assert again.rows[0].record.place == "Xã La Dạ"
    ledger.spreadsheets.remember("activities", {unknown.folded: "place"})
    assert preview(path).rows[0].record.place == "Xã La Dạ"


def test_a_column_can_be_left_out(make, preview):
    path = make(HEAD, ("Phiên chợ", "9/5/2023", "Xã La Dạ", "không rõ"))
    assert states(preview(path)) == [RowState.ERROR]
    choice = SheetChoice(columns={"so nguoi tham du": "-"})
    assert states(preview(path, {"Sheet1": choice})) == [RowState.NEW]


def test_a_heading_twice_counts_once(make, preview):
    shown = preview(make((*HEAD, "Địa điểm"), ("Phiên chợ", "9/5/2023", "Xã A", 1, "Xã B")))
    assert shown.rows[0].record.place == "Xã A"
    assert [one.letters for one in match_of(shown).unknown] == ["E"]


def test_money_in_the_unit_of_heading_or_sheet(make, preview):
    above = make(
        ("ĐVT: triệu đồng",),
        ("Nội dung chi", "Ngày chi", "Số tiền", "Nguồn kinh phí"),
        ("In pano", "9/5/2023", 1.5, "Ngân sách xã"),
    )
    shown = preview(above)
    assert match_of(shown).register == "funds"
    assert shown.rows[0].record.amount_vnd == 1_500_000
    assert any("1.000.000" in note for note in shown.sheets[0].notes)
    own = make(
        ("Nội dung chi", "Ngày chi", "Số tiền (nghìn đồng)", "Nguồn kinh phí"), ("In", "9/5/2023", 500, "A")
    )
    assert preview(own).rows[0].record.amount_vnd == 500_000


def test_footers_and_titles_within_are_passed_over(make, preview):
    path = make(
        ("STT", *HEAD),
        (None, None, None, None, None),
        (1, "Phiên chợ", "9/5/2023", "Xã A", 5),
        (None, "Tổng cộng", None, None, 5),
        (),
        (None, None, "Hàm Thuận Bắc, ngày 22 tháng 11 năm 2023"),
        (None, "NGƯỜI LẬP BIỂU", None, "TM. BAN THƯỜNG TRỰC"),
        (None, "Nguyễn Văn A", None, "Trần Thị B"),
        merge=[("A2:E2", "I. CÔNG TÁC TUYÊN TRUYỀN")],
    )
    shown = preview(path)
    assert [(row.row, row.state) for row in shown.rows] == [
        (2, RowState.SKIPPED),
        (3, RowState.NEW),
        (4, RowState.SKIPPED),
        (6, RowState.SKIPPED),
        (7, RowState.SKIPPED),
        (8, RowState.SKIPPED),
    ]
    assert all(row.remarks for row in shown.rows if row.state is RowState.SKIPPED)


def test_a_complete_row_is_data_whatever_it_is_called(make, preview):
    path = make(
        HEAD, ("Tổng cộng", "9/5/2023"), ("Chủ tịch thăm chợ", "9/5/2023"), ("Nơi nhận quà", "9/6/2023")
    )
    assert states(preview(path)) == [RowState.NEW] * 3


def test_a_row_without_its_name_is_an_error_and_no_footer(make, preview):
    path = make(HEAD, (None, "ngày 09 tháng 6 năm 2022", "Xã A", 5), (None, None, "Xã B", 5))
    assert states(preview(path)) == [RowState.ERROR] * 2


def test_hidden_rows_and_sheets_are_passed_over_unless_asked_for(make, preview):
    path = make(
        HEAD,
        ("Hiện", "9/5/2023"),
        ("Ẩn", "9/5/2023"),
        hidden_rows=[2],
        change=lambda workbook, sheet: workbook.add_worksheet("Nháp").hide(),
    )
    shown = preview(path)
    assert states(shown) == [RowState.NEW, RowState.SKIPPED]
    assert "ẩn" in shown.rows[1].remarks[0]
    assert "ẩn" in shown.sheets[1].notes[0]
    assert states(preview(path, {"Sheet1": SheetChoice(with_hidden_rows=True)})) == [RowState.NEW] * 2


def test_merged_cells_below_the_heading(make, preview):
    path = make(
        HEAD,
        ("Phiên chợ 1", "9/5/2023", None, 1),
        ("Phiên chợ 2", "10/5/2023", None, 2),
        merge=[("C2:C3", "Xã La Dạ")],
    )
    rows = preview(path).rows
    assert [row.record.place for row in rows] == ["Xã La Dạ"] * 2
    assert "C2" in rows[1].remarks[0]


def test_a_number_merged_over_rows_belongs_to_none(make, preview):
    path = make(HEAD, ("Chợ 1", "9/5/2023", "A"), ("Chợ 2", "10/5/2023", "B"), merge=[("D2:D3", 500)])
    for row in preview(path).rows:
        assert row.state is RowState.ERROR
        assert "ô gộp" in row.problems[0].sentence


def test_an_error_names_its_cell(make, preview):
    shown = preview(
        make((), ("",), HEAD, ("Phiên chợ", "31/02/2023", "Xã A", "1,5"), (None, "1/3/2023", "Xã B"))
    )
    first, second = shown.rows
    assert [one.address for one in first.problems] == ["B4", "D4"]
    assert first.problems[0].label == "Từ ngày"
    assert second.state is RowState.ERROR
    assert second.problems[0].address == "A5"
    assert "2 dòng có lỗi" in shown.open_questions[0]


def test_what_the_record_forbids_is_an_error_of_the_row(make, preview):
    path = make(("Tên hoạt động", "Từ ngày", "Đến ngày"), ("Hội nghị", "9/5/2023", "8/5/2023"))
    (row,) = preview(path).rows
    assert row.problems[0].address == "C2"
    assert "trước khi bắt đầu" in row.problems[0].sentence


def test_too_long_a_text_is_refused(make, preview):
    (row,) = preview(make(HEAD, ("x" * 600, "9/5/2023"))).rows
    assert row.problems[0].address == "A2"
    assert "600" in row.problems[0].sentence


def test_a_row_matches_by_id(make, preview, ledger):
    known = ledger.activities.save(activity("Tên cũ", place="Xã A", result="Giữ nguyên"))
    shown = preview(make((*HEAD, "Mã"), ("Tên mới", "20/05/2023", None, 45, known.id)))
    (row,) = shown.rows
    assert row.state is RowState.CHANGED
    assert [(one.old, one.new) for one in row.changes] == [("Tên cũ", "Tên mới"), ("", "45")]
    assert row.record.place == "Xã A"
    assert row.record.result == "Giữ nguyên"


def test_a_row_matches_by_key_without_marks_and_case(make, preview, ledger):
    known = ledger.activities.save(activity("Phiên chợ hàng Việt", place="Xã La Dạ"))
    path = make(
        HEAD,
        ("PHIÊN CHỢ  HÀNG VIỆT", "20/05/2023", "xa la da", 45),
        ("Phiên chợ hàng Việt", "21/05/2023", "Xã La Dạ", 1),
    )
    changed, new = preview(path).rows
    assert changed.record.id == known.id
    assert new.state is RowState.NEW


def test_the_same_row_changes_nothing(make, preview, ledger):
    ledger.activities.save(activity("Phiên chợ", place="Xã A", figures={"attendees": 45}))
    shown = preview(make(HEAD, ("Phiên chợ", "20/05/2023", "Xã A", 45)))
    assert states(shown) == [RowState.SAME]
    assert not shown.has_something_to_write


def test_figures_join_those_that_are_there(make, preview, ledger):
    ledger.activities.save(activity("Phiên chợ", place="Xã A", figures={"gifts": 5}))
    (row,) = preview(make(HEAD, ("Phiên chợ", "20/05/2023", "Xã A", 45))).rows
    assert row.record.figures == {"gifts": 5, "attendees": 45}


def test_several_matches_are_asked(make, preview, ledger):
    first = ledger.activities.save(activity("Phiên chợ", place="Xã A"))
    second = ledger.activities.save(activity("Phiên chợ", place="Xã B"))
    shown = preview(make(("Tên hoạt động", "Từ ngày", "Kết quả"), ("Phiên chợ", "20/05/2023", "Tốt")))
    (row,) = shown.rows
    assert row.state is RowState.DOUBTFUL
    assert {one.id: one.detail for one in row.candidates} == {
        first.id: "20/05/2023, Xã A",
        second.id: "20/05/2023, Xã B",
    }
    assert shown.open_questions
    answered = ledger.spreadsheets.answer(shown, row.key, second.id)
    assert answered.rows[0].state is RowState.CHANGED
    assert answered.rows[0].record.id == second.id
    assert ledger.spreadsheets.answer(shown, row.key, NEW_RECORD).rows[0].state is RowState.NEW
    assert ledger.spreadsheets.answer(shown, row.key, "-").rows[0].state is RowState.SKIPPED
    assert shown.rows[0].state is RowState.DOUBTFUL


def test_two_rows_that_are_the_same_record(make, preview, ledger):
    row = ("Phiên chợ", "20/05/2023", "Xã A", 45)
    shown = preview(make(HEAD, row, row))
    assert states(shown) == [RowState.NEW, RowState.DOUBTFUL]
    assert "dòng 2" in shown.rows[1].remarks[0]
    known = ledger.activities.save(activity("Phiên chợ", place="Xã A"))
    assert states(preview(make(HEAD, row, row))) == [RowState.CHANGED, RowState.DOUBTFUL]
    twice = preview(make((*HEAD, "Mã"), (*row, known.id), (*row, known.id)))
    assert states(twice) == [RowState.CHANGED, RowState.ERROR]
    assert twice.rows[1].problems[0].address == "E3"


def test_a_record_in_the_trash(make, preview, ledger):
    known = ledger.activities.save(activity("Phiên chợ", place="Xã A"))
    ledger.activities.delete(known.id)
    by_id, by_key = preview(
        make((*HEAD, "Mã"), ("A", "20/05/2023", "B", 1, known.id), ("Phiên chợ", "20/05/2023", "Xã A", 1))
    ).rows
    assert by_id.state is RowState.ERROR
    assert "thùng rác" in by_id.problems[0].sentence
    assert by_key.state is RowState.NEW
    assert "Thùng rác" in by_key.remarks[0]


def test_the_number_of_a_line_is_no_id(make, preview):
    (row,) = preview(make((*HEAD, "Mã"), ("A", "20/05/2023", "B", 1, 7))).rows
    assert row.state is RowState.NEW
    assert row.record.id != "7"
    assert "không phải mã" in " ".join(row.remarks)


def test_the_code_follows_from_the_plan_item(make, preview):
    path = make(("Tên hoạt động", "Từ ngày", "Nội dung của kế hoạch"), ("Phiên chợ", "20/05/2023", "II.6"))
    assert preview(path).rows[0].record.content_code == "C6"


def test_personal_values_are_kept_and_not_shown(make, preview, ledger):
    known = ledger.awards.save(nominee())
    path = make(
        ("Họ và tên", "Ngày đề nghị", "Số CCCD", "Chức vụ", "Mã"),
        (known.name, "15/10/2023", "060179009999", "Chủ tịch", known.id),
    )
    (row,) = preview(path, {"": SheetChoice(register="awards")}).rows
    assert row.state is RowState.CHANGED
    assert row.record.phone == known.phone
    assert "060179009999" not in repr(row.changes)
    assert "060179004321" not in repr(row.changes)


def test_links_between_sheets_of_one_file(make, preview):
    def more(workbook, sheet):
        tasks = workbook.add_worksheet("Kế hoạch")
        tasks.write_row(0, 0, ["Nhiệm vụ", "Hạn hoàn thành", "Đơn vị chủ trì"])
        tasks.write_row(1, 0, ["Tổ chức 4 phiên chợ", "30/6/2023", "MTTQ"])

    path = make(
        ("Tên hoạt động", "Từ ngày", "Nhiệm vụ của kế hoạch"),
        ("Phiên chợ", "9/5/2023", "tổ chức 4 phiên chợ"),
        ("Hội nghị", "9/5/2023", "Việc không có"),
        name="Hoạt động",
        change=more,
    )
    done, wrong, task = preview(path).rows
    assert done.record.task == task.record.id
    assert wrong.problems[0].address == "C3"


def test_legacy_text_is_told_by_its_font(preview):
    for name in ("hoat_dong.xls", "hoat_dong.ods"):
        shown = preview(SHEETS / name)
        assert shown.rows[0].record.title == "Hội nghị tuyên truyền hàng Việt"
        assert shown.sheets[0].guess is None
        assert any("TCVN3" in note for note in shown.sheets[0].notes)
        assert [row.state for row in shown.rows] == [
            RowState.NEW,
            RowState.SKIPPED,
            RowState.ERROR,
            RowState.NEW,
            RowState.NEW,
            RowState.NEW,
            RowState.SKIPPED,
        ]
        assert shown.rows[3].record.place == "03"
        assert shown.rows[3].record.figures == {"attendees": 45}


def test_legacy_text_without_font_is_asked(make, preview):
    path = make(
        ("Tªn ho¹t ®éng", "Tõ ngµy", "§Þa ®iÓm"),
        ("Héi nghÞ tuyªn truyÒn hµng ViÖt", "9/5/2023", "X· §«ng Giang"),
        ("Phiªn chî ®\xada hµng ViÖt vÒ n«ng th«n", "10/5/2023", "X· La D¹"),
    )
    shown = preview(path)
    guess = shown.sheets[0].guess
    assert guess.encoding is LegacyEncoding.TCVN3
    assert guess.samples[0] == ("Tªn ho¹t ®éng", "Tên hoạt động")
    assert shown.rows[1].record.title == "Phiên chợ đưa hàng Việt về nông thôn"
    assert "phông cũ" in shown.open_questions[0]
    known = SheetChoice(encoding=LegacyEncoding.TCVN3, encoding_is_known=True)
    assert preview(path, {"": known}).open_questions == ()
    assert match_of(preview(path, {"": SheetChoice(encoding_is_known=True)})).register == ""


def test_a_sheet_of_something_else(make, preview):
    shown = preview(make(("Bảng lương",), ("Tên", "Lương"), ("A", 5)))
    assert match_of(shown).register == ""
    assert shown.rows == ()
    assert "Không tìm thấy dòng tiêu đề" in shown.sheets[0].notes[0]


def test_two_hundred_columns_and_a_late_heading(make, preview):
    wide = [f"Cột {number}" for number in range(190)]
    shown = preview(make(*[()] * 30, (*wide, *HEAD), (*[None] * 190, "Phiên chợ", "9/5/2023", "Xã A", 1)))
    assert match_of(shown).heading_row == 30
    assert shown.rows[0].record.place == "Xã A"


def test_a_preview_can_be_given_up_and_writes_nothing(make, ledger):
    path = make(HEAD, *[(f"Phiên chợ {number}", "9/5/2023") for number in range(500)])

    def stop(done, total):
        assert 0 < done <= total
        raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        ledger.spreadsheets.preview(path, progress=stop)
    ledger.spreadsheets.preview(path)
    assert ledger.operations.latest() is None

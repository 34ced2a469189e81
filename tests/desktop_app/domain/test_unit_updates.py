"""A file of newer units: faults by line and column, and what it would add or change."""

from datetime import date, datetime

import pytest

from desktop_app.domain.unit_updates import preview
from desktop_app.domain.units import COLUMNS, load_units, row_of_unit, with_updates

ENDED = ["23095", "Hàm Liêm", "xã", "commune", "68", "2025-07-01", "2026-12-31", "23095;23098"]
BEGUN = ["23095", "Hàm Liêm", "phường", "commune", "68", "01/01/2027", "", "23095"]


@pytest.fixture(scope="module")
def table():
    return load_units()


def problems(table, *rows):
    return [(one.line, one.column) for one in preview(table, [COLUMNS, *rows]).problems]


def changed(row, **values):
    return [values.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True)]


def test_new_and_changed_units_are_told(table):
    same = ["82", "Đồng Tháp", "tỉnh", "province", "", "2025-07-01", "", "82;87"]
    found = preview(table, [COLUMNS, ENDED, BEGUN, same, ["", None, "", "", "", "", "", ""]])
    assert found.problems == ()
    assert [one.full_name for one in found.added] == ["phường Hàm Liêm"]
    assert [(old.valid_to, new.valid_to) for old, new in found.changed] == [(None, date(2026, 12, 31))]
    assert found.same == 1
    newer = with_updates(table, found.units)
    assert newer.get("23095", date(2027, 1, 1)).full_name == "phường Hàm Liêm"
    assert newer.get("23095", date(2026, 12, 31)).full_name == "xã Hàm Liêm"
    assert len(newer.units) == len(table.units) + 1


def test_columns_may_stand_in_any_order_and_days_may_be_days(table):
    heading = [*reversed(COLUMNS), "ghi chú"]
    row = [*reversed(changed(ENDED, valid_to=datetime(2026, 12, 31), valid_from=date(2025, 7, 1))), "x"]
    found = preview(table, [heading, row])
    assert [new.valid_to for _, new in found.changed] == [date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"code": "2309"}, "code"),
        ({"code": "2309A"}, "code"),
        ({"code": "²3095"}, "code"),
        ({"name": " "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"type": "làng"}, "type"),
        ({"type": "huyện"}, "type"),
        ({"level": "member_body"}, "level"),
        ({"level": ""}, "level"),
        ({"parent": "99"}, "parent"),
        ({"parent": ""}, "parent"),
        ({"parent": "23089"}, "parent"),
        ({"valid_from": "31/02/2026"}, "valid_from"),
        ({"valid_to": "mai"}, "valid_to"),
        ({"valid_to": "2024-01-01"}, "valid_to"),
        ({"predecessors": "23095;abc"}, "predecessors"),
        ({"predecessors": "99999"}, "predecessors"),
        ({"predecessors": "597"}, "predecessors"),
    ],
)
def test_a_fault_is_named_with_line_and_column(table, values, column):
    assert problems(table, changed(ENDED, **values)) == [(2, column)]


def test_validity_may_not_overlap(table):
    found = preview(table, [COLUMNS, BEGUN])
    assert [(one.line, one.column) for one in found.problems] == [(2, "valid_from")]
    assert found.problems[0].text == (
        "Dòng 2, cột “valid_from”: trùng thời gian với xã Hàm Liêm cùng mã (từ 01/07/2025 đến nay); "
        "hãy thêm dòng ghi ngày kết thúc của đơn vị đó."
    )
    assert found.units == ()


def test_a_unit_may_not_end_before_those_below_it(table):
    lam_dong = ["68", "Lâm Đồng", "tỉnh", "province", "", "2025-07-01", "2026-12-31", "60;67;68"]
    found = preview(table, [COLUMNS, lam_dong])
    assert "vẫn còn 124 đơn vị trực thuộc" in found.problems[0].text


def test_a_province_has_nothing_above_it_and_no_circle_can_be_made(table):
    circle = [
        changed(ENDED, code="24000", parent="24001", valid_to="", predecessors=""),
        changed(ENDED, code="24001", parent="24000", valid_to="", predecessors=""),
    ]
    assert {column for _, column in problems(table, *circle)} >= {"parent"}
    assert problems(table, ["68", "Lâm Đồng", "tỉnh", "province", "82", "2025-07-01", "", ""]) == [
        (2, "parent")
    ]
    itself = changed(BEGUN, code="24999", predecessors="24999")
    assert problems(table, itself) == [(2, "predecessors")]


def test_a_district_code_that_lost_its_zero_is_no_province(table):
    old = ["99001", "Thử", "xã", "commune", "12", "2020-01-01", "2025-06-30", ""]
    assert table.get("12", date(2020, 1, 1)) is not None
    assert problems(table, old) == [(2, "parent")]


def test_a_unit_stands_once_in_a_file(table):
    assert problems(table, ENDED, ENDED) == [(3, "code")]


def test_files_without_columns_or_rows(table):
    found = preview(table, [["mã", "tên"]])
    assert found.problems[0].line == 1
    assert "Thiếu cột code, name" in found.problems[0].text
    assert preview(table, []).problems
    assert preview(table, [COLUMNS]).problems[0].text == "Tệp không có đơn vị nào dưới dòng tiêu đề."


def test_the_shipped_table_has_no_fault_by_these_rules(table):
    rows = [row_of_unit(one) for one in table.units]
    found = preview(table, [COLUMNS, *rows])
    assert found.problems == ()
    assert (found.units, found.same) == ((), len(table.units))

"""The shipped plans load and fit the work they plan; a broken plan is refused with file, place and fault."""

from datetime import date

import msgspec
import pytest

from desktop_app.domain.plans import available_plans, check_plan, fill, load_plan, read_plan
from desktop_app.domain.resource_files import parse_json
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

# How two districts sorted a year's activities: plan, common content, items of the plan.
SORTED_ACTIVITIES = [
    *[("BT2023", f"C{n}", (f"II.{n}",)) for n in range(1, 9)],
    ("DT2022", "C1", ("II.1",)),
    ("DT2022", "C3", ("II.1", "II.2")),
    ("DT2022", "C4", ("II.1",)),
    ("DT2022", "C5", ("II.3",)),
    ("DT2022", "C7", ("II.1",)),
    ("TH2024", "C7", ("(7)",)),
    ("TH2024", "C8", ("(7)",)),
    ("TH2024", "C1", ("(1)", "(6)")),
    ("TH2024", "C5", ("(2)", "(3)", "(4)", "(6)")),
]


def raw_plan(code="BT2023"):
    return msgspec.json.decode(resource("plans", f"{code}.json").read_bytes())


def refusal(raw):
    with pytest.raises(ResourceError) as caught:
        check_plan(raw, "ke_hoach.json")
    sentence = str(caught.value)
    assert sentence.startswith("Tệp “ke_hoach.json”")
    return sentence


def test_four_plans_are_shipped():
    assert {plan.code: len(plan.items) for plan in available_plans()} == {
        "BT2023": 8,
        "DT2022": 3,
        "TH2024": 7,
        "TW5": 5,
    }


@pytest.mark.parametrize(("code", "content", "keys"), SORTED_ACTIVITIES)
def test_items_take_the_contents_of_real_activities(code, content, keys):
    plan = load_plan(code)
    assert set(keys) <= {item.key for item in plan.items if content in item.content_codes}


def test_items_hold_the_plan_s_own_words_without_its_slips():
    texts = " ".join(item.text for plan in available_plans() for item in plan.items)
    for slip in ("phố biến", "thiêu dùng", "phù họp", "28/CT-CP", "326 /KH"):
        assert slip not in texts
    assert texts.count("“") == texts.count("”")
    assert load_plan("BT2023").item("II.6").text == (
        "Phối hợp tổ chức chương trình đưa hàng Việt về nông thôn, vùng đồng bào dân tộc thiểu số, "
        "miền núi, hải đảo."
    )


def test_item_of_unknown_key_is_none():
    assert load_plan("BT2023").item("II.9") is None


def test_every_plan_is_due_before_30_november():
    for plan in available_plans():
        due = plan.deadlines.annual
        assert (due.named_day(2023), due.inclusive) == (date(2023, 11, 30), False)


def test_outline_has_five_parts_and_tells_the_items_in_the_second():
    for plan in available_plans():
        assert [part.number for part in plan.outline] == ["I", "II", "III", "IV", "V"]
        assert [part.number for part in plan.outline if part.kind == "plan_items"] == ["II"]


def test_citations():
    assert load_plan("DT2022").citation.startswith(
        "Kế hoạch số 1505/KH-SKHĐT ngày 09/6/2022 của Sở Kế hoạch và Đầu tư tỉnh Đồng Tháp về thực hiện Chỉ thị"
    )
    assert load_plan("BT2023").citation.startswith("Kế hoạch của Ban Chỉ đạo Cuộc vận động tỉnh Bình Thuận")


def test_placeholders_are_filled_and_an_empty_archive_leaves_no_comma():
    plan = load_plan("TH2024")
    values = {
        "province": "tỉnh Thanh Hóa",
        "unit_type": "huyện",
        "party_committee": "Huyện ủy",
        "archive": "",
    }
    assert fill(plan.addressees[0], values).startswith(
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Thanh Hóa -"
    )
    assert [fill(one.text, values) for one in plan.recipients] == [
        "Như trên",
        "Thường trực Huyện ủy",
        "UBND huyện",
        "Các tổ chức chính trị - xã hội huyện",
        "Thành viên BCĐ CVĐ huyện",
        "Lưu: VT",
    ]


def test_a_loaded_plan_stands_alone_when_written():
    for plan in available_plans():
        text = msgspec.json.encode(plan)
        assert check_plan(msgspec.json.decode(text), "x.json") == plan
        assert msgspec.json.decode(text, type=type(plan)) == plan


def test_unknown_plan_is_refused():
    with pytest.raises(ResourceError, match="XX2099"):
        load_plan("XX2099")


def test_wrong_type_is_refused():
    raw = raw_plan()
    raw["items"][1]["title"] = 5
    assert "“items”, mục thứ 2, “title”: phải là chữ, không phải số nguyên" in refusal(raw)


def test_unknown_and_missing_fields_are_refused():
    raw = raw_plan()
    raw["items"][0]["colour"] = "red"
    assert "“items”, mục thứ 1: có mục lạ “colour”" in refusal(raw)
    raw = raw_plan()
    del raw["title"]
    assert "thiếu “title”" in refusal(raw)


def test_duplicate_key_is_refused():
    raw = raw_plan()
    raw["items"][3]["key"] = "II.1"
    assert "“items”, mục thứ 4: khóa “II.1” bị lặp lại" in refusal(raw)


def test_duplicate_number_is_refused():
    raw = raw_plan()
    raw["items"][3]["number"] = 1
    assert "số thứ tự 1 bị lặp lại" in refusal(raw)


@pytest.mark.parametrize("codes", [["C9"], ["C1", "C9"]])
def test_unknown_content_code_is_refused(codes):
    raw = raw_plan()
    raw["items"][2]["content_codes"] = codes
    assert "“items”, mục thứ 3, “content_codes”: nội dung “C9” không có" in refusal(raw)


def test_repeated_and_empty_content_codes_are_refused():
    raw = raw_plan()
    raw["items"][2]["content_codes"] = ["C1", "C1"]
    assert "có nội dung bị lặp lại" in refusal(raw)
    raw["items"][2]["content_codes"] = []
    assert "không được để trống" in refusal(raw)


def test_document_outside_the_library_must_be_written_out():
    raw = raw_plan()
    raw["legal_bases"][0] = "1/XX"
    assert "“legal_bases”, mục thứ 1: văn bản “1/XX” không có trong danh mục" in refusal(raw)


@pytest.mark.parametrize(
    ("text", "problem"), [("Thường trực {city}", "không có chỗ điền tên là {city}"), ("{", "không đủ cặp")]
)
def test_unknown_placeholder_is_refused(text, problem):
    raw = raw_plan()
    raw["addressees"] = [text]
    assert f"“addressees”, mục thứ 1: {problem}" in refusal(raw).replace("dấu { } ", "")


def test_impossible_days_are_refused():
    raw = raw_plan()
    raw["deadlines"] = {"annual": {"month": 11, "day": 31}}
    assert "“deadlines”, “annual”: tháng 11 không có ngày 31" in refusal(raw)
    raw["deadlines"] = {"annual": {"month": 13, "day": 1}}
    assert "“month”: số không được quá 12" in refusal(raw)


def test_a_yearly_event_on_an_impossible_day_is_refused():
    raw = raw_plan()
    raw["standing_events"] = [{"month": 2, "day": 30, "title": "Ngày hội"}]
    assert "“standing_events”, mục thứ 1: tháng 2 không có ngày 30" in refusal(raw)


def test_wrong_date_and_wrong_choice_are_refused():
    raw = raw_plan()
    raw["issued_on"] = "31/12/2023"
    assert "“issued_on”: ngày không hợp lệ" in refusal(raw)
    raw = raw_plan()
    raw["scope"] = "village"
    assert "giá trị “village” không nằm trong các giá trị được phép" in refusal(raw)


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ([("a", "text"), ("a", "plan_items")], "khóa “a” bị lặp lại"),
        ([("a", "text")], "đúng một phần kết quả"),
    ],
)
def test_broken_outlines_are_refused(parts, problem):
    raw = raw_plan()
    raw["outline"] = [{"key": key, "number": "I", "title": "A", "kind": kind} for key, kind in parts]
    assert problem in refusal(raw)


def test_items_part_with_own_subsections_is_refused():
    raw = raw_plan()
    part = {"key": "b", "number": 1, "title": "B"}
    raw["outline"] = [{"key": "a", "number": "I", "title": "A", "kind": "plan_items", "subsections": [part]}]
    assert "không được có mục con riêng" in refusal(raw)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[]", b'"BT2023"'])
def test_a_file_that_is_no_plan_is_refused(data):
    with pytest.raises(ResourceError, match="ke_hoach"):
        check_plan(parse_json(data, "ke_hoach.json"), "ke_hoach.json")


def test_a_plan_file_is_named_after_its_code(tmp_path):
    path = tmp_path / "OTHER.json"
    with pytest.raises(ResourceError, match="không đọc được tệp"):
        read_plan(path)
    path.write_bytes(resource("plans", "TW5.json").read_bytes())
    with pytest.raises(ResourceError, match="phải trùng với tên tệp"):
        read_plan(path)

import msgspec
import pytest

from desktop_app.domain.plan_editing import (
    ItemDraft,
    changed,
    due_date,
    items_of,
    legal_basis_of,
    parse_day,
    plan_fault,
    shown_template,
    stored_template,
)
from desktop_app.domain.plan_parts import DueDate
from desktop_app.domain.plans import Plan, load_plan
from desktop_app.errors import InvalidValueError

PLAN = load_plan("BT2023")


def drafts(plan: Plan) -> list[ItemDraft]:
    return [ItemDraft(item.key, item.title, item.content_codes) for item in plan.items]


def test_unchanged_items_stay_as_they_are() -> None:
    assert items_of(PLAN, drafts(PLAN)) == PLAN.items


def test_moved_items_keep_their_key_and_get_a_new_number() -> None:
    first, second, *rest = drafts(PLAN)
    moved = items_of(PLAN, [second, first, *rest])
    assert [(item.key, item.number) for item in moved[:2]] == [("II.2", 1), ("II.1", 2)]
    assert moved[0].text == PLAN.items[1].text


def test_a_new_item_gets_a_free_key() -> None:
    added = items_of(
        PLAN, [*drafts(PLAN), ItemDraft("", "Nội dung thêm", ("C1",)), ItemDraft("M9", "b", ("C2",))]
    )
    assert [item.key for item in added[-2:]] == ["M10", "M9"]
    assert added[-2].text == "Nội dung thêm"


def test_a_new_title_replaces_the_text() -> None:
    item = items_of(PLAN, [ItemDraft("II.1", "Tuyên truyền", ("C1",))])[0]
    assert item.title == item.text == "Tuyên truyền"


def test_a_changed_plan_can_be_read_again() -> None:
    plan = changed(PLAN, name="Kế hoạch sửa", items=items_of(PLAN, drafts(PLAN)[:3]))
    assert plan_fault(plan) == ""
    assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan


def test_an_unknown_placeholder_is_named() -> None:
    assert "{huyện}" in plan_fault(changed(PLAN, addressees=("UBND {huyện}",)))
    assert plan_fault(changed(PLAN, addressees=("UBND {",))) == "Dấu { } không đủ cặp."


def test_placeholders_are_shown_in_vietnamese() -> None:
    text = "UBND {unit_type}, {party_committee} {next_year}"
    assert shown_template(text) == "UBND {cấp}, {cấp ủy} {năm sau}"
    assert stored_template(shown_template(text)) == text


@pytest.mark.parametrize("text", ["30/11", " 30.11", "30-11 ", "30 11"])
def test_days_are_read(text: str) -> None:
    assert parse_day(text) == (11, 30)
    assert due_date(text, inclusive=True) == DueDate(11, 30, inclusive=True)


@pytest.mark.parametrize("text", ["31/11", "30", "30/11/2023", "0/1", "x"])
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="30/11"):
        parse_day(text)


def test_no_deadline_is_possible() -> None:
    assert due_date("  ", inclusive=False) is None


def test_the_short_name_of_a_basis_follows() -> None:
    assert legal_basis_of("Chỉ thị", "03-CT/TW", None, "Ban Bí thư", "về …").short == "Chỉ thị số 03-CT/TW"

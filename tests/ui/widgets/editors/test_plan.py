import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.plans import Plan, load_plan
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.plan import ContentEditor, PlanItemsEditor


def item_with_several_codes(plan: Plan) -> str:
    return next(item.key for item in plan.items if len(item.content_codes) > 1)


@pytest.fixture
def editors(qtbot) -> tuple[PlanItemsEditor, ContentEditor]:
    items, content = PlanItemsEditor(lambda: load_plan("BT2023")), ContentEditor()
    for editor in (items, content):
        qtbot.addWidget(editor)
    items.codes_offered.connect(content.offer)
    return items, content


def choose(combo: ComboInput, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))


def test_an_item_with_one_code_sets_it_silently(qtbot, editors) -> None:
    items, content = editors
    choose(items.focus_target(), "II.6")
    assert items.value() == ("II.6",)
    assert content.value() == "C6"
    assert items.focus_target().currentText().startswith("II.6 – Đưa hàng Việt về nông thôn")


def test_without_an_item_all_codes_can_be_chosen(editors) -> None:
    _, content = editors
    choose(content.focus_target(), "C2")
    assert content.value() == "C2"
    assert content.focus_target().count() == 9


def test_an_item_with_several_codes_asks(qtbot) -> None:
    plan = load_plan("TH2024")
    items, content = PlanItemsEditor(lambda: plan), ContentEditor()
    qtbot.addWidget(items)
    qtbot.addWidget(content)
    items.codes_offered.connect(content.offer)
    key = item_with_several_codes(plan)
    choose(items.focus_target(), key)
    assert content.value() == ""
    offered = [content.focus_target().itemData(row) for row in range(content.focus_target().count())]
    assert set(offered) == {"", *plan.item(key).content_codes}


def test_more_items_are_added_and_taken_away(qtbot, editors) -> None:
    items, _ = editors
    choose(items.focus_target(), "II.1")
    items.findChild(QPushButton, "add_plan_item").click()
    choose(items.findChild(ComboInput, "plan_items_2"), "II.4")
    assert items.value() == ("II.1", "II.4")
    with qtbot.waitSignal(items.edited):
        items.findChild(QPushButton, "remove_plan_item").click()
    assert items.value() == ("II.1",)


def test_an_item_of_another_plan_is_kept(editors) -> None:
    items, _ = editors
    items.set_value(("(3)", "II.2"))
    assert items.value() == ("(3)", "II.2")
    assert items.raw() == ["(3)", "II.2"]
    items.set_raw(["II.5"])
    assert items.value() == ("II.5",)

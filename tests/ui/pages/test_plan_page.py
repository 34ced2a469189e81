"""The page of the yearly plan: its three parts, walked by keys, found by their names."""

import pytest
from PySide6.QtCore import Qt

from ui.app import Session
from ui.pages.plan_page import PlanPage
from ui.pages.plan_text_page import PlanTextPage
from ui.pages.tasks_page import TasksPage


@pytest.fixture
def page(sample_session: Session) -> PlanPage:
    sample_session.window.show_page("plan")
    made = sample_session.window.current_page()
    assert isinstance(made, PlanPage)
    return made


def test_its_parts_are_walked_by_keys(qtbot, page: PlanPage, sample_session: Session) -> None:
    assert isinstance(page.current(), TasksPage)
    sample_session.window.activateWindow()
    qtbot.waitUntil(sample_session.window.isActiveWindow)
    qtbot.keyClick(page.current(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(page.current(), PlanTextPage)
    qtbot.keyClick(page.current(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.current() is page.part("plan_versions")


def test_the_window_finds_a_part_by_its_name(page: PlanPage, sample_session: Session) -> None:
    sample_session.window.show_page("plan_versions")
    assert page.current() is page.part("plan_versions")
    sample_session.window.show_page("tasks", "BT-HTB-N04")
    tasks = page.current()
    assert isinstance(tasks, TasksPage)
    assert tasks.panel.record_id() == "BT-HTB-N04"


@pytest.mark.parametrize("size", [(1366, 728), (1024, 600)])
def test_the_names_of_tasks_have_room(page: PlanPage, sample_session: Session, size: tuple[int, int]) -> None:
    sample_session.window.resize(*size)
    tasks = page.part("tasks")
    assert isinstance(tasks, TasksPage)
    tasks.grab()
    heading = tasks.table.horizontalHeader()
    assert heading.sectionSize(1) >= 110
    assert not heading.isSectionHidden(4), "the state is always seen"
    assert heading.isSectionHidden(2) == (size[0] == 1024)


def test_another_year_shows_its_own_plan(page: PlanPage, sample_session: Session) -> None:
    ledger = sample_session.ledger
    text = page.part("plan_text")
    assert isinstance(text, PlanTextPage)
    page.show_part("plan_text")
    text.editor.text_input.setPlainText("Của năm 2023")
    sample_session.operations.run(lambda: ledger.set_year(2024), changed={"year"})
    assert ledger.planning.store.texts(2023).texts == {"purposes": "Của năm 2023"}
    assert text.header.count() == "Năm 2024"
    assert text.editor.text().startswith("- Thông qua")
    assert ledger.planning.store.texts(2024).texts == {}

"""Real ledgers and real windows for the tests of the user interface."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.office import Office
from desktop_app.ledger import Ledger, create_ledger, create_sample_ledger
from ui.app import Session, build_session
from ui.program_folders import program_folders
from ui.theme import Theme
from ui.translation import install_vietnamese
from ui.widgets.editors.context import FormContext

NOW = datetime(2023, 11, 21, 9, 42).astimezone()
OFFICE = Office(
    unit_code="BT-HTB",
    unit_name="huyện Hàm Thuận Bắc",
    short_name="Hàm Thuận Bắc",
    province_name="tỉnh Bình Thuận",
)
FOLDERS = program_folders()
"""Where an installed program has its settings; they are only shown."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it cannot do with popups; all other Qt messages fail a test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


def fixed_clock() -> datetime:
    return NOW


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The application as the program has it: our look, Vietnamese.

    A window that a test closes must not end the event loops of the tests after it.
    """
    qapp.setQuitOnLastWindowClosed(False)
    install_vietnamese(qapp)
    Theme(qapp)
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """The usual one, but it holds the widgets it was given until the test is over.

    pytest-qt itself knows them weakly; Python's collector would destroy one that only the test function held,
    while the events after the test still paint it.
    """
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget: QWidget, **options: object) -> None:
        held.append(widget)
        add(widget, **options)

    qtbot.addWidget = add_and_hold
    return qtbot


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "Sổ huyện Hàm Thuận Bắc.sohangviet"
    with create_ledger(path, OFFICE, load_plan("BT2023"), 2023, fixed_clock, "Nguyễn Thị Đào") as opened:
        yield opened


@pytest.fixture
def session(qtbot, ledger: Ledger) -> Iterator[Session]:
    built = build_session(ledger)
    qtbot.addWidget(built.window)
    built.window.show()
    qtbot.waitExposed(built.window)
    yield built
    built.operations.close()


@pytest.fixture
def sample_session(qtbot, tmp_path: Path) -> Iterator[Session]:
    """The window of a sample year."""
    with create_sample_ledger(tmp_path / "Sổ mẫu.sohangviet", clock=fixed_clock) as opened:
        built = build_session(opened)
        qtbot.addWidget(built.window)
        built.window.show()
        qtbot.waitExposed(built.window)
        yield built
        built.operations.close()


@pytest.fixture
def context() -> FormContext:
    plan = load_plan("BT2023")
    return FormContext(today=NOW.date, suggest=lambda _field, _typed: [], plan=lambda: plan)

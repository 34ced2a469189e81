from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.ledger import create_sample_ledger
from tests.ui.conftest import fixed_clock
from tests.ui.keys import press
from ui.dialogs.first_start_wizard import FirstStartWizard


@pytest.fixture
def wizard(qtbot, tmp_path: Path) -> FirstStartWizard:
    there, gone = tmp_path / "Sổ 2023.sohangviet", tmp_path / "USB" / "Sổ 2022.sohangviet"
    create_sample_ledger(there, clock=fixed_clock).close()
    made = FirstStartWizard(fixed_clock, tmp_path, None, [there, gone])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_the_last_ledger_is_opened_with_one_key(wizard: FirstStartWizard, tmp_path: Path) -> None:
    focused = QApplication.focusWidget()
    assert focused.objectName() == "recent_1_button"
    assert focused.accessibleName() == f"Sổ 2023. {tmp_path}"
    press(focused, Qt.Key.Key_Return)
    assert wizard.made() == tmp_path / "Sổ 2023.sohangviet"


def test_a_ledger_that_is_gone_is_told(wizard: FirstStartWizard) -> None:
    wizard.welcome.recent_buttons[1].click()
    assert wizard.made() is None
    assert "Sổ 2022.sohangviet" in wizard.problem()


def test_without_ledgers_there_is_no_list(qtbot, tmp_path: Path) -> None:
    made = FirstStartWizard(fixed_clock, tmp_path)
    qtbot.addWidget(made)
    assert made.welcome.recent_buttons == []

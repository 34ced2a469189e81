import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWizard,
    QWizardPage,
)

ENGLISH = re.compile(
    r"\b(ok|cancel|yes|no|save|open|close|undo|redo|cut|copy|paste|select|delete|help|back|next|finish|file|look|"
    r"abort|retry|ignore|apply|reset|discard|all|name|folder|directory)\b",
    re.IGNORECASE,
)


def english(texts: list[str]) -> list[str]:
    return [text for text in texts if ENGLISH.search(text.replace("&", "").split("\t")[0])]


def test_all_standard_buttons_speak_vietnamese(qtbot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "", "")
    qtbot.addWidget(box)
    for button in QMessageBox.StandardButton:
        if button.value and button.value & (button.value - 1) == 0 and 0x400 <= button.value <= 0x8000000:
            box.addButton(button)
    assert len(box.buttons()) >= 16
    assert english([button.text() for button in box.buttons()]) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_context_menus_speak_vietnamese(qtbot, kind: type) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = [action.text() for action in menu.actions() if isinstance(action, QAction)]
    menu.deleteLater()
    assert "&Hoàn tác\tCtrl+Z" in texts
    assert english(texts) == []


def test_wizard_speaks_vietnamese(qtbot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.addPage(QWizardPage())
    wizard.addPage(QWizardPage())
    wizard.show()
    assert english([button.text() for button in wizard.findChildren(QAbstractButton)]) == []


def test_file_dialog_speaks_vietnamese(qtbot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    assert english([part.text() for part in parts] + [part.toolTip() for part in parts]) == []


def test_unknown_texts_stay_as_they_are() -> None:
    assert QCoreApplication.translate("Somewhere", "Nobody knows this") == "Nobody knows this"


def test_dates_and_numbers_follow_vietnam() -> None:
    assert QLocale().name() == "vi_VN"
    assert QLocale().toString(1234567) == "1.234.567"

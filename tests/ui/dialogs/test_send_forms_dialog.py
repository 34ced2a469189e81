from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from desktop_app.domain.records.reported_figures import ReportedFigures
from tests.ui.keys import type_text
from ui.dialogs.send_forms_dialog import SendFormsDialog, SendStart

TODAY = date(2023, 11, 21)
ASKED = {"asked_on": date(2023, 11, 1), "period_to": date(2023, 11, 15)}
BODIES = (
    ReportedFigures(id="1", body="Phụ nữ", **ASKED, answered_on=TODAY),
    ReportedFigures(id="2", body="Nông dân", **ASKED, due_on=date(2023, 11, 16)),
    ReportedFigures(id="3", body="Thanh niên", period_to=date(2023, 11, 15)),
)


def make(qtbot, records=BODIES, codes=("stalls", "conferences")) -> SendFormsDialog:
    start = SendStart(
        records, codes, date(2023, 1, 1), date(2023, 11, 30), date(2023, 11, 25), Path("D:/Biểu")
    )
    dialog = SendFormsDialog(start, lambda: TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_who_was_not_asked_is_chosen_and_the_others_say_their_state(qtbot) -> None:
    dialog = make(qtbot)
    assert dialog.bodies.chosen() == ("3",)
    words = [dialog.bodies._list.item(row).text() for row in range(3)]
    assert words == ["Phụ nữ – đã nhận", "Nông dân – quá hạn", "Thanh niên"]


def test_the_choice_becomes_a_request(qtbot) -> None:
    dialog = make(qtbot)
    dialog.findChild(QCheckBox, "as_docx").click()
    request = dialog.request()
    assert [one.id for one in request.records] == ["3"]
    assert set(request.indicators) == {"conferences", "stalls"}
    assert (request.period_from, request.period_to) == (date(2023, 1, 1), date(2023, 11, 30))
    assert (request.due_on, request.formats) == (date(2023, 11, 25), ("xlsx", "docx"))


def test_without_bodies_one_empty_form_is_offered(qtbot) -> None:
    dialog = make(qtbot, ())
    assert dialog.findChild(QCheckBox, "empty_form").isChecked()
    assert dialog.problem() == ""


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("period_to", "", "Cần ghi ngày cuối của số liệu."),
        ("period_to", "1/1/2022", "Kết thúc trước khi bắt đầu."),
        ("due_on", "mai", None),
    ],
)
def test_days_that_cannot_be_are_said(qtbot, name, text, sentence) -> None:
    dialog = make(qtbot)
    line = dialog.findChild(QLineEdit, name)
    line.clear()
    type_text(line, text)
    assert dialog.problem() == sentence if sentence else dialog.problem()


def test_a_kind_of_file_is_needed(qtbot) -> None:
    dialog = make(qtbot)
    dialog.findChild(QCheckBox, "as_xlsx").click()
    assert dialog.problem() == "Hãy chọn tệp Excel, tệp Word hoặc cả hai."


def test_another_folder_is_chosen(qtbot, monkeypatch, tmp_path) -> None:
    dialog = make(qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.folder_button.click()
    assert dialog.folder() == tmp_path
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.folder_button.click()
    assert dialog.folder() == tmp_path

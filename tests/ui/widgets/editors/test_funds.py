import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from desktop_app.domain.labels.activities import FUND_GROUPS
from desktop_app.domain.records.activities import FundGroup, FundLine
from tests.ui.keys import type_text
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.funds import FundsEditor


@pytest.fixture
def editor(qtbot) -> FundsEditor:
    made = FundsEditor(FUND_GROUPS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_known_source_brings_its_group(editor) -> None:
    editor.findChild(QPushButton, "add_fund").click()
    type_text(editor.findChild(ComboInput, "fund_source").lineEdit(), "Doanh nghiệp tài trợ")
    type_text(editor.findChild(QLineEdit, "fund_amount"), "180 triệu")
    editor.findChild(QCheckBox, "fund_in_kind").click()
    assert editor.value() == (
        FundLine(
            source="Doanh nghiệp tài trợ", group=FundGroup.SOCIALISED, amount_vnd=180_000_000, in_kind=True
        ),
    )
    assert not editor.findChild(ComboInput, "fund_group").isEnabled()
    assert "Cộng: 180.000.000 đồng" in [label.text() for label in editor.findChildren(QLabel)]


def test_the_group_of_another_source_is_chosen(editor) -> None:
    editor.findChild(QPushButton, "add_fund").click()
    type_text(editor.findChild(ComboInput, "fund_source").lineEdit(), "Quỹ Vì người nghèo")
    group = editor.findChild(ComboInput, "fund_group")
    group.setCurrentIndex(2)
    type_text(editor.findChild(QLineEdit, "fund_amount"), "5.000.000")
    assert editor.value()[0].group is FundGroup.OTHER


@pytest.mark.parametrize(
    ("source", "amount", "sentence"),
    [("", "5 triệu", "tên nguồn"), ("Ngân sách huyện", "", "số tiền"), ("Ngân sách huyện", "năm", "số tiền")],
)
def test_an_unfinished_line_is_told_and_kept_in_the_draft(editor, source, amount, sentence) -> None:
    editor.findChild(QPushButton, "add_fund").click()
    type_text(editor.findChild(ComboInput, "fund_source").lineEdit(), source)
    type_text(editor.findChild(QLineEdit, "fund_amount"), amount)
    assert sentence in editor.problem()
    assert editor.value() == ()
    kept = editor.raw()
    editor.set_raw([])
    assert editor.problem() == ""
    editor.set_raw(kept)
    assert editor.raw() == kept


def test_lines_are_taken_away(qtbot, editor) -> None:
    line = FundLine(source="Ngân sách huyện", group=FundGroup.STATE_BUDGET, amount_vnd=1)
    editor.set_value((line, line))
    with qtbot.waitSignal(editor.edited):
        editor.findChild(QPushButton, "remove_fund").click()
    assert editor.value() == (line,)

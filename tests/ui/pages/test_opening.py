"""Opening files in other programs, and what is said when there is none."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from ui.operations import Operations
from ui.pages.opening import open_outside


@pytest.fixture
def refused(ledger, qtbot):
    operations = Operations(ledger)
    said = []
    operations.refused.connect(said.append)
    yield operations, said
    operations.close()


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        ("", "Máy này không mở được “ke_hoach.pdf”; hãy mở từ thư mục /so."),
        ("Hãy lưu ra tệp.", "Hãy lưu ra tệp."),
    ],
)
def test_what_no_program_opens_is_said(refused, monkeypatch, refusal, sentence):
    operations, said = refused
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    open_outside(Path("/so/ke_hoach.pdf"), operations, refusal)
    assert [one.replace("\\", "/") for one in said] == [sentence]


def test_what_opens_is_not_talked_about(refused, monkeypatch):
    operations, said = refused
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    open_outside(Path("/so/ke_hoach.pdf"), operations)
    assert ([Path(one).name for one in opened], said) == (["ke_hoach.pdf"], [])

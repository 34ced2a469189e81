"""Opening files in other programs, and what is said when there is none."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ui.operations import Operations
from ui.pages.opening import open_draft, open_outside


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


def test_without_a_mail_program_address_and_subject_are_copied(refused, monkeypatch, tmp_path):
    operations, said = refused
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    message = EmailMessage()
    message["To"], message["Subject"] = "mattran@binhthuan.gov.vn", "Báo cáo năm 2023, huyện Hàm Thuận Bắc"
    (tmp_path / "thu.eml").write_bytes(bytes(message))
    open_draft(tmp_path, operations)
    assert (
        QGuiApplication.clipboard().text()
        == "mattran@binhthuan.gov.vn\nBáo cáo năm 2023, huyện Hàm Thuận Bắc"
    )
    assert "Đã sao chép địa chỉ người nhận và tiêu đề thư" in said[0]
    assert str(tmp_path) in said[0]


def test_without_an_address_only_the_subject_is_copied(refused, monkeypatch, tmp_path):
    operations, said = refused
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    message = EmailMessage()
    message["Subject"] = "Báo cáo"
    (tmp_path / "thu.eml").write_bytes(bytes(message))
    open_draft(tmp_path, operations)
    assert QGuiApplication.clipboard().text() == "Báo cáo"
    assert "Đã sao chép tiêu đề thư;" in said[0]


def test_a_draft_goes_to_the_mail_program(refused, monkeypatch, tmp_path):
    operations, said = refused
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()) or True)
    open_draft(tmp_path, operations)
    (tmp_path / "thu.eml").write_bytes(bytes(EmailMessage()))
    open_draft(tmp_path, operations)
    assert (opened, said) == (["thu.eml"], [])


def test_a_long_path_of_windows_is_told_as_people_write_it(refused, monkeypatch, tmp_path):
    operations, said = refused
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    open_outside(Path(r"\\?\C:\Báo cáo\Lần 1"), operations)
    assert ["?" in one for one in asked + said] == [False, False]

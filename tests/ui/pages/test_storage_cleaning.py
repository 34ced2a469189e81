"""The size meter on the settings page, and erasing what is used no more."""

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from desktop_app.domain.query import Query
from desktop_app.ledger import Ledger
from tests.ui.conftest import FOLDERS
from ui.operations import Operations
from ui.pages import storage_cleaning
from ui.pages.settings_page import SettingsPage

PDF = b"%PDF-1.7\n" + b"x" * 300_000


@pytest.fixture
def page(qtbot, sample: Ledger, operations: Operations) -> SettingsPage:
    page = SettingsPage(sample, operations, FOLDERS)
    operations.changed.connect(page.receive_changes)
    qtbot.addWidget(page, before_close_func=SettingsPage.keep_typing)
    page.show()
    return page


def text(page: SettingsPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def attach(ledger: Ledger) -> str:
    record = ledger.activities.fetch(Query(), 0, 1)[0]
    return ledger.attachments.add("activities", record.id, PDF, "a.pdf").id


def test_an_empty_ledger_has_nothing_to_clean(page: SettingsPage) -> None:
    assert text(page, "storage_total") == "0 KB trong mức nên dùng 300 MB · 0 tệp"
    assert not page.storage.view.clean_button.isEnabled()


def test_the_meter_follows_what_is_attached(
    page: SettingsPage, sample: Ledger, operations: Operations
) -> None:
    operations.run(lambda: attach(sample), changed={"attachments"})
    assert text(page, "storage_total") == "293 KB trong mức nên dùng 300 MB · 1 tệp"
    assert text(page, "storage_registers") == "Hoạt động: 1 tệp, 293 KB"
    assert page.findChild(QProgressBar, "storage_bar").value() == 1


@pytest.mark.parametrize("yes", [True, False])
def test_unused_files_are_erased_only_when_the_user_says_so(
    qtbot, page: SettingsPage, sample: Ledger, operations: Operations, monkeypatch, yes: bool
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, question: str, *_: str, careful: bool) -> bool:
        assert careful
        asked.append(question)
        return yes

    monkeypatch.setattr(storage_cleaning, "ask", answer)
    link = attach(sample)
    operations.run(lambda: sample.attachments.remove(link), changed={"attachments"})
    button = page.storage.view.clean_button
    assert button.isEnabled()
    if yes:
        with qtbot.waitSignal(operations.changed), qtbot.waitSignal(operations.status) as told:
            button.click()
        assert told.args[0] == "Đã dọn 1 tệp, 293 KB."
    else:
        button.click()
    assert asked[0].startswith("1 tệp (293 KB) đã gỡ khỏi mọi mục sẽ bị xóa hẳn")
    assert sample.attachments.usage().count == (0 if yes else 1)
    assert button.isEnabled() is not yes

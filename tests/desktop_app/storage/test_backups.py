"""Copies beside the ledger: whole, dated, never over each other."""

import pytest

from desktop_app.errors import LedgerFileError
from desktop_app.ledger import open_ledger
from desktop_app.storage.backups import back_up, backup_folder
from desktop_app.storage.database import open_database
from tests.records import activity


@pytest.fixture
def database(ledger):
    ledger.activities.save(activity("Phiên chợ"))
    opened = open_database(ledger.path)
    yield opened
    opened.close()


def test_a_copy_is_a_whole_ledger_named_by_day_and_occasion(ledger, database, clock):
    copy = back_up(database, clock, "truoc-khi-nhap")
    assert copy.parent == backup_folder(ledger.path)
    assert copy.name == "2023-11-20_083000_truoc-khi-nhap.sohangviet"
    with open_ledger(copy, clock) as opened:
        assert [one.title for one in opened.activities.everything()] == ["Phiên chợ"]
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]


def test_copies_of_one_second_stand_beside_each_other(database, clock):
    assert len({back_up(database, clock, "truoc khi/nhap") for _ in range(3)}) == 3


def test_a_folder_that_cannot_be_made_is_said(ledger, database, clock):
    backup_folder(ledger.path).write_text("chiếm chỗ")
    with pytest.raises(LedgerFileError, match="sao lưu"):
        back_up(database, clock, "truoc-khi-nhap")

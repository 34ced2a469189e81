"""Files kept by their hash: once, whole, and never silently changed."""

import hashlib

import pytest

from desktop_app.errors import LedgerFileError
from desktop_app.ledger import open_ledger

DATA = b"PK\x03\x04 goi da dong"


def test_a_file_comes_back_whole_in_the_next_session(ledger, clock):
    key = ledger.reporting.kept_files.keep("BC.zip", "application/zip", DATA)
    with open_ledger(ledger.path, clock) as later:
        files = later.reporting.kept_files
        assert files.data(key) == DATA
        about = files.about(key)
    assert (about.name, about.media_type, about.size) == ("BC.zip", "application/zip", len(DATA))
    assert key == hashlib.sha256(DATA).hexdigest()


def test_the_same_content_is_kept_once_under_its_first_name(ledger):
    files = ledger.reporting.kept_files
    assert files.keep("một.zip", "application/zip", DATA) == files.keep("hai.zip", "application/zip", DATA)
    assert files.about(hashlib.sha256(DATA).hexdigest()).name == "một.zip"


def test_what_was_forgotten_or_changed_is_told(ledger):
    files = ledger.reporting.kept_files
    key = files.keep("một.zip", "application/zip", DATA)
    ledger._database.execute("UPDATE kept_files SET data = ?", [b"khac"])
    with pytest.raises(LedgerFileError, match="không còn nguyên vẹn"):
        files.data(key)
    files.forget(key)
    assert files.about(key) is None
    with pytest.raises(LedgerFileError):
        files.data(key)

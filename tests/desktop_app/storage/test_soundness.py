"""A damaged ledger is noticed at the start, without reading the attached files; those are checked when read."""

import sqlite3

import pytest

from desktop_app.domain.attachments import FileToAttach
from desktop_app.domain.query import Query
from desktop_app.errors import LedgerFileError
from desktop_app.ledger import open_ledger
from desktop_app.storage.soundness import is_cut_short, is_sound
from tests.records import activity

PAGE = 4096


@pytest.fixture
def path(ledger):
    """A closed ledger with a record and two megabytes of files at its end."""
    record = ledger.activities.save(activity())
    files = [FileToAttach(b"%PDF-" + bytes([n]) * 1_000_000, f"{n}.pdf") for n in (1, 2)]
    ledger.attachments.add_all("activities", record.id, files)
    ledger.close()
    return ledger.path


def test_a_whole_ledger_is_sound(path):
    connection = sqlite3.connect(path)
    assert is_sound(connection)
    connection.close()
    content = path.read_bytes()
    assert not is_cut_short(content[:100], len(content))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.999])
def test_a_ledger_cut_within_its_files_is_refused(path, share):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share) // PAGE * PAGE])
    with pytest.raises(LedgerFileError, match="bị hỏng hoặc bị cắt ngắn"):
        open_ledger(path).close()


def test_damage_to_a_file_is_noticed_when_it_is_read(path):
    content = bytearray(path.read_bytes())
    place = content.find(b"\x02" * 3000)
    content[place + 100] ^= 0xFF
    path.write_bytes(content)
    with open_ledger(path) as ledger:
        record = ledger.activities.fetch(Query())[0]
        first, second = ledger.attachments.of("activities", record.id)
        assert len(ledger.attachments.read(first.sha256)) == 1_000_005
        with pytest.raises(LedgerFileError, match="bị hỏng trong sổ"):
            ledger.attachments.read(second.sha256)


def test_a_table_of_records_in_disorder_is_refused(path):
    with open_ledger(path) as ledger:
        ledger.activities.save(activity("Hội nghị"))
    connection = sqlite3.connect(path)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'activities'").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    first = (root - 1) * PAGE + 8  # behind the page's head: where its rows lie, two bytes each
    content[first : first + 4] = content[first + 2 : first + 4] + content[first : first + 2]
    path.write_bytes(content)
    connection = sqlite3.connect(path)
    assert not is_sound(connection)
    connection.close()
    with pytest.raises(LedgerFileError, match="bị hỏng hoặc bị cắt ngắn"):
        open_ledger(path).close()

"""A ledger that this program has open stays safe while it is opened again beside it and other programs come and go."""

import subprocess
import sys
from pathlib import Path

from desktop_app.domain.query import Query
from desktop_app.ledger import open_ledger
from desktop_app.storage.open_files import Hold, is_held
from tests.records import activity

OTHER_PROGRAM = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM activities").fetchone()[0])
connection.close()
"""


def read_by_another_program(path: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", OTHER_PROGRAM, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_another_program_that_leaves_does_not_take_the_log_away(ledger) -> None:
    ledger.activities.save(activity(title="Phiên chợ"))
    open_ledger(ledger.path).close()  # as the worker of the window does for each slow job
    assert read_by_another_program(ledger.path) == 1

    ledger.activities.save(activity(title="Hội nghị"))
    assert read_by_another_program(ledger.path) == 2
    assert ledger.path.with_name(f"{ledger.path.name}-wal").exists()
    ledger.close()
    with open_ledger(ledger.path) as again:
        assert again.activities.count(Query()) == 2


def test_a_file_is_held_until_its_last_connection_is_closed(tmp_path) -> None:
    path = tmp_path / "sổ"
    path.write_bytes(b"x")
    first, second = Hold(path), Hold(path)
    first.end()
    first.end()
    assert is_held(path)
    second.end()
    assert not is_held(path)

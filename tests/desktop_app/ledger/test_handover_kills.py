"""A kill at any moment of a handover leaves a ledger in use, or a marked one with its whole file; memory stays flat."""

import os
import random
import signal
import subprocess
import sys
from contextlib import closing

from desktop_app.domain.plans import load_plan
from desktop_app.domain.query import Query
from desktop_app.exchange import handover_file
from desktop_app.ledger import create_ledger, open_ledger
from desktop_app.ledger.taking_over import Taking, take_over
from desktop_app.storage.database import open_database
from tests.handovers import PASSWORD, make_quick
from tests.records import OFFICE, activity

KILLS = int(os.environ.get("KILLS", "12"))
"""How often the giving program is killed; KILLS=1000 does it a thousand times."""

GIVING = """
import sys
from pathlib import Path
from desktop_app.exchange import age_lock
from desktop_app.ledger import open_ledger
from tests.handovers import PASSWORD, WISH, quick_lock, quick_unlock
age_lock.lock_with_password, age_lock.unlock_with_password = quick_lock, quick_unlock
with open_ledger(Path(sys.argv[1])) as ledger:
    desk = ledger.reporting.handover
    if ledger.handed_over:
        desk.go_on("Thử lại")
    for n in range(1_000):
        desk.hand_over(WISH, Path(sys.argv[2]) / f"{sys.argv[3]}_{n}.bangiao", PASSWORD)
        print(n, flush=True)
        desk.go_on("Thử lại")
"""


def test_kills_at_any_moment_never_leave_a_mark_without_a_whole_file(
    ledger_path, tmp_path, monkeypatch, clock
):
    make_quick(monkeypatch)
    with create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023) as ledger:
        ledger.activities.save(activity())
    chance, files = random.Random(21), tmp_path / "tệp"
    marked = acknowledged = 0
    for kill in range(KILLS):
        giving = subprocess.Popen(
            [sys.executable, "-c", GIVING, str(ledger_path), str(files), str(kill)],
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = [giving.stdout.readline() for _ in range(chance.randrange(1, 4))]
        for _ in range(chance.randrange(1_500_000)):  # a moment inside one of the next steps
            pass
        os.kill(giving.pid, signal.SIGKILL)
        lines += giving.stdout.read().split("\n")
        giving.wait()
        giving.stdout.close()
        acknowledged += sum(bool(line.strip()) for line in lines)
        with open_ledger(ledger_path) as ledger:
            given = ledger.handed_over
            assert ledger.activities.count(Query()) == 1
        if given is not None:
            marked += 1
            taking = Taking(
                file=tmp_path / given.file, password=PASSWORD, target=tmp_path / f"{kill}.sohangviet"
            )
            take_over(taking, clock, "B", lambda *_: None).unlink()
    assert acknowledged >= KILLS
    for file in files.glob("*.bangiao"):
        handover_file.check_seal(file, lambda *_: None)
    with closing(open_database(ledger_path)) as database:
        assert database.value("PRAGMA integrity_check") == "ok"


MEASURING = """
import sqlite3, sys
from pathlib import Path
from desktop_app.domain.plans import load_plan
from desktop_app.exchange import age_lock
from desktop_app.ledger import create_ledger, open_ledger, system_clock
from desktop_app.ledger.taking_over import Taking, take_over
from tests.handovers import PASSWORD, WISH, quick_lock, quick_unlock
from tests.records import OFFICE
if "--slow" not in sys.argv:
    age_lock.lock_with_password, age_lock.unlock_with_password = quick_lock, quick_unlock
folder, size = Path(sys.argv[1]), int(sys.argv[2])
path = folder / "lớn.sohangviet"
create_ledger(path, OFFICE, load_plan("BT2023"), 2023).close()
with sqlite3.connect(path) as raw:
    for n in range(size):
        raw.execute("INSERT INTO attachments (sha256, media_type, size, added_at, data)"
                    " VALUES (?, 'image/jpeg', 1000000, '2023-01-01', randomblob(1000000))", [str(n)])
raw.close()
with open_ledger(path) as ledger:
    ledger.reporting.handover.hand_over(WISH, folder / "x.bangiao", PASSWORD)
taking = Taking(file=folder / "x.bangiao", password=PASSWORD, target=folder / "nhận.sohangviet")
taken = take_over(taking, system_clock, "B", lambda *_: None)
assert taken.stat().st_size > size * 1_000_000
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(int(peak.split()[1]) // 1024)
"""


def peak_of(folder, megabytes):
    folder.mkdir()
    arguments = [sys.executable, "-c", MEASURING, str(folder), str(megabytes)]
    return int(subprocess.run(arguments, capture_output=True, text=True, check=True).stdout)


def test_memory_does_not_grow_with_the_ledger(tmp_path):
    assert peak_of(tmp_path / "lớn", 40) - peak_of(tmp_path / "nhỏ", 1) < 12

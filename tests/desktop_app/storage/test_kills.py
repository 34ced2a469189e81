"""A saved record survives any kill: a saving program is killed at random moments (product row F1)."""

import os
import random
import signal
import subprocess
import sys
from contextlib import closing

from desktop_app.domain.plans import load_plan
from desktop_app.ledger import create_ledger
from desktop_app.storage.database import open_database
from tests.records import OFFICE

KILLS = int(os.environ.get("KILLS", "15"))
"""How often the saving program is killed; README.md says how to run it a thousand times."""

SAVING = """
import sys
from datetime import date
from pathlib import Path
from desktop_app.domain.records.activities import Activity
from desktop_app.ledger import open_ledger
with open_ledger(Path(sys.argv[1])) as ledger:
    for n in range(100_000):
        ledger.drafts.put("activities", "", {"title": f"đang gõ {n}"})
        saved = ledger.activities.save(Activity(title=f"Đợt {sys.argv[2]} số {n}", date_start=date(2023, 5, 1)))
        print(saved.id, flush=True)
"""


def test_kills_at_any_moment_lose_nothing_that_was_saved(ledger_path):
    create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023).close()
    chance = random.Random(11)
    acknowledged = []
    for kill in range(KILLS):
        saving = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(ledger_path), str(kill)], stdout=subprocess.PIPE, text=True
        )
        wanted = chance.randrange(1, 25)
        lines = [saving.stdout.readline().strip() for _ in range(wanted)]
        # A moment inside one of the next saves.
        spin = chance.randrange(20_000)
        while spin:
            spin -= 1
        os.kill(saving.pid, signal.SIGKILL)
        lines += saving.stdout.read().split("\n")
        saving.wait()
        saving.stdout.close()
        acknowledged += [line for line in lines if len(line) == 16]
    assert len(acknowledged) > 100
    with closing(open_database(ledger_path)) as database:
        assert database.value("PRAGMA integrity_check") == "ok"
        kept = {row["id"] for row in database.rows("SELECT id FROM activities")}
        assert set(acknowledged) <= kept
        assert database.value("SELECT count(*) FROM history") == len(kept)
        assert database.value("SELECT count(*) FROM operations") == len(kept)
        found = database.value("SELECT count(*) FROM activities_search WHERE activities_search MATCH 'dot'")
        assert found == len(kept)

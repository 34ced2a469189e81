"""Saved records and issued reports survive any kill: a writing program is killed at random moments (product row F1)."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import zipfile
from contextlib import closing
from io import BytesIO

from desktop_app.domain.plans import load_plan
from desktop_app.ledger import create_ledger, open_ledger
from desktop_app.storage.database import open_database
from tests.records import OFFICE, activity

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


ISSUING = """
import sys
from datetime import date
from pathlib import Path
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Action
from desktop_app.ledger import open_ledger
from desktop_app.report import writers

def write(format_name, report, path, **_):
    path.write_text(repr(report), encoding="utf-8")

writers.write = write  # the time of a report is spent on its files; what is killed here is the ledger and the folder
with open_ledger(Path(sys.argv[1])) as ledger:
    desk, period = ledger.reporting.issuing, ledger.reports.period(2023)
    for n in range(1_000):
        may = desk.view(period).may
        if Action.OPEN_NEXT in may:
            desk.open_next(period, "Bổ sung")
            may = desk.view(period).may
        if Action.ISSUE not in may:
            ledger.export(period, Path(sys.argv[2]))
            desk.submit(period)
        issue = desk.issue(period, ReportHead(number=f"{sys.argv[3]}{n}", issued_on=date(2023, 11, 20)))
        print(issue.package, flush=True)
"""


def test_kills_at_any_moment_lose_no_issued_report(ledger_path, tmp_path):
    with create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023) as ledger:
        ledger.activities.save(activity())
    chance = random.Random(12)
    acknowledged = []
    for kill in range(max(4, KILLS // 4)):
        issuing = subprocess.Popen(
            [sys.executable, "-c", ISSUING, str(ledger_path), str(tmp_path / "ra"), str(kill)],
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = [issuing.stdout.readline().strip() for _ in range(chance.randrange(1, 4))]
        for _ in range(chance.randrange(2_000_000)):  # a moment inside one of the next steps
            pass
        os.kill(issuing.pid, signal.SIGKILL)
        lines += issuing.stdout.read().split("\n")
        issuing.wait()
        issuing.stdout.close()
        acknowledged += [line for line in lines if len(line) == 64]
    assert len(acknowledged) >= 4
    with open_ledger(ledger_path) as ledger:
        period, kept = ledger.reports.period(2023), ledger.reporting.kept_files
        view = ledger.reporting.issuing.view(period)
        issued = [one for one in (view.current, *view.earlier) if one.is_issued]
        assert {hashlib.sha256(kept.data(one)).hexdigest() for one in acknowledged} == set(acknowledged)
        assert {one.package for one in issued} >= set(acknowledged)
        exported = {one.check_code for one in ledger.reports.exports(2023)}
        assert {one.check_code for one in issued} <= exported
        for one in issued:
            assert zipfile.is_zipfile(BytesIO(kept.data(one.package)))
    with closing(open_database(ledger_path)) as database:
        assert database.value("PRAGMA integrity_check") == "ok"

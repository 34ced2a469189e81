"""One real ledger of every schema that was ever released: each opens, upgrades and says what it said.

A new migration adds a file made by the program before it: `tests/files/ledgers/schema_<number>.sohangviet`.
"""

import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.query import Query
from desktop_app.ledger import open_ledger
from desktop_app.storage.schema import SCHEMA_FINGERPRINT, SCHEMA_VERSION, fingerprint
from tests.filled import filled

FILES = sorted((Path(__file__).parents[2] / "files" / "ledgers").glob("*.sohangviet"))


def test_every_schema_has_its_file():
    assert {file.stem for file in FILES} >= {f"schema_{SCHEMA_VERSION}"}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def old(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path / "sổ cũ.sohangviet"))


def test_an_old_ledger_opens_and_says_what_it_said(old):
    with open_ledger(old) as ledger:
        assert ledger.office.unit_name == "huyện Hàm Thuận Bắc"
        assert ledger.plan(2023).code == "BT2023"
        fair = ledger.activities.fetch(Query(text="phien cho dong giang"))[0]
        assert fair.title == "Phiên chợ hàng Việt về xã Đông Giang"
        assert [entry.kind for entry in ledger.activities.history(fair.id)] == ["save", "create"]
        assert ledger.activities.count(Query(deleted=True)) == 1
        nominee = ledger.awards.get(ledger.awards.fetch(Query())[0].id)
        assert (nominee.name, nominee.national_id) == ("K’ Văn Đoàn", "999009100009")
        assert ledger.drafts.get("awards", "").values == {"name": "Trần Đình", "national_id": "999011100011"}
        period = ledger.reports.period(2023)
        assert (period.data_from, period.data_to) == (date(2023, 1, 1), date(2023, 11, 30))
        assert ledger.reports.head(period).number == "21"
        assert ledger.reports.narrative(period) == {"leadership_committee": "Đã kiện toàn Ban Chỉ đạo."}
        assert ledger.totals(2023)["activities"] == 4
        assert ledger.operations.latest() is not None


def test_every_register_can_be_used_in_an_old_ledger(old):
    with open_ledger(old) as ledger:
        for store in ledger.registers:
            saved = store.save(filled(store.register))
            assert store.get(saved.id) == saved
            store.delete(saved.id)
            ledger.operations.undo()
            assert store.get(saved.id).deleted_at is None


def test_a_ledger_of_schema_7_has_its_registers(tmp_path):
    path = Path(shutil.copy(FILES[0].with_name("schema_7.sohangviet"), tmp_path / "sổ.sohangviet"))
    with open_ledger(path) as ledger:
        for name in ("tasks", "documents", "points_of_sale", "enterprises", "funds", "reported_figures"):
            store = ledger.register(name)
            [record] = store.all()
            assert getattr(record, store.register.naming_field) == f"Tên mới {name}"
            assert len(store.history(record.id)) == 2


def test_an_upgraded_ledger_has_the_schema_of_a_new_one(old):
    open_ledger(old).close()
    with closing(sqlite3.connect(old)) as connection:
        assert fingerprint(connection) == SCHEMA_FINGERPRINT
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_ledger_of_schema_8_has_its_issued_report(tmp_path):
    path = Path(shutil.copy(FILES[0].with_name("schema_8.sohangviet"), tmp_path / "sổ.sohangviet"))
    with open_ledger(path) as ledger:
        period, desk = ledger.reports.period(2023), ledger.reporting.issuing
        view = desk.view(period)
        issue = view.current
        assert [step.state for step in issue.steps] == ["submitted", "issued", "received", "correction"]
        assert (issue.head.number, issue.head.issued_on, issue.revision) == ("21", date(2023, 11, 22), 1)
        saved = desk.save_package(issue, tmp_path)
        with zipfile.ZipFile(saved) as package:
            assert package.testzip() is None
            assert package.read("BanKy.pdf") == ledger.reporting.kept_files.data(issue.scan)
        [sending] = view.sendings
        assert (sending.way, sending.receipt, sending.received_on) == (
            "email",
            "Số đến 112",
            date(2023, 11, 23),
        )
        [reply] = view.replies
        assert (reply.kind, reply.due_on, reply.items[0].record_id) == (
            "correction",
            date(2023, 12, 5),
            "BT-HTB-A001",
        )
        assert view.awaited == reply
        assert desk.find_code(issue.check_code).kind == "match"
        assert [one.reason for one in ledger.reporting.reasons.reasons(period).values()] == [
            "Đã đối chiếu với xã"
        ]

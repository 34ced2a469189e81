"""The door: opening, creating, the year's plan, and what only the whole does."""

import os
import threading
from datetime import date, datetime

import pytest

from desktop_app.domain.plans import load_plan
from desktop_app.domain.query import Query
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import LedgerFileError, ResourceError
from desktop_app.ledger import create_ledger, create_sample_ledger, open_ledger, system_clock
from tests.records import OFFICE, activity, nominee, raw


def test_a_new_ledger_is_ready_to_write(ledger, ledger_path):
    assert ledger.path == ledger_path
    assert (ledger.office, ledger.year, ledger.years()) == (OFFICE, 2023, [2023])
    assert ledger.plan(2023) == load_plan("BT2023")
    assert ledger.today() == date(2023, 11, 20)
    assert ledger.operations.latest() is None
    assert [store.register for store in ledger.registers] == list(REGISTERS.values())
    assert ledger.register("awards") is ledger.awards
    with pytest.raises(KeyError):
        ledger.register("users")


def test_the_folder_is_made_with_the_ledger(tmp_path):
    path = tmp_path / "Năm 2023" / "Sâu hơn" / "Sổ.sohangviet"
    create_ledger(path, OFFICE, load_plan("TW5"), 2023).close()
    assert os.listdir(path.parent) == [path.name]


def test_what_was_saved_is_there_after_closing(ledger, clock):
    saved = ledger.activities.save(activity())
    ledger.close()
    ledger.close()
    with open_ledger(ledger.path, clock) as again:
        assert again.activities.get(saved.id) == saved


def test_closing_leaves_one_whole_file(ledger):
    ledger.activities.save(activity())
    ledger.close()
    assert os.listdir(ledger.path.parent) == [ledger.path.name]
    assert raw(ledger.path, "SELECT count(*) FROM activities") == [(1,)]


def test_a_ledger_is_closed_when_its_block_fails(ledger_path):
    create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023).close()
    with pytest.raises(ZeroDivisionError), open_ledger(ledger_path):
        raise ZeroDivisionError
    assert os.listdir(ledger_path.parent) == [ledger_path.name]


@pytest.mark.parametrize(
    ("year", "plan"),
    [(2021, "BT2023"), (2023, "BT2023"), (2024, "BT2023"), (2025, "TH2024"), (2030, "TH2024")],
)
def test_a_year_without_a_plan_goes_on_with_an_earlier_one(ledger, year, plan):
    ledger.save_plan(2025, load_plan("TH2024"))
    assert ledger.plan(year).code == plan


def test_a_ledger_without_any_plan_says_what_to_do(ledger):
    with ledger._database.write():
        ledger._database.execute("DELETE FROM plans")
    with pytest.raises(LedgerFileError, match="Hãy chọn kế hoạch của năm trong Cài đặt"):
        ledger.plan(2023)


def test_who_works_is_the_computer_s_user_when_not_told(ledger, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "Nguyễn Thị Đào")
    with open_ledger(ledger.path) as other:
        other.activities.save(activity())
    assert raw(ledger.path, "SELECT who FROM operations") == [("Nguyễn Thị Đào",)]


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_computer_without_a_user_name_is_no_obstacle(ledger, monkeypatch, error):
    def fail():
        raise error

    monkeypatch.setattr("getpass.getuser", fail)
    with open_ledger(ledger.path) as other:
        other.activities.save(activity())
    assert raw(ledger.path, "SELECT who FROM operations") == [("",)]


def test_the_system_s_clock_knows_its_zone():
    assert system_clock().tzinfo is not None
    assert abs((datetime.now().astimezone() - system_clock()).total_seconds()) < 5


# Samples


@pytest.mark.parametrize(("district", "year"), [("ham_thuan_bac", 2023), ("thap_muoi", 2022)])
def test_a_sample_ledger_holds_a_whole_year(sample_of, district, year):
    ledger = sample_of(district)
    assert ledger.office.is_sample
    assert ledger.year == year
    assert (ledger.activities.count(Query()), ledger.awards.count(Query())) == (45, 12)
    assert ledger.operations.latest() is None
    assert ledger.reports.narrative(ledger.reports.period(year))


def test_a_sample_never_overwrites_and_must_exist(ledger, tmp_path):
    with pytest.raises(LedgerFileError, match="không ghi đè"):
        create_sample_ledger(ledger.path)
    with pytest.raises(ResourceError):
        create_sample_ledger(tmp_path / "mới.sohangviet", "không có")
    assert not (tmp_path / "mới.sohangviet").exists()


# The whole


def test_an_import_is_one_operation(ledger):
    ledger.add_all("Đã nhập 2 dòng", {"activities": [activity()], "awards": [nominee()]})
    assert raw(ledger.path, "SELECT kind, label FROM operations") == [("import", "Đã nhập 2 dòng")]


def test_a_worker_opens_its_own_connection(sample, tmp_path):
    found = []

    def work():
        with open_ledger(sample.path, sample.clock) as own:
            found.append(own.totals(2023)["activities"])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [45]


def test_two_programs_write_in_turn(ledger, beside):
    for n in range(10):
        (ledger if n % 2 else beside).activities.save(activity(str(n)))
    assert ledger.activities.count(Query()) == beside.activities.count(Query()) == 10
    assert {who for (who,) in raw(ledger.path, "SELECT who FROM operations")} == {"Đào", "Bình"}


def test_records_of_a_period_hold_planned_and_cancelled_ones_too(ledger):
    ledger.activities.save(activity(status="planned"))
    records = ledger.records(ledger.reports.period(2023))
    assert (len(records.activities), len(records.counted)) == (1, 0)


def test_reading_the_report_changes_nothing(sample):
    before = raw(sample.path, "SELECT count(*), max(id) FROM operations")
    period = sample.reports.period(2023)
    assert sample.report(period) == sample.report(period)
    sample.check(period)
    assert raw(sample.path, "SELECT count(*), max(id) FROM operations") == before

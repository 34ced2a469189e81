import json
from pathlib import Path

import pytest

from desktop_app.ledger import open_ledger

UNITS = json.loads(
    (Path(__file__).parents[2] / "files" / "units_of_two_districts.json").read_text(encoding="utf-8")
)


@pytest.fixture
def unit_file(tmp_path):
    path = tmp_path / "đơn vị.json"
    path.write_text(json.dumps(UNITS["BT-HTB"], ensure_ascii=False), encoding="utf-8")
    return path


def test_new_makes_an_empty_ledger_for_the_unit(run, tmp_path, unit_file):
    ledger = tmp_path / "thư mục mới" / "sổ.sohangviet"
    done = run("new", "--ledger", ledger, "--unit", unit_file, "--plan", "BT2023", "--year", 2023)
    assert done.code == 0, done.err
    with open_ledger(ledger) as opened:
        assert opened.office.unit_name == "huyện Hàm Thuận Bắc"
        assert opened.office.place_name == "Hàm Thuận Bắc"
        assert opened.office.recipient_email == "mattran-tinh@example.invalid"
        assert opened.plan(2023).code == "BT2023"
        assert opened.year == 2023
        assert [task.due_on.isoformat() for task in opened.planning.tasks(2023)] == [
            "2023-03-15",
            "2023-11-18",
        ]
        assert opened.operations.latest() is None, "what a ledger begins with cannot be taken back"
    assert run("totals", "--ledger", ledger, "--year", 2023, "--json").json["activities"] == 0


def test_new_never_overwrites(run, tmp_path, unit_file):
    ledger = tmp_path / "sổ.sohangviet"
    ledger.write_bytes(b"something of the user's")
    done = run("new", "--ledger", ledger, "--unit", unit_file, "--plan", "BT2023", "--year", 2023)
    assert done.code == 3
    assert "không ghi đè" in done.err
    assert ledger.read_bytes() == b"something of the user's"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"code": "A B", "level": "district", "name": "x"}', '{"code": "A", "level": "huyện"}'],
)
def test_new_refuses_a_unit_file_that_does_not_fit(run, tmp_path, content):
    path = tmp_path / "unit.json"
    path.write_text(content, encoding="utf-8")
    done = run(
        "new", "--ledger", tmp_path / "s.sohangviet", "--unit", path, "--plan", "BT2023", "--year", 2023
    )
    assert done.code == 3
    assert done.err.strip()
    assert not (tmp_path / "s.sohangviet").exists()


def test_new_refuses_an_unknown_plan(run, tmp_path, unit_file):
    done = run(
        "new", "--ledger", tmp_path / "s.sohangviet", "--unit", unit_file, "--plan", "XX", "--year", 2023
    )
    assert done.code == 2
    assert "“XX”" in done.err
    assert "BT2023" in done.err


def test_wrong_usage_is_two(run, tmp_path):
    assert run("new").code == 2
    assert run("sample", "--ledger", tmp_path / "s.sohangviet", "--district", "sao_hoa").code == 2


def test_sample_of_the_other_district(run, tmp_path):
    ledger = tmp_path / "s.sohangviet"
    assert run("sample", "--ledger", ledger, "--district", "thap_muoi").code == 0
    assert run("totals", "--ledger", ledger, "--year", 2022, "--json").json["activities"] == 45

import json
from pathlib import Path

import pytest

EXPECTED = json.loads(
    (Path(__file__).parents[2] / "files" / "expected_totals.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("district", "year"), [("ham_thuan_bac", 2023), ("thap_muoi", 2022)])
def test_totals_equal_the_expected_ones(run, tmp_path, district, year):
    ledger = tmp_path / "s.sohangviet"
    run("sample", "--ledger", ledger, "--district", district)
    totals = run("totals", "--ledger", ledger, "--year", year, "--json").json
    expected = {key: value for key, value in EXPECTED[district].items() if key != "note"}
    assert totals == expected


def test_totals_for_people(run, sample_path):
    done = run("totals", "--ledger", sample_path, "--year", 2023)
    assert done.code == 0
    assert "Lượt người tham dự: 12.230 lượt người" in done.out
    assert "Tỷ lệ người tiêu dùng ưu tiên hàng Việt: 82,4 %" in done.out


def test_a_file_that_is_no_ledger_is_three(run, tmp_path):
    path = tmp_path / "thư.txt"
    path.write_text("không phải sổ", encoding="utf-8")
    assert run("totals", "--ledger", path, "--year", 2023).code == 3
    assert run("totals", "--ledger", tmp_path / "không có", "--year", 2023).code == 3

def test_check_lists_warnings_and_ends_with_zero(run, sample_path):
    done = run("check", "--ledger", sample_path, "--year", 2023, "--json")
    assert done.code == 0
    assert done.json["errors"] == []
    assert all(one["sentence"] and one["place"] for one in done.json["warnings"])
    assert done.json["warnings"]
    assert set(done.json["warnings"][0]) == {
        "key", "severity", "kind", "sentence", "place", "record_id", "field", "reason",
    }  # fmt: skip


def test_check_tells_the_reasons_that_were_given(run, sample_path, tmp_path):
    before = run("check", "--ledger", sample_path, "--year", 2023, "--json").json["warnings"]
    assert {one["reason"] for one in before} == {""}
    out = tmp_path / "xuất"
    done = run("export", "--ledger", sample_path, "--year", 2023, "--out", out, "--reason", "Đã xem lại")
    assert done.code == 0
    after = run("check", "--ledger", sample_path, "--year", 2023, "--json").json["warnings"]
    assert {one["reason"] for one in after} == {"Đã xem lại"}
    assert [one["key"] for one in after] == [one["key"] for one in before]
    printed = run("check", "--ledger", sample_path, "--year", 2023)
    assert "(Lý do: Đã xem lại)" in printed.out


def test_check_of_a_year_without_activities_is_an_error(run, sample_path):
    done = run("check", "--ledger", sample_path, "--year", 2020, "--json")
    assert done.code == 1
    assert "chưa có hoạt động" in done.json["errors"][0]["sentence"]


def test_check_of_an_unknown_period(run, sample_path):
    done = run("check", "--ledger", sample_path, "--year", 2023, "--period", "Q9")
    assert done.code == 2
    assert "6T, Q1, Q2, Q3, Q4" in done.err
    assert run("check", "--ledger", sample_path, "--year", 2023, "--period", "6t").code == 0

import json
import zipfile
from pathlib import Path

from desktop_app.ledger import open_ledger


def test_export_writes_the_folder(run, sample_path, tmp_path):
    done = run("export", "--ledger", sample_path, "--year", 2023, "--out", tmp_path / "xuất", "--json")
    assert done.code == 0, done.err
    result = done.json
    folder = Path(result["folder"])
    assert folder.name == f"BC_MAU-HTB_2023_L1_{result['check_code']}"
    assert {file.name for file in folder.iterdir()} == {
        "BaoCao.pdf",
        "BaoCao.docx",
        "SoLieu.xlsx",
        f"{folder.name}.zip",
        "ThuGui.eml",
    }
    with zipfile.ZipFile(result["package"]) as package:
        about = json.loads(package.read("datapackage.json"))["sohangviet"]
    assert about["signed"] is False
    assert about["is_sample"] is True
    assert about["check_code"] == result["check_code"]


def test_export_with_errors_is_one_and_writes_nothing(run, sample_path, tmp_path):
    done = run("export", "--ledger", sample_path, "--year", 2020, "--out", tmp_path / "xuất")
    assert done.code == 1
    assert not (tmp_path / "xuất").exists()


def test_a_folder_that_cannot_be_written_is_three(run, sample_path, tmp_path):
    taken = tmp_path / "tệp"
    taken.write_text("của người dùng", encoding="utf-8")
    done = run("export", "--ledger", sample_path, "--year", 2023, "--out", taken, "--json")
    assert (done.code, done.out) == (3, "")
    assert "không phải thư mục" in done.err


def test_export_of_half_a_year_has_its_own_name(run, sample_path, tmp_path):
    done = run(
        "export", "--ledger", sample_path, "--year", 2023, "--period", "6T", "--out", tmp_path, "--json"
    )
    assert done.code == 0, done.err
    assert "_2023_6T_L1_" in Path(done.json["folder"]).name


def test_the_reason_is_kept(run, sample_path, tmp_path):
    run("export", "--ledger", sample_path, "--year", 2023, "--out", tmp_path, "--reason", "Bổ sung sau")

    with open_ledger(sample_path) as ledger:
        assert ledger.reports.exports(2023)[0].reason == "Bổ sung sau"


def test_today_sets_the_clock(run, sample_path, tmp_path):
    run("--today", "2023-11-22", "export", "--ledger", sample_path, "--year", 2023, "--out", tmp_path)

    with open_ledger(sample_path) as ledger:
        assert ledger.reports.exports(2023)[0].exported_at.startswith("2023-11-22T12:00")
    assert run("--today", "22/11", "check", "--ledger", sample_path, "--year", 2023).code == 2

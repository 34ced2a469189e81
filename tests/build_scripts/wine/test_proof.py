"""What the proof does on Linux: it puts down what holds, and reads back what the program has written."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from wine import proof_files
from wine.proof_desk import Element, among
from wine.proof_installing import size_mb, untouched
from wine.proof_record import ProofError, Record, check


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "proof" / "proof.json", "0.4.0")


def written(tmp_path: Path) -> dict:
    return json.loads((tmp_path / "proof" / "proof.json").read_text(encoding="utf-8"))


def test_a_proof_that_holds(record: Record, tmp_path: Path) -> None:
    with record.step("cài đặt"):
        record.measure("installer", 32.4, 60, "MB")
    assert written(tmp_path)["ok"]
    assert written(tmp_path)["steps"][0]["step"] == "cài đặt"
    assert record.exceeded() == []


def test_a_figure_beyond_its_limit_is_told(record: Record, tmp_path: Path) -> None:
    with record.step("start"):
        record.measure("warm start", 1.31, 1.0, "s")
    assert not written(tmp_path)["ok"]
    assert record.exceeded() == ["warm start: 1.31 s, at most 1.0"]


def test_a_step_that_fails_is_named(record: Record, tmp_path: Path) -> None:
    with pytest.raises(ProofError), record.step("export"):
        check(False, "the report is there")
    assert record.failed == "export"
    assert written(tmp_path)["steps"] == [
        {"step": "export", "ok": False, "error": "ProofError: the report is there", "seconds": 0.0}
    ]


def test_a_folder_that_must_not_change(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1", encoding="utf-8")
    with untouched(tmp_path):
        pass
    with pytest.raises(ProofError, match=r"b\.txt"), untouched(tmp_path):
        (tmp_path / "b.txt").write_text("22", encoding="utf-8")
    assert size_mb(tmp_path) == 3 / 1e6


def test_the_first_element_of_a_name_and_kind() -> None:
    label, field = Element("text", "Tên *", 0, 0, 9, 9), Element("edit", "Tên", 0, 9, 9, 20)
    assert among([label, field], "Tên", "edit") is field
    assert among([label, field], "Tên", "") is label
    assert among([label], "Tên", "edit") is None
    assert field.centre == (4, 14)


def test_rows_are_read_while_the_ledger_is_open(sample) -> None:
    rows = proof_files.rows(sample.path, "activities")
    assert len(rows) == sample.totals(2023)["activities"]
    assert all(row["title"] for row in rows)


def test_an_exported_report_is_read_back(sample, tmp_path: Path) -> None:
    folder = Path(sample.export(sample.reports.period(2023), tmp_path / "Báo cáo", reason="Thử").folder)
    titles = [str(row["title"]) for row in proof_files.rows(sample.path, "activities")]
    proof_files.check_report(folder, (titles[0],))
    with pytest.raises(ProofError, match="không có ở đâu"):
        proof_files.check_report(folder, ("không có ở đâu",))


def test_a_package_with_another_content_is_refused(sample, tmp_path: Path) -> None:
    folder = Path(sample.export(sample.reports.period(2023), tmp_path / "Báo cáo", reason="Thử").folder)
    package = folder / f"{folder.name}.zip"
    altered = tmp_path / "altered.zip"
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(altered, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-1] + b"!" if name == "data/awards.csv" else content)
    shutil.move(altered, package)
    with pytest.raises(ProofError, match=r"awards\.csv has its hash"):
        proof_files.check_report(folder, ())

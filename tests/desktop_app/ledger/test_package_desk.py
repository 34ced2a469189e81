"""What a ledger knows of a package, and copies to look at."""

import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.exchange.package_contents import unpacked
from desktop_app.ledger.issue_view import CodeMatch
from desktop_app.ledger.package_desk import open_package, origin_of, passing_copy, save_documents

ROOT = Path(__file__).parents[3]


@pytest.fixture
def period(sample):
    return sample.reports.period(2023)


@pytest.fixture
def package(sample, period, tmp_path):
    """The package of the first export; a copy that later exports do not touch."""
    made = sample.export(period, tmp_path / "out", reason="Thử").package
    return Path(shutil.copy(made, tmp_path / made.name))


def test_the_ledger_knows_its_own_package(sample, package):
    origin = origin_of(open_package(package), sample)
    assert (origin.match, origin.is_own_unit) == (CodeMatch.MATCH, True)
    assert "đã xuất đúng gói này" in origin.sentence
    assert "báo cáo năm 2023, lần 1" in origin.sentence


def test_a_package_from_before_the_issue_and_the_issued_one(sample, period, package, tmp_path):
    desk = sample.reporting.issuing
    desk.submit(period)
    desk.issue(period, ReportHead(number="21", issued_on=date(2023, 11, 20)))
    before = origin_of(open_package(package), sample)
    assert before.match is CodeMatch.OTHER_REVISION
    assert "sau đó đã xuất hoặc phát hành lại" in before.sentence
    (issued,) = (tmp_path / "out").rglob("*.zip")
    opened = open_package(issued)
    assert opened.view.number == "21"
    assert opened.view.issued_on == date(2023, 11, 20)
    assert origin_of(opened, sample).match is CodeMatch.MATCH
    assert "Đã phát hành" in origin_of(opened, sample).sentence


def test_an_altered_package_is_not_taken_for_its_own(sample, package, tmp_path):
    parts = unpacked(package.read_bytes(), package.name)
    altered = tmp_path / "sua.zip"
    with zipfile.ZipFile(altered, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content + b" " if name == "BaoCao.docx" else content)
    origin = origin_of(open_package(altered), sample)
    assert origin.match is CodeMatch.OTHER_REVISION
    assert "không còn như khi xuất" in origin.sentence


def test_a_package_made_elsewhere_from_the_same_data_is_not_taken_for_its_own(sample, package, tmp_path):
    parts = unpacked(package.read_bytes(), package.name)
    parts["datapackage.json"] = parts["datapackage.json"].replace(
        b'"signer": "', b'"signer": "K\xc3\xbd thay: '
    )
    forged = tmp_path / "gia.zip"
    with zipfile.ZipFile(forged, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    opened = open_package(forged)
    assert opened.view.is_whole
    assert opened.view.signer.startswith("Ký thay")
    origin = origin_of(opened, sample)
    assert origin.match is CodeMatch.OTHER_REVISION
    assert "không do sổ này xuất" in origin.sentence


def test_a_package_of_another_unit_is_told(sample_of, sample, package):
    other = sample_of("thap_muoi")
    origin = origin_of(open_package(package), other)
    assert (origin.match, origin.is_own_unit) == (CodeMatch.UNKNOWN, False)
    assert "huyện Tháp Mười" in origin.sentence


def test_a_package_of_a_copy_of_the_ledger_is_told(sample, package, tmp_path, clock):
    from desktop_app.ledger import create_sample_ledger

    with create_sample_ledger(tmp_path / "khác.sohangviet", clock=clock) as other:
        origin = origin_of(open_package(package), other)
    assert (origin.match, origin.is_own_unit) == (CodeMatch.UNKNOWN, True)
    assert "không có lần xuất nào" in origin.sentence


def test_looking_changes_nothing_in_the_ledger(sample, package):
    before = sample.path.read_bytes()
    origin_of(open_package(package), sample)
    assert sample.operations.latest() is None or sample.operations.latest().kind != "export"
    assert sample.path.read_bytes() == before


def test_a_copy_to_look_at_cannot_be_changed(package):
    opened = open_package(package)
    first, second = (passing_copy(opened, "BaoCao.pdf") for _ in range(2))
    assert first != second
    assert first.name == second.name == "BaoCao.pdf"
    assert first.read_bytes() == opened.documents["BaoCao.pdf"]
    assert first.stat().st_mode & 0o222 == 0


def test_copies_go_with_the_program(package, tmp_path):
    code = (
        "import sys; from pathlib import Path; from desktop_app.ledger import package_desk as desk\n"
        "print(desk.passing_copy(desk.open_package(Path(sys.argv[1])), 'SoLieu.xlsx').is_file())"
    )
    folder = tmp_path / "tạm"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", code, str(package)],
        cwd=ROOT, env=os.environ | {"TMPDIR": str(folder), "TEMP": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "True"
    assert list(folder.iterdir()) == []


def test_saved_files_are_those_of_the_package(package, tmp_path):
    opened = open_package(package)
    made = save_documents(opened, opened.documents, tmp_path / "lưu")
    assert {one.name: one.read_bytes() for one in made} == dict(opened.documents)

"""The folder of an award dossier: whole or not there, never over another, named by nobody, noted in the journal."""

import re

import pytest

from desktop_app.domain.query import Query
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.errors import CancelledError, ExportError
from desktop_app.exchange.award_folder import folder_name
from tests.records import SECRETS, nominee, raw

AUTHORITY = "Chủ tịch UBND huyện"
FOLDER = "HoSoKhenThuong_ChuTichUBNDHuyen_2023"


@pytest.fixture
def folder(sample):
    ids = tuple(one.id for one in sample.award_desk.of_year(2023) if one.award_authority == AUTHORITY)
    return AwardFolder(authority=AUTHORITY, ids=ids, year=2023)


def test_one_set_of_papers_in_a_new_folder_each_time(sample, folder, tmp_path):
    first = sample.export_awards(folder, tmp_path / "hồ sơ")
    assert first.name == f"{FOLDER}_L1"
    assert sorted(file.name for file in first.iterdir()) == [
        "01_ToTrinh.docx", "02_DanhSach.docx", "03_BienBan.docx",
        *(f"04_BaoCaoThanhTich_{n:02d}.docx" for n in range(1, 5)),
    ]  # fmt: skip
    kept = (first / "01_ToTrinh.docx").read_bytes()
    (first / "01_ToTrinh.docx").write_bytes(b"signed")
    second = sample.export_awards(folder, tmp_path / "hồ sơ")
    assert second.name == f"{FOLDER}_L2"
    assert (second / "01_ToTrinh.docx").read_bytes() == kept
    assert (first / "01_ToTrinh.docx").read_bytes() == b"signed"


def test_names_are_ascii_and_name_nobody(ledger, tmp_path):
    saved = ledger.awards.save(nominee(award_authority=AUTHORITY, award_form="Giấy khen"))
    made = ledger.export_awards(AwardFolder(authority=AUTHORITY, ids=(saved.id,), year=2023), tmp_path)
    for name in (made.name, *(file.name for file in made.iterdir())):
        assert re.fullmatch(r"[A-Za-z0-9_.]+", name)
        assert "Am" not in name
    assert folder_name(AwardFolder(authority="", ids=(), year=2023)) == "HoSoKhenThuong_CoQuan_2023"


def test_every_dossier_is_noted_without_personal_values_and_is_not_undone(ledger, tmp_path):
    saved = ledger.awards.save(nominee(award_authority=AUTHORITY, award_form="Giấy khen"))
    ledger.export_awards(AwardFolder(authority=AUTHORITY, ids=(saved.id,), year=2023), tmp_path)
    (label,) = raw(ledger.path, "SELECT label FROM operations WHERE kind = 'export'")[0]
    assert "có dữ liệu cá nhân" in label
    assert FOLDER in label
    assert re.search("SHA-256 [0-9a-f]{64}", label)
    assert not [one for one in (*SECRETS, saved.name) if one in label]
    assert ledger.operations.latest().kind == "create"
    ledger.operations.undo()
    assert ledger.awards.count(Query()) == 0


def test_a_dossier_that_is_stopped_leaves_nothing(sample, folder, tmp_path):
    def stop(done, total):
        assert total == 7
        if done == 3:
            raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        sample.export_awards(folder, tmp_path, stop)
    assert list(tmp_path.glob("HoSo*")) == []
    assert raw(sample.path, "SELECT count(*) FROM operations WHERE kind = 'export'") == [(0,)]


def test_a_place_that_cannot_be_written_is_said(sample, folder, tmp_path):
    (tmp_path / "tệp").write_text("một tệp", encoding="utf-8")
    with pytest.raises(ExportError, match="Không ghi được hồ sơ"):
        sample.export_awards(folder, tmp_path / "tệp")


def test_a_dossier_of_nobody_is_refused(sample, tmp_path):
    with pytest.raises(ExportError, match="Chưa chọn đề nghị nào"):
        sample.export_awards(AwardFolder(authority=AUTHORITY, ids=(), year=2023), tmp_path)

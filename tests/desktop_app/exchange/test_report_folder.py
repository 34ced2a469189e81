"""One export is one folder: whole or not there, named by its content, the next revision only for new content."""

import errno
import json
import os
import re
import zipfile
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.query import Query
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.errors import (
    CancelledError,
    ConflictError,
    ExportError,
    LedgerFileError,
    ReportProblemsError,
)
from desktop_app.exchange import report_folder
from desktop_app.exchange.check_code import sha256
from desktop_app.report import writers
from tests.records import activity

FILES = {"BaoCao.pdf", "BaoCao.docx", "SoLieu.xlsx", "ThuGui.eml"}


def names(folder):
    return {file.name for file in folder.iterdir()}


def description(result):
    with zipfile.ZipFile(result.package) as archive:
        return archive.read("datapackage.json")


def change(ledger, title="Thêm một hoạt động"):
    return ledger.activities.save(activity(title))


# What is written


def test_the_folder_holds_report_package_and_draft(export):
    result = export()
    assert re.fullmatch(r"BC_MAU-HTB_2023_L1_[0-9A-Z]{10}", result.folder.name)
    assert names(result.folder) == {*FILES, f"{result.folder.name}.zip"}
    assert set(result.files) == set(result.folder.iterdir())
    assert names(result.folder.parent) == {result.folder.name}
    assert result.folder.name.endswith(f"_L{result.revision}_{result.check_code}")


def test_the_real_writers_write_the_same_package_twice(sample, tmp_path):
    period = sample.reports.period(2023)
    sample.reports.save_head(period, ReportHead(number="21", issued_on=date(2023, 11, 22)))
    one, two = sample.export(period, tmp_path / "một"), sample.export(period, tmp_path / "hai")
    assert one.package.read_bytes() == two.package.read_bytes()
    assert one.package.stat().st_size < 10_000_000
    assert (one.folder / "BaoCao.pdf").read_bytes().startswith(b"%PDF-")
    for name in ("BaoCao.docx", "SoLieu.xlsx"):
        assert zipfile.is_zipfile(one.folder / name)
    with zipfile.ZipFile(one.package) as archive:
        assert archive.read("BaoCao.pdf") == (one.folder / "BaoCao.pdf").read_bytes()


def test_the_draft_carries_the_package(export):
    result = export()
    message = message_from_bytes((result.folder / "ThuGui.eml").read_bytes(), policy=policy.default)
    assert message["Subject"] == "Báo cáo kết quả thực hiện Cuộc vận động năm 2023 - huyện Hàm Thuận Bắc"
    assert message["To"] == "mattran-tinh@example.invalid"
    body, attachment = message.iter_parts()
    assert result.check_code in body.get_content()
    assert "từ ngày 01/01/2023 đến ngày 30/11/2023" in body.get_content()
    assert attachment.get_content() == result.package.read_bytes()
    assert attachment.get_filename() == result.package.name


def test_the_draft_lists_several_addressees_as_the_report_does(export, sample):
    sample.save_office(replace(sample.office, addressees=("Ban Thường trực", "Sở Công Thương")))
    assert export().draft.body.startswith("Kính gửi: \n- Ban Thường trực;\n- Sở Công Thương.\n\n")


def test_the_report_in_the_folder_knows_its_code(export):
    result = export()
    assert result.check_code in (result.folder / "BaoCao.pdf").read_text(encoding="utf-8")


# Revisions


def test_the_same_content_keeps_revision_and_code(export, sample, clock):
    first = export()
    clock.move(days=3)
    again = export()
    assert (again.revision, again.check_code, again.folder) == (1, first.check_code, first.folder)
    assert again.package.read_bytes() == first.package.read_bytes()
    assert len(sample.reports.exports(2023)) == 2


def test_changed_content_is_the_next_revision_with_its_parent(export, sample):
    first = export()
    parent = sha256(description(first))
    change(sample)
    second = export()
    about = json.loads(description(second))["sohangviet"]
    assert (second.revision, about["revision"], about["parent"]) == (2, 2, parent)
    assert second.check_code != first.check_code
    assert first.folder.is_dir()


def test_content_changed_and_changed_back_is_a_third_revision(export, sample):
    first = export()
    change(sample)
    second = export()
    sample.operations.undo()
    third = export()
    assert [one.revision for one in (first, second, third)] == [1, 2, 3]
    assert len({one.check_code for one in (first, second, third)}) == 3
    assert json.loads(description(third))["sohangviet"]["parent"] == sha256(description(second))
    assert export().revision == 3


def test_number_date_and_signer_make_no_new_revision(export, sample):
    first = export()
    head = ReportHead(
        number="21", issued_on=date(2023, 11, 22), signer_name="Lê Văn Ký", signer_post="Phó Chủ tịch"
    )
    sample.reports.save_head(sample.reports.period(2023), head)
    sample.save_office(
        replace(sample.office, signer_name="Người khác", recipient_email="khac@example.invalid")
    )
    again = export()
    assert (again.revision, again.check_code) == (1, first.check_code)
    about = json.loads(description(again))["sohangviet"]
    assert (about["number"], about["issued_on"], about["signer"]) == ("21", "2023-11-22", "Lê Văn Ký")


def test_the_parent_is_the_package_that_left_last(export, sample):
    export()
    sample.reports.save_head(sample.reports.period(2023), ReportHead(number="21"))
    numbered = sha256(description(export()))
    change(sample)
    assert json.loads(description(export()))["sohangviet"]["parent"] == numbered


def test_a_change_of_the_officer_s_words_is_a_change(export, sample):
    first = export()
    sample.reports.save_narrative(sample.reports.period(2023), "next_tasks", "Khác.")
    assert export().revision == first.revision + 1


def test_a_personal_value_makes_no_new_revision(export, sample):
    first = export()
    award = sample.awards.get(sample.awards.fetch(Query())[0].id)
    sample.awards.save(replace(award, phone="0987650001"))
    assert export().check_code == first.check_code


def test_each_period_counts_for_itself(export, sample, quick_writers, tmp_path):
    export()
    half = sample.export(sample.reports.period(2023, "6T"), tmp_path / "sáu tháng")
    assert half.revision == 1
    assert "_2023_6T_L1_" in half.folder.name


def test_the_export_is_noted_with_its_reason(export, sample):
    result = export(reason="Tỉnh yêu cầu gửi sớm")
    (entry,) = sample.reports.exports(2023)
    assert (entry.reason, entry.folder, entry.check_code) == (
        "Tỉnh yêu cầu gửi sớm",
        str(result.folder),
        result.check_code,
    )
    assert entry.package_hash == sha256(description(result))
    assert sample.reports.period(2024).data_from == date(2023, 12, 1)


# Names


@pytest.mark.parametrize("code", ["60.597", "MAU-HTB", "Đơn vị/..\\x", "a" * 200, "..", "CON", "x\ny", "Đ"])
def test_the_name_is_short_ascii_and_stays_in_its_folder(export, sample, tmp_path, code):
    sample.save_office(replace(sample.office, unit_code=code))
    folder = export().folder
    assert folder.parent == tmp_path / "Báo cáo gửi tỉnh"
    assert re.fullmatch(r"BC_[A-Za-z0-9_-]+", folder.name)
    assert len(folder.name) <= 60


# Failures


def test_errors_in_the_data_write_nothing(sample, quick_writers, tmp_path):
    with pytest.raises(ReportProblemsError, match="chưa có hoạt động nào"):
        sample.export(ReportPeriod(2025, "", date(2025, 1, 1), date(2025, 11, 30)), tmp_path / "ra")
    assert not (tmp_path / "ra").exists()
    assert quick_writers == []
    assert sample.reports.exports(2025) == []


def test_a_file_instead_of_a_folder(sample, quick_writers, tmp_path):
    (tmp_path / "tệp").write_text("của tôi")
    with pytest.raises(ExportError, match="là một tệp, không phải thư mục"):
        sample.export(sample.reports.period(2023), tmp_path / "tệp")
    with pytest.raises(ExportError):
        sample.export(sample.reports.period(2023), tmp_path / "tệp" / "sâu")
    assert (tmp_path / "tệp").read_text() == "của tôi"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no undecodable names")
def test_a_folder_with_an_undecodable_name_can_be_exported_to(sample, quick_writers, tmp_path):
    out = tmp_path / os.fsdecode(b"th\xc6\xb0 m\xe1\xbb")
    result = sample.export(sample.reports.period(2023), out)
    assert result.package.is_file()
    assert sample.reports.exports(2023)[0].folder.startswith(str(tmp_path / "thư m"))


def test_errors_of_the_system_are_told_without_its_english(export, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(report_folder, "write_package", fail)
    with pytest.raises(ExportError, match=rf"mã lỗi hệ thống {errno.EIO}\)") as told:
        export()
    assert "Input/output" not in str(told.value)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Ổ đĩa đã đầy"),
        (PermissionError(errno.EACCES, "Permission denied"), "đang mở trong Word, Excel"),
        (OSError(errno.EIO, "Input/output error"), "Hãy chọn thư mục khác"),
        (ExportError("Ổ đĩa đã đầy."), "Ổ đĩa đã đầy"),
    ],
)
@pytest.mark.parametrize("failing", ["pdf", "docx", "xlsx"])
def test_a_writer_that_fails_leaves_nothing(export, sample, monkeypatch, tmp_path, error, said, failing):
    before = export()
    kept = {file: file.read_bytes() for file in before.files}
    change(sample)
    quick = writers.write

    def write(format_name, report, path, **options):
        quick(format_name, report, path, **options)
        if format_name == failing:
            raise error

    monkeypatch.setattr(writers, "write", write)
    with pytest.raises(ExportError, match=said):
        export()
    assert names(before.folder.parent) == {before.folder.name}
    assert {file: file.read_bytes() for file in before.files} == kept
    assert len(sample.reports.exports(2023)) == 1


def test_a_full_disk_while_the_package_is_written_leaves_nothing(export, monkeypatch, tmp_path):
    def full(path, files):
        path.write_bytes(b"PK half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(report_folder, "write_package", full)
    with pytest.raises(ExportError, match="Ổ đĩa đã đầy nên chưa xuất được báo cáo"):
        export()
    assert list((tmp_path / "Báo cáo gửi tỉnh").iterdir()) == []


@pytest.mark.parametrize("step", range(1, report_folder.STEPS + 1))
def test_cancelling_at_any_step_leaves_nothing(export, sample, tmp_path, step):
    def progress(done, total):
        assert total == report_folder.STEPS
        if done == step:
            raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        export(progress=progress)
    assert list((tmp_path / "Báo cáo gửi tỉnh").iterdir()) == []
    assert sample.reports.exports(2023) == []
    assert export().revision == 1


def test_progress_is_told_from_first_to_last(export):
    told = []
    export(progress=lambda done, total: told.append((done, total)))
    assert told == [(n, report_folder.STEPS) for n in range(1, report_folder.STEPS + 1)]


def test_an_export_that_cannot_be_noted_is_taken_away(export, sample, monkeypatch, tmp_path):
    def full(entry):
        raise LedgerFileError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(sample.reports, "note_export", full)
    with pytest.raises(LedgerFileError):
        export()
    assert list((tmp_path / "Báo cáo gửi tỉnh").iterdir()) == []


def test_an_export_again_that_cannot_be_noted_keeps_the_noted_one(export, sample, monkeypatch):
    first = export()

    def full(entry):
        raise LedgerFileError("Ổ đĩa đã đầy.")

    monkeypatch.setattr(sample.reports, "note_export", full)
    with pytest.raises(LedgerFileError):
        export()
    assert set(first.files) == set(first.folder.iterdir())


def test_the_remains_of_a_killed_export_are_cleared(export, tmp_path):
    folder = export().folder
    (half := folder.parent / f"{folder.name}.0a1b2c3d.tmp").mkdir()
    (half / "BaoCao.pdf").write_text("half")
    os.utime(half, (0, 0))
    (folder.parent / f"{folder.name}.0a1b2c3d.cu").mkdir()
    export()
    assert names(folder.parent) == {folder.name}


def test_what_another_window_is_writing_is_left_alone(export):
    folder = export().folder
    (writing := folder.parent / f"{folder.name}.0a1b2c3d.tmp").mkdir()
    export()
    assert names(folder.parent) == {folder.name, writing.name}


def test_an_export_that_was_killed_between_two_names_loses_nothing_of_the_officer_s(export):
    folder = export().folder
    (folder / "BaoCao.docx").write_text("sửa tay", encoding="utf-8")
    (folder / "Ghi chú.txt").write_text("nhớ gửi", encoding="utf-8")
    folder.rename(folder.with_name(f"{folder.name}.0a1b2c3d.cu"))
    export()
    assert names(folder.parent) == {folder.name}
    assert (folder / "BaoCao_sua-tay.docx").read_text(encoding="utf-8") == "sửa tay"
    assert (folder / "Ghi chú.txt").read_text(encoding="utf-8") == "nhớ gửi"


def test_another_window_s_export_in_between_is_told(export, sample, beside_sample):
    def other(done, total):
        if done == 1:
            beside_sample.activities.save(activity("Việc của Bình"))
            beside_sample.export(sample.reports.period(2023), out)

    out = export().folder.parent
    change(sample)
    with pytest.raises(ConflictError, match="ở cửa sổ khác"):
        export(progress=other)
    (newest, _) = sample.reports.exports(2023)
    assert names(out) == {Path(one.folder).name for one in sample.reports.exports(2023)}
    assert newest.revision == 2


def test_the_same_export_of_two_windows_is_one(export, sample, beside_sample):
    def other(done, total):
        if done == 1:
            beside_sample.export(sample.reports.period(2023), out)

    out = export().folder.parent
    assert export(progress=other).revision == 1
    assert len(names(out)) == 1


def test_an_older_folder_that_is_in_use_stays_whole(export, monkeypatch):
    folder = export().folder
    real = report_folder.os.replace

    def replace_file(source, target):
        if str(source).endswith(".tmp"):
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(report_folder.os, "replace", replace_file)
    with pytest.raises(ExportError, match="Hãy đóng tệp đó"):
        export()
    assert names(folder.parent) == {folder.name}
    assert names(folder) >= FILES


# What the officer did by hand


def test_what_was_added_or_corrected_by_hand_survives_an_export_of_the_same_content(export):
    folder = export().folder
    (folder / "BanKy.pdf").write_bytes(b"scan")
    (folder / "BaoCao.docx").write_text("sửa tay", encoding="utf-8")
    (folder / "ảnh").mkdir()
    (folder / "ảnh" / "1.jpg").write_bytes(b"jpg")

    again = export()

    assert (folder / "BanKy.pdf").read_bytes() == b"scan"
    assert (folder / "BaoCao_sua-tay.docx").read_text(encoding="utf-8") == "sửa tay"
    assert (folder / "BaoCao.docx").read_text(encoding="utf-8").startswith("docx")
    assert (folder / "ảnh" / "1.jpg").read_bytes() == b"jpg"
    assert not (folder / "BaoCao_sua-tay.pdf").exists()
    with zipfile.ZipFile(again.package) as archive:
        assert "BanKy.pdf" not in archive.namelist()

    (folder / "BaoCao.docx").write_text("sửa lần hai", encoding="utf-8")
    export()
    kept = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*sua-tay*")}
    assert kept == {"BaoCao_sua-tay.docx": "sửa tay", "BaoCao_sua-tay1.docx": "sửa lần hai"}


def test_a_folder_whose_package_is_gone_keeps_all_documents(export):
    result = export()
    result.package.unlink()
    (result.folder / "BaoCao.pdf").write_text("không rõ", encoding="utf-8")
    export()
    assert (result.folder / "BaoCao_sua-tay.pdf").read_text(encoding="utf-8") == "không rõ"

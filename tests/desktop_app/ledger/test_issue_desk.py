"""A report on its way: each step kept, impossible ones refused by a sentence, every package exactly as it left."""

import errno
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.query import Query
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Action, Fault, IssueState, Sending, SendingWay
from desktop_app.errors import (
    AttachmentError,
    CancelledError,
    ConflictError,
    ExportError,
    IssueError,
    LedgerFileError,
    ReportProblemsError,
)
from desktop_app.exchange import closing, folder_files
from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.report_folder import STEPS
from desktop_app.ledger import issue_closing
from tests.desktop_app.ledger.conftest import HEAD
from tests.photos import encoded, jpeg, picture
from tests.records import change_raw

S = IssueState


def about(package):
    with zipfile.ZipFile(package) as archive:
        return json.loads(archive.read("datapackage.json"))


def names(package):
    with zipfile.ZipFile(package) as archive:
        return archive.namelist()


def part(package, name):
    with zipfile.ZipFile(package) as archive:
        return archive.read(name)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "ảnh ký.jpg"
    path.write_bytes(jpeg(picture(1700, 2400)))
    return path


# Signing


def test_a_report_that_was_never_exported_is_a_draft_with_nothing_to_do(office):
    view = office.view
    assert (view.current.state, view.current.revision, view.newest_export) == (S.DRAFTING, 1, None)
    assert view.may == frozenset()
    assert view.refused[Action.SUBMIT] == "Chưa xuất báo cáo; hãy xuất báo cáo trước."
    with pytest.raises(IssueError, match="hãy xuất báo cáo trước"):
        office.desk.submit(office.period)


def test_signing_keeps_the_package_exactly_as_exported(office):
    exported = office.export().package.read_bytes()
    issue = office.desk.submit(office.period, "Trình đồng chí Trưởng ban")
    assert issue.state is S.SUBMITTED
    assert office.ledger.reporting.kept_files.data(issue.package) == exported
    [step] = issue.steps
    assert (step.state, step.who, step.note) == (S.SUBMITTED, "Đào", "Trình đồng chí Trưởng ban")
    assert step.at.startswith("2023-11-20")
    assert office.view.current == issue


def test_a_package_that_is_gone_or_another_one_cannot_be_put_up_for_signing(office):
    first = office.export()
    kept = first.package.read_bytes()
    first.package.unlink()
    with pytest.raises(IssueError, match="hãy xuất lại báo cáo rồi trình ký"):
        office.desk.submit(office.period)
    office.change()
    other = office.export()
    for damaged in (kept, b"no zip", kept[:-400]):
        other.package.write_bytes(damaged)
        with pytest.raises(IssueError, match=r"không phải gói của lần xuất mới nhất.* hãy xuất lại báo cáo"):
            office.desk.submit(office.period)
    assert office.state is S.DRAFTING


def test_a_report_taken_back_from_signing_can_be_changed_and_put_up_again(office):
    office.submit()
    office.desk.withdraw(office.period, "Chủ tịch yêu cầu bổ sung")
    assert office.state is S.DRAFTING
    office.change()
    again = office.submit()
    assert (again.revision, again.state) == (2, S.SUBMITTED)
    assert [step.state for step in again.steps] == [S.SUBMITTED, S.DRAFTING, S.SUBMITTED]
    assert office.view.earlier == ()


def test_while_signing_runs_exports_go_on_freely(office):
    submitted = office.submit()
    office.change()
    assert office.export().revision == 2
    assert office.view.current == submitted
    assert office.issue().revision == 1


# Issue


def test_number_day_and_scan_change_neither_data_nor_code_nor_revision(office, photo, tmp_path):
    exported = office.export()
    before = exported.package.read_bytes()
    office.desk.submit(office.period)
    issue = office.issue(scans=[photo, photo])
    package = office.view.folder / issue.package_name
    assert (issue.revision, issue.check_code, issue.state) == (1, exported.check_code, S.ISSUED)
    assert package == exported.package
    head = about(package)["sohangviet"]
    assert (head["number"], head["issued_on"], head["signer"]) == ("45", "2023-11-20", "Trần Thị Mỹ Ái")
    old = tmp_path / "trước.zip"
    old.write_bytes(before)
    data = [name for name in names(old) if name.startswith("data/")]
    assert {name: part(package, name) for name in data} == {name: part(old, name) for name in data}
    assert set(names(package)) == {*names(old), "BanKy.pdf"}
    assert part(package, "BanKy.pdf").startswith(b"%PDF-")
    assert "number='45'" in part(package, "BaoCao.pdf").decode()


def test_the_head_of_the_closed_package_tells_its_files(office, photo):
    office.submit()
    issue = office.issue(scans=[photo])
    package = office.view.folder / issue.package_name
    told = {one["path"]: one for one in about(package)["resources"]}
    assert set(told) == set(names(package)) - {"datapackage.json"}
    for name, one in told.items():
        content = part(package, name)
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{sha256(content)}")


def test_the_closed_package_lies_in_the_ledger_and_in_the_folder_with_a_draft(office, photo):
    office.submit()
    issue = office.issue(scans=[photo])
    folder = office.view.folder
    kept = office.ledger.reporting.kept_files
    assert kept.data(issue.package) == (folder / issue.package_name).read_bytes()
    assert kept.data(issue.scan) == (folder / "BanKy.pdf").read_bytes()
    assert {file.name for file in folder.iterdir()} == {
        *folder_files.DOCUMENTS.values(),
        "BanKy.pdf",
        "ThuGui.eml",
        issue.package_name,
    }
    draft = office.desk.draft(office.period, issue)
    assert "gửi Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023 kết quả thực hiện" in draft.body
    assert draft.attachment == issue.package_name
    assert office.ledger.reports.head(office.period) == HEAD


def test_data_changed_while_signing_leave_the_documents_as_they_were_signed(office):
    office.submit()
    signed = office.view.folder / "BaoCao.pdf"
    before = signed.read_bytes()
    office.change()
    issue = office.issue()
    assert "gói giữ đúng bản đã trình ký" in issue.steps[-1].note
    assert signed.read_bytes() == before
    assert about(office.view.folder / issue.package_name)["sohangviet"]["number"] == "45"


def test_without_number_or_day_nothing_is_issued(office):
    office.submit()
    with pytest.raises(IssueError, match="Chưa ghi số và ngày ban hành"):
        office.issue(ReportHead())
    with pytest.raises(IssueError, match="Chưa ghi ngày ban hành"):
        office.issue(ReportHead(number="45"))
    assert office.state is S.SUBMITTED


def test_until_it_is_sent_number_and_scan_can_be_mended(office, photo):
    first = office.issued(scans=[photo])
    again = office.issue(ReportHead(number="46", issued_on=date(2023, 11, 20)))
    assert (again.head.number, again.scan, again.revision) == ("46", first.scan, 1)
    assert office.ledger.reporting.kept_files.data(first.package)
    assert {step.package for step in again.steps} >= {first.package, again.package}
    office.desk.note_sending(office.period, Sending(way=SendingWay.EMAIL))
    with pytest.raises(IssueError, match="sai thể thức thì soạn công văn đính chính"):
        office.issue()


def test_a_folder_that_is_gone_does_not_stop_the_issue(office, tmp_path):
    office.submit()
    office.view.folder.rename(tmp_path / "đã dời đi")
    issue = office.issue()
    assert issue.state is S.ISSUED
    assert "hãy lưu gói từ sổ ra để gửi" in issue.steps[-1].note
    saved = office.desk.save_package(issue, tmp_path / "USB")
    assert saved.read_bytes() == office.ledger.reporting.kept_files.data(issue.package)


def test_it_can_be_written_into_another_folder(office, tmp_path):
    office.submit()
    office.issue(out=tmp_path / "nơi khác")
    assert office.view.folder.parent == tmp_path / "nơi khác"


# Failures leave the state before


def whole(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
def test_stopping_at_any_step_changes_nothing(office, photo, step):
    office.submit()
    before, files = office.view, whole(office.out)

    def progress(done, total):
        assert total == STEPS
        if done == step:
            raise CancelledError("Đã dừng.")

    with pytest.raises(CancelledError):
        office.issue(scans=[photo], progress=progress)
    assert (office.view, whole(office.out)) == (before, files)
    assert len(office.ledger.reports.exports(2023)) == 1
    assert office.issue(scans=[photo]).state is S.ISSUED


def test_a_folder_that_cannot_be_replaced_changes_nothing(office, monkeypatch):
    office.submit()
    before, files = office.view, whole(office.out)
    real = folder_files.os.replace

    def refuse(source, target):
        if str(source).endswith(".tmp"):
            raise PermissionError(13, "in use")
        real(source, target)

    monkeypatch.setattr(folder_files.os, "replace", refuse)
    with pytest.raises(ExportError, match="Hãy đóng tệp đó"):
        office.issue()
    monkeypatch.undo()
    assert (office.view, whole(office.out)) == (before, files)


def test_a_step_taken_in_another_window_meanwhile_is_not_overrun(office, beside_sample):
    office.submit()
    files = whole(office.out)

    def progress(done, total):
        if done == 1:
            beside_sample.reporting.issuing.withdraw(office.period)

    with pytest.raises(ConflictError, match="ở cửa sổ khác"):
        office.issue(progress=progress)
    assert office.state is S.DRAFTING
    assert whole(office.out) == files


@pytest.fixture
def beside_sample(sample, clock):
    from desktop_app.ledger import open_ledger

    with open_ledger(sample.path, clock, "Bình") as opened:
        yield opened


def test_a_package_that_is_too_large_is_refused_with_what_to_do(office, photo, monkeypatch):
    office.submit()
    monkeypatch.setattr(closing, "MOST_BYTES", 100_000)
    with pytest.raises(IssueError, match=r"quá 18 MB nên không gửi thư được\. Hãy quét lại bản ký ở 200 dpi"):
        office.issue(scans=[photo])
    assert office.state is S.SUBMITTED


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải ảnh JPEG, PNG hoặc tệp PDF"),
        (b"%PDF-1.7\nhong", "không phải tệp PDF hoặc bị hỏng"),
        (encoded(picture(1, 1), "PNG"), "quá nhỏ"),
    ],
)
def test_a_bad_signed_copy_changes_nothing(office, tmp_path, content, said):
    office.submit()
    path = tmp_path / "bản ký"
    path.write_bytes(content)
    with pytest.raises(AttachmentError, match=said):
        office.issue(scans=[path])
    with pytest.raises(AttachmentError, match="Không đọc được tệp"):
        office.issue(scans=[tmp_path / "không có"])
    assert office.state is S.SUBMITTED


def test_a_signed_copy_is_refused_before_it_fills_the_memory(office, photo, monkeypatch):
    office.submit()
    with pytest.raises(AttachmentError, match="61 ảnh là quá nhiều"):
        office.issue(scans=[photo.with_name("không có.jpg")] * 61)
    monkeypatch.setattr(issue_closing, "_MOST_TOGETHER", photo.stat().st_size)
    with pytest.raises(AttachmentError, match="Các tệp bản ký nặng hơn"):
        office.issue(scans=[photo, photo])
    assert office.state is S.SUBMITTED


def test_files_that_others_see_are_whole_or_not_there(office, tmp_path, monkeypatch):
    office.issued()
    letter = tmp_path / "công văn.docx"
    faults = [Fault(place="Trang 1", wrong="21", right="22")]
    office.desk.write_correction_letter(office.period, faults, letter)
    before = letter.read_bytes()

    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="đã đầy"):
        office.desk.write_correction_letter(office.period, faults, letter)
    with pytest.raises(ExportError, match="đã đầy"):
        office.desk.save_package(office.view.current, tmp_path / "USB")
    monkeypatch.undo()
    assert letter.read_bytes() == before
    assert not list((tmp_path / "USB").iterdir())
    with pytest.raises(ExportError, match="là một tệp, không phải thư mục"):
        office.desk.save_package(office.view.current, letter)


# After the issue


def test_an_issued_report_keeps_its_name_when_another_body_issues_the_next_paper(office):
    issue = office.issued()
    before = office.desk.draft(office.period, issue)
    named = "Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023"
    office.ledger.save_office(replace(office.ledger.office, has_committee=False))
    assert office.desk.reference(issue) == named
    assert named in office.desk.draft(office.period, issue).body
    assert named in before.body
    assert not office.desk.head_remarks(office.ledger.reports.period(2023, "6T"), HEAD)
    assert office.desk.open_next(office.period, "Bổ sung").replaces == named


def test_a_report_signed_under_another_symbol_keeps_that_one(office):
    office.submit()
    office.ledger.save_office(replace(office.ledger.office, has_committee=False))
    office.change()
    assert "45/BC-MTTQ-BCĐ" in office.desk.reference(office.issue())


def test_reasons_and_notes_are_cleaned(office):
    office.export()
    office.desk.submit(office.period, "Trình\x00 ký\ud800\u202e")
    office.issue()
    assert office.view.current.steps[0].note == "Trình ký"
    assert office.desk.open_next(office.period, "Bổ\nsung\ud800").reason == "Bổ sung"


def test_a_lost_entry_of_an_export_is_told(office):
    office.submit()
    change_raw(office.ledger.path, "DELETE FROM exports")
    with pytest.raises(LedgerFileError, match="bản sao lưu"):
        office.issue()


def test_exporting_an_issued_report_writes_again_what_was_sent(office, photo, tmp_path):
    issue = office.issued(scans=[photo])
    again = office.ledger.export(office.period, tmp_path / "lại")
    assert again.package.read_bytes() == office.ledger.reporting.kept_files.data(issue.package)
    assert (again.folder / "BanKy.pdf").is_file()
    assert again.revision == 1
    assert office.ledger.reports.exports(2023)[0].folder == str(again.folder)


def test_changed_content_of_an_issued_report_is_an_error_that_says_what_to_do(office):
    office.issued()
    assert not [one for one in office.ledger.check(office.period) if one.is_error]
    office.change()
    [error] = [one.sentence for one in office.ledger.check(office.period) if one.is_error]
    assert error.startswith("Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023 đã phát hành (lần 1)")
    assert "Hãy mở lần báo cáo mới và ghi lý do" in error
    with pytest.raises(ReportProblemsError, match="Hãy mở lần báo cáo mới"):
        office.export()
    assert len(office.ledger.reports.exports(2023)) == 2


def test_the_next_revision_names_the_one_it_replaces(office):
    first = office.issued()
    closed_mark = office.ledger.reports.exports(2023)[0].package_hash
    with pytest.raises(IssueError, match="Hãy ghi lý do"):
        office.desk.open_next(office.period, "  ")
    opened = office.desk.open_next(office.period, "Bổ sung số liệu Tuần hàng Việt")
    assert (opened.revision, opened.state, opened.reason) == (2, S.DRAFTING, "Bổ sung số liệu Tuần hàng Việt")
    assert office.ledger.reports.head(office.period) == ReportHead()
    report = office.ledger.report(office.period)
    assert report.lead[0] == (
        "Báo cáo này thay thế Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023 của "
        "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc."
    )
    exported = office.export()  # opened, nothing else changed: the sentence itself makes it another content
    head = about(exported.package)["sohangviet"]
    assert (head["revision"], head["parent"], head["number"]) == (2, closed_mark, "")
    assert head["replaces"] == "Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023"
    assert closed_mark in head["lineage"]
    office.desk.submit(office.period)
    second = office.issue(ReportHead(number="50", issued_on=date(2023, 11, 20)))
    assert (second.revision, second.replaces) == (2, head["replaces"])
    assert office.view.earlier == (first,)
    assert not [one for one in office.ledger.check(office.period) if one.is_error]


def test_a_next_revision_opened_by_mistake_is_thrown_away(office):
    first = office.issued()
    office.desk.open_next(office.period, "Nhầm")
    office.desk.withdraw(office.period)
    assert office.view.current == first
    assert office.ledger.reports.head(office.period) == HEAD
    assert not office.ledger.report(office.period).replaces
    office.desk.open_next(office.period, "Thật")
    office.export()
    with pytest.raises(IssueError, match="đã được xuất nên không bỏ được"):
        office.desk.withdraw(office.period)


def test_a_later_export_that_never_left_does_not_take_the_next_number(office):
    office.submit()
    office.change()
    assert office.export().revision == 2
    office.issue()
    opened = office.desk.open_next(office.period, "Bổ sung")
    assert opened.revision == 3
    assert office.export().revision == 3


def test_periods_are_issued_apart(office):
    office.issued()
    half = office.ledger.reports.period(2023, "6T")
    assert office.desk.view(half).current.state is S.DRAFTING
    office.ledger.export(half, office.out)
    office.desk.submit(half)
    office.desk.issue(half, HEAD)
    assert office.desk.view(half).current.state is S.ISSUED
    assert "_2023_6T_L1_" in office.desk.view(half).current.package_name


def test_the_next_year_begins_after_what_was_issued(office):
    first = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 15))
    office.ledger.reports.save_period(first)
    office.period = first
    office.submit()
    longer = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))
    office.ledger.export(longer, office.out)  # a draft of revision 2 that never leaves
    assert office.ledger.reports.period(2024).data_from == date(2023, 12, 1)
    office.issue()
    assert office.ledger.reports.period(2024).data_from == date(2023, 11, 16)


# Papers


def test_the_issued_report_is_entered_among_the_documents_once_and_not_counted(office):
    office.issued()
    before = office.ledger.figures(office.period).indicators
    document = office.desk.register_document(office.period)
    assert (document.display, document.issued_on, document.is_period_report) == (
        "45/BC-MTTQ-BCĐ",
        date(2023, 11, 20),
        True,
    )
    assert office.ledger.figures(office.period).indicators == before
    assert not [one for one in office.ledger.check(office.period) if one.is_error]
    assert Action.REGISTER_DOCUMENT not in office.view.may
    with pytest.raises(IssueError, match="đã có trong sổ Văn bản"):
        office.desk.register_document(office.period)
    office.ledger.operations.undo()
    assert Action.REGISTER_DOCUMENT in office.view.may


def test_a_number_given_twice_or_a_day_to_come_is_told(office):
    documents = office.ledger.register("documents")
    taken = next(
        one
        for one in documents.fetch(Query(), 0, 500)
        if one.number
        and not one.is_period_report
        and one.series.value == "committee"
        and one.direction.value == "outgoing"
    )
    remarks = office.desk.head_remarks(
        office.period, ReportHead(number=taken.number, issued_on=taken.issued_on)
    )
    assert "đã cấp cho" in remarks[0]
    assert (
        "sau hôm nay"
        in office.desk.head_remarks(office.period, ReportHead(number="45", issued_on=date(2023, 12, 1)))[0]
    )
    assert office.desk.head_remarks(office.period, HEAD) == ()
    office.issued()
    assert office.desk.head_remarks(office.period, HEAD) == ()
    office.desk.open_next(office.period, "Bổ sung")
    assert "phải có số riêng" in office.desk.head_remarks(office.period, HEAD)[0]


def test_the_letter_of_correction_names_the_report_and_its_faults(office, tmp_path):
    from docx import Document

    fault = Fault(place="Trang 1, dòng 3", wrong="Kính gữi", right="Kính gửi")
    with pytest.raises(IssueError, match="Báo cáo chưa phát hành thì sửa trực tiếp"):
        office.desk.write_correction_letter(office.period, [fault], tmp_path / "cv.docx")
    office.issued()
    with pytest.raises(IssueError, match="Hãy ghi đủ vị trí"):
        office.desk.write_correction_letter(
            office.period, [Fault(place="", wrong="a", right="b")], tmp_path / "x.docx"
        )
    path = office.desk.write_correction_letter(office.period, [fault], tmp_path / "cv.docx")
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "Báo cáo số 45/BC-MTTQ-BCĐ ngày 20 tháng 11 năm 2023" in text
    assert "tại trang 1, dòng 3, đã in là “Kính gữi”, nay sửa là “Kính gửi”." in text
    many = [fault, Fault(place="Phụ lục II", wrong="a", right="b")]
    path = office.desk.write_correction_letter(
        office.period, many, tmp_path / "cv2.docx", number="5", issued_on=date(2023, 11, 25)
    )
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables
    ]
    assert ["2", "Phụ lục II", "a", "b"] in [row for table in tables for row in table]

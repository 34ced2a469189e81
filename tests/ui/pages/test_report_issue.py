"""The step Phát hành và gửi on a real ledger: the whole way of a report, and what can go wrong on it."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import (
    Action,
    Fault,
    IssueState,
    Reply,
    ReplyItem,
    ReplyKind,
    Sending,
    SendingWay,
)
from desktop_app.ledger import Ledger
from ui.dialogs.issue_code_dialog import CheckCodeDialog
from ui.dialogs.issue_letter_dialog import CorrectionLetterDialog, LetterAnswer
from ui.dialogs.issue_next_dialog import NextRevisionDialog
from ui.dialogs.issue_opened_reply_dialog import OpenedAnswer, OpenedReplyDialog
from ui.dialogs.issue_reply_dialog import ReplyDialog
from ui.dialogs.issue_report_dialog import IssueAnswer, IssueReportDialog
from ui.dialogs.issue_sending_dialog import SendingDialog
from ui.operations import Operations
from ui.pages import issue_replies, report_issue
from ui.pages.report_page import ReportPage
from ui.pages.report_steps import Step
from ui.widgets.state_line import Passed

TIMEOUT = 60_000
HEAD = ReportHead(number="21", issued_on=date(2023, 11, 21))
REPLACED = "Báo cáo số 21/BC-MTTQ-BCĐ ngày 21 tháng 11 năm 2023"
SENDING = Sending(way=SendingWay.EMAIL, sent_to="tinh@example.invalid", sent_at="2023-11-21")


@pytest.fixture
def page(report_page: ReportPage) -> ReportPage:
    report_page._show_step(Step.ISSUE)
    return report_page


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    image = QImage(QSize(1654, 2339), QImage.Format.Format_RGB32)
    image.fill(QColor("#B22222"))
    path = tmp_path / "trang 1 có dấu.jpg"
    assert image.save(str(path))
    return path


@pytest.fixture
def export(page: ReportPage, sample: Ledger, settled, tmp_path: Path) -> Callable[[], Path]:
    def do() -> Path:
        result = sample.export(sample.reports.period(2023), tmp_path / "Báo cáo gửi tỉnh", reason="Thử")
        page.refresh()
        settled()
        return result.folder

    return do


@pytest.fixture
def issue(qtbot, page: ReportPage, export, settled, scan: Path) -> Callable[..., Path]:
    """Export, put up for signing, and issue."""

    def do(head: ReportHead = HEAD, scans: tuple[Path, ...] = (scan,)) -> Path:
        folder = export()
        page.issue.view.box.trigger(Action.SUBMIT)
        with qtbot.waitSignal(page.issue.job.ended, timeout=TIMEOUT):
            page.issue.job.start(page._period, IssueAnswer(head, scans))
        settled()
        assert page.issue.view.box.failure() == ""
        return folder

    return do


def answers(monkeypatch: pytest.MonkeyPatch, dialog: type, answer: Any, name: str = "ask") -> None:
    """Let a dialog answer as an officer would."""
    monkeypatch.setattr(dialog, name, lambda *_words, **_options: answer)


def state(page: ReportPage) -> IssueState:
    return page._ledger.reporting.issuing.view(page._period).current.state


def main_verb(page: ReportPage) -> str:
    verb = page.issue.view.box.action().main
    return verb.text if verb else ""


def now(page: ReportPage) -> str:
    return next(name for name, passed in page.issue.view.states.states() if passed is Passed.NOW)


def correction(sample: Ledger, **changes: Any) -> dict[str, Any]:
    """A reply file as the province writes it."""
    period = sample.reports.period(2023)
    newest = sample.reports.exports(2023)[0]
    record = sample.activities.all()[0]
    return {
        "schema": "sohangviet-reply",
        "version": "1.0",
        "id": "0123456789abcdef",
        "unit_code": sample.office.unit_code,
        "unit_name": sample.office.unit_name,
        "year": period.year,
        "period": period.code,
        "revision": newest.revision,
        "check_code": newest.check_code,
        "kind": "correction",
        "replied_on": "2023-11-24",
        "sender": "Ban Thường trực MTTQ tỉnh",
        "reason": "Bổ sung số liệu của Hội Phụ nữ.",
        "due_on": "2023-11-28",
        "items": [
            {
                "sentence": "Sai số người dự.",
                "register": "activities",
                "record_id": record.id,
                "title": record.title,
            }
        ],
        **changes,
    }


def written(folder: Path, reply: dict[str, Any]) -> Path:
    path = folder / "PhanHoi.json"
    path.write_text(json.dumps(reply, ensure_ascii=False), encoding="utf-8")
    return path


def test_nothing_exported_leads_to_the_export(page: ReportPage) -> None:
    assert now(page) == "Đang soạn"
    assert main_verb(page) == "Đến bước Xuất báo cáo"
    assert page.steps.summary(Step.ISSUE) == "Chưa xuất báo cáo"
    assert not page.issue.view.sendings.isVisible()
    assert not page.issue.view.package.isVisible()
    page.issue.view.box._buttons[0].click()
    assert page.detail.step() is Step.EXPORT


def test_from_signing_to_sending(
    qtbot,
    page: ReportPage,
    settled,
    export: Callable[[], Path],
    scan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = export()
    box = page.issue.view.box
    assert main_verb(page) == "Trình ký"
    box._buttons[0].click()
    assert (now(page), main_verb(page)) == ("Trình ký", "Ghi số và phát hành…")

    answers(monkeypatch, IssueReportDialog, IssueAnswer(HEAD, (scan,)))
    with qtbot.waitSignal(page.issue.job.ended, timeout=TIMEOUT):
        box._buttons[0].click()
    settled()
    assert (now(page), main_verb(page)) == ("Đã phát hành", "Ghi nhận đã gửi…")
    assert page.header.count() == "Lần 1 · Đã phát hành 21/11/2023"
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as package:
        assert package.read("BanKy.pdf").startswith(b"%PDF")
    assert page.issue.view.package.name() == f"{folder.name}.zip"

    answers(monkeypatch, SendingDialog, SENDING)
    box._buttons[0].click()
    assert (now(page), main_verb(page)) == ("Đã gửi", "Mở phản hồi của tỉnh…")
    assert page.header.count() == "Lần 1 · Đã gửi 21/11/2023"


@pytest.fixture
def sent_back(
    qtbot,
    page: ReportPage,
    sample: Ledger,
    issue: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The report is issued and sent, and a reply file that asks for a correction is dropped onto the step."""
    issue()
    answers(monkeypatch, SendingDialog, SENDING)
    page.issue.view.box.trigger(Action.NOTE_SENDING)
    record = sample.activities.all()[0].id
    seen: list[tuple[str, bool]] = []

    def accept(reply: Reply, about: str, _parent: object, *, is_noted: bool) -> OpenedAnswer:
        seen.append((about, is_noted))
        return OpenedAnswer(notes=not is_noted, item=reply.items[0])

    monkeypatch.setattr(OpenedReplyDialog, "ask", accept)
    path = written(tmp_path, correction(sample))
    for _twice in range(2):
        with qtbot.waitSignal(page.page_requested) as opened:
            page.issue._drop.dropped.emit([str(path)])
        assert opened.args == ["activities", record]
    about = "Báo cáo năm 2023, lần 1"
    assert seen == [(about, False), (about, True)], "the same file is noted once"


def test_a_report_that_is_sent_back_becomes_the_next_revision(
    qtbot,
    page: ReportPage,
    sample: Ledger,
    operations: Operations,
    settled,
    export: Callable[[], Path],
    sent_back: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box, panel = page.issue.view.box, page.issue.view
    assert (now(page), main_verb(page)) == ("Đề nghị chỉnh sửa", "Mở lần báo cáo tiếp theo…")
    assert "28/11/2023" in box.action().sentence
    told: list[tuple[str, int, str]] = []
    monkeypatch.setattr(
        NextRevisionDialog, "ask", lambda replaced, at, why, _parent: told.append((replaced, at, why)) or why
    )
    box._buttons[0].click()
    settled()
    assert told == [(REPLACED, 2, "Bổ sung số liệu của Hội Phụ nữ.")]
    assert now(page) == "Đang soạn"
    assert REPLACED in box.action().sentence
    assert "28/11/2023" in box.action().sentence, "the new deadline stays in view"
    assert [one.key for one in panel.revisions.entries()] == ["1"]

    new = Activity(title="Phiên chợ", date_start=date(2023, 11, 20), plan_items=("II.6",), content_code="C6")
    operations.run(lambda: sample.activities.save(new), changed={"activities"})
    assert "_L2_" in export().name
    assert sample.reporting.source(page._period).replaces == REPLACED
    box.trigger(Action.SUBMIT)
    answers(monkeypatch, IssueReportDialog, IssueAnswer(replace(HEAD, number="25"), ()))
    with qtbot.waitSignal(page.issue.job.ended, timeout=TIMEOUT):
        box._buttons[0].click()
    settled()
    assert [one.key for one in panel.revisions.entries()] == ["2", "1"]
    assert f"Thay thế {REPLACED}" in panel.revisions.entries()[0].detail
    assert box.button(Action.ISSUE) is not None, "the scan can be added until it is sent"


def test_a_failed_issue_says_why_and_keeps_what_was_typed(
    qtbot, page: ReportPage, export: Callable[[], Path], tmp_path: Path
) -> None:
    export()
    page.issue.view.box.trigger(Action.SUBMIT)
    gone = IssueAnswer(HEAD, (tmp_path / "mất.pdf",))
    with qtbot.waitSignal(page.issue.job.ended, timeout=TIMEOUT):
        page.issue.job.start(page._period, gone)
    assert "mất.pdf" in page.issue.view.box.failure()
    assert state(page) is IssueState.SUBMITTED
    assert page.issue.job._offer(page._period).answer == gone
    assert page.issue.view.box._buttons[0].isVisible()


def test_issuing_can_be_stopped(qtbot, page: ReportPage, export: Callable[[], Path], scan: Path) -> None:
    folder = export()
    before = (folder / f"{folder.name}.zip").read_bytes()
    page.issue.view.box.trigger(Action.SUBMIT)
    with qtbot.waitSignal(page.issue.job.ended, timeout=TIMEOUT):
        page.issue.job.start(page._period, IssueAnswer(HEAD, (scan,)))
        assert page.issue.view.box.cancel_button.isVisible()
        page.issue.view.box.cancel_button.click()
    assert state(page) is IssueState.SUBMITTED
    assert page.issue.view.box.failure() == ""
    assert (folder / f"{folder.name}.zip").read_bytes() == before


def test_a_report_is_taken_back_from_signing(page: ReportPage, export: Callable[[], Path]) -> None:
    export()
    page.issue.view.box.trigger(Action.SUBMIT)
    page.issue.view.box.trigger(Action.WITHDRAW)
    assert (now(page), main_verb(page)) == ("Đang soạn", "Trình ký")


def test_a_package_that_is_gone_is_told_in_the_box(page: ReportPage, export: Callable[[], Path]) -> None:
    folder = export()
    (folder / f"{folder.name}.zip").unlink()
    page.issue.view.box.trigger(Action.SUBMIT)
    assert "xuất lại báo cáo" in page.issue.view.box.failure()
    assert state(page) is IssueState.DRAFTING


def test_a_sending_is_confirmed_and_taken_away(
    page: ReportPage, sample: Ledger, issue: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    issue()
    answers(monkeypatch, SendingDialog, SENDING)
    page.issue.view.sendings.add_button.click()
    row = page.issue.view.sendings.rows()[0]
    assert row.entry.action == "Ghi xác nhận…"
    noted = sample.reporting.issuing.view(page._period).sendings[0]
    confirmed = replace(noted, received_on=date(2023, 11, 21), receipt="Số đến 145")
    answers(monkeypatch, SendingDialog, confirmed)
    row.action_button.click()
    entry = page.issue.view.sendings.entries()[0]
    assert (entry.pill, entry.action) == ("Có xác nhận", "")
    assert "Số đến 145" in entry.detail
    assert now(page) == "Tỉnh đã nhận"
    monkeypatch.setattr(report_issue, "ask", lambda *_words, careful: careful)
    page.issue.view.sendings.rows()[0].remove_button.click()
    assert page.issue.view.sendings.entries() == []
    assert now(page) == "Đã phát hành"


def test_a_call_of_the_province_is_noted_and_taken_back(
    page: ReportPage, issue: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    issue()
    answers(
        monkeypatch,
        ReplyDialog,
        Reply(kind=ReplyKind.ACCEPTED, replied_on=date(2023, 11, 21), sender="Bà Hoa"),
    )
    page.issue.view.box.trigger(Action.NOTE_REPLY)
    assert (state(page), main_verb(page)) == (IssueState.ACCEPTED, "")
    assert all(passed is Passed.DONE for _name, passed in page.issue.view.states.states())
    monkeypatch.setattr(issue_replies, "ask", lambda *_words, careful: careful)
    page.issue.view.replies.rows()[0].remove_button.click()
    assert now(page) == "Đã phát hành"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unit_code": "BT-TP", "unit_name": "huyện Tuy Phong"}, "Tuy Phong"),
        ({"revision": 7}, "lần 7"),
        ({"year": 2022}, "2022"),
        ({"check_code": "0000000000"}, "0000000000"),
        ({"version": "2.0"}, "mới hơn"),
        ({"kind": "lunch"}, "PhanHoi.json"),
    ],
)
def test_a_reply_that_is_none_of_ours_is_refused(
    page: ReportPage,
    sample: Ledger,
    export: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any],
    said: str,
) -> None:
    export()
    told: list[str] = []
    monkeypatch.setattr(issue_replies, "tell", lambda _parent, _title, text: told.append(text))
    page.issue.open_reply(written(tmp_path, correction(sample, **changes)))
    assert len(told) == 1
    assert said in told[0]
    assert page.issue.view.replies.entries() == []


def test_a_reply_is_taken_wherever_it_is_dropped(
    page: ReportPage,
    sample: Ledger,
    export: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    export()
    told: list[str] = []
    monkeypatch.setattr(issue_replies, "tell", lambda _parent, _title, text: told.append(text))
    answers(monkeypatch, OpenedReplyDialog, OpenedAnswer(notes=True))
    page._show_step(Step.SECTION)
    other = tmp_path / "Báo cáo.docx"
    other.write_bytes(b"x")
    page.issue._drop.dropped.emit([str(other)])
    assert (page.detail.step(), told) == (Step.SECTION, []), "a Word file belongs to others"
    page.issue._drop.dropped.emit([str(written(tmp_path, correction(sample)))])
    assert page.detail.step() is Step.ISSUE
    assert len(page.issue.view.replies.entries()) == 1
    page.issue._drop.dropped.emit([str(other)])
    assert "Báo cáo.docx" in told[0]


def test_the_step_is_opened_from_elsewhere(page: ReportPage) -> None:
    page._show_step(Step.CHECK)
    page.open_record("issue")
    assert page.detail.step() is Step.ISSUE


def test_a_point_whose_record_is_gone_says_so(
    page: ReportPage,
    sample: Ledger,
    operations: Operations,
    issue: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issue()
    item = ReplyItem(sentence="Sai.", register="activities", record_id="khong-co", title="Hội nghị cũ")
    reply = Reply(kind=ReplyKind.CORRECTION, replied_on=date(2023, 11, 21), reason="Sửa.", items=(item,))
    answers(monkeypatch, ReplyDialog, reply)
    page.issue.view.box.trigger(Action.NOTE_REPLY)
    answers(monkeypatch, OpenedReplyDialog, OpenedAnswer(item=item))
    refused: list[str] = []
    asked: list[str] = []
    operations.refused.connect(refused.append)
    page.page_requested.connect(asked.append)
    page.issue.view.replies.rows()[0].action_button.click()
    assert "Hội nghị cũ" in refused[0]
    assert asked == []


def test_the_next_revision_can_be_given_up(
    page: ReportPage, issue: Callable[..., Path], settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue()
    answers(monkeypatch, NextRevisionDialog, "Sai số liệu.")
    page.issue.view.box.trigger(Action.OPEN_NEXT)
    settled()
    assert now(page) == "Đang soạn"
    monkeypatch.setattr(report_issue, "ask", lambda *_words, careful: careful)
    page.issue.view.box.trigger(Action.WITHDRAW)
    settled()
    assert now(page) == "Đã phát hành"


def test_the_package_is_saved_again_byte_by_byte(
    qtbot,
    page: ReportPage,
    sample: Ledger,
    operations: Operations,
    issue: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = issue()
    stick = tmp_path / "USB của Đào"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(stick))
    with qtbot.waitSignal(operations.status, timeout=TIMEOUT) as said:
        page.issue.view.package.usb_button.click()
    assert "đúng từng byte" in said.args[0]
    copy = stick / f"{folder.name}.zip"
    kept = sample.reporting.issuing.view(page._period).current.package
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == kept
    assert copy.read_bytes() == (folder / copy.name).read_bytes()


def test_a_stick_without_room_or_gone_is_told(
    qtbot,
    page: ReportPage,
    operations: Operations,
    issue: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issue()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "đã rút"))
    with qtbot.waitSignal(operations.refused, timeout=TIMEOUT) as refused:
        page.issue.view.package.usb_button.click()
    assert "cắm lại USB" in refused.args[0]
    full = type("Usage", (), {"free": 10})
    monkeypatch.setattr("ui.pages.issue_package.shutil.disk_usage", lambda _folder: full)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    with qtbot.waitSignal(operations.refused, timeout=TIMEOUT) as refused:
        page.issue.view.package.usb_button.click()
    assert "chỉ còn trống" in refused.args[0]
    assert not list(tmp_path.glob("BC_*.zip"))


def test_the_message_is_that_of_the_closed_package(
    page: ReportPage, issue: Callable[..., Path], settled
) -> None:
    folder = issue()
    card = page.issue.view.package
    card.message.to_button.click()
    settled()
    assert QGuiApplication.clipboard().text() == "mattran-tinh@example.invalid"
    card.message.body_button.click()
    settled()
    assert f"{folder.name}.zip" in QGuiApplication.clipboard().text()
    folder.rename(folder.with_name("khac"))
    page.issue._read_again()
    assert not card.open_folder_button.isEnabled()
    card.message.subject_button.click()
    settled()
    assert QGuiApplication.clipboard().text().startswith("Báo cáo kết quả")


def test_a_letter_of_correction_is_written_and_shown(
    qtbot, page: ReportPage, issue: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue()
    fault = Fault(place="Trang 2", wrong="Tuyên truyên", right="Tuyên truyền")
    path = tmp_path / "Công văn.docx"
    answers(monkeypatch, CorrectionLetterDialog, LetterAnswer((fault,)))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(path), ""))
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    page.issue.view.box.trigger(Action.WRITE_LETTER)
    qtbot.waitUntil(lambda: bool(opened), timeout=TIMEOUT)
    assert Path(opened[0]) == tmp_path
    with zipfile.ZipFile(path) as word:
        assert "Tuyên truyên" in word.read("word/document.xml").decode()


def test_an_issued_report_goes_into_the_documents_once(
    qtbot, page: ReportPage, sample: Ledger, operations: Operations, issue: Callable[..., Path]
) -> None:
    issue(replace(HEAD, number="33"))  # number 21 stands among the documents of the sample
    before = len(sample.register("documents").all())
    with qtbot.waitSignal(operations.status, timeout=TIMEOUT) as said:
        page.issue.view.box.trigger(Action.REGISTER_DOCUMENT)
    assert said.args[1], "it can be taken back"
    assert len(sample.register("documents").all()) == before + 1
    page.issue.view.box.trigger(Action.REGISTER_DOCUMENT)
    assert len(sample.register("documents").all()) == before + 1, "it is not offered again"


@pytest.mark.parametrize("disguise", [str, str.lower, lambda code: f" {code[:4]} {code[4:]} "])
def test_the_box_knows_the_code_of_a_report(
    qtbot,
    page: ReportPage,
    sample: Ledger,
    issue: Callable[..., Path],
    disguise: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    issue()
    shown: list[tuple[str, str]] = []

    def look(find: Any, parent: Any) -> None:
        dialog = CheckCodeDialog(find, parent)
        for code in (disguise(sample.reports.exports(2023)[0].check_code), "0000000000"):
            dialog._code.focus_target().setText(code)
            shown.append(dialog.answer())
        dialog.deleteLater()

    monkeypatch.setattr(CheckCodeDialog, "show_box", look)
    page.issue.view.code_button.click()
    assert [word for word, _sentence in shown] == ["Khớp", "Không có trong sổ"]
    assert "năm 2023" in shown[0][1]


def test_another_period_has_a_way_of_its_own(page: ReportPage, issue: Callable[..., Path], settled) -> None:
    issue()
    page._on_kind_chosen("6T")
    settled()
    assert now(page) == "Đang soạn"
    assert page.header.count() == "Chưa xuất"

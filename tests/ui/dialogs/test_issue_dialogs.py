"""The dialogs of issuing: what they refuse, what they ask once, and what they give back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import Fault, Reply, ReplyItem, ReplyKind, Sending, SendingWay
from desktop_app.ledger.issue_view import CodeAnswer, CodeMatch
from tests.ui.keys import press, type_text
from ui.dialogs import issue_report_dialog
from ui.dialogs.issue_code_dialog import CheckCodeDialog
from ui.dialogs.issue_letter_dialog import CorrectionLetterDialog
from ui.dialogs.issue_next_dialog import NextRevisionDialog
from ui.dialogs.issue_opened_reply_dialog import OpenedAnswer, OpenedReplyDialog
from ui.dialogs.issue_reply_dialog import ReplyDialog
from ui.dialogs.issue_report_dialog import IssueAnswer, IssueOffer, IssueReportDialog
from ui.dialogs.issue_sending_dialog import SendingDialog

DAY = date(2023, 11, 22)
HEAD = ReportHead(number="21", issued_on=DAY)
REPLACED = "Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023"
USUAL = dict.fromkeys(SendingWay, "Ban Thường trực MTTQ tỉnh") | {SendingWay.EMAIL: "tinh@example.invalid"}


def today() -> date:
    return DAY


def line(dialog: QWidget, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None
    return found


def offer(
    head: ReportHead = HEAD,
    *,
    has_scan: bool = False,
    remarks: Sequence[str] = (),
    scans: Sequence[Path] = (),
) -> IssueOffer:
    return IssueOffer(
        "Báo cáo năm 2023, lần 1",
        IssueAnswer(head, tuple(scans)),
        ("Trần Thị Mỹ Ái", "Chủ tịch"),
        has_scan,
        today,
        2023,
        lambda _head: tuple(remarks),
    )


class Asked(list[str]):
    """Answers the questions of the dialog, and keeps them."""

    def __init__(self, *, says_yes: bool) -> None:
        super().__init__()
        self.says_yes = says_yes

    def __call__(self, _parent: QWidget, title: str, *_words: str, careful: bool) -> bool:
        assert careful, "Enter alone must not issue a report"
        self.append(title)
        return self.says_yes


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked(says_yes=False)
    monkeypatch.setattr(issue_report_dialog, "ask", made)
    return made


def test_number_and_day_are_needed_to_issue(qtbot, asked: Asked) -> None:
    dialog = IssueReportDialog(offer(ReportHead()))
    qtbot.addWidget(dialog)
    dialog.finish()
    assert not dialog.result()
    assert dialog.fields["number"].message().startswith("Hãy ghi số báo cáo")
    assert dialog.fields["issued_on"].message() == "Hãy ghi ngày ban hành."
    type_text(line(dialog, "issued_on"), "32/13")
    assert dialog.problem()
    assert asked == []


def test_without_a_scan_it_is_asked_once_and_can_go_on(qtbot, asked: Asked) -> None:
    dialog = IssueReportDialog(offer())
    qtbot.addWidget(dialog)
    dialog.finish()
    assert asked == ["Chưa có bản ký"]
    assert not dialog.result()
    asked.says_yes = True
    dialog.finish()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.answer() == IssueAnswer(HEAD, ())


def test_a_report_with_a_scan_is_not_asked_for_another(qtbot, asked: Asked) -> None:
    dialog = IssueReportDialog(offer(has_scan=True))
    qtbot.addWidget(dialog)
    dialog.finish()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert asked == []


def test_a_doubtful_number_is_asked_about(qtbot, asked: Asked, tmp_path: Path) -> None:
    pdf = tmp_path / "ban ky.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    dialog = IssueReportDialog(offer(remarks=("Số 21 đã cấp cho báo cáo lần 1.",), scans=[pdf]))
    qtbot.addWidget(dialog)
    dialog.finish()
    assert asked == ["Xem lại số, ngày"]
    assert not dialog.result()
    asked.says_yes = True
    dialog.finish()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.answer().scans == (pdf,)


def test_two_pdfs_are_no_scan(qtbot, asked: Asked, tmp_path: Path) -> None:
    paths = [tmp_path / "một.pdf", tmp_path / "hai.pdf"]
    for path in paths:
        path.write_bytes(b"%PDF-1.4")
    dialog = IssueReportDialog(offer(scans=paths))
    qtbot.addWidget(dialog)
    dialog.finish()
    assert not dialog.result()
    assert "một tệp PDF" in dialog.problem()


def test_enter_walks_through_the_head(qtbot, asked: Asked) -> None:
    dialog = IssueReportDialog(offer())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    for name, following in (
        ("number", "issued_on"),
        ("issued_on", "signer_name"),
        ("signer_name", "signer_post"),
        ("signer_post", "add_scan_button"),
    ):
        press(line(dialog, name), Qt.Key.Key_Return)
        assert dialog.focusWidget() is line(dialog, following)
    assert not dialog.result()


def test_a_sending_goes_to_the_usual_place_of_its_way(qtbot) -> None:
    dialog = SendingDialog(None, USUAL, today)
    qtbot.addWidget(dialog)
    assert dialog.sending() == Sending(
        way=SendingWay.EMAIL, sent_to="tinh@example.invalid", sent_at="2023-11-22"
    )
    way = dialog.fields["way"].editor
    way.focus_target().setCurrentIndex(2)
    assert dialog.sending().way is SendingWay.POST
    assert dialog.sending().sent_to == "Ban Thường trực MTTQ tỉnh"
    line(dialog, "sent_to").setText("Ông Bình")
    way.focus_target().setCurrentIndex(0)
    assert dialog.sending().sent_to == "Ông Bình", "what was typed stays"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("sent_at", "", "Hãy ghi ngày gửi."),
        ("sent_at", "23/11/2023", "Ngày gửi không thể sau hôm nay."),
        ("sent_to", "  ", "Hãy ghi nơi nhận."),
        ("received_on", "21/11/2023", "Ngày nhận không thể trước ngày gửi."),
    ],
)
def test_a_sending_that_cannot_be_says_why(qtbot, field: str, typed: str, sentence: str) -> None:
    dialog = SendingDialog(None, USUAL, today)
    qtbot.addWidget(dialog)
    line(dialog, field).setText(typed)
    dialog.finish()
    assert not dialog.result()
    assert dialog.fields[field].message() == sentence


def test_an_edited_sending_keeps_its_moment(qtbot) -> None:
    noted = Sending(
        way=SendingWay.AXIS, sent_to="MTTQ tỉnh", sent_at="2023-11-20T08:05:00+07:00", id="a", revision=2
    )
    dialog = SendingDialog(noted, USUAL, today)
    qtbot.addWidget(dialog)
    line(dialog, "receipt").setText("Số đến 145")
    line(dialog, "received_on").setText("21/11/2023")
    changed = dialog.sending()
    assert (changed.id, changed.revision, changed.sent_at) == ("a", 2, noted.sent_at)
    assert (changed.receipt, changed.received_on) == ("Số đến 145", date(2023, 11, 21))
    line(dialog, "sent_at").setText("19/11/2023")
    assert dialog.sending().sent_at == "2023-11-19"


def test_a_call_of_the_province_is_noted(qtbot) -> None:
    dialog = ReplyDialog(today)
    qtbot.addWidget(dialog)
    dialog.finish()
    assert dialog.fields["reason"].message() == "Hãy ghi điều tỉnh đề nghị chỉnh sửa."
    type_text(line(dialog, "sender"), "Bà Hoa")
    line(dialog, "reason").setPlainText("Bổ sung số liệu.")
    line(dialog, "due_on").setText("28/11/2023")
    assert dialog.problem() == ""
    assert dialog.reply() == Reply(
        kind=ReplyKind.CORRECTION,
        replied_on=DAY,
        sender="Bà Hoa",
        reason="Bổ sung số liệu.",
        due_on=date(2023, 11, 28),
    )


def test_only_a_correction_has_a_new_deadline(qtbot) -> None:
    dialog = ReplyDialog(today)
    qtbot.addWidget(dialog)
    line(dialog, "due_on").setText("28/11/2023")
    dialog.fields["kind"].editor.focus_target().setCurrentIndex(2)
    assert not dialog.fields["due_on"].isVisibleTo(dialog)
    assert dialog.reply().kind is ReplyKind.ACCEPTED
    assert dialog.reply().due_on is None
    assert dialog.problem() == ""


def test_the_next_revision_needs_a_reason_and_says_what_it_replaces(qtbot) -> None:
    dialog = NextRevisionDialog(REPLACED, 2, "")
    qtbot.addWidget(dialog)
    assert f"thay thế {REPLACED}" in dialog.told()
    dialog.finish()
    assert not dialog.result()
    assert dialog.field.message() == "Hãy ghi lý do mở lần báo cáo mới."
    line(dialog, "reason").setPlainText(" Bổ sung số liệu. ")
    dialog.finish()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.reason() == "Bổ sung số liệu."


def test_what_the_province_asked_for_stands_there_as_the_reason(qtbot) -> None:
    dialog = NextRevisionDialog(REPLACED, 2, "Thiếu số liệu của Hội Phụ nữ.")
    qtbot.addWidget(dialog)
    assert dialog.reason() == "Thiếu số liệu của Hội Phụ nữ."
    type_text(line(dialog, "reason"), " Nay bổ sung.")
    assert dialog.reason() == "Thiếu số liệu của Hội Phụ nữ. Nay bổ sung."


def test_a_letter_needs_whole_faults(qtbot) -> None:
    dialog = CorrectionLetterDialog(REPLACED, today, 2023)
    qtbot.addWidget(dialog)
    assert dialog.problem() == "Hãy ghi ít nhất một lỗi cần đính chính."
    line(dialog, "place").setText("Trang 2")
    line(dialog, "wrong").setText("Tuyên truyên")
    assert dialog.problem() == "Hãy ghi “Nay sửa là” của từng lỗi."
    line(dialog, "right").setText("Tuyên truyền")
    assert dialog.problem() == ""
    answer = dialog.answer()
    assert answer.faults == (Fault(place="Trang 2", wrong="Tuyên truyên", right="Tuyên truyền"),)
    assert (answer.number, answer.issued_on) == ("", None)


REPLY = Reply(
    kind=ReplyKind.CORRECTION,
    replied_on=DAY,
    sender="MTTQ tỉnh",
    reason="Số liệu chưa khớp.",
    due_on=date(2023, 11, 28),
    items=(ReplyItem(sentence="Sai số.", register="activities", record_id="x", title="Hội nghị"),),
    source="PhanHoi.json",
)


def test_a_reply_file_is_noted_or_its_point_opened(qtbot) -> None:
    dialog = OpenedReplyDialog(REPLY, "Báo cáo năm 2023, lần 1", is_noted=False)
    qtbot.addWidget(dialog)
    assert dialog.answer() == OpenedAnswer()
    button = dialog.points.findChild(QPushButton, "open_point_1_button")
    assert button is not None
    button.click()
    assert dialog.answer() == OpenedAnswer(notes=True, item=REPLY.items[0])


def test_a_noted_reply_is_not_noted_again(qtbot) -> None:
    dialog = OpenedReplyDialog(REPLY, "Báo cáo năm 2023, lần 1", is_noted=True)
    qtbot.addWidget(dialog)
    assert not dialog.done_button.isVisibleTo(dialog)
    assert dialog.cancel_button.text() == "Đóng"
    dialog.accept()
    assert not dialog.answer().notes


def test_the_code_is_answered_as_soon_as_it_is_whole(qtbot) -> None:
    looked: list[str] = []

    def find(text: str) -> CodeAnswer:
        looked.append(text)
        return CodeAnswer(kind=CodeMatch.OTHER_REVISION, sentence="Là mã của lần 1; nay là lần 2.")

    dialog = CheckCodeDialog(find)
    qtbot.addWidget(dialog)
    typed = line(dialog, "check_code")
    type_text(typed, "7k2m 9qxt 4")
    assert looked == []
    assert dialog.answer() == ("", "")
    type_text(typed, "b")
    assert looked == ["7k2m 9qxt 4b"]
    assert dialog.answer() == ("Khác lần báo cáo", "Là mã của lần 1; nay là lần 2.")
    press(typed, Qt.Key.Key_Return)
    assert len(looked) == 2
    assert not dialog.result(), "the box stays open for the next code"
    typed.setText("")
    assert dialog.answer() == ("", "")
    dialog.finish()
    assert dialog.problem() == "Hãy gõ hoặc dán mã kiểm tra."

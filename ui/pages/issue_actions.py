"""What the officer is to do next with a report: one main step for each state, and what else is possible."""

from dataclasses import replace
from enum import StrEnum

from desktop_app.domain.report_issue import Action, Issue, IssueState
from desktop_app.ledger.issue_view import IssueView
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import shorten
from ui.pages.issue_words import moment_of
from ui.widgets.next_action import NextAction, Verb

_LONGEST = 400


class Wish(StrEnum):
    """What the buttons ask for beside the steps of the ledger."""

    GO_EXPORT = "go_export"
    OPEN_FOLDER = "open_issue_folder"
    OPEN_REPLY = "open_reply"
    SEE_REPLY = "see_reply"
    CHECK_CODE = "check_code"


_VERBS: dict[StrEnum, Verb] = {
    Wish.GO_EXPORT: Verb(Wish.GO_EXPORT, "Đến bước Xuất báo cáo", "file-down"),
    Action.SUBMIT: Verb(Action.SUBMIT, "Trình ký", "check"),
    Action.WITHDRAW: Verb(Action.WITHDRAW, "Rút về để sửa", "undo-2"),
    Action.ISSUE: Verb(Action.ISSUE, "Ghi số và phát hành…", "pencil"),
    Action.NOTE_SENDING: Verb(Action.NOTE_SENDING, "Ghi nhận đã gửi…", "mail"),
    Wish.OPEN_REPLY: Verb(Wish.OPEN_REPLY, "Mở phản hồi của tỉnh…", "inbox"),
    Action.NOTE_REPLY: Verb(Action.NOTE_REPLY, "Tỉnh gọi điện, nhắn tin…"),
    Wish.SEE_REPLY: Verb(Wish.SEE_REPLY, "Xem điểm cần sửa…", "eye"),
    Action.OPEN_NEXT: Verb(Action.OPEN_NEXT, "Mở lần báo cáo tiếp theo…", "file-text"),
    Action.WRITE_LETTER: Verb(Action.WRITE_LETTER, "Công văn đính chính…"),
    Action.REGISTER_DOCUMENT: Verb(Action.REGISTER_DOCUMENT, "Ghi vào sổ Văn bản"),
    Wish.OPEN_FOLDER: Verb(Wish.OPEN_FOLDER, "Mở thư mục", "folder-open"),
    Wish.CHECK_CODE: Verb(Wish.CHECK_CODE, "Kiểm tra mã…"),
}
_MORE = (
    Action.ISSUE,
    Action.NOTE_SENDING,
    Wish.OPEN_REPLY,
    Action.NOTE_REPLY,
    Action.OPEN_NEXT,
    Action.WRITE_LETTER,
    Action.REGISTER_DOCUMENT,
    Wish.CHECK_CODE,
)
"""What the menu offers of the things that no button does."""


def next_action(view: IssueView, name: str) -> NextAction:
    """Return what to do next with a report.

    Args:
        view: how the report stands.
        name: how papers name the current revision, once it is issued.
    """
    made = _BY_STATE[view.current.state](view, name)
    shown = {verb.key for verb in (made.main, *made.others) if verb is not None}
    more = [wish for wish in _MORE if str(wish) not in shown and _may(view, wish)]
    return replace(made, more=tuple(_more_verb(view.current, wish) for wish in more))


def _may(view: IssueView, wish: StrEnum) -> bool:
    if wish is Wish.OPEN_REPLY:
        return Action.NOTE_REPLY in view.may
    return not isinstance(wish, Action) or wish in view.may


def _more_verb(issue: Issue, wish: StrEnum) -> Verb:
    if wish is Action.ISSUE and issue.is_issued:
        return replace(_VERBS[wish], text="Sửa số, ngày, bản ký…")
    if wish is Action.NOTE_SENDING and issue.state is not IssueState.ISSUED:
        return replace(_VERBS[wish], text="Ghi thêm lần gửi…")
    return _VERBS[wish]


def _of(view: IssueView, *wishes: StrEnum) -> tuple[Verb, ...]:
    return tuple(_VERBS[wish] for wish in wishes if _may(view, wish))


def _drafting(view: IssueView, _name: str) -> NextAction:
    export, issue = view.newest_export, view.current
    others = tuple(replace(verb, text="Bỏ lần báo cáo mới") for verb in _of(view, Action.WITHDRAW))
    if Action.SUBMIT not in view.may or export is None:
        why = view.refused.get(Action.SUBMIT, "Chưa xuất báo cáo; hãy xuất báo cáo trước.")
        title = (
            f"Lần {issue.revision}: sửa rồi xuất báo cáo"
            if issue.replaces or issue.reason
            else "Xuất báo cáo trước"
        )
        told = "\n".join(one for one in (why, _why_opened(view)) if one)
        return NextAction(title, told, _VERBS[Wish.GO_EXPORT], others)
    told = (
        f"Lần {export.revision} xuất {moment_of(export.exported_at)}, mã kiểm tra {export.check_code}. "
        "In bản PDF để trình người ký. Bấm “Trình ký” để sổ giữ đúng bản này; ký xong thì ghi số và phát hành."
    )
    return NextAction(
        "In và trình ký",
        "\n".join(one for one in (told, _why_opened(view)) if one),
        _VERBS[Action.SUBMIT],
        (*_of(view, Wish.OPEN_FOLDER), *others) if view.folder else others,
    )


def _why_opened(view: IssueView) -> str:
    """Return what the new revision replaces, why, and until when it is awaited."""
    issue = view.current
    parts = [
        f"Thay thế {issue.replaces}." if issue.replaces else "",
        f"Lý do: {_ended(issue.reason)}" if issue.reason else "",
        _due(view),
    ]
    return " ".join(one for one in parts if one)


def _due(view: IssueView) -> str:
    due = view.awaited.due_on if view.awaited else None
    return f"Hạn mới của tỉnh: {format_date(due)}." if due else ""


def _ended(text: str) -> str:
    """Return a sentence of somebody's on one line; a long one is read whole in the list below."""
    text = shorten(text, _LONGEST)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _submitted(view: IssueView, _name: str) -> NextAction:
    steps = [step for step in view.current.steps if step.state is IssueState.SUBMITTED]
    when = f" lúc {moment_of(steps[-1].at)}" if steps else ""
    told = (
        f"Đã trình ký{when}; sổ giữ đúng bản này. Ký xong, văn thư cấp số: ghi số, ngày và đính kèm bản ký có dấu. "
        "Người ký yêu cầu sửa thì rút về để sửa."
    )
    return NextAction(
        "Chờ ký và lấy số", told, _VERBS[Action.ISSUE], _of(view, Action.WITHDRAW, Wish.OPEN_FOLDER)
    )


def _issued(view: IssueView, name: str) -> NextAction:
    issue = view.current
    with_scan = "kèm bản ký" if issue.scan else "không kèm bản ký"
    told = (
        f"{name} đã phát hành; gói gửi tỉnh đã đóng, {with_scan}. "
        "Gửi gói bên dưới cho tỉnh rồi ghi nhận lần gửi."
    )
    scan = () if issue.scan else (replace(_VERBS[Action.ISSUE], text="Bổ sung bản ký…"),)
    return NextAction(
        "Gửi gói báo cáo", told, _VERBS[Action.NOTE_SENDING], scan if _may(view, Action.ISSUE) else ()
    )


def _sent(view: IssueView, name: str) -> NextAction:
    received = view.current.state is IssueState.RECEIVED
    title = "Tỉnh đã nhận, chờ tiếp nhận" if received else "Chờ tỉnh xác nhận"
    done = "đã đến tỉnh" if received else "đã gửi"
    told = f"{name} {done}. Tỉnh gửi tệp phản hồi thì mở ở đây; tỉnh gọi điện hay nhắn tin thì ghi lại."
    return NextAction(title, told, _VERBS[Wish.OPEN_REPLY], _of(view, Action.NOTE_REPLY))


def _correction(view: IssueView, _name: str) -> NextAction:
    asked = view.awaited
    parts = [_ended(asked.reason) if asked and asked.reason else "", _due(view)]
    told = " ".join(one for one in parts if one) or "Mở lần báo cáo tiếp theo để sửa và gửi lại."
    see = _of(view, Wish.SEE_REPLY) if asked and asked.items else ()
    return NextAction(
        "Tỉnh đề nghị chỉnh sửa", told, _VERBS[Action.OPEN_NEXT], (*see, *_of(view, Action.WRITE_LETTER))
    )


def _accepted(view: IssueView, name: str) -> NextAction:
    told = f"{name} đã được tỉnh tiếp nhận; không còn việc phải làm với báo cáo này."
    return NextAction("Đã xong", told)


_BY_STATE = {
    IssueState.DRAFTING: _drafting,
    IssueState.SUBMITTED: _submitted,
    IssueState.ISSUED: _issued,
    IssueState.SENT: _sent,
    IssueState.RECEIVED: _sent,
    IssueState.CORRECTION: _correction,
    IssueState.ACCEPTED: _accepted,
}

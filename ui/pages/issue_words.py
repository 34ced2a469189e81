"""What the step Phát hành và gửi shows of a report, in words: states, what is next, what happened."""

from collections.abc import Callable, Iterable
from datetime import datetime

from desktop_app.domain.report_issue import (
    REPLY_WORDS,
    STATE_WORDS,
    WAY_WORDS,
    Action,
    Issue,
    IssueState,
    Reply,
    ReplyKind,
    Sending,
)
from desktop_app.ledger.issue_view import IssueView
from desktop_app.vietnamese.dates import format_date
from ui.roles import Tone
from ui.widgets.state_line import Passed
from ui.widgets.story_list import StoryEntry

TONES = {
    IssueState.DRAFTING: Tone.NEUTRAL,
    IssueState.SUBMITTED: Tone.WARNING,
    IssueState.ISSUED: Tone.WARNING,
    IssueState.SENT: Tone.GOOD,
    IssueState.RECEIVED: Tone.GOOD,
    IssueState.CORRECTION: Tone.BAD,
    IssueState.ACCEPTED: Tone.GOOD,
}
_REPLY_TONES = {
    ReplyKind.RECEIPT: Tone.NEUTRAL,
    ReplyKind.CORRECTION: Tone.WARNING,
    ReplyKind.ACCEPTED: Tone.GOOD,
}
_WAY = (
    IssueState.DRAFTING,
    IssueState.SUBMITTED,
    IssueState.ISSUED,
    IssueState.SENT,
    IssueState.RECEIVED,
)


def state_line(issue: Issue) -> list[tuple[str, Passed]]:
    """Return the states of a revision; the last is what the province asks for, or what is hoped for."""
    last = IssueState.CORRECTION if issue.state is IssueState.CORRECTION else IssueState.ACCEPTED
    way = [*_WAY, last]
    at = way.index(issue.state)
    settled = issue.state is IssueState.ACCEPTED
    return [
        (
            STATE_WORDS[state],
            Passed.DONE
            if place < at or (settled and place == at)
            else Passed.NOW
            if place == at
            else Passed.LATER,
        )
        for place, state in enumerate(way)
    ]


def state_words(view: IssueView) -> str:
    """Return the state in a few words: "Lần 1 · Đã gửi 25/11/2023"; "" while nothing was exported."""
    issue = view.current
    if not issue.is_issued and not issue.steps and view.newest_export is None:
        return ""
    words = [f"Lần {issue.revision}", STATE_WORDS[issue.state]]
    day = state_day(view)
    return " · ".join(words) + (f" {day}" if day else "")


def state_day(view: IssueView) -> str:
    """Return the day on which the current revision came to its state, "" for a draft."""
    issue = view.current
    if issue.state is IssueState.SENT:
        sent = [one.sent_at for one in view.sendings if one.revision == issue.revision]
        return day_of(max(sent)) if sent else ""
    if issue.state in (IssueState.RECEIVED, IssueState.CORRECTION, IssueState.ACCEPTED):
        replied = [one.replied_on for one in view.replies if one.revision == issue.revision]
        return format_date(max(replied)) if replied else ""
    if issue.state is IssueState.ISSUED and issue.head.issued_on:
        return format_date(issue.head.issued_on)
    steps = [step.at for step in issue.steps if step.state is issue.state]
    return day_of(steps[-1]) if steps and issue.state is IssueState.SUBMITTED else ""


def day_of(moment: str) -> str:
    """Return the day of an ISO 8601 day or moment: 22/11/2023."""
    return format_date(datetime.fromisoformat(moment).date())


def moment_of(moment: str) -> str:
    """Return an ISO 8601 moment: 22/11/2023 08:05; a day stands alone."""
    at = datetime.fromisoformat(moment)
    return (
        f"{format_date(at.date())} {at:%H:%M}" if len(moment) > len("2023-11-22") else format_date(at.date())
    )


def sending_entries(sendings: Iterable[Sending], *, several: bool) -> list[StoryEntry]:
    """Return the sendings, newest first; with several revisions each says which it was."""
    return [_sending_entry(one, several) for one in reversed(list(sendings))]


def _sending_entry(sending: Sending, several: bool) -> StoryEntry:
    lines = [
        f"Đã nhận ngày {format_date(sending.received_on)}" if sending.received_on else "",
        sending.receipt,
    ]
    proof = " · ".join(one for one in lines if one)
    detail = "\n".join(one for one in (proof, sending.note) if one)
    which = f"Lần {sending.revision} · " if several else ""
    has_proof = bool(sending.received_on or sending.receipt)
    return StoryEntry(
        sending.id,
        f"{which}{day_of(sending.sent_at)} · {WAY_WORDS[sending.way]} · {sending.sent_to}",
        detail,
        "Có xác nhận" if has_proof else "",
        Tone.GOOD,
        action="" if has_proof else "Ghi xác nhận…",
        can_edit=True,
        can_remove=True,
    )


def reply_entries(replies: Iterable[Reply], *, several: bool) -> list[StoryEntry]:
    """Return the replies, newest first."""
    return [_reply_entry(one, several) for one in reversed(list(replies))]


def _reply_entry(reply: Reply, several: bool) -> StoryEntry:
    which = f"Lần {reply.revision}" if several else ""
    title = " · ".join(one for one in (which, format_date(reply.replied_on), reply.sender) if one)
    points = f"{len(reply.items)} điểm cần chỉnh sửa" if reply.items else ""
    due = f"Hạn mới: {format_date(reply.due_on)}" if reply.due_on else ""
    detail = "\n".join(one for one in (reply.reason, " · ".join(w for w in (points, due) if w)) if one)
    return StoryEntry(
        reply.id,
        title,
        detail,
        REPLY_WORDS[reply.kind],
        _REPLY_TONES[reply.kind],
        action="Xem…",
        can_remove=True,
    )


def revision_entries(view: IssueView, name: Callable[[Issue], str]) -> list[StoryEntry]:
    """Return the issued revisions, newest first, by what papers call them; each can be saved again as it was sent."""
    issued = [one for one in (view.current, *view.earlier) if one.is_issued]
    return [
        StoryEntry(
            str(one.revision),
            f"Lần {one.revision} · {name(one)}",
            _revision_detail(one),
            STATE_WORDS[one.state],
            TONES[one.state],
            action="Lưu lại gói…" if Action.SAVE_PACKAGE in view.may else "",
        )
        for one in issued
    ]


def _revision_detail(issue: Issue) -> str:
    scan = "có bản ký" if issue.scan else "không kèm bản ký"
    lines = [
        f"Mã kiểm tra {issue.check_code} · {scan}",
        f"Thay thế {issue.replaces}" if issue.replaces else "",
        f"Lý do: {issue.reason}" if issue.reason else "",
    ]
    return "\n".join(one for one in lines if one)


def step_entries(view: IssueView) -> list[StoryEntry]:
    """Return what happened to all revisions, newest first."""
    several = bool(view.earlier)
    steps = [
        (step.at, one.revision, step) for one in (*reversed(view.earlier), view.current) for step in one.steps
    ]
    return [
        StoryEntry(
            f"{revision}-{at}-{number}",
            " · ".join(
                word
                for word in (
                    f"Lần {revision}" if several else "",
                    STATE_WORDS[step.state],
                    moment_of(at),
                    step.who,
                )
                if word
            ),
            step.note,
        )
        for number, (at, revision, step) in reversed(list(enumerate(steps)))
    ]

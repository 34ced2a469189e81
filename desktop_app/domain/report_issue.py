"""What becomes of a report after its export: signing, issue, sendings, replies, and which step may follow which."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.records.report_head import ReportHead


class IssueState(StrEnum):
    """How far a revision of a report is."""

    DRAFTING = "drafting"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    SENT = "sent"
    RECEIVED = "received"
    CORRECTION = "correction"
    ACCEPTED = "accepted"


STATE_WORDS = {
    IssueState.DRAFTING: "Đang soạn",
    IssueState.SUBMITTED: "Trình ký",
    IssueState.ISSUED: "Đã phát hành",
    IssueState.SENT: "Đã gửi",
    IssueState.RECEIVED: "Tỉnh đã nhận",
    IssueState.CORRECTION: "Đề nghị chỉnh sửa",
    IssueState.ACCEPTED: "Đã tiếp nhận",
}
OPEN_STATES = frozenset({IssueState.DRAFTING, IssueState.SUBMITTED})
"""States of a revision that is not issued yet; a report has at most one such revision."""


class Action(StrEnum):
    """What the officer can do with a report on the page “Phát hành”."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    ISSUE = "issue"
    NOTE_SENDING = "note_sending"
    NOTE_REPLY = "note_reply"
    OPEN_NEXT = "open_next"
    WRITE_LETTER = "write_letter"
    REGISTER_DOCUMENT = "register_document"
    SAVE_PACKAGE = "save_package"


class SendingWay(StrEnum):
    """How a report went to the body above."""

    EMAIL = "email"
    AXIS = "axis"
    POST = "post"
    HAND = "hand"


WAY_WORDS: dict[StrEnum, str] = {
    SendingWay.EMAIL: "Thư điện tử",
    SendingWay.AXIS: "Trục liên thông văn bản",
    SendingWay.POST: "Bưu điện",
    SendingWay.HAND: "Giao trực tiếp",
}


class ReplyKind(StrEnum):
    """What the body above says of a report."""

    RECEIPT = "receipt"
    CORRECTION = "correction"
    ACCEPTED = "accepted"


REPLY_WORDS: dict[StrEnum, str] = {
    ReplyKind.RECEIPT: "Đã nhận",
    ReplyKind.CORRECTION: "Đề nghị chỉnh sửa",
    ReplyKind.ACCEPTED: "Đã tiếp nhận",
}


@dataclass(frozen=True, kw_only=True)
class IssueStep:
    """One step of a revision.

    Attributes:
        state: the one it came to. at: ISO 8601 local time with offset.
        package: SHA-256 of the package that the step put up for signing or closed; "" for other steps.
    """

    state: IssueState
    at: str
    who: str
    note: str = ""
    package: str = ""


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One revision of a report on its way.

    Attributes:
        period: code of its kind. revision: as exported; of a draft the one that the next export gets.
        check_code: "" while nothing was exported.
        head: number, date and signer as issued.
        replaces: the issued report that this one replaces ("Báo cáo số 21/… ngày 22 tháng 11 năm 2023"); may be "".
        reason: why this revision was opened after another was issued; may be "".
        package: SHA-256 of the kept package: as put up for signing, then as closed; "" for a draft.
        package_name: its ASCII file name. scan: SHA-256 of the signed copy (PDF); "" when there is none.
        steps: oldest first.
    """

    year: int
    period: str
    revision: int
    check_code: str = ""
    state: IssueState = IssueState.DRAFTING
    head: ReportHead = field(default_factory=ReportHead)
    replaces: str = ""
    reason: str = ""
    package: str = ""
    package_name: str = ""
    scan: str = ""
    steps: tuple[IssueStep, ...] = ()

    @property
    def is_issued(self) -> bool:
        """Whether it was given a number and closed, whatever came after."""
        return self.state not in OPEN_STATES

    @property
    def submitted_package(self) -> str:
        """The package as it was last put up for signing, "" when it never was."""
        found = [one.package for one in self.steps if one.state is IssueState.SUBMITTED and one.package]
        return found[-1] if found else ""


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One time that an issued revision was sent.

    Attributes:
        id: "" until it is noted. sent_to: whom, as the officer names it.
        sent_at: ISO 8601, a day or a moment. who: noted it, given by the ledger.
        received_on: when the other side had it. receipt: what proves it (number in its register, name, consignment).
    """

    way: SendingWay
    sent_to: str = ""
    sent_at: str = ""
    note: str = ""
    received_on: date | None = None
    receipt: str = ""
    id: str = ""
    revision: int = 0
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplyItem:
    """One thing to be corrected; `register` and `record_id` are "" where it concerns no record."""

    sentence: str
    register: str = ""
    record_id: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What the body above said of a revision, in a file or by telephone.

    Attributes:
        id: of the reply file, so that the same file is noted once; "" for one noted by hand until it is noted.
        revision: 0 means the newest one that was issued.
        source: name of the file; "" when it was noted by hand.
        due_on: new deadline of a correction.
        noted_at, who: given by the ledger.
    """

    kind: ReplyKind
    replied_on: date
    sender: str = ""
    reason: str = ""
    due_on: date | None = None
    items: tuple[ReplyItem, ...] = ()
    source: str = ""
    id: str = ""
    revision: int = 0
    noted_at: str = ""
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A fault of form that a công văn đính chính mends: where it stands, what it says, what it ought to say."""

    place: str
    wrong: str
    right: str


def settled_state(sendings: Iterable[Sending], replies: Iterable[Reply]) -> IssueState:
    """Return the state of an issued revision, from what is noted of it.

    A receipt, of a sending or as a reply, changes nothing once more was said; after that the last word counts: an
    accepted report can still be sent back.

    Args:
        sendings: all of the revision.
        replies: all to the revision, in the order in which they were given.
    """
    sent = [one.received_on is not None for one in sendings]
    state = IssueState.SENT if sent else IssueState.ISSUED
    if any(sent):
        state = IssueState.RECEIVED
    for reply in replies:
        if reply.kind is ReplyKind.CORRECTION:
            state = IssueState.CORRECTION
        elif reply.kind is ReplyKind.ACCEPTED:
            state = IssueState.ACCEPTED
        elif state in (IssueState.ISSUED, IssueState.SENT):
            state = IssueState.RECEIVED
    return state

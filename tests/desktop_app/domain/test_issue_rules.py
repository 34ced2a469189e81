"""Which step of a report may follow which, for every place where a report can stand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.issue_rules import Standing, refusals, require, require_head
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import (
    OPEN_STATES,
    REPLY_WORDS,
    STATE_WORDS,
    WAY_WORDS,
    Action,
    Issue,
    IssueState,
    Reply,
    ReplyKind,
    Sending,
    SendingWay,
    settled_state,
)
from desktop_app.errors import IssueError

S, K = IssueState, ReplyKind
DAY = date(2023, 11, 20)


def issue(state, revision=1, **values):
    return Issue(year=2023, period="", revision=revision, state=state, **values)


def may(standing):
    return set(Action) - set(refusals(standing))


def test_everything_has_its_vietnamese_word():
    assert set(STATE_WORDS) == set(S)
    assert set(REPLY_WORDS) == set(K)
    assert set(WAY_WORDS) == set(SendingWay)
    assert list(STATE_WORDS.values()) == [
        "Đang soạn",
        "Trình ký",
        "Đã phát hành",
        "Đã gửi",
        "Tỉnh đã nhận",
        "Đề nghị chỉnh sửa",
        "Đã tiếp nhận",
    ]


def test_each_place_has_its_steps():
    outside = {Action.NOTE_REPLY, Action.SAVE_PACKAGE, Action.NOTE_SENDING, Action.WRITE_LETTER}
    assert may(Standing(current=issue(S.DRAFTING))) == set()
    assert may(Standing(current=issue(S.DRAFTING), exported=1)) == {Action.SUBMIT, Action.NOTE_REPLY}
    signing = Standing(current=issue(S.SUBMITTED, package="p"), exported=1)
    assert may(signing) == {Action.WITHDRAW, Action.ISSUE, Action.NOTE_REPLY, Action.SAVE_PACKAGE}
    issued = issue(S.ISSUED, package="p")
    assert may(Standing(current=issued, issued=issued, exported=1)) == {
        *outside,
        Action.ISSUE,
        Action.OPEN_NEXT,
        Action.REGISTER_DOCUMENT,
    }
    sent = issue(S.SENT, package="p")
    assert may(Standing(current=sent, issued=sent, exported=1, is_registered=True)) == {
        *outside,
        Action.OPEN_NEXT,
    }
    opened = Standing(current=issue(S.DRAFTING, 2), issued=sent, exported=1, is_registered=True)
    assert may(opened) == {*outside, Action.WITHDRAW}
    exported = Standing(current=issue(S.DRAFTING, 2), issued=sent, exported=2, is_registered=True)
    assert may(exported) == {*outside, Action.SUBMIT}


@given(
    st.sampled_from(list(S)),
    st.integers(1, 3),
    st.none() | st.sampled_from([one for one in S if one not in OPEN_STATES]),
    st.integers(0, 4),
    st.booleans(),
)
def test_every_refusal_is_a_sentence_that_goes_on(state, revision, issued_state, exported, is_registered):
    current = issue(state, revision)
    issued = current if current.is_issued else None
    if issued is None and issued_state is not None and revision > 1:
        issued = issue(issued_state, revision - 1)
    standing = Standing(current=current, issued=issued, exported=exported, is_registered=is_registered)
    refused = refusals(standing)
    for action in Action:
        if action in refused:
            assert refused[action].endswith(".")
            with pytest.raises(IssueError):
                require(standing, action)
        else:
            require(standing, action)
    assert not {Action.SUBMIT, Action.OPEN_NEXT} <= set(Action) - set(refused)
    assert (Action.NOTE_SENDING in refused) is (issued is None)


@given(st.lists(st.sampled_from(list(K))), st.lists(st.booleans(), max_size=3))
def test_the_state_follows_from_what_is_noted(kinds, receipts):
    sendings = [Sending(way=SendingWay.EMAIL, received_on=DAY if received else None) for received in receipts]
    state = settled_state(sendings, [Reply(kind=kind, replied_on=DAY) for kind in kinds])
    decided = [kind for kind in kinds if kind is not K.RECEIPT]
    if decided:
        assert state is {K.CORRECTION: S.CORRECTION, K.ACCEPTED: S.ACCEPTED}[decided[-1]]
    elif kinds or any(receipts):
        assert state is S.RECEIVED
    else:
        assert state is (S.SENT if receipts else S.ISSUED)


def test_a_head_needs_number_and_day():
    require_head(ReportHead(number="21", issued_on=DAY))
    with pytest.raises(IssueError, match="Chưa ghi số của báo cáo"):
        require_head(ReportHead(number=" ", issued_on=DAY))

"""How far a body is with the figures that it was asked for."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.query import Span
from desktop_app.domain.records.reported_figures import ReportedFigures


class AnswerState(StrEnum):
    """From the form that is not sent yet to the answer."""

    NOT_ASKED = "not_asked"
    AWAITED = "awaited"
    LATE = "late"
    ANSWERED = "answered"


ANSWER_WORDS: Mapping[AnswerState, str] = {
    AnswerState.NOT_ASKED: "Chưa gửi biểu",
    AnswerState.AWAITED: "Đang chờ",
    AnswerState.LATE: "Quá hạn",
    AnswerState.ANSWERED: "Đã nhận",
}

_NEVER = Span(date.max, date.min, or_empty=True)
_EVER = Span(date.min, date.max)


def answer_state(one: ReportedFigures, day: date) -> AnswerState:
    """Return the state on a day; on the last day of the term an answer is not late yet."""
    if one.answered_on is not None:
        return AnswerState.ANSWERED
    if one.asked_on is None:
        return AnswerState.NOT_ASKED
    return AnswerState.LATE if one.due_on is not None and one.due_on < day else AnswerState.AWAITED


def answer_spans(state: AnswerState, day: date) -> dict[str, Span]:
    """Return the days that mean a state, as `answer_state` decides it, for the filter of a list."""
    return {
        AnswerState.NOT_ASKED: {"answered_on": _NEVER, "asked_on": _NEVER},
        AnswerState.AWAITED: {
            "answered_on": _NEVER,
            "asked_on": _EVER,
            "due_on": Span(first=day, or_empty=True),
        },
        AnswerState.LATE: {
            "answered_on": _NEVER,
            "asked_on": _EVER,
            "due_on": Span(last=day - timedelta(days=1)),
        },
        AnswerState.ANSWERED: {"answered_on": _EVER},
    }[state]

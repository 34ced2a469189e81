"""Who was asked, who is late, who has answered; the filter decides as the pill does."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.answer_state import AnswerState, answer_spans, answer_state
from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import ReportedFigures

DAY = date(2023, 11, 20)
LAST = date(2023, 11, 15)
BEFORE = DAY - timedelta(days=1)
CASES = [
    ({}, AnswerState.NOT_ASKED),
    ({"due_on": BEFORE}, AnswerState.NOT_ASKED),
    ({"asked_on": date(2023, 11, 1)}, AnswerState.AWAITED),
    ({"asked_on": date(2023, 11, 1), "due_on": DAY}, AnswerState.AWAITED),
    ({"asked_on": date(2023, 11, 1), "due_on": BEFORE}, AnswerState.LATE),
    ({"asked_on": date(2023, 11, 1), "due_on": BEFORE, "answered_on": DAY}, AnswerState.ANSWERED),
    ({"answered_on": DAY}, AnswerState.ANSWERED),
]


@pytest.mark.parametrize(("values", "expected"), CASES)
def test_the_state_on_a_day(values, expected):
    assert answer_state(ReportedFigures(body="Hội", period_to=LAST, **values), DAY) is expected


@pytest.mark.parametrize("state", AnswerState)
def test_the_filter_finds_just_the_bodies_in_that_state(ledger, state):
    store = ledger.register("reported_figures")
    for place, (values, _) in enumerate(CASES):
        store.save(ReportedFigures(body=f"Đơn vị {place}", period_to=LAST, **values))
    found = store.fetch(Query(spans=answer_spans(state, DAY)))
    wanted = [f"Đơn vị {place}" for place, (_, expected) in enumerate(CASES) if expected is state]
    assert sorted(one.body for one in found) == wanted

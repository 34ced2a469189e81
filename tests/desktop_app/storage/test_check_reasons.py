"""Reasons are kept for each report with who gave them and when, and can be taken back."""

from dataclasses import replace

import pytest

from desktop_app.domain.checking import Reason
from desktop_app.domain.periods import ReportPeriod
from desktop_app.storage.operations import timestamp


@pytest.fixture
def store(ledger):
    return ledger.reporting.reasons


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


def test_a_reason_is_kept_with_who_and_when(store, period, clock):
    store.keep(period, {"a/1/b/gap": ("Thiếu.", "  Sẽ\nbổ sung ")})
    assert store.reasons(period) == {"a/1/b/gap": Reason("Thiếu.", "Sẽ bổ sung", timestamp(clock), "Đào")}


def test_reasons_belong_to_one_report(ledger, store, period):
    store.keep(period, {"k": ("Câu.", "Lý do")})
    assert store.reasons(ledger.reports.period(2023, "6T")) == {}
    assert store.reasons(ReportPeriod(2024, "", *period.next_days)) == {}


def test_the_same_reason_stays_with_who_gave_it_first(store, beside, period, clock):
    store.keep(period, {"k": ("Câu.", "Lý do")})
    first = store.reasons(period)["k"]
    clock.move(hours=1)
    beside.reporting.reasons.keep(period, {"k": ("Câu.", "Lý do")})
    assert store.reasons(period)["k"] == first
    beside.reporting.reasons.keep(period, {"k": ("Câu khác.", "Lý do")})
    assert store.reasons(period)["k"].who == "Bình"
    assert store.reasons(period)["k"].sentence == "Câu khác."


def test_reasons_can_be_taken_back(store, period):
    store.keep(period, dict.fromkeys("abc", ("Câu.", "Lý do")))
    store.keep(period, {"b": ("Câu.", " "), "không có": ("Câu.", "")})
    assert set(store.reasons(period)) == {"a", "c"}


def test_reasons_given_before_are_offered_the_latest_first(ledger, store, period, clock):
    store.keep(period, {"a": ("Câu.", "Cũ"), "b": ("Câu.", "Cũ")})
    clock.move(days=1)
    store.keep(ledger.reports.period(2023, "6T"), {"a": ("Câu.", "Mới")})
    assert store.used() == ["Mới", "Cũ"]
    assert store.used(1) == ["Mới"]


def test_another_sentence_asks_again(ledger, store, period):
    problem = ledger.check(period)[0]
    review = ledger.review(period)
    warning = next(one for one in review.problems if not one.is_error)
    store.keep(period, {warning.key: (warning.sentence, "Đã xem"), problem.key: (problem.sentence, "Đã xem")})
    review = ledger.review(period)
    assert review.reason_of(warning).reason == "Đã xem"
    assert review.reason_of(replace(warning, sentence="Câu khác.")) is None
    assert problem.is_error
    assert review.reason_of(problem) is None, "an error is never explained away"
    assert warning not in review.unsettled()

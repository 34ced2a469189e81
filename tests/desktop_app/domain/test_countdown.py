from datetime import date

import pytest

from desktop_app.domain.countdown import days_left, days_left_words, due_words, last_day
from desktop_app.domain.plan_parts import DueDate

BEFORE, UNTIL = DueDate(11, 30), DueDate(11, 30, inclusive=True)


def test_before_the_day_means_the_day_before() -> None:
    assert last_day(BEFORE, 2023) == date(2023, 11, 29)
    assert last_day(UNTIL, 2023) == date(2023, 11, 30)
    assert due_words(BEFORE, 2023) == "trước ngày 30/11/2023"
    assert due_words(UNTIL, 2023) == "đến hết ngày 30/11/2023"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2023, 11, 22), "Còn 7 ngày"),
        (date(2023, 11, 29), "Hạn cuối hôm nay"),
        (date(2023, 12, 2), "Quá hạn 3 ngày"),
    ],
)
def test_days_left_in_words(today: date, words: str) -> None:
    assert days_left_words(days_left(BEFORE, 2023, today)) == words

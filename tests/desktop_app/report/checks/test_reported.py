"""Bodies that have not answered, and joint events that may be counted twice, are named before the export."""

from datetime import date

import pytest

from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.report.checks.reported import reported_remarks
from tests.desktop_app.report.fund_records import records
from tests.records import activity

WOMEN = "Hội Liên hiệp Phụ nữ huyện"


def answered(**values):
    return ReportedFigures(
        **{
            "id": "r1",
            "body": WOMEN,
            "period_to": date(2023, 11, 15),
            "asked_on": date(2023, 11, 1),
            "answered_on": date(2023, 11, 14),
            "figures": {"conferences": 12, "attendees": 860},
            **values,
        }
    )


def remarks(one, *activities):
    return list(reported_remarks(records(*activities, reported_figures=[one])))


def test_who_was_asked_and_has_not_answered_is_named():
    (found,) = remarks(answered(answered_on=None, due_on=date(2023, 11, 16)))
    assert found.sentence.startswith(f"{WOMEN}: chưa gửi lại biểu số liệu (hạn 16/11/2023)")
    assert (found.register, found.record_id, found.field) == ("reported_figures", "r1", "answered_on")
    assert remarks(answered(answered_on=None, asked_on=None)) == []


@pytest.mark.parametrize(
    "taking_part", [{"organizer": "Hội liên hiệp phụ nữ huyện"}, {"partners": ("Huyện đoàn", WOMEN)}]
)
def test_a_joint_event_that_both_tell_is_named(taking_part):
    (found,) = remarks(answered(), activity(figures={"attendees": 200, "stalls": 3}, **taking_part))
    assert found.field == "is_counted"
    assert "“Lượt người tham dự” có cả trong 1 hoạt động" in found.sentence


@pytest.mark.parametrize(
    ("changes", "values"),
    [
        ({"is_counted": False}, {"organizer": WOMEN}),
        ({"joint_note": "Hội tự tổ chức, không trùng."}, {"organizer": WOMEN}),
        ({"figures": {"gifts": 5}}, {"organizer": WOMEN}),
        ({}, {"organizer": "Huyện đoàn"}),
        ({}, {"organizer": WOMEN, "status": ActivityStatus.CANCELLED}),
    ],
)
def test_what_cannot_be_counted_twice_is_not_named(changes, values):
    assert remarks(answered(**changes), activity(figures={"attendees": 200}, **values)) == []

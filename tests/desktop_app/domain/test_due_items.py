from datetime import date

from desktop_app.domain.due_items import days_words, due_items
from desktop_app.domain.records.activities import (
    ActivityStatus,
    FollowUp,
    InspectionKind,
    Quarter,
    Recommendation,
)
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.domain.report_issue import Reply, ReplyKind
from tests.records import activity

TODAY = date(2023, 11, 20)


def task(name, day, **values):
    return Task(id=name, title=name, due_on=day, **values)


def test_what_is_late_or_due_within_two_weeks_is_told_the_longest_overdue_first():
    tasks = [
        task("trong hai tuần", date(2023, 12, 4)),
        task("sau hai tuần", date(2023, 12, 5)),
        task("trễ", date(2023, 11, 19)),
        task("trễ hơn", date(2023, 10, 1), due_kind=DueKind.MONTH),
        task("xong", date(2023, 1, 1), status=TaskStatus.DONE),
        task("cả năm", date(2023, 1, 1), due_kind=DueKind.YEAR),
    ]
    found = due_items(tasks, [], TODAY)
    assert [(item.record_id, item.is_late) for item in found] == [
        ("trễ hơn", True),
        ("trễ", True),
        ("trong hai tuần", False),
    ]
    assert found[0].sentence == "trễ hơn – Tháng 10"
    assert {item.place for item in found} == {"tasks"}
    assert [days_words(item, TODAY) for item in found] == [
        "Quá hạn 20 ngày",
        "Quá hạn 1 ngày",
        "Còn 14 ngày",
    ]


def test_planned_inspections_and_recommendations_are_told_too():
    inspection = activity(
        "Kiểm tra các xã",
        id="K1",
        inspection_kind=InspectionKind.CAMPAIGN,
        status=ActivityStatus.PLANNED,
        planned_quarter=Quarter.THIRD,
        recommendations=(
            Recommendation(text="Niêm yết giá", unit="Ban Quản lý chợ", due_on=date(2023, 11, 30)),
            Recommendation(text="Xa", due_on=date(2024, 5, 1)),
            Recommendation(text="Xong", due_on=date(2023, 1, 1), status=FollowUp.DONE),
        ),
    )
    found = due_items([], [inspection], TODAY)
    assert [(item.place, item.record_id, item.is_late) for item in found] == [
        ("inspections", "K1", True),
        ("inspections", "K1", False),
    ]
    assert "đến 30/09/2023" in found[0].sentence
    assert found[1].sentence == "Kiến nghị: Niêm yết giá – Ban Quản lý chợ"


def test_a_report_sent_back_is_told_however_far_its_new_deadline_is():
    def sent_back(period, day, reason=""):
        return period, Reply(
            kind=ReplyKind.CORRECTION, replied_on=TODAY, revision=2, due_on=day, reason=reason
        )

    replies = [
        sent_back("Q2", date(2024, 1, 31), "Thiếu phụ lục"),
        sent_back("", date(2023, 11, 19)),
        sent_back("6T", None),
    ]
    found = due_items([], [], TODAY, replies)
    assert [(item.sentence, item.place, item.is_late) for item in found] == [
        ("Gửi lại báo cáo cả năm (lần 2 bị đề nghị chỉnh sửa)", "report", True),
        ("Gửi lại báo cáo quý II (lần 2 bị đề nghị chỉnh sửa): Thiếu phụ lục", "report", False),
    ]

"""Inspections and what followed from them, in the real window, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import (
    ActivityStatus,
    CaseKind,
    ConsumerCase,
    FollowUp,
    InspectionKind,
    Quarter,
    Recommendation,
)
from tests.records import activity
from tests.ui.keys import press, type_text
from ui.app import Session
from ui.pages.follow_up_page import FollowUpPage
from ui.pages.inspections_page import InspectionList, InspectionsPage
from ui.roles import Tone
from ui.widgets.table_model import TONE_ROLE


@pytest.fixture
def page(sample_session: Session) -> InspectionsPage:
    sample_session.window.resize(1366, 728)
    sample_session.window.show_page("inspections")
    made = sample_session.window.current_page()
    assert isinstance(made, InspectionsPage)
    return made


def part(page: InspectionsPage, name: str) -> InspectionList | FollowUpPage:
    page.show_part(name)
    return page.current()


def cells(shown, title: str, role: int = Qt.ItemDataRole.DisplayRole) -> list:
    model = shown.table.model()
    at = next(at for at, one in enumerate(model.columns) if one.title == title)
    return [model.index(row, at).data(role) for row in range(model.rowCount())]


def save(session: Session, **values) -> str:
    ledger, saved = session.ledger, []
    record = activity(**{"inspection_kind": InspectionKind.MARKET, "content_code": "C2", **values})
    session.operations.run(lambda: saved.append(ledger.activities.save(record)), changed={"activities"})
    return saved[0].id


def test_only_inspections_stand_here_with_their_follow_up(page: InspectionsPage) -> None:
    shown = part(page, "inspections")
    assert shown.table.count() == 6
    assert shown.header.count() == "6 trong năm 2023"
    assert cells(shown, "Kiến nghị") == ["–", "1/2", "1/2", "1/2", "–", "–"]
    assert cells(shown, "Đơn vị")[1] == "5"
    assert "Xã Đông Tiến: Đã ban hành" in cells(shown, "Phát hiện")[1]


def test_filters_by_kind_quarter_and_open_ends(page: InspectionsPage) -> None:
    shown = part(page, "inspections")
    for name, value, count in (
        ("inspection_kind", "market", 3),
        ("planned_quarter", "2", 1),
        ("recommendations", "open|in_progress", 3),
        ("recommendations", "-", 3),
    ):
        shown.show_filtered(name, value)
        assert shown.table.count() == count, (name, value)


def test_a_new_inspection_is_one_of_the_campaign_and_counts_as_an_activity(
    page: InspectionsPage, sample_session: Session
) -> None:
    shown = part(page, "inspections")
    shown.open_new()
    form = shown.panel.form
    assert form.current_record().inspection_kind is InspectionKind.CAMPAIGN
    assert form.current_record().content_code == "C2"
    type_text(form._fields["title"].editor.focus_target(), "Kiểm tra xã Đa Mi")
    type_text(form._fields["date_start"].editor.focus_target(), "2/10/23")
    shown.panel.save()
    assert shown.table.count() == 7
    assert sample_session.ledger.activities.count(Query()) == 46


def test_a_planned_inspection_names_its_quarter_and_is_late_when_that_is_over(
    page: InspectionsPage, sample_session: Session
) -> None:
    save(
        sample_session,
        title="Kiểm tra đợt 3",
        date_start=date(2023, 9, 1),
        status=ActivityStatus.PLANNED,
        planned_quarter=Quarter.THIRD,
    )
    shown = part(page, "inspections")
    row = cells(shown, "Cuộc kiểm tra, giám sát").index("Kiểm tra đợt 3")
    assert cells(shown, "Ngày, quý")[row] == "Quý III"
    assert cells(shown, "Trạng thái")[row] == "Quá hạn"
    assert cells(shown, "Trạng thái", TONE_ROLE)[row] is Tone.BAD


def test_recommendations_of_all_inspections_late_first_each_opens_its_own(
    page: InspectionsPage, sample_session: Session
) -> None:
    late = save(
        sample_session,
        title="Giám sát chợ",
        recommendations=(
            Recommendation(text="Thu hồi hàng giả", due_on=date(2023, 6, 1), unit="Chợ Phú Long"),
        ),
    )
    shown = part(page, "recommendations")
    assert shown.header.count() == "7 kiến nghị, 4 chưa xong"
    assert cells(shown, "Nội dung kiến nghị")[0] == "Thu hồi hàng giả"
    assert cells(shown, "Tình trạng")[0] == "Quá hạn"
    assert cells(shown, "Tình trạng")[-1] == "Đã xong"
    shown.table.setFocus()
    shown.table.select_first()
    press(shown.table, Qt.Key.Key_Return)
    inspections = page.current()
    assert isinstance(inspections, InspectionList)
    assert inspections.panel.record_id() == late


def test_recommendations_are_searched_and_filtered(qtbot, page: InspectionsPage) -> None:
    shown = part(page, "recommendations")
    shown.filter_bar.search_box.setText("hang")
    qtbot.waitUntil(lambda: shown.table.count() == 4)
    shown.show_filtered("status", "open|in_progress")
    assert set(cells(shown, "Tình trạng")) == {"Đang thực hiện"}
    shown.filter_bar.search_box.setText("không có gì như thế")
    qtbot.waitUntil(lambda: shown.table.count() == 0)
    assert not shown.table.isVisible()


def test_cases_of_all_inspections(page: InspectionsPage, sample_session: Session) -> None:
    shown = part(page, "cases")
    before = shown.table.count()
    save(
        sample_session,
        title="Tiếp nhận tin báo",
        inspection_kind=InspectionKind.COMPLAINTS,
        cases=(
            ConsumerCase(matter="Mỹ phẩm giả", kind=CaseKind.TIP, passed_to="Đội Quản lý thị trường"),
            ConsumerCase(matter="Cân thiếu", status=FollowUp.DONE, received_on=date(2023, 3, 3)),
        ),
    )
    assert shown.table.count() == before + 2
    shown.show_filtered("kind", "tip")
    assert "Mỹ phẩm giả" in cells(shown, "Nội dung vụ việc")
    assert "Cân thiếu" not in cells(shown, "Nội dung vụ việc")

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from desktop_app.domain.query import Query
from desktop_app.domain.records.awards import AwardLevel, AwardNomination, AwardStatus, NomineeType
from desktop_app.domain.records.office import UnitLevel
from tests.ui.keys import type_text
from ui.pages.awards_page import AwardsPage


@pytest.fixture
def page(session) -> AwardsPage:
    session.window.show_page("awards")
    return session.window.page("awards")


def line(page: AwardsPage, name: str) -> QLineEdit:
    return page.findChild(QLineEdit, name)


def test_a_nomination_is_entered_saved_and_seen(page, ledger) -> None:
    page.findChild(QPushButton, "new_button").click()
    page.findChild(QComboBox, "nominee_type").setCurrentIndex(3)
    line(page, "nominated_on").selectAll()  # as Tab does: today stands there
    type_text(line(page, "nominated_on"), "16/11/2023")
    type_text(line(page, "name"), "Nguyễn Thị Đào")
    type_text(line(page, "award_form"), "Giấy khen")
    type_text(page.findChild(QPlainTextEdit, "achievement"), "Duy trì 03 tổ tiêu dùng thông minh.")
    type_text(line(page, "reward_vnd"), "500 nghìn")
    type_text(line(page, "national_id"), "060123456789")
    page.findChild(QPushButton, "save_button").click()
    assert page.table.model().index(0, 1).data() == "Nguyễn Thị Đào"
    saved = ledger.awards.get(ledger.awards.fetch(Query())[0].id)
    assert (saved.nominee_type, saved.reward_vnd) == (NomineeType.INDIVIDUAL, 500_000)
    assert saved.national_id == "060123456789"


def test_a_copy_leaves_personal_data_behind(page, ledger) -> None:
    ledger.awards.save(
        AwardNomination(name="Trần Văn Ổn", nominated_on=date(2023, 11, 1), national_id="060123456789")
    )
    page.refresh()
    assert line(page, "national_id").text() == "060123456789"
    page.findChild(QPushButton, "copy_button").click()
    assert line(page, "name").text() == "Trần Văn Ổn"
    assert line(page, "national_id").text() == ""


def test_nominations_are_filtered_by_state(page, ledger) -> None:
    for number, status in enumerate((AwardStatus.DRAFT, AwardStatus.DECIDED)):
        ledger.awards.save(
            AwardNomination(name=f"Tập thể {number}", nominated_on=date(2023, 11, 1), status=status)
        )
    page.refresh()
    combo = page.findChild(QComboBox, "status_filter")
    combo.setCurrentIndex(combo.findData("decided"))
    assert page.table.count() == 1


def test_forms_and_authorities_of_the_catalogue_are_suggested(page) -> None:
    assert "Bằng khen" in page.suggest("award_form", "bang")
    assert page.suggest("award_authority", "chu tich")
    assert page.suggest("unit", "bang") == []


def test_a_new_nomination_begins_with_day_and_level_of_the_office(session, ledger) -> None:
    page = session.window.page("awards")
    fresh = page.new_record()
    assert (fresh.nominated_on, fresh.award_level) == (ledger.today(), AwardLevel.DISTRICT)
    ledger.save_office(replace(ledger.office, level=UnitLevel.COMMUNE))
    assert page.new_record().award_level is AwardLevel.COMMUNE
    ledger.save_office(replace(ledger.office, level=UnitLevel.DISTRICT))
    ledger.set_year(2026)
    assert page.new_record().award_level is AwardLevel.PROVINCE, "no district decides any more"
    assert page.new_record().nominated_on == date(2026, 1, 1)

"""Versions of the officer's text: one for each session, none of an exported report replaced, nothing ever lost."""

from datetime import date, datetime

import pytest

from desktop_app.domain.periods import ReportPeriod
from tests.desktop_app.storage.test_reports import entry
from tests.records import change_raw

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))


def texts(ledger, section="II.1"):
    return [one.text for one in ledger.reports.narrative_versions(YEAR, section)]


@pytest.fixture
def save(ledger):
    def save(text, basis=None, **values):
        ledger.reports.save_narrative(YEAR, "II.1", text, basis, **values)

    return save


def test_saves_of_one_session_are_one_version(ledger, clock, save):
    save("Đã", "Gợi ý.")
    clock.move(minutes=9)
    save("Đã tổ chức")
    clock.move(minutes=9)
    save("Đã tổ chức họp.")
    (version,) = ledger.reports.narrative_versions(YEAR, "II.1")
    assert (version.text, version.basis, version.who) == ("Đã tổ chức họp.", "Gợi ý.", "Đào")
    assert datetime.fromisoformat(version.at) == clock.now


def test_a_later_session_and_another_person_make_a_new_version(ledger, beside, clock, save):
    save("Một.")
    clock.move(minutes=11)
    save("Một. Hai.")
    beside.reports.save_narrative(YEAR, "II.1", "Một. Hai. Ba.")
    found = ledger.reports.narrative_versions(YEAR, "II.1")
    assert [(one.text, one.who) for one in found] == [
        ("Một. Hai. Ba.", "Bình"), ("Một. Hai.", "Đào"), ("Một.", "Đào"),
    ]  # fmt: skip


def test_an_exported_version_is_never_replaced(ledger, clock, save):
    save("Bản gửi tỉnh.")
    ledger.reports.note_export(entry())
    clock.move(minutes=1)
    save("Bản gửi tỉnh. Thêm.")
    found = ledger.reports.narrative_versions(YEAR, "II.1")
    assert [(one.text, one.exported) for one in found] == [
        ("Bản gửi tỉnh. Thêm.", False), ("Bản gửi tỉnh.", True),
    ]  # fmt: skip


def test_an_export_of_another_period_is_none_of_it(ledger, clock, save):
    save("Một.")
    ledger.reports.note_export(entry(period="6T", data_to=date(2023, 6, 30)))
    save("Một. Hai.")
    assert texts(ledger) == ["Một. Hai."]


def test_a_text_deleted_within_a_session_stays_as_a_version(ledger, save):
    save("Cả một buổi sáng viết ra đoạn này.")
    save("")
    assert texts(ledger) == ["", "Cả một buổi sáng viết ra đoạn này."]


def test_taking_over_restoring_and_going_back_are_versions_of_their_own(ledger, save):
    save("Của tôi.")
    save("Của tôi. Mới.", apart=True)
    save(None)
    assert texts(ledger) == [None, "Của tôi. Mới.", "Của tôi."]
    save(texts(ledger)[2], apart=True)
    assert ledger.reports.narrative(YEAR) == {"II.1": "Của tôi."}
    assert len(texts(ledger)) == 4


def test_the_same_text_again_is_no_version(ledger, clock, save):
    save("Một.")
    clock.move(days=1)
    save("Một. ")
    assert texts(ledger) == ["Một."]
    save(None)
    save(None)
    assert texts(ledger) == [None, "Một."]


def test_the_basis_stays_until_a_newer_one_is_accepted(ledger, save):
    save("Của tôi.", "Cũ.")
    save("Của tôi. Nữa.")
    assert ledger.reports.narrative_bases(YEAR) == {"II.1": "Cũ."}
    ledger.reports.accept_suggestion(YEAR, "II.1", "Mới.")
    ledger.reports.accept_suggestion(YEAR, "II.2", "Không có bài.")
    assert ledger.reports.narrative_bases(YEAR) == {"II.1": "Mới."}
    assert ledger.reports.narrative(YEAR) == {"II.1": "Của tôi. Nữa."}
    assert texts(ledger) == ["Của tôi. Nữa."]


def test_a_text_of_an_older_program_has_no_basis_and_becomes_the_first_version(ledger, save):
    save("Bài cũ.")
    change_raw(ledger.path, "DELETE FROM narrative_versions")
    assert ledger.reports.narrative(YEAR) == {"II.1": "Bài cũ."}
    assert ledger.reports.narrative_bases(YEAR) == {}
    save("Bài cũ. Thêm.", "Gợi ý.")
    assert texts(ledger) == ["Bài cũ. Thêm.", "Bài cũ."]
    assert ledger.reports.narrative_bases(YEAR) == {"II.1": "Gợi ý."}


def test_sections_and_periods_have_their_own_versions(ledger, save):
    save("Một.")
    ledger.reports.save_narrative(YEAR, "II.2", "Hai.")
    half = ReportPeriod(2023, "6T", YEAR.data_from, YEAR.data_to)
    ledger.reports.save_narrative(half, "II.1", "Sáu tháng.")
    assert texts(ledger) == ["Một."]
    assert texts(ledger, "II.2") == ["Hai."]
    assert [one.text for one in ledger.reports.narrative_versions(half, "II.1")] == ["Sáu tháng."]

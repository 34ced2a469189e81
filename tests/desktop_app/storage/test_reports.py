"""What is kept of reports: periods, heads, the officer's text, exports."""

from datetime import date

import pytest

from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import IssueState
from desktop_app.errors import InvalidValueError
from desktop_app.storage.reports import _AWAY, ExportEntry

YEAR = ReportPeriod(2023, "", date(2023, 1, 1), date(2023, 11, 30))


def entry(year=2023, data_to=date(2023, 11, 30), revision=1, period="", **values):
    usual = {
        "check_code": f"CODE{revision}",
        "content_hash": "c",
        "package_hash": "p",
        "parent": "",
        "data_from": date(year, 1, 1),
        "exported_at": "",
        "who": "",
        "folder": "/tmp/BC",
        "reason": "",
    }
    return ExportEntry(year=year, period=period, revision=revision, data_to=data_to, **{**usual, **values})


def test_a_period_is_usual_until_it_is_set(ledger, beside):
    assert ledger.reports.period(2023) == YEAR
    own = ReportPeriod(2023, "", date(2022, 12, 1), date(2023, 12, 15))
    ledger.reports.save_period(own)
    ledger.reports.save_period(own)
    assert beside.reports.period(2023) == own
    assert ledger.reports.period(2023, "6T").data_to == date(2023, 6, 30)


def test_the_year_begins_the_day_after_the_last_report_ended(ledger):
    ledger.reports.note_export(entry(2022, date(2022, 11, 15)))
    assert ledger.reports.period(2023).data_from == date(2022, 11, 16)
    assert ledger.reports.period(2023, "6T").data_from == date(2023, 1, 1)
    assert ledger.reports.period(2022).data_from == date(2022, 1, 1)
    assert ledger.reports.period(2024).data_from == date(2024, 1, 1)


def test_the_last_revision_counts_not_the_latest_end(ledger):
    ledger.reports.note_export(entry(2022, date(2022, 12, 31)))
    ledger.reports.note_export(entry(2022, date(2022, 11, 30), revision=2))
    assert ledger.reports.period(2023).data_from == date(2022, 12, 1)


def test_a_half_year_report_does_not_move_the_year(ledger):
    ledger.reports.note_export(entry(2022, date(2022, 6, 30), period="6T"))
    assert ledger.reports.period(2023).data_from == date(2023, 1, 1)


def test_an_unknown_period_is_refused(ledger):
    with pytest.raises(InvalidValueError, match="Không có kỳ báo cáo “Q5”"):
        ledger.reports.period(2023, "Q5")


def test_the_head_is_kept_and_cleaned(ledger, beside):
    assert ledger.reports.head(YEAR) == ReportHead()
    ledger.reports.save_head(
        YEAR, ReportHead(number=" 21\u200b ", issued_on=date(2023, 11, 22), signer_name="A\nB")
    )
    kept = ReportHead(number="21", issued_on=date(2023, 11, 22), signer_name="A B")
    assert beside.reports.head(YEAR) == kept
    assert ledger.reports.head(ReportPeriod(2023, "6T", YEAR.data_from, YEAR.data_to)) == ReportHead()


def test_the_officer_s_text_is_kept_by_section(ledger, beside):
    ledger.reports.save_narrative(YEAR, "II.1", "Đoạn một \r\nĐoạn hai\x00")
    ledger.reports.save_narrative(YEAR, "II.2", "")
    assert beside.reports.narrative(YEAR) == {"II.1": "Đoạn một\nĐoạn hai", "II.2": ""}
    ledger.reports.save_narrative(YEAR, "II.1", None)
    ledger.reports.save_narrative(YEAR, "chưa từng", None)
    assert ledger.reports.narrative(YEAR) == {"II.2": ""}
    assert ledger.reports.narrative(ReportPeriod(2024, "", YEAR.data_from, YEAR.data_to)) == {}


def test_exports_are_listed_newest_first_with_who_and_when(ledger, clock):
    ledger.reports.note_export(entry(revision=1, reason="Tỉnh giục"))
    clock.move(days=1)
    ledger.reports.note_export(entry(revision=2))
    newest, oldest = ledger.reports.exports(2023)
    assert (newest.revision, oldest.revision, oldest.reason) == (2, 1, "Tỉnh giục")
    assert newest.who == "Đào"
    assert newest.exported_at > oldest.exported_at
    assert newest.data_to == date(2023, 11, 30)
    assert ledger.reports.exports(2023, "6T") == ledger.reports.exports(2024) == []


def test_the_states_of_a_report_that_is_away_are_states():
    assert {IssueState(one) for one in _AWAY} == {IssueState.SENT, IssueState.RECEIVED, IssueState.ACCEPTED}

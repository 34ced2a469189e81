"""The report before its export: its pages, and what changed since the last export."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.export_changes import RecordFate
from desktop_app.domain.narrative_changes import Word
from desktop_app.domain.periods import ANNUAL, KINDS
from desktop_app.domain.records.activities import Activity
from desktop_app.ledger.reporting import open_pages
from desktop_app.storage.settings import Settings


@pytest.fixture
def period(sample):
    return sample.reports.period(2023)


@pytest.fixture
def exported(sample, period, tmp_path):
    return sample.export(period, tmp_path / "ra")


def activity(**values) -> Activity:
    told = {"title": "Phiên chợ cuối năm", "date_start": date(2023, 11, 20), "plan_items": ("II.6",)}
    return Activity(**told | {"content_code": "C6"} | values)


def test_the_preview_is_the_pdf_of_the_export(sample, period, exported):
    shown = sample.reporting.preview(period)
    printed = (exported.folder / "BaoCao.pdf").read_bytes()
    with open_pages(shown) as ours, open_pages(printed) as theirs:
        assert ours.count == theirs.count
        assert ours.sizes == theirs.sizes
        for page in range(ours.count):
            assert ours.text(page) == theirs.text(page)
            assert ours.render(page, 50).data == theirs.render(page, 50).data


@pytest.mark.parametrize("code", [kind.code for kind in KINDS])
def test_every_kind_of_period_can_be_seen(sample, code):
    period = sample.reports.period(2023, code)
    with open_pages(sample.reporting.preview(period)) as pages:
        assert period.title in " ".join(pages.text(0).split())
        assert pages.count >= 2


def test_a_summary_of_fifteen_years_is_titled_by_its_days(sample):
    period = replace(
        sample.reports.period(2024, "GD"), data_from=date(2009, 7, 31), data_to=date(2024, 12, 31)
    )
    sample.reports.save_period(period)
    with open_pages(sample.reporting.preview(sample.reports.period(2024, "GD"))) as pages:
        assert pages.search("giai đoạn 2009 - 2024")


def test_a_report_that_was_never_exported_has_nothing_to_compare(sample, period):
    assert sample.reporting.changes(period) is None


def test_nothing_changed_right_after_the_export(sample, period, exported):
    changes = sample.reporting.changes(period)
    assert changes.is_empty
    assert changes.revision == 1
    assert changes.sentence() == "Từ lần xuất 1: không có gì thay đổi."


def test_changes_of_figures_sections_and_records_are_told(sample, period, exported):
    new = sample.activities.save(activity(figures={"visitors": 500}))
    known = sample.activities.between(period.data_from, period.data_to)
    one = sample.activities.save(replace(sample.activities.get(known[0].id), title="Tên khác"))
    gone = known[1]
    sample.activities.delete(gone.id)
    sample.reports.save_narrative(period, "assessment_causes", "Nguyên nhân khác hẳn.")
    changes = sample.reporting.changes(period)
    fates = {(change.fate, change.record_id): change.title for change in changes.records}
    assert fates == {
        (RecordFate.ADDED, new.id): "Phiên chợ cuối năm",
        (RecordFate.CHANGED, one.id): "Tên khác",
        (RecordFate.REMOVED, gone.id): gone.title,
    }
    visitors = next(change for change in changes.figures if "khách" in change.label)
    assert (visitors.old, visitors.new) != ("", "")
    assert visitors.old != visitors.new
    causes = next(change for change in changes.sections if change.key == "assessment_causes")
    assert causes.new == "Nguyên nhân khác hẳn."
    assert {piece.kind for piece in causes.pieces()} >= {Word.GONE, Word.NEW}
    assert "II.6" in [change.key for change in changes.sections], "its suggestion follows the figures"
    assert "03 bản ghi đã thay đổi" in changes.sentence()


def test_a_record_that_left_the_period_is_told_as_gone(sample, period, exported):
    one = sample.activities.between(period.data_from, period.data_to)[0]
    sample.activities.save(replace(sample.activities.get(one.id), date_start=date(2022, 5, 1), date_end=None))
    (change,) = sample.reporting.changes(period).records
    assert (change.fate, change.title) == (RecordFate.REMOVED, one.title)


def test_the_next_export_is_the_new_ground(sample, period, exported, tmp_path):
    sample.activities.save(activity())
    assert not sample.reporting.changes(period).is_empty
    sample.export(period, tmp_path / "ra")
    changes = sample.reporting.changes(period)
    assert changes.is_empty
    assert changes.revision == 2


def test_each_period_has_its_own_ground(sample, period, exported):
    half = sample.reports.period(2023, "6T")
    assert sample.reporting.changes(half) is None
    assert period.code == ANNUAL


def test_an_export_of_an_older_program_cannot_be_compared(sample, period, exported):
    Settings(sample._database).forget("exported:2023:")
    changes = sample.reporting.changes(period)
    assert not changes.is_compared
    assert "chưa so sánh được" in changes.sentence()


def test_the_number_changes_nothing(sample, period, exported):
    sample.reports.save_head(period, replace(sample.reports.head(period), number="21"))
    assert sample.reporting.changes(period).is_empty

"""Photos from the door of the ledger to the report: which, in what order, with which words."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.activities import ActivityStatus
from desktop_app.domain.records.models import CampaignModel
from desktop_app.errors import AttachmentError
from desktop_app.report.model import Photos
from tests.photos import jpeg, picture
from tests.records import activity, change_raw, nominee


@pytest.fixture
def period(ledger):
    return ledger.reports.period(2023)


@pytest.fixture
def add(ledger):
    """Attach a photo to a record and choose it for the report."""

    def attach(record, register="activities", seed=1, caption="", size=(640, 480), in_report=True):
        file = ledger.attachments.add(
            register, record.id, jpeg(picture(*size, seed)), f"IMG_{seed}.jpg", caption
        )
        if in_report:
            ledger.attachments.set_in_report(file.id, True)
        return file

    return attach


def printed(ledger, period):
    return [
        one
        for annex in ledger.report(period).annexes
        if isinstance(annex.content, Photos)
        for one in annex.content.photos
    ]


def test_chosen_photos_are_the_last_annex_by_the_day_of_their_activity(ledger, period, add):
    later = ledger.activities.save(activity("Phiên chợ Thuận Minh", date_start=date(2023, 9, 2)))
    early = ledger.activities.save(
        activity("Hội nghị", date_start=date(2023, 3, 1), date_end=date(2023, 3, 2))
    )
    add(later, seed=1, caption="Bà con mua hàng")
    add(early, seed=2)
    add(early, seed=3, in_report=False)
    last = ledger.report(period).annexes[-1]
    assert (last.title, last.content.key, last.number) == ("Hình ảnh hoạt động", "photos", "IV")
    assert [one.caption for one in printed(ledger, period)] == [
        "Hội nghị, 01/03 - 02/03/2023",
        "Bà con mua hàng (Phiên chợ Thuận Minh, 02/09/2023)",
    ]
    assert [(one.width, one.height) for one in printed(ledger, period)] == [(640, 480)] * 2


def test_a_caption_that_names_the_activity_is_followed_by_the_day_alone(ledger, period, add):
    one = ledger.activities.save(activity("Phiên chợ hàng Việt"))
    add(one, caption="Quang cảnh phiên chợ hàng Việt")
    assert printed(ledger, period)[0].caption == "Quang cảnh phiên chợ hàng Việt (20/05/2023)"


def test_what_is_not_told_is_not_shown(ledger, period, add):
    for values in ({"date_start": date(2022, 5, 20)}, {"status": ActivityStatus.CANCELLED}):
        add(ledger.activities.save(activity(**values)))
    add(ledger.awards.save(nominee()), "awards", seed=2)
    gone = ledger.activities.save(activity())
    add(gone, seed=3)
    ledger.activities.delete(gone.id)
    assert printed(ledger, period) == []


def test_photos_of_models_follow_those_of_activities(ledger, period, add):
    add(ledger.register("models").save(CampaignModel(name="Câu lạc bộ hàng Việt")), "models", seed=2)
    add(ledger.activities.save(activity("Phiên chợ")), seed=1)
    assert [one.caption for one in printed(ledger, period)] == [
        "Phiên chợ, 20/05/2023",
        "Câu lạc bộ hàng Việt",
    ]


def test_the_same_photo_of_two_activities_is_printed_once(ledger, period, add):
    for title, day in (("Sau", 9), ("Trước", 3)):
        add(ledger.activities.save(activity(title, date_start=date(2023, 5, day))))
    assert [one.caption for one in printed(ledger, period)] == ["Trước, 03/05/2023"]


def test_24_photos_are_printed_and_more_are_warned_of(ledger, period, add):
    one = ledger.activities.save(activity())
    for seed in range(26):
        add(one, seed=seed, size=(64, 48))
    assert len(printed(ledger, period)) == 24
    sentences = [problem.sentence for problem in ledger.review(period).problems]
    assert any(sentence.startswith("Đã chọn 26 ảnh in vào báo cáo; chỉ in 24 ảnh") for sentence in sentences)


def test_a_photo_damaged_in_the_ledger_is_left_out_and_told(ledger, period, add, tmp_path):
    one = ledger.activities.save(activity())
    bad, good = add(one, seed=1), add(one, seed=2)
    change_raw(ledger.path, "UPDATE attachments SET data = x'ffd8ff00' WHERE sha256 = ?", bad.sha256)
    assert [photo.key for photo in printed(ledger, period)] == [good.sha256]
    problem = next(p for p in ledger.review(period).problems if "IMG_1.jpg" in p.sentence)
    assert (problem.place, problem.record_id, problem.is_error) == ("activities", one.id, False)
    assert "bị hỏng trong sổ nên báo cáo không in" in problem.sentence
    assert ledger.export(period, tmp_path / "ra", reason="Ảnh hỏng").folder.is_dir()


def test_an_office_that_prints_no_photos_has_none_and_is_not_warned(ledger, period, add):
    one = ledger.activities.save(activity())
    bad = add(one)
    change_raw(ledger.path, "UPDATE attachments SET data = x'00' WHERE sha256 = ?", bad.sha256)
    ledger.save_office(replace(ledger.office, prints_photos=False))
    assert printed(ledger, period) == []
    assert not [p for p in ledger.review(period).problems if "IMG_" in p.sentence]


@pytest.mark.parametrize("content", [b"", jpeg()[:2000], b"\xff\xd8\xff\xe0" + bytes(400)])
def test_broken_photos_do_not_come_in(ledger, content):
    one = ledger.activities.save(activity())
    with pytest.raises(AttachmentError):
        ledger.attachments.add("activities", one.id, content, "hỏng.jpg")


@pytest.mark.parametrize("size", [(1, 1), (4000, 3000), (3000, 20)])
def test_photos_of_any_size_reach_every_file(ledger, period, add, tmp_path, size):
    add(ledger.activities.save(activity()), size=size)
    result = ledger.export(period, tmp_path / "ra", reason="Thử")
    assert {"BaoCao.pdf", "BaoCao.docx", "SoLieu.xlsx"} <= {file.name for file in result.files}

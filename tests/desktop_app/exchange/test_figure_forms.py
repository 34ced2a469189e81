"""Forms go out for chosen bodies and come back into the right rows: previewed, in one operation, undone in one."""

from datetime import date

import pytest

from desktop_app.domain.figure_form import ChangeKind, FormRequest
from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import BodyKind, ReportedFigures
from desktop_app.errors import ConflictError, ExportError, ImportProblemsError
from tests.desktop_app.exchange.filled_forms import copied, fill

FIRST, LAST = date(2023, 1, 1), date(2023, 11, 15)
CODES = ("conferences", "attendees", "stalls")


@pytest.fixture
def store(ledger):
    return ledger.register("reported_figures")


def add(store, body="Hội Nông dân huyện", **values):
    return store.save(ReportedFigures(body=body, period_from=FIRST, period_to=LAST, **values))


def request(*records, formats=("xlsx",), codes=CODES, **changes):
    days = {"period_from": FIRST, "period_to": LAST, "due_on": date(2023, 11, 25)}
    return FormRequest(tuple(records), codes, formats=formats, **{**days, **changes})


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Biểu gửi đi"


def sent(ledger, folder, *records, **changes):
    return ledger.figure_forms().write(request(*records, **changes), folder)


def test_each_body_gets_a_file_of_each_kind(ledger, store, folder):
    women, farmers = add(store, "Hội Phụ nữ"), add(store)
    paths = sent(ledger, folder, women, farmers, formats=("xlsx", "docx"))
    assert [path.name for path in paths] == [
        "Bieu_HoiPhuNu_20231115.xlsx",
        "Bieu_HoiPhuNu_20231115.docx",
        "Bieu_HoiNongDanHuyen_20231115.xlsx",
        "Bieu_HoiNongDanHuyen_20231115.docx",
    ]
    assert all(path.is_file() for path in paths)


def test_bodies_whose_names_look_alike_keep_files_of_their_own(ledger, store, folder):
    paths = sent(ledger, folder, add(store, "Hội Nông dân"), add(store, "Hoi nong dan"))
    assert [path.name for path in paths] == [
        "Bieu_HoiNongDan_20231115.xlsx",
        "Bieu_HoiNongDan_20231115_2.xlsx",
    ]


def test_what_was_asked_is_kept_as_one_operation(ledger, store):
    bodies = [add(store, "Hội Phụ nữ"), add(store)]
    ledger.figure_forms().note_asked(request(*bodies))
    for one in bodies:
        kept = store.get(one.id)
        assert (kept.asked_on, kept.due_on) == (date(2023, 11, 20), date(2023, 11, 25))
    assert ledger.operations.latest().label == "Đã ghi gửi biểu cho 2 đơn vị"
    ledger.operations.undo()
    assert [store.get(one.id).asked_on for one in bodies] == [None, None]


def test_an_answer_is_previewed_then_saved_and_taken_back_at_once(ledger, store, folder):
    farmers = add(store, figures={"attendees": 100, "leaflets": 9}, asked_on=date(2023, 11, 1))
    women = add(store, "Hội Phụ nữ")
    first, second = sent(ledger, folder, farmers, women)
    fill(first, {"conferences": 12, "attendees": 120, "@report_number": "41/BC-HND"})
    fill(second, {"stalls": 3})
    previews = ledger.figure_forms().preview([first, second])
    kinds = [(one.label, one.kind, one.before, one.after) for one in previews[0].changes]
    assert kinds == [
        ("Hội nghị, cuộc tuyên truyền", ChangeKind.NEW, "", "12"),
        ("Lượt người tham dự", ChangeKind.CHANGED, "100", "120"),
        ("Số báo cáo của đơn vị", ChangeKind.NEW, "", "41/BC-HND"),
    ]
    assert store.get(farmers.id).figures == {"attendees": 100, "leaflets": 9}  # nothing is written yet
    assert ledger.figure_forms().save(previews) == 2
    kept = store.get(farmers.id)
    assert kept.figures == {"conferences": 12, "attendees": 120, "leaflets": 9}
    assert (kept.answered_on, kept.report_number) == (date(2023, 11, 20), "41/BC-HND")
    assert store.get(women.id).figures == {"stalls": 3}
    ledger.operations.undo()
    assert store.get(farmers.id).figures == {"attendees": 100, "leaflets": 9}
    assert store.get(farmers.id).answered_on is None
    assert store.get(women.id).figures == {}


def test_the_same_form_again_changes_nothing(ledger, store, folder):
    farmers = add(store)
    (path,) = sent(ledger, folder, farmers)
    fill(path, {"conferences": 12})
    ledger.figure_forms().save(ledger.figure_forms().preview([path]))
    (preview,) = ledger.figure_forms().preview([path])
    assert [one.kind for one in preview.changes] == [ChangeKind.SAME]


def test_a_bad_cell_is_named_and_the_others_are_kept(ledger, store, folder):
    farmers = add(store, figures={"stalls": 2})
    (path,) = sent(ledger, folder, farmers)
    fill(path, {"conferences": 12, "stalls": "ba gian"})
    (preview,) = ledger.figure_forms().preview([path])
    bad = next(one for one in preview.changes if one.kind is ChangeKind.BAD)
    assert bad.label == "Gian hàng"
    assert bad.note.startswith("E")
    assert "“ba gian” không phải là số nguyên" in bad.note
    assert preview.record.figures == {"conferences": 12, "stalls": 2}


def test_an_empty_form_is_taken_by_the_name_written_into_it(ledger, store, folder):
    farmers = add(store)
    (path,) = sent(ledger, folder)
    known, new = copied(path, "1.xlsx"), copied(path, "2.xlsx")
    fill(known, {"@body": "Hội nông dân huyện", "stalls": 4})
    fill(new, {"@body": "Công ty Thanh Long", "stalls": 5})
    previews = ledger.figure_forms().preview([known, new, path])
    assert [one.record.id if one.record else None for one in previews] == [farmers.id, "", None]
    assert "chưa ghi tên đơn vị" in previews[2].refused
    ledger.figure_forms().save(previews)
    added = next(one for one in store.fetch(Query()) if one.body == "Công ty Thanh Long")
    assert (added.figures, added.body_kind, added.period_to) == ({"stalls": 5}, BodyKind.OTHER, LAST)
    ledger.operations.undo()
    assert store.count(Query()) == 1


def test_a_form_without_any_figure_is_no_answer(ledger, store, folder):
    (path,) = sent(ledger, folder, add(store))
    (preview,) = ledger.figure_forms().preview([path])
    assert preview.refused == "Biểu chưa ghi số liệu nào; hãy nhắc đơn vị ghi rồi gửi lại."


def test_forms_of_another_year_period_or_office_are_refused(ledger, store, folder):
    farmers = add(store)
    (path,) = sent(ledger, folder, farmers)
    fill(path, {"stalls": 4})
    store.save(ReportedFigures(**{**vars(farmers), "period_to": date(2023, 6, 30)}))
    (other_period,) = ledger.figure_forms().preview([path])
    assert "đang được hỏi từ ngày 01/01/2023 đến ngày 30/06/2023" in other_period.refused
    ledger.set_year(2024)
    (other_year,) = ledger.figure_forms().preview([path])
    assert "hỏi số liệu năm 2023, còn sổ đang làm việc với năm 2024" in other_year.refused
    ledger.set_year(2023)
    store.delete(farmers.id)
    (deleted,) = ledger.figure_forms().preview([path])
    assert "thùng rác" in deleted.refused


def test_a_form_of_another_office_is_refused(ledger, store, folder, sample):
    (path,) = sent(sample, folder)
    fill(path, {"@body": "Hội Nông dân huyện", "stalls": 4})
    (preview,) = ledger.figure_forms().preview([path])
    assert "do một đơn vị khác gửi đi" in preview.refused


def test_one_bad_file_hides_no_other_and_one_body_answers_once(ledger, store, folder, tmp_path):
    farmers = add(store)
    (path,) = sent(ledger, folder, farmers)
    fill(path, {"stalls": 4})
    again = copied(path, "Lần 2.xlsx")
    junk = tmp_path / "rác.xlsx"
    junk.write_bytes(b"\x00\x01")
    previews = ledger.figure_forms().preview([junk, path, again])
    assert previews[0].refused
    assert previews[1].record is not None
    assert "đã có ở tệp “Bieu_HoiNongDanHuyen_20231115.xlsx”" in previews[2].refused


def test_a_row_changed_since_the_preview_is_not_overwritten(ledger, store, folder):
    farmers = add(store)
    (path,) = sent(ledger, folder, farmers)
    fill(path, {"stalls": 4})
    previews = ledger.figure_forms().preview([path])
    store.save(ReportedFigures(**{**vars(farmers), "note": "đã gọi điện"}))
    with pytest.raises(ConflictError):
        ledger.figure_forms().save(previews)
    assert store.get(farmers.id).figures == {}


def test_what_cannot_be_written_or_taken_is_said(ledger, store, folder, tmp_path):
    farmers = add(store)
    with pytest.raises(ExportError, match="Chưa chọn chỉ tiêu nào"):
        sent(ledger, folder, farmers, codes=())
    blocked = tmp_path / "tệp"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="Không ghi được biểu"):
        sent(ledger, blocked / "con", farmers)
    with pytest.raises(ImportProblemsError):
        ledger.figure_forms().save([])


def test_the_last_choice_is_kept(ledger, beside):
    assert ledger.figure_form_settings.indicators() == ()
    ledger.figure_form_settings.save(CODES, "D:/Biểu")
    assert beside.figure_form_settings.indicators() == CODES
    assert beside.figure_form_settings.folder() == "D:/Biểu"

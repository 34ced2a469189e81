"""Writing a preview: all or nothing, after a backup, as one operation that is taken back."""

import pytest

from desktop_app.domain.import_preview import ImportChoices
from desktop_app.domain.query import Query
from desktop_app.domain.records.activities import Activity
from desktop_app.errors import ConflictError, ImportProblemsError, LedgerFileError
from desktop_app.ledger import open_ledger
from tests.records import activity, nominee, raw

HEAD = ("Tên hoạt động", "Từ ngày", "Địa điểm", "Số người tham dự", "Mã")


def titles(ledger):
    return sorted(one.title for one in ledger.activities.fetch(Query()))


@pytest.fixture
def desk(ledger):
    return ledger.spreadsheets


def test_new_and_changed_rows_are_one_operation_that_is_taken_back(make, ledger, desk):
    known = ledger.activities.save(activity("Cũ", place="Xã A", result="Giữ"))
    path = make(HEAD, ("Đã đổi", "20/5/2023", None, 45, known.id), ("Mới", "1/6/2023", "Xã B", 3))
    result = desk.apply(desk.preview(path))
    assert (result.added, result.changed) == (1, 1)
    assert titles(ledger) == ["Mới", "Đã đổi"]
    changed = ledger.activities.get(known.id)
    assert (changed.title, changed.place, changed.result) == ("Đã đổi", "Xã A", "Giữ")
    assert changed.figures == {"attendees": 45}
    latest = ledger.operations.latest()
    assert (latest.id, latest.kind) == (result.operation, "import")
    assert path.name in latest.label
    ledger.operations.undo(result.operation)
    assert titles(ledger) == ["Cũ"]
    assert ledger.activities.get(known.id).figures == {}


def test_a_written_row_is_found_and_has_a_history(make, ledger, desk):
    desk.apply(desk.preview(make(HEAD, ("Phiên chợ Đông Giang", "1/6/2023", "Xã B", 3))))
    (hit,) = ledger.search("dong giang")
    (entry,) = ledger.activities.history(hit.id)
    assert entry.kind == "import"
    assert ("Địa điểm", "", "Xã B") in entry.changes


def test_the_backup_is_the_ledger_before(make, ledger, desk, clock):
    ledger.activities.save(activity("Trước"))
    result = desk.apply(desk.preview(make(HEAD, ("Sau", "1/6/2023"))))
    assert result.backup.startswith(str(ledger.path) + ".backups")
    with open_ledger(type(ledger.path)(result.backup), clock) as copy:
        assert titles(copy) == ["Trước"]
    second = desk.apply(desk.preview(make(HEAD, ("Sau nữa", "1/6/2023"))))
    assert second.backup != result.backup


def test_nothing_is_written_where_the_backup_cannot_be_made(make, ledger, desk):
    ledger.path.with_name(ledger.path.name + ".backups").write_text("chiếm chỗ")
    with pytest.raises(LedgerFileError, match="sao lưu"):
        desk.apply(desk.preview(make(HEAD, ("Mới", "1/6/2023"))))
    assert titles(ledger) == []


def test_errors_keep_everything_out_unless_left_out(make, ledger, desk):
    preview = desk.preview(make(HEAD, ("Đúng", "1/6/2023"), ("Sai", "31/6/2023"), ("Thừa", "1/6/2023")))
    with pytest.raises(ImportProblemsError, match="1 dòng"):
        desk.apply(preview)
    assert titles(ledger) == []
    assert not ledger.path.with_name(ledger.path.name + ".backups").exists()
    choices = ImportChoices(leave_out_errors=True, leave_out=frozenset({preview.rows[2].key}))
    assert desk.apply(preview, choices).added == 1
    assert titles(ledger) == ["Đúng"]


def test_an_open_question_of_encoding_keeps_everything_out(make, desk):
    path = make(("Tªn ho¹t ®éng", "Tõ ngµy"), ("Héi nghÞ tuyªn truyÒn hµng ViÖt", "9/5/2023"))
    with pytest.raises(ImportProblemsError, match="bảng mã"):
        desk.apply(desk.preview(path), ImportChoices(leave_out_errors=True))


def test_nothing_new_writes_nothing(make, ledger, desk):
    ledger.activities.save(activity("Phiên chợ", place="Xã A"))
    before = ledger.operations.latest()
    with pytest.raises(ImportProblemsError, match="Không có dòng nào"):
        desk.apply(desk.preview(make(HEAD, ("Phiên chợ", "20/5/2023", "Xã A"))))
    assert ledger.operations.latest() == before


def test_a_record_changed_since_the_preview_stops_all(make, ledger, desk, beside):
    known = ledger.activities.save(activity("Cũ"))
    preview = desk.preview(make(HEAD, ("Khác", "20/5/2023", None, None, known.id), ("Mới", "1/6/2023")))
    beside.activities.save(activity("Bên kia", id=known.id, save_count=known.save_count))
    with pytest.raises(ConflictError, match="xem trước lại"):
        desk.apply(preview)
    assert titles(ledger) == ["Bên kia"]


def test_a_preview_is_written_once(make, desk):
    preview = desk.preview(make(HEAD, ("Mới", "1/6/2023")))
    desk.apply(preview)
    with pytest.raises(ConflictError, match="đã có trong sổ"):
        desk.apply(preview)


def test_personal_values_survive_and_stay_apart(make, ledger, desk):
    known = ledger.awards.save(nominee())
    path = make(
        ("Họ và tên", "Ngày đề nghị", "Chức vụ", "Mã", "Điện thoại"),
        (known.name, "15/10/2023", "Chủ tịch", known.id),
        ("Trần Văn Mới", "15/10/2023", "Phó Chủ tịch", None, "0911222333"),
        name="Khen thưởng",
    )
    desk.apply(desk.preview(path))
    changed = ledger.awards.get(known.id)
    assert (changed.position, changed.phone) == ("Chủ tịch", known.phone)
    assert "0911222333" not in str(raw(ledger.path, "SELECT after FROM history"))
    (new,) = [one for one in ledger.awards.everything() if one.id != known.id]
    assert new.phone == "0911222333"


def test_texts_that_look_like_formulas_stay_texts(make, ledger, desk):
    desk.apply(desk.preview(make(HEAD, ('=cmd|"/c calc"!A1', "1/6/2023", "@Xã"))))
    (one,) = ledger.activities.fetch(Query())
    assert (one.title, one.place) == ('=cmd|"/c calc"!A1', "@Xã")


def test_a_thousand_rows_come_back_whole(make, ledger, desk):
    rows = [
        (f"Phiên chợ {number}", f"{number % 28 + 1}/{number % 12 + 1}/2023", "Xã A", number)
        for number in range(1000)
    ]
    result = desk.apply(desk.preview(make(HEAD, *rows)))
    assert result.added == 1000
    found = {one.title: one for one in ledger.activities.fetch(Query(), 0, 2000)}
    assert all(found[row[0]].figures["attendees"] == row[3] for row in rows)
    assert all(isinstance(one, Activity) for one in found.values())
    ledger.operations.undo()
    assert titles(ledger) == []

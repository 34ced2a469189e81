"""Every write can be taken back once, newest first, unless its records have changed since."""

from datetime import date

import pytest

from desktop_app.domain.query import Query
from desktop_app.errors import ConflictError
from desktop_app.ledger import create_sample_ledger
from desktop_app.storage.operations import timestamp
from tests.records import PERSONAL, activity, change_raw, nominee, raw

TRASH = Query(deleted=True)


def titles(ledger, query=Query()):  # noqa: B008 - frozen
    return [one.title for one in ledger.activities.fetch(query)]


def test_an_empty_ledger_has_nothing_to_take_back(ledger):
    assert ledger.operations.latest() is None
    with pytest.raises(ConflictError, match="Không còn thao tác nào để hoàn tác"):
        ledger.operations.undo()
    assert raw(ledger.path, "SELECT count(*) FROM operations") == [(0,)]


def test_undo_of_a_new_record_puts_it_into_the_trash(ledger):
    saved = ledger.activities.save(activity("Phiên chợ"))
    assert ledger.operations.latest().kind == "create"

    taken_back = ledger.operations.undo()

    assert taken_back.label == "Đã thêm “Phiên chợ”"
    assert titles(ledger) == []
    assert titles(ledger, TRASH) == ["Phiên chợ"]
    ledger.activities.restore(saved.id)
    assert titles(ledger) == ["Phiên chợ"]


def test_undo_of_a_save_brings_the_old_values_back(ledger):
    first = ledger.activities.save(activity("Cũ", figures={"visitors": 5}))
    ledger.activities.save(activity("Mới", id=first.id, save_count=first.save_count))

    ledger.operations.undo()

    back = ledger.activities.get(first.id)
    assert (back.title, back.figures, back.created_at) == ("Cũ", {"visitors": 5}, first.created_at)
    assert [one.id for one in ledger.activities.fetch(Query(text="cu"))] == [first.id]
    assert ledger.activities.fetch(Query(text="moi")) == []


def test_undo_of_a_deletion(ledger):
    saved = ledger.activities.save(activity())
    ledger.activities.delete(saved.id)
    ledger.operations.undo()
    assert ledger.activities.get(saved.id).deleted_at is None
    assert titles(ledger, TRASH) == []


def test_undo_of_a_restore_puts_it_back_into_the_trash(ledger):
    saved = ledger.activities.save(activity())
    ledger.activities.delete(saved.id)
    ledger.activities.restore(saved.id)
    ledger.operations.undo()
    assert ledger.activities.get(saved.id).deleted_at is not None


def test_undo_of_an_import_takes_back_all_its_records_of_all_registers(ledger):
    ledger.activities.save(activity("Của tôi"))
    ledger.add_all("Đã nhập 3 dòng", {"activities": [activity("A"), activity("B")], "awards": [nominee()]})
    assert ledger.operations.latest().kind == "import"

    ledger.operations.undo()

    assert titles(ledger) == ["Của tôi"]
    assert ledger.awards.count(Query()) == 0
    assert ledger.activities.count(TRASH) == 2
    assert ledger.operations.latest().label == "Đã thêm “Của tôi”"


def test_all_writes_of_one_record_can_be_taken_back_one_after_the_other(ledger):
    one = ledger.activities.save(activity("Một"))
    two = ledger.activities.save(activity("Hai", id=one.id, save_count=one.save_count))
    ledger.activities.save(activity("Ba", id=one.id, save_count=two.save_count))
    ledger.activities.delete(one.id)

    seen = []
    while ledger.operations.latest():
        ledger.operations.undo()
        back = ledger.activities.get(one.id)
        seen.append((back.title, back.deleted_at is None))

    assert seen == [("Ba", True), ("Hai", True), ("Một", True), ("Một", False)]


def test_an_undo_is_itself_an_operation_but_never_offered(ledger):
    ledger.activities.save(activity("A"))
    ledger.activities.save(activity("B"))
    ledger.operations.undo()
    kinds = raw(ledger.path, "SELECT kind, label FROM operations ORDER BY id")
    assert kinds[-1] == ("undo", "Hoàn tác: Đã thêm “B”")
    assert ledger.operations.latest().label == "Đã thêm “A”"
    ledger.operations.undo()
    assert ledger.operations.latest() is None


def test_a_window_that_still_shows_the_record_cannot_save_over_an_undo(ledger):
    first = ledger.activities.save(activity("Cũ"))
    second = ledger.activities.save(activity("Mới", id=first.id, save_count=first.save_count))
    ledger.operations.undo()
    with pytest.raises(ConflictError):
        ledger.activities.save(second)


def test_undo_is_refused_by_name_when_a_record_has_changed_since(ledger):
    saved = ledger.activities.save(activity("Phiên chợ Tết"))
    other = ledger.awards.save(nominee())
    ledger.operations.undo()
    change_raw(ledger.path, "UPDATE activities SET title = 'Khác', save_count = 9 WHERE id = ?", saved.id)

    with pytest.raises(ConflictError, match="“Phiên chợ Tết” đã thay đổi sau thao tác đó"):
        ledger.operations.undo()

    assert ledger.activities.get(saved.id).title == "Khác"
    assert ledger.operations.latest().label == "Đã thêm “Phiên chợ Tết”"
    assert ledger.awards.get(other.id).deleted_at is not None


def test_a_refused_undo_of_an_import_takes_nothing_back(ledger):
    ledger.add_all("Nhập", {"activities": [activity("A"), activity("B"), activity("C")]})
    change_raw(ledger.path, "UPDATE activities SET place = 'khác' WHERE title = 'A'")
    with pytest.raises(ConflictError, match="“A”"):
        ledger.operations.undo()
    assert sorted(titles(ledger)) == ["A", "B", "C"]
    assert raw(ledger.path, "SELECT count(*) FROM operations WHERE kind = 'undo'") == [(0,)]


def test_undo_brings_personal_data_back(ledger):
    saved = ledger.awards.save(nominee())
    ledger.awards.save(nominee(id=saved.id, save_count=saved.save_count, national_id="", phone=""))
    assert ledger.awards.get(saved.id).national_id == ""
    ledger.operations.undo()
    assert ledger.awards.get(saved.id).national_id == PERSONAL["national_id"]


def test_undo_takes_what_another_program_wrote_last(ledger, beside):
    ledger.activities.save(activity("Cửa sổ"))
    beside.activities.save(activity("Dòng lệnh"))
    assert ledger.operations.undo().label == "Đã thêm “Dòng lệnh”"


def test_an_operation_that_fails_leaves_nothing(ledger):
    def records():
        yield activity("A")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), ledger.operations.begin("import", "Hỏng") as operation:
        ledger.activities.add_all(operation, records())
    assert titles(ledger) == []
    assert ledger.operations.latest() is None
    assert raw(ledger.path, "SELECT count(*) FROM history") == [(0,)]


def test_who_and_when_are_kept(ledger, clock):
    clock.move(hours=1, microseconds=5)
    ledger.activities.save(activity())
    ((at, who),) = raw(ledger.path, "SELECT at, who FROM operations")
    assert who == "Đào"
    assert at == timestamp(clock)
    assert ledger.operations.latest().at == at
    assert "." not in at


def test_a_long_name_is_shortened_in_the_label(ledger):
    ledger.activities.save(activity("Tổ chức tuyên truyền " * 20, date_start=date(2023, 1, 1)))
    label = ledger.operations.latest().label
    assert label.endswith("…”")
    assert len(label) < 100


def test_only_the_offered_operation_is_taken_back(ledger):
    ledger.activities.save(activity("Một"))
    offered = ledger.operations.latest()
    ledger.activities.save(activity("Hai"))

    with pytest.raises(ConflictError, match="Hai"):
        ledger.operations.undo(offered.id)

    assert ledger.activities.count(Query()) == 2
    ledger.operations.undo()
    assert ledger.operations.undo(offered.id) == offered


def test_a_sample_year_is_not_taken_back(tmp_path):
    with create_sample_ledger(tmp_path / "mẫu.sohangviet") as sample:
        assert sample.operations.latest() is None
        with pytest.raises(ConflictError):
            sample.operations.undo()

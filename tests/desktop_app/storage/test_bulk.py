"""Many records at once: what `save` keeps of one, these keep of each."""

import pytest

from desktop_app.domain.query import Query
from desktop_app.errors import ConflictError, InvalidRecordError
from tests.records import PERSONAL, activity, nominee, raw


def change_all(ledger, store, *records):
    with ledger.operations.begin("import", "Đã nhập") as operation:
        store.change_all(operation, records)


def test_changed_records_are_found_and_taken_back(ledger):
    known = [ledger.activities.save(activity(f"Phiên chợ {number}")) for number in range(3)]
    change_all(
        ledger,
        ledger.activities,
        *[activity("Hội nghị", id=one.id, save_count=one.save_count) for one in known],
    )
    assert ledger.activities.count(Query(text="hoi nghi")) == 3
    assert [one.save_count for one in ledger.activities.fetch(Query())] == [2, 2, 2]
    ledger.operations.undo()
    assert ledger.activities.count(Query(text="phien cho")) == 3


def test_a_stale_or_deleted_record_stops_all(ledger):
    first, second = (ledger.activities.save(activity(name)) for name in ("Một", "Hai"))
    ledger.activities.delete(second.id)
    for wrong in (
        activity("Khác", id=first.id, save_count=0),
        activity("Khác", id=second.id, save_count=2),
        activity("Khác", id="không có", save_count=1),
    ):
        with pytest.raises(ConflictError):
            change_all(ledger, ledger.activities, wrong)
    assert ledger.activities.get(first.id).title == "Một"


def test_an_impossible_value_stops_all(ledger):
    known = ledger.activities.save(activity("Một"))
    with pytest.raises(InvalidRecordError):
        change_all(ledger, ledger.activities, activity("", id=known.id, save_count=1))
    with pytest.raises(InvalidRecordError):
        ledger.add_all("Đã nhập", {"activities": [activity("Đúng"), activity("")]})
    assert [one.title for one in ledger.activities.fetch(Query())] == ["Một"]


def test_the_same_id_twice_stops_all(ledger):
    with pytest.raises(ConflictError):
        ledger.add_all("Đã nhập", {"activities": [activity("A", id="x1"), activity("B", id="x1")]})
    assert ledger.activities.count(Query()) == 0


def test_more_records_than_one_statement_takes(ledger):
    ledger.add_all("Đã nhập", {"activities": [activity(f"Số {number}") for number in range(1201)]})
    known = ledger.activities.everything()
    assert len(known) == 1201
    change_all(ledger, ledger.activities, *known)
    assert {one.save_count for one in ledger.activities.everything()} == {2}


def test_everything_has_personal_values_and_the_trash(ledger):
    known = ledger.awards.save(nominee())
    gone = ledger.awards.save(nominee("Trần Văn Hai"))
    ledger.awards.delete(gone.id)
    found = {one.id: one for one in ledger.awards.everything()}
    assert found[known.id].phone == PERSONAL["phone"]
    assert found[gone.id].deleted_at


def test_personal_values_get_a_new_row_only_when_they_change(ledger):
    known = ledger.awards.save(nominee())
    (reference,) = raw(ledger.path, "SELECT personal_ref FROM awards")
    change_all(ledger, ledger.awards, nominee(position="Chủ tịch", id=known.id, save_count=1))
    assert raw(ledger.path, "SELECT personal_ref FROM awards") == [reference]
    change_all(ledger, ledger.awards, nominee(phone="0900", id=known.id, save_count=2))
    assert raw(ledger.path, "SELECT personal_ref FROM awards") != [reference]
    assert ledger.awards.get(known.id).phone == "0900"

"""Several records saved as one operation: all or none, taken back as one; drafts of a part of a register."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.errors import ConflictError, InvalidRecordError
from tests.records import raw


@pytest.fixture
def store(ledger):
    return ledger.register("steering_committee")


def test_new_and_changed_records_are_one_operation(ledger, store):
    old = store.save(CommitteeMember(full_name="Cũ"))
    store.save_together(
        "Đã thay", [replace(old, valid_to=date(2023, 5, 1)), CommitteeMember(full_name="Mới")]
    )
    assert {one.full_name for one in store.all()} == {"Cũ", "Mới"}
    assert ledger.operations.latest().label == "Đã thay"
    ledger.operations.undo()
    assert [(one.full_name, one.valid_to) for one in store.all()] == [("Cũ", None)]


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (CommitteeMember(full_name=""), InvalidRecordError),
        (CommitteeMember(id="x", full_name="X"), ConflictError),
    ],
)
def test_one_bad_record_stops_all(ledger, store, bad, error):
    before = ledger.operations.latest()
    with pytest.raises(error):
        store.save_together("Đã thay", [CommitteeMember(full_name="Mới"), bad])
    assert store.all() == []
    assert ledger.operations.latest() == before


def test_a_draft_of_a_part_keeps_personal_values_apart(ledger):
    form = "steering_committee:support_team"
    ledger.drafts.put(form, "", {"full_name": "Tổ viên", "phone": "0987650001"})
    assert ledger.drafts.get(form, "").values == {"full_name": "Tổ viên", "phone": "0987650001"}
    assert ledger.drafts.get("steering_committee", "") is None
    assert "0987650001" not in str(raw(ledger.path, "SELECT content FROM drafts"))

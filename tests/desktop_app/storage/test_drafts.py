"""What is typed but not saved comes back after a crash and is counted nowhere."""

from desktop_app.domain.query import Query
from desktop_app.ledger import open_ledger
from tests.records import SECRETS, activity, nominee, raw, whole_text

TYPED = {"name": "Nguyễn Thị Thu Ấm", "national_id": "060179004321", "phone": "0987650001", "address": ""}


def test_a_draft_comes_back_in_the_next_session(ledger, clock):
    ledger.drafts.put("activities", "", {"title": "Phiên chợ dở da", "date_start": "20/5"})
    with open_ledger(ledger.path, clock) as next_session:
        draft = next_session.drafts.get("activities", "")
    assert draft.values == {"title": "Phiên chợ dở da", "date_start": "20/5"}
    assert draft.saved_at == clock.now.astimezone().isoformat(timespec="seconds")


def test_there_is_one_draft_for_each_form_and_record(ledger, clock):
    ledger.drafts.put("activities", "", {"title": "1"})
    clock.move(seconds=2)
    ledger.drafts.put("activities", "", {"title": "2"})
    ledger.drafts.put("activities", "abc", {"title": "3"})
    ledger.drafts.put("awards", "", {"name": "4"})
    assert [list(one.values.values()) for one in ledger.drafts.all()] == [["2"], ["3"], ["4"]]
    assert [one.form for one in ledger.drafts.all("awards")] == ["awards"]
    assert ledger.drafts.get("awards", "abc") is None


def test_a_draft_is_neither_counted_nor_found_nor_taken_back(ledger):
    ledger.drafts.put("activities", "", {"title": "Phiên chợ", "date_start": "2023-05-20"})
    assert ledger.activities.count(Query()) == 0
    assert ledger.search("phien cho") == []
    assert ledger.totals(2023)["activities"] == 0
    assert ledger.operations.latest() is None


def test_discarding_forgets_one_draft_only(ledger):
    ledger.drafts.put("activities", "", {"title": "1"})
    ledger.drafts.put("activities", "x", {"title": "2"})
    ledger.drafts.discard("activities", "")
    ledger.drafts.discard("activities", "never kept")
    assert [one.record_id for one in ledger.drafts.all()] == ["x"]


def test_personal_values_of_a_draft_stand_apart(ledger):
    ledger.drafts.put("awards", "", TYPED)
    assert ledger.drafts.get("awards", "").values == TYPED
    assert not [one for one in SECRETS if one in whole_text(ledger.path, but=("personal_data",))]


def test_erasing_personal_values_leaves_the_rest_of_the_draft(ledger):
    ledger.drafts.put("awards", "", TYPED)
    with ledger._database.write():
        ledger._database.execute("DELETE FROM personal_data")
    assert ledger.drafts.get("awards", "").values == {"name": "Nguyễn Thị Thu Ấm"}


def test_a_replaced_or_discarded_draft_leaves_no_personal_values(ledger):
    ledger.drafts.put("awards", "", TYPED)
    ledger.drafts.put("awards", "", TYPED | {"phone": "0911111111"})
    assert raw(ledger.path, "SELECT count(*) FROM personal_data") == [(1,)]
    ledger.drafts.discard("awards", "")
    assert raw(ledger.path, "SELECT count(*) FROM personal_data") == [(0,)]


def test_a_draft_says_that_the_last_personal_value_was_cleared(ledger):
    saved = ledger.awards.save(nominee(phone="0987650001"))
    ledger.drafts.put("awards", saved.id, {"name": saved.name, "phone": "", "national_id": ""})
    assert ledger.drafts.get("awards", saved.id).values == {
        "name": saved.name,
        "phone": "",
        "national_id": "",
    }


def test_a_form_that_is_no_register_can_be_kept_too(ledger):
    ledger.drafts.put("settings", "", {"unit_name": "<b>&\"'\u202e", "rows": [["a", "1"]]})
    assert ledger.drafts.get("settings", "").values == {"unit_name": "<b>&\"'\u202e", "rows": [["a", "1"]]}


def test_a_draft_of_a_saved_record_does_not_touch_the_record(ledger):
    saved = ledger.activities.save(activity("Đã lưu"))
    ledger.drafts.put("activities", saved.id, {"title": "Đang gõ"})
    assert ledger.activities.get(saved.id).title == "Đã lưu"

"""One register on disk: saving, conflicts, lists, trash, suggestions, personal data."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.query import NOTHING, SOMETHING, Query
from desktop_app.domain.records.activities import ActivityStatus, FundGroup, FundLine
from desktop_app.domain.records.awards import NomineeType
from desktop_app.errors import ConflictError, InvalidRecordError
from desktop_app.storage.operations import timestamp
from tests.records import PERSONAL, SECRETS, activity, nominee, raw, whole_text


def titles(ledger, **query):
    return [one.title for one in ledger.activities.fetch(Query(**query))]


# Saving


def test_a_new_record_gets_identity_times_and_count(ledger, clock):
    saved = ledger.activities.save(activity())
    assert len(saved.id) == 16
    assert saved.save_count == 1
    assert saved.created_at == saved.updated_at == timestamp(clock)
    assert ledger.activities.get(saved.id) == saved

    clock.move(days=1)
    again = ledger.activities.save(replace(saved, title="Mới"))
    assert (again.id, again.created_at, again.save_count) == (saved.id, saved.created_at, 2)
    assert again.updated_at > saved.updated_at


def test_two_equal_records_are_two(ledger):
    assert ledger.activities.save(activity()).id != ledger.activities.save(activity()).id


def test_a_copy_is_a_new_record(ledger):
    saved = ledger.activities.save(activity(figures={"visitors": 3}))
    copy = ledger.activities.save(replace(saved, id="", created_at="", save_count=0))
    assert copy.id != saved.id
    assert copy.figures == {"visitors": 3}
    assert ledger.activities.count(Query()) == 2


HOSTILE = [
    "<b>Phiên & chợ</b> \"'",
    "=1+1",
    "'; DROP TABLE activities; --",
    "Tết 🎉 vui 👍🏽",
    "ß ﬁ ½ ² Ⅷ",
    "ឆ្នាំ 日本 العربية",
    "%s {0} ${x} \\n",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_odd_texts_are_kept_letter_for_letter(ledger, title):
    saved = ledger.activities.save(activity(title, result=title, partners=(title.replace(";", ","),)))
    kept = ledger.activities.get(saved.id)
    assert (kept.title, kept.result) == (title, title)
    assert titles(ledger, text=title) in ([title], [])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "  Đường Hòa \t"), "Đường Hòa"),
        ("Phiên\u202e chợ\u200b\x00\x07", "Phiên chợ"),
        ("a\r\nb\x85c", "a b c"),
        ("\ufeffTin\xadbài", "Tinbài"),
        ("nửa \ud800 cặp", "nửa  cặp"),
    ],
)
def test_texts_are_brought_to_one_form(ledger, typed, kept):
    assert ledger.activities.save(activity(typed)).title == kept


def test_long_texts_keep_their_lines(ledger):
    assert ledger.activities.save(activity(result="Một \r\nHai\u2028Ba\x00")).result == "Một\nHai\nBa"


def test_lists_lose_empty_and_repeated_entries_and_split_at_semicolons(ledger):
    saved = ledger.activities.save(
        activity(partners=(" Huyện đoàn ", "", "Huyện đoàn", "Hội A; Hội B;", "\u200b"))
    )
    assert saved.partners == ("Huyện đoàn", "Hội A", "Hội B")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "   "}, "title"),
        ({"title": "\u200b\u202e"}, "title"),
        ({"title": "ă" * 100_000}, "title"),
        ({"date_start": None}, "date_start"),
        ({"date_start": date(1, 1, 1)}, "date_start"),
        ({"date_start": date(9999, 12, 31)}, "date_start"),
        ({"date_end": date(2023, 5, 19)}, "date_end"),
        ({"result": "x" * 100_000}, "result"),
        ({"partners": ("x" * 100_000,)}, "partners"),
        ({"partners": tuple(map(str, range(201)))}, "partners"),
        ({"figures": {"visitors": -1}}, "figures"),
        ({"figures": {"visitors": 10**15}}, "figures"),
        ({"funds": (FundLine(source=" ", group=FundGroup.OTHER, amount_vnd=1),)}, "funds"),
        ({"funds": (FundLine(source="A", group=FundGroup.OTHER, amount_vnd=-1),)}, "funds"),
        ({"funds": (FundLine(source="A" * 501, group=FundGroup.OTHER, amount_vnd=1),)}, "funds"),
        ({"content_code": "C9"}, "content_code"),
    ],
)
def test_impossible_values_are_never_saved(ledger, values, field):
    with pytest.raises(InvalidRecordError) as caught:
        ledger.activities.save(activity(**values))
    assert list(caught.value.problems) == [field]
    assert len(str(caught.value)) < 200
    assert raw(ledger.path, "SELECT count(*) FROM operations") == [(0,)]
    assert ledger.activities.count(Query()) == 0


def test_the_largest_possible_values_are_saved(ledger):
    most = 999_999_999_999_999
    saved = ledger.activities.save(
        activity("ă" * 500, result="ă" * 20_000, figures={"visitors": most}, date_start=date(2100, 12, 31))
    )
    assert ledger.activities.get(saved.id) == saved


def test_an_invalid_record_in_an_import_stops_all_of_it(ledger):
    with pytest.raises(InvalidRecordError):
        ledger.add_all("Nhập", {"awards": [nominee()], "activities": [activity("A"), activity(" ")]})
    assert ledger.activities.count(Query()) == ledger.awards.count(Query()) == 0
    assert raw(ledger.path, "SELECT count(*) FROM personal_data") == [(0,)]


def test_an_imported_record_keeps_its_id_but_never_takes_another_s(ledger):
    ledger.add_all("Nhập", {"activities": [activity("A", id="BT-1")]})
    with pytest.raises(ConflictError, match="“B” đã có trong sổ"):
        ledger.add_all("Nhập", {"activities": [activity("Khác"), activity("B", id="BT-1")]})
    ledger.activities.delete("BT-1")
    with pytest.raises(ConflictError, match="thùng rác"):
        ledger.add_all("Nhập", {"activities": [activity("B", id="BT-1")]})
    assert titles(ledger, deleted=True) == ["A"]
    assert titles(ledger) == []


# Conflicts


def test_a_save_from_an_older_count_is_refused(ledger, beside):
    saved = ledger.activities.save(activity("Chung"))
    mine, theirs = ledger.activities.get(saved.id), beside.activities.get(saved.id)
    beside.activities.save(replace(theirs, title="Của họ"))

    with pytest.raises(ConflictError, match=r"Hoạt động này đã được sửa hoặc xóa ở nơi khác.*bản nháp"):
        ledger.activities.save(replace(mine, title="Của tôi"))

    assert ledger.activities.get(saved.id).title == "Của họ"
    assert len(ledger.activities.history(saved.id)) == 2


def test_a_record_deleted_elsewhere_cannot_be_saved(ledger, beside):
    saved = ledger.activities.save(activity())
    beside.activities.delete(saved.id)
    with pytest.raises(ConflictError):
        ledger.activities.save(saved)
    with pytest.raises(ConflictError):
        ledger.activities.save(ledger.activities.get(saved.id))


def test_a_record_that_is_not_in_the_ledger(ledger):
    for use in (
        lambda: ledger.activities.save(activity(id="lạ", save_count=1)),
        lambda: ledger.activities.get("lạ"),
        lambda: ledger.activities.delete("lạ"),
    ):
        with pytest.raises(ConflictError, match="không còn trong sổ"):
            use()
    assert raw(ledger.path, "SELECT count(*) FROM operations") == [(0,)]


def test_deleting_keeps_what_another_program_saved_last(ledger, beside):
    saved = ledger.activities.save(activity("Cũ"))
    beside.activities.save(replace(saved, title="Mới"))
    ledger.activities.delete(saved.id)
    assert titles(beside, deleted=True) == ["Mới"]


# Trash


def test_the_trash_is_a_list_of_its_own(ledger):
    kept, thrown = ledger.activities.save(activity("A")), ledger.activities.save(activity("B"))
    ledger.activities.delete(thrown.id)
    ledger.activities.delete(thrown.id)  # twice is once
    assert (titles(ledger), titles(ledger, deleted=True)) == (["A"], ["B"])
    assert ledger.activities.count(Query()) == ledger.activities.count(Query(deleted=True)) == 1
    assert ledger.activities.between(date(2023, 1, 1), date(2023, 12, 31)) == [ledger.activities.get(kept.id)]
    assert len(ledger.activities.history(thrown.id)) == 2

    ledger.activities.restore(thrown.id)
    assert sorted(titles(ledger)) == ["A", "B"]


# Lists


def test_texts_sort_in_vietnamese_order(ledger):
    wanted = ["An", "Ảnh", "Ăn", "Âm", "Bản 2", "Bản 10", "Dao", "Đá", "Đào", "Ông", "Ơn", "Ưu", "Ý"]
    for title in reversed(wanted):
        ledger.activities.save(activity(title))
    assert titles(ledger, sort="title", descending=False) == wanted
    assert titles(ledger, sort="title") == wanted[::-1]


def test_people_sort_by_given_name_bodies_by_their_whole_name(ledger):
    people = ["Trần Văn Ánh", "Lê Thị Ấm", "K’ Văn Đoàn", "Nguyễn Thị Ước"]
    bodies = ["Hội Phụ nữ xã Ước", "Ủy ban xã An"]
    for name in reversed(people):
        ledger.awards.save(nominee(name))
    for name in reversed(bodies):
        ledger.awards.save(nominee(name, nominee_type=NomineeType.COLLECTIVE))
    names = [one.name for one in ledger.awards.fetch(Query(sort="name", descending=False))]
    assert [name for name in names if name in people] == people
    assert [name for name in names if name in bodies] == bodies


def test_pages_do_not_overlap_and_miss_nothing(ledger):
    ledger.add_all("Nhập", {"activities": [activity("Cùng tên") for _ in range(25)]})
    for sort in ("date_start", "title", "place"):
        pages = [ledger.activities.fetch(Query(sort=sort), offset, 10) for offset in (0, 10, 20, 30)]
        assert [len(page) for page in pages] == [10, 10, 5, 0]
        assert len({one.id for page in pages for one in page}) == 25


def test_newest_first_unless_asked_otherwise(ledger):
    for day in (3, 1, 2):
        ledger.activities.save(activity(str(day), date_start=date(2023, 5, day)))
    assert titles(ledger) == ["3", "2", "1"]
    assert titles(ledger, descending=False) == ["1", "2", "3"]


@pytest.mark.parametrize("sort", ["phone", "folded", "title; DROP TABLE activities", "row", "title_sort"])
def test_nothing_but_fields_can_be_sorted_by(ledger, sort):
    for register in ledger.registers:
        with pytest.raises(KeyError):
            register.fetch(Query(sort=sort))


@pytest.fixture
def filtered(ledger):
    ledger.activities.save(
        activity("Một", date_start=date(2023, 1, 31), content_code="C1", place="X", organizer="Y")
    )
    ledger.activities.save(activity("Hai", date_start=date(2023, 2, 1), content_code="C6", result="có"))
    ledger.activities.save(activity("Ba", date_start=date(2022, 2, 28), status=ActivityStatus.PLANNED))
    return lambda **query: titles(ledger, descending=False, **query)


def test_filters(filtered, ledger):
    assert filtered(where={"content_code": "C6"}) == ["Hai"]
    assert filtered(where={"content_code": NOTHING}) == ["Ba"]
    assert filtered(where={"content_code": SOMETHING}) == ["Một", "Hai"]
    assert filtered(where={"figures": SOMETHING}) == []
    assert filtered(where={"is_estimate": "True"}) == []
    assert filtered(where={"is_estimate": "False", "status": "planned"}) == ["Ba"]
    assert filtered(where={"plan_items": "II.6"}) == []
    with pytest.raises(KeyError):
        filtered(where={"row": "1"})
    assert filtered(month=2) == ["Ba", "Hai"]
    assert filtered(month=12) == []
    assert filtered(where={"status": "planned"}) == ["Ba"]
    assert filtered(date_from=date(2023, 1, 31)) == ["Một", "Hai"]
    assert filtered(date_to=date(2023, 1, 31)) == ["Ba", "Một"]
    assert filtered(date_from=date(2023, 2, 2), date_to=date(2023, 2, 1)) == []
    assert filtered(month=2, where={"status": "completed"}, text="hai") == ["Hai"]
    assert filtered(month=2, text="mot") == []
    assert ledger.activities.count(Query(month=2)) == 2


def test_gaps_can_be_filtered_and_vanish_when_filled(filtered, ledger):
    assert filtered(gaps_only=True) == ["Ba", "Một", "Hai"]
    one = ledger.activities.fetch(Query(text="mot"))[0]
    ledger.activities.save(replace(one, figures={"visitors": 1}))
    assert filtered(gaps_only=True) == ["Ba", "Hai"]


def test_between_holds_both_ends_oldest_first(ledger):
    days = [date(2023, 11, 30), date(2023, 1, 1), date(2022, 12, 31), date(2023, 12, 1)]
    for day in days:
        ledger.activities.save(activity(day.isoformat(), date_start=day))
    held = ledger.activities.between(date(2023, 1, 1), date(2023, 11, 30))
    assert [one.title for one in held] == ["2023-01-01", "2023-11-30"]
    with pytest.raises(KeyError):
        ledger.activities.between(days[0], days[1], "deleted_at")


# Suggestions


def test_suggestions_come_most_used_first_and_match_words_without_accents(ledger):
    for place in ("Xã Đông Giang", "Xã Đông Giang", "Thị trấn Ma Lâm", "Xã Hàm Phú", ""):
        ledger.activities.save(activity(place=place))
    suggest = ledger.activities.suggestions
    assert suggest("place", "")[0] == "Xã Đông Giang"
    assert suggest("place", "dong") == suggest("place", "ĐÔNG G") == ["Xã Đông Giang"]
    assert suggest("place", "ong") == []
    assert len(suggest("place", "x", limit=1)) == 1
    assert "" not in suggest("place", "")


def test_suggestions_of_a_list_are_its_entries(ledger):
    ledger.activities.save(activity(partners=("Huyện đoàn", "Hội Nông dân")))
    thrown = ledger.activities.save(activity(partners=("Hội đã bỏ",)))
    ledger.activities.delete(thrown.id)
    assert ledger.activities.suggestions("partners", "hoi") == ["Hội Nông dân"]


# Personal data


def test_personal_values_are_read_with_the_record_only(ledger):
    saved = ledger.awards.save(nominee())
    assert {name: getattr(ledger.awards.get(saved.id), name) for name in PERSONAL} == PERSONAL
    (listed,) = ledger.awards.fetch(Query())
    assert (listed.national_id, listed.phone, listed.address, listed.date_of_birth) == ("", "", "", None)


def test_personal_values_stand_in_one_table_only(ledger):
    saved = ledger.awards.save(nominee(achievement="Vận động 45 hộ"))
    changed = ledger.awards.save(replace(saved, address="Xóm Dưới Gốc Đa"))
    ledger.awards.delete(changed.id)
    ledger.operations.undo()
    text = whole_text(ledger.path, but=("personal_data",))
    assert "Vận động 45 hộ" in text
    assert not [one for one in (*SECRETS, "Xóm Dưới Gốc Đa") if one in text]


def test_unchanged_personal_values_are_not_written_again(ledger):
    saved = ledger.awards.save(nominee())
    ledger.awards.save(replace(saved, unit="Hội Phụ nữ"))
    assert raw(ledger.path, "SELECT count(*) FROM personal_data") == [(1,)]


def test_erasing_rows_of_personal_data_works_and_mixes_nobody_up(ledger):
    first = ledger.awards.save(nominee("Một"))
    with ledger._database.write():
        ledger._database.execute("DELETE FROM personal_data WHERE record_id = ?", [first.id])
    second = ledger.awards.save(nominee("Hai", national_id="099999999999"))

    erased = ledger.awards.get(first.id)
    assert (erased.name, erased.national_id, erased.date_of_birth) == ("Một", "", None)
    assert ledger.awards.get(second.id).national_id == "099999999999"
    assert len(ledger.awards.history(first.id)) == 1

    again = ledger.awards.save(replace(erased, phone="0900000000"))
    assert ledger.awards.get(first.id).phone == "0900000000"
    ledger.operations.undo()
    assert ledger.awards.get(again.id).phone == ""


def test_emptied_personal_values_are_gone_from_the_record(ledger):
    saved = ledger.awards.save(nominee())
    ledger.awards.save(replace(saved, date_of_birth=None, gender="", national_id="", phone="", address=""))
    assert raw(ledger.path, "SELECT personal_ref FROM awards") == [(None,)]


def test_a_wrong_national_id_is_refused_without_being_repeated(ledger):
    with pytest.raises(InvalidRecordError) as caught:
        ledger.awards.save(nominee(national_id="06017900432"))
    assert caught.value.problems == {"national_id": "Số định danh cá nhân gồm đúng 12 chữ số."}

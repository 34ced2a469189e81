"""A record becomes a row and the same record again; personal values stand in no column and no searched text."""

from dataclasses import fields, replace
from datetime import date

import msgspec
import pytest

from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import (
    AwardNomination,
    NomineeType,
)
from desktop_app.domain.registers import ACTIVITIES, AWARDS, REGISTERS
from desktop_app.storage import activities, awards
from desktop_app.storage.encoding import folded_text, from_row, personal_values, to_json, to_row
from tests.filled import filled
from tests.records import PERSONAL, SECRETS, activity, nominee

FULL_ACTIVITY = filled(ACTIVITIES, title="Phiên chợ hàng Việt về xã Đông Giang")
FULL_AWARD = nominee(
    "Nguyễn Thị Thu Ấm",
    **{
        name: value
        for name, value in vars(filled(AWARDS)).items()
        if name in AWARDS.specs and name not in {"name", *PERSONAL} and not AWARDS.specs[name].personal
    }
    | {"decision_number": "1507/QĐ-UBND"},
)
HEAD = {"id": "a1", "created_at": "2023-11-20T08:30:00+07:00", "updated_at": "x", "save_count": 3}


def test_the_examples_fill_every_field():
    for full in map(filled, REGISTERS.values()):
        empty = type(full)()
        own = [one.name for one in fields(full) if "spec" in one.metadata]
        assert [name for name in own if getattr(full, name) == getattr(empty, name)] == []


@pytest.mark.parametrize("record", [FULL_ACTIVITY, Activity(title="A"), activity(deleted_at="2023-11-20")])
def test_an_activity_comes_back_the_same(record):
    record = replace(record, **HEAD)
    row = to_row(ACTIVITIES, record, activities.TABLE.sorted_texts)
    assert from_row(ACTIVITIES, row) == record
    assert all(isinstance(value, str | int | None) for value in row.values())


@pytest.mark.parametrize("record", [FULL_AWARD, AwardNomination(name="A")])
def test_an_award_comes_back_the_same_with_its_personal_values(record):
    record = replace(record, **HEAD)
    row = to_row(AWARDS, record, awards.TABLE.sorted_texts)
    personal = personal_values(AWARDS, record)
    assert from_row(AWARDS, row, personal) == record
    assert not set(PERSONAL) & set(row)
    assert not [one for one in SECRETS if one in to_json(row)]


def test_only_filled_personal_values_are_kept():
    assert personal_values(AWARDS, nominee(phone="", address="")) == {
        "date_of_birth": "1979-05-28",
        "gender": "female",
        "national_id": "060179004321",
    }
    assert personal_values(AWARDS, AwardNomination(name="A")) == {}
    assert personal_values(ACTIVITIES, FULL_ACTIVITY) == {}


def test_without_its_personal_values_a_record_has_none():
    row = to_row(AWARDS, FULL_AWARD, awards.TABLE.sorted_texts)
    bare = from_row(AWARDS, row)
    assert (bare.national_id, bare.phone, bare.date_of_birth) == ("", "", None)


def test_the_searched_text_is_folded_and_holds_each_word_once():
    record = activity(
        "Đường Đông Giang, ĐƯỜNG đông", place="Đường 19/5", partners=("Huyện đoàn", "huyện Đoàn")
    )
    assert folded_text(ACTIVITIES, record) == "duong dong giang, 19/5 huyen doan"


def test_personal_values_are_in_no_searched_text():
    folded = folded_text(AWARDS, FULL_AWARD)
    assert not [one for one in SECRETS if one in folded]
    assert "1507/qd ubnd" in folded


def test_gaps_are_counted():
    assert to_row(ACTIVITIES, FULL_ACTIVITY, ())["gap_count"] == 0
    assert to_row(ACTIVITIES, Activity(title="A", date_start=date(2023, 1, 1)), ())["gap_count"] == 4


def test_people_sort_by_given_name_bodies_by_their_whole_name():
    def key(name, kind):
        return to_row(AWARDS, AwardNomination(name=name, nominee_type=kind), awards.TABLE.sorted_texts)[
            "name_sort"
        ]

    person, body = NomineeType.INDIVIDUAL, NomineeType.COLLECTIVE
    assert key("Trần Văn An", person) < key("Lê Thị Bình", person)
    assert key("Hội Phụ nữ xã Giang", body) < key("Ủy ban xã An", body)


@pytest.mark.parametrize(
    "wrong",
    [
        {"figures": {"visitors": 1.5}},
        {"figures": {"visitors": "6"}},
        {"date_start": "hôm qua"},
        {"status": "xong"},
        {"title": None},
        {"funds": ({"source": "A"},)},
    ],
)
def test_a_value_of_a_wrong_type_fails_before_it_is_written(ledger, wrong):
    with pytest.raises((msgspec.ValidationError, TypeError, AttributeError)):
        to_row(ACTIVITIES, replace(FULL_ACTIVITY, **wrong), ())


def test_json_is_the_same_for_the_same_content():
    assert to_json({"b": 1, "a": "Đ"}) == to_json({"a": "Đ", "b": 1}) == '{"a":"Đ","b":1}'

"""Checks that hold for every register: clean values, impossible values, gaps."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.records.activities import FundGroup, FundLine
from desktop_app.domain.records.awards import PastAward
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.registers import ACTIVITIES, AWARDS
from desktop_app.domain.rules import (
    MAX_NUMBER,
    clean_texts,
    cleaned,
    gaps,
    number_problem,
    problems,
    require_valid,
)
from desktop_app.errors import InvalidRecordError
from tests.records import activity, nominee


def only_problem(record, register=ACTIVITIES):
    found = problems(register, cleaned(register, record))
    assert len(found) == 1, found
    return next(iter(found.items()))


# Cleaning


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text):
    once = cleaned(ACTIVITIES, activity(text, result=text, partners=(text, text), plan_items=(text,)))
    assert cleaned(ACTIVITIES, once) == once
    assert unicodedata.is_normalized("NFC", once.title)
    assert "\n" not in once.title


def test_structures_are_cleaned_inside():
    nfd = unicodedata.normalize("NFD", " Xã hội hóa\u202e ")
    record = cleaned(
        ACTIVITIES,
        activity(
            funds=(FundLine(source=nfd, group=FundGroup.OTHER, amount_vnd=1),),
            plan_items=(" II.1 ", "II.1", ""),
        ),
    )
    assert record.funds[0].source == "Xã hội hóa"
    assert record.plan_items == ("II.1",)
    past = cleaned(AWARDS, nominee(previous_awards=(PastAward(form=nfd, authority="A\x00", year=2020),)))
    assert past.previous_awards[0] == PastAward(form="Xã hội hóa", authority="A", year=2020)


def test_lists_have_one_form_however_they_were_written():
    for written in (("A", "B"), ("A; B",), ("A;B;",), (";;A", " ; B")):
        assert cleaned(ACTIVITIES, activity(partners=written)).partners == ("A", "B")


def test_what_is_no_text_stays():
    record = activity(
        figures={"visitors": 1}, date_end=date(2023, 5, 21), is_estimate=True, id="x", save_count=3
    )
    assert cleaned(ACTIVITIES, record) == record


def test_plain_dataclasses_of_texts_are_cleaned_too():
    office = clean_texts(
        Office(unit_name=" huyện\u200b A ", recipients=("", " B\n"), level=UnitLevel.COMMUNE)
    )
    assert (office.unit_name, office.recipients, office.level) == ("huyện A", ("B",), UnitLevel.COMMUNE)
    assert clean_texts(ReportHead(issued_on=date(2023, 1, 1), number="\x07 5")) == ReportHead(
        issued_on=date(2023, 1, 1), number="5"
    )


# Impossible values


@pytest.mark.parametrize("title", ["", "   ", "\u00a0\t\n", "\u200b\ufeff", "\x00\x07", "\u202e"])
def test_a_name_of_nothing_visible_is_no_name(title):
    assert only_problem(activity(title)) == ("title", "Cần ghi “Tên hoạt động” thì mới lưu được.")


def test_problems_come_in_the_order_of_the_form():
    record = activity("", date_start=None, result="x" * 20_001, figures={"visitors": -1})
    assert list(problems(ACTIVITIES, record)) == ["title", "date_start", "result", "figures"]
    with pytest.raises(InvalidRecordError) as caught:
        require_valid(ACTIVITIES, record)
    assert list(caught.value.problems) == ["title", "date_start", "result", "figures"]
    assert str(caught.value).startswith("Cần ghi “Tên hoạt động”")


def test_lengths_are_told_with_the_limit():
    assert only_problem(activity("ữ" * 100_000)) == (
        "title",
        "“Tên hoạt động” dài 100.000 ký tự, nhiều nhất là 500; hãy rút gọn hoặc chuyển vào tài liệu kèm theo.",
    )
    assert problems(ACTIVITIES, activity("ữ" * 500, result="ữ" * 20_000)) == {}
    assert only_problem(activity("ữ" * 501))[0] == "title"
    decomposed = unicodedata.normalize("NFD", "ữ" * 500)
    assert problems(ACTIVITIES, cleaned(ACTIVITIES, activity(decomposed))) == {}


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2101, 1, 1), date(9999, 12, 31)])
def test_days_out_of_the_world(day):
    assert only_problem(activity(date_start=day)) == (
        "date_start", "Năm phải từ 1900 đến 2100; hãy kiểm tra lại ngày.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (None, ""), (0, ""), (MAX_NUMBER, ""),
        (-1, "Số không được âm; hãy ghi số từ 0 trở lên."),
        (MAX_NUMBER + 1, "Số quá lớn (hơn 15 chữ số); hãy kiểm tra lại."),
        (10**400, "Số quá lớn (hơn 15 chữ số); hãy kiểm tra lại."),
    ],
)  # fmt: skip
def test_numbers(number, said):
    assert number_problem(number) == said
    assert problems(AWARDS, nominee(reward_vnd=number)).get("reward_vnd", "") == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"source": " "}, "tên nguồn"),
        ({"amount_vnd": None}, "số tiền"),
        ({"amount_vnd": -5}, "không được âm"),
        ({"amount_vnd": 10**15}, "quá lớn"),
        ({"source": "x" * 501}, "501 ký tự"),
    ],
)
def test_lines_of_funds(line, said):
    good = FundLine(source="Xã hội hóa", group=FundGroup.SOCIALISED, amount_vnd=5)
    assert problems(ACTIVITIES, activity(funds=(good,))) == {}
    field, sentence = only_problem(activity(funds=(good, replace(good, **line))))
    assert (field, said in sentence) == ("funds", True)
    assert "nhiều nhất 200 mục" in only_problem(activity(funds=(good,) * 201))[1]


@pytest.mark.parametrize("past", [{"year": 0}, {"year": 3000}, {"form": "x" * 501}, {"authority": "x" * 501}])
def test_past_awards(past):
    good = PastAward(form="Giấy khen", authority="UBND xã", year=2020)
    assert problems(AWARDS, nominee(previous_awards=(good,))) == {}
    assert only_problem(nominee(previous_awards=(replace(good, **past),)), AWARDS)[0] == "previous_awards"


def test_a_content_that_does_not_exist():
    assert only_problem(activity(content_code="C9")) == (
        "content_code", "Không có nhóm nội dung “C9”; hãy chọn một nhóm từ C1 đến C8.",
    )  # fmt: skip
    assert problems(ACTIVITIES, activity(content_code="C8")) == problems(ACTIVITIES, activity()) == {}


# Gaps


def test_gaps_do_not_stop_saving():
    record = activity()
    assert problems(ACTIVITIES, record) == {}
    assert list(gaps(ACTIVITIES, record)) == ["content_code", "organizer", "place", "figures"]
    assert gaps(ACTIVITIES, record)["place"] == "Chưa ghi “Địa điểm”."

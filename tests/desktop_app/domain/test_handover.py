"""Sentences of a handover, what its wish lacks, its file name, and its password."""

import unicodedata
from datetime import date

import pytest

from desktop_app.domain.handover import (
    Handover,
    HandoverEvent,
    HandoverStep,
    HandoverWish,
    cleaned,
    event_sentence,
    handed_over_sentence,
    problems,
    refusal,
    usual_file_name,
)
from desktop_app.domain.handover_password import (
    Strength,
    has_marks,
    normal_form,
    password_problem,
    strength,
    suggested,
)
from desktop_app.errors import InvalidValueError

DAY = date(2023, 11, 20)


def test_the_sentence_names_both_and_the_day():
    given = Handover(receiver="bà Trần Thị Bưởi", on=DAY, giver="ông Lê Văn Tám")
    assert handed_over_sentence(given) == (
        "Sổ này đã bàn giao cho bà Trần Thị Bưởi ngày 20/11/2023 (người giao: ông Lê Văn Tám)."
    )
    assert refusal(given).startswith(handed_over_sentence(given))
    assert "Tiếp tục dùng sổ này…" in refusal(given)


def test_a_mark_without_words_still_says_what_to_do():
    unread = Handover(receiver="", on=date.min)
    assert "01/01/0001" not in handed_over_sentence(unread) + refusal(unread)
    assert "Tiếp tục dùng sổ này…" in refusal(unread)


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (
            HandoverEvent(
                step=HandoverStep.GIVEN, on=DAY, giver="Ông Tám", receiver="bà Bưởi", note="BB số 3"
            ),
            "20/11/2023: Ông Tám bàn giao cho bà Bưởi. BB số 3",
        ),
        (
            HandoverEvent(step=HandoverStep.GIVEN, on=DAY, receiver="bà Bưởi"),
            "20/11/2023: Bàn giao cho bà Bưởi.",
        ),
        (
            HandoverEvent(step=HandoverStep.TAKEN, on=DAY, receiver="Bà Bưởi"),
            "20/11/2023: Bà Bưởi đã nhận bàn giao trên máy này.",
        ),
        (
            HandoverEvent(step=HandoverStep.CONTINUED, on=DAY, note="Tệp mất"),
            "20/11/2023: Sổ được dùng tiếp, lần bàn giao trước không còn hiệu lực. Tệp mất",
        ),
    ],
)
def test_each_event_is_told(event, sentence):
    assert event_sentence(event) == sentence


def test_a_wish_is_cleaned_and_needs_a_receiver():
    wish = cleaned(HandoverWish(receiver=" Bưởi ", giver="\u202eTám", note="a\x00b"))
    assert (wish.receiver, wish.giver, wish.note) == ("Bưởi", "Tám", "ab")
    assert problems(wish) == {}
    assert list(problems(HandoverWish(receiver="", giver="x" * 201, note="y" * 1001))) == [
        "receiver",
        "giver",
        "note",
    ]


@pytest.mark.parametrize(
    ("code", "unit", "name"),
    [
        ("60-597", "huyện Đức Linh", "BanGiao_HuyenDucLinh_2023-11-20.bangiao"),
        ("60-597", "", "BanGiao_60-597_2023-11-20.bangiao"),
        ("", "", "BanGiao_So_2023-11-20.bangiao"),
        ("", "x/../" * 30, f"BanGiao_{'X' * 30}_2023-11-20.bangiao"),
    ],
)
def test_the_file_name_is_ascii_and_short(code, unit, name):
    made = usual_file_name(code, unit, DAY)
    assert made.isascii()
    assert len(made) < 80
    assert made.casefold() == name.casefold()


@pytest.mark.parametrize(
    "password",
    [
        "",
        "1234567",
        "12345678",
        "aaaaaaaaaaaa",
        "abcdefgh",
        "87654321",
        "matkhau1",
        "MatKhau123",
        "hangviet2023",
        "a\nbcdefghij",
    ],
)
def test_what_everybody_tries_first_is_refused(password):
    assert password_problem(password)
    assert strength(password) is Strength.WEAK


@pytest.mark.parametrize("password", [" lúa nếp cái hoa ", "x" * 201])
def test_what_cannot_be_told_to_another_is_refused(password):
    assert password_problem(password)


@pytest.mark.parametrize(
    ("password", "judged"),
    [
        ("lua4cay9", Strength.FAIR),
        ("5829-1046", Strength.FAIR),
        ("lua nep cai hoa vang", Strength.STRONG),
        ("Lúa nếp cái hoa", Strength.STRONG),
        ("4821-9037-5518-2264", Strength.STRONG),
        ("58291046", Strength.WEAK),
    ],
)
def test_strength_is_said_by_length_and_kinds(password, judged):
    assert strength(password) is judged


def test_a_suggested_password_is_strong_and_typed_the_same_with_unikey_on_and_off():
    made = {suggested() for _ in range(50)}
    assert len(made) == 50
    for one in made:
        assert set(one) <= set("0123456789-")
    assert sum(password_problem(one) == "" for one in made) == 50
    assert sum(strength(one) is Strength.STRONG for one in made) >= 45


def test_letters_have_one_form_whatever_the_keyboard_sends():
    composed = unicodedata.normalize("NFC", "Lúa nếp đẹp")
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert normal_form(composed) == normal_form(decomposed) == composed
    assert password_problem(decomposed) == password_problem(composed) == ""
    assert strength(decomposed) is strength(composed)


def test_a_line_break_is_no_password():
    with pytest.raises(InvalidValueError, match="xuống dòng"):
        normal_form("lúa nếp\r\n")


def test_marks_are_seen():
    assert has_marks("lúa nếp")
    assert has_marks("đong")
    assert not has_marks("lua nep 4821!")

"""What the figures changed is shown sentence by sentence; the officer's own words never disappear."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.narrative_changes import (
    Change,
    Piece,
    Taken,
    Word,
    changes,
    difference,
    has_changed,
    settled,
    take,
)
from desktop_app.vietnamese.sentences import split_sentences

OLD = "Đã tổ chức 74 hội nghị với 10.270 lượt người. Đã treo 86 băng rôn.\nĐiển hình như xã A."
NEW = "Đã tổ chức 75 hội nghị với 10.300 lượt người. Đã treo 86 băng rôn.\nTặng 450 suất quà."

_suggested = st.lists(
    st.builds(
        "{} {} {}.".format,
        st.sampled_from(["Đã tổ chức", "Đã treo", "Đã tặng", "Có"]),
        st.integers(1, 30),
        st.sampled_from(["hội nghị", "băng rôn", "suất quà", "xã đã kiện toàn Ban Chỉ đạo"]),
    ),
    max_size=6,
)
_own = st.lists(
    st.sampled_from(
        ["Riêng xã Đông Giang làm tốt.", "Mưa nhiều nên ít người.", "Cần thêm kinh phí.", "Ghi chú"]
    ),
    max_size=4,
)


def test_each_sentence_is_paired_with_what_became_of_it():
    assert changes(OLD, NEW) == (
        Change(
            "Đã tổ chức 74 hội nghị với 10.270 lượt người.", "Đã tổ chức 75 hội nghị với 10.300 lượt người."
        ),
        Change("Điển hình như xã A.", ""),
        Change("", "Tặng 450 suất quà."),
    )


@pytest.mark.parametrize(
    ("basis", "suggestion", "differs"),
    [
        ("Một. Hai.", "Hai.\nMột.", False),
        ("Một. Một.", "Một.", True),
        ("", "", False),
        ("", "Một.", True),
        ("Một.", "", True),
    ],
)
def test_only_sentences_count_not_their_order(basis, suggestion, differs):
    assert has_changed(basis, suggestion) is differs
    assert bool(changes(basis, suggestion)) is differs


def test_words_that_went_and_came_are_told():
    pieces = difference("Có 74 hội nghị.", "Có 75 hội nghị.")
    assert [(one.kind, one.text) for one in pieces] == [
        (Word.SAME, "Có "), (Word.GONE, "74 "), (Word.NEW, "75 "), (Word.SAME, "hội nghị."),
    ]  # fmt: skip


def test_a_word_at_the_end_stays_when_more_follows():
    pieces = difference("Làm tốt.", "Làm tốt. Thêm.")
    assert [(one.kind, one.text) for one in pieces] == [(Word.SAME, "Làm tốt."), (Word.NEW, " Thêm.")]


def test_the_new_sentence_stands_where_the_old_one_stood():
    text = "Mở đầu của tôi. Có 74 hội nghị. Kết thúc của tôi."
    assert take(text, Change("Có 74 hội nghị.", "Có 75 hội nghị.")) == (
        "Mở đầu của tôi. Có 75 hội nghị. Kết thúc của tôi.",
        Taken.REPLACED,
    )


def test_an_edited_sentence_stays_and_the_new_one_comes_last():
    text = "Có khoảng 74 hội nghị."
    assert take(text, Change("Có 74 hội nghị.", "Có 75 hội nghị.")) == (
        "Có khoảng 74 hội nghị.\nCó 75 hội nghị.",
        Taken.APPENDED,
    )
    assert take("", Change("", "Mới.")) == ("Mới.", Taken.APPENDED)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Một. Cũ. Hai.", "Một. Hai."),
        ("Cũ. Hai.", "Hai."),
        ("Một. Cũ.", "Một."),
        ("Một.\nCũ.\nHai.", "Một.\nHai."),
        ("Một.\nCũ.", "Một."),
        ("Cũ.", ""),
    ],
)
def test_a_sentence_no_longer_suggested_leaves_no_hole(text, left):
    assert take(text, Change("Cũ.", "")) == (left, Taken.REMOVED)


def test_what_is_not_there_or_there_already_is_left_alone():
    assert take("Của tôi.", Change("Cũ.", "")) == ("Của tôi.", Taken.UNTOUCHED)
    assert take("Mới.", Change("Cũ.", "Mới.")) == ("Mới.", Taken.UNTOUCHED)
    assert take("Có 15 xã.", Change("5 xã.", "6 xã.")) == ("Có 15 xã.\n6 xã.", Taken.APPENDED)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Đã họp.\nXong.", "Đã họp. Thêm câu này.\nXong.", Word.NEW),
        ("Đã họp. Thêm câu này.\nXong.", "Đã họp.\nXong.", Word.GONE),
    ],
)
def test_words_before_a_line_break_do_not_move_it(old: str, new: str, kind: Word) -> None:
    assert difference(old, new) == (
        Piece(Word.SAME, "Đã họp."),
        Piece(kind, " Thêm câu này."),
        Piece(Word.SAME, "\nXong."),
    )


@given(_suggested, _suggested)
def test_taking_all_of_an_untouched_text_gives_the_new_suggestion(old, new):
    text = basis = " ".join(old)
    for change in changes(basis, " ".join(new)):
        text, _ = take(text, change)
    assert set(split_sentences(text)) == set(new)


@given(_suggested, _suggested, _own, st.integers(0, 5))
def test_own_sentences_never_disappear(old, new, own, place):
    mixed = list(old)
    for one in own:
        mixed.insert(min(place, len(mixed)), one)
    text = "\n".join(mixed)
    for change in changes("\n".join(old), "\n".join(new)):
        text, _ = take(text, change)
    left = Counter(split_sentences(text))
    assert not Counter(own) - left
    assert set(new) <= set(left)


@given(_suggested, _suggested, st.text(alphabet="aăâ đ.,\n“”1", max_size=40))
def test_no_word_of_any_other_text_disappears(old, new, text):
    whole = f"{text}\n{' '.join(old)}"
    for change in changes(" ".join(old), " ".join(new)):
        whole, _ = take(whole, change)
    kept = "".join(text.split())
    assert kept in "".join(whole.split())


@given(_suggested, _suggested)
def test_settling_every_change_leaves_none(old, new):
    basis, suggestion = "\n".join(old), "\n".join(new)
    found = changes(basis, suggestion)
    for place, change in enumerate(found):
        assert changes(basis, suggestion)
        basis = settled(basis, change)
        assert len(changes(basis, suggestion)) == len(found) - place - 1
    assert not has_changed(basis, suggestion)


_texts = st.text(max_size=60) | st.text(alphabet="ab \n", max_size=20)


@given(_texts, _texts)
def test_the_difference_holds_both_texts(old, new):
    pieces = difference(old, new)
    assert "".join(one.text for one in pieces if one.kind is not Word.NEW) == old
    assert "".join(one.text for one in pieces if one.kind is not Word.GONE) == new
    assert all(first.kind is not second.kind for first, second in pairwise(pieces))

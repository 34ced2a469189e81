"""Sentences put together by Vietnamese rules, and taken apart without losing a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.vietnamese.sentences import (
    capitalised,
    listed,
    lowered,
    sentence,
    split_sentences,
    without_stop,
)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        (["", "xã A", ""], "xã A"),
        (["xã A", "xã B"], "xã A và xã B"),
        (["xã A", "xã B", "xã C"], "xã A, xã B và xã C"),
        (["06 tin, bài", "02 phóng sự"], "06 tin, bài; 02 phóng sự"),
    ],
)
def test_enumerations(parts, text):
    assert listed(parts) == text


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Phiên chợ hàng Việt", "phiên chợ hàng Việt"),
        ("Hội nghị quán triệt", "hội nghị quán triệt"),
        ("Công tác tuyên truyền", "công tác tuyên truyền"),
        ("Công văn", "công văn"),
        ("Xã Đông Giang", "xã Đông Giang"),
        ("Thị trấn Ma Lâm", "thị trấn Ma Lâm"),
        ("Họp Ban Chỉ đạo", "họp Ban Chỉ đạo"),
        ("Huyện ủy", "Huyện ủy"),
        ("Mặt trận xã", "Mặt trận xã"),
        ("Hội Liên hiệp Phụ nữ phát động", "Hội Liên hiệp Phụ nữ phát động"),
        ("Huyện đoàn ra quân", "Huyện đoàn ra quân"),
        ("Công đoàn tổ chức", "Công đoàn tổ chức"),
        ("UBND huyện gặp mặt", "UBND huyện gặp mặt"),
        ("OCOP đợt 1", "OCOP đợt 1"),
        ("Tết sum vầy", "Tết sum vầy"),
        ("Đưa hàng Việt lên", "đưa hàng Việt lên"),
        ("“Tự hào hàng Việt”", "“Tự hào hàng Việt”"),
        ("đã nhỏ", "đã nhỏ"),
        ("Phường 7", "Phường 7"),
        ("Phường Hàm Thắng", "phường Hàm Thắng"),
        ("Thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thành phố Phan Thiết", "thành phố Phan Thiết"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence_keeps_its_names(title, inside):
    assert lowered(title) == inside


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("đã làm", "Đã làm."),
        ("đã làm..", "Đã làm."),
        (" đã  làm ;", "Đã làm."),
        ("“ăn cơm.”", "“Ăn cơm.”"),
        ("nói “ăn cơm”", "Nói “ăn cơm”."),
        ("thật sao?", "Thật sao?"),
        ("vân vân…", "Vân vân…"),
        ("02 xã", "02 xã."),
        (" . ", ""),
        ("", ""),
    ],
)
def test_a_sentence_has_one_capital_and_one_stop(text, whole):
    assert sentence(text) == whole


def test_inside_another_sentence_the_stop_goes():
    assert without_stop("Trao 01 giải Nhất. ") == "Trao 01 giải Nhất"
    assert capitalised("(đã làm)") == "(Đã làm)"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Đã có 1.234 người. Xã A có 2.", ["Đã có 1.234 người.", "Xã A có 2."]),
        ("Tại TP. Hồ Chí Minh. Hết.", ["Tại TP. Hồ Chí Minh.", "Hết."]),
        ("1. Công tác tuyên truyền. 02 xã.", ["1. Công tác tuyên truyền.", "02 xã."]),
        ("Nói “Được.” Rồi đi.", ["Nói “Được.”", "Rồi đi."]),
        ("Dòng một\n\n- Dòng hai.\n", ["Dòng một", "- Dòng hai."]),
        ("Được chứ? Được!", ["Được chứ?", "Được!"]),
        ("tăng 5,5%. so với năm trước", ["tăng 5,5%. so với năm trước"]),
        ("", []),
    ],
)
def test_texts_are_taken_apart(text, sentences):
    assert split_sentences(text) == sentences


@given(st.text(alphabet="aĐ .!?“”\n1,", max_size=60))
def test_taking_apart_loses_no_letter(text):
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["Đã làm.", "02 xã.", "“Xong.”", "Có 1.000 người."]), max_size=6))
def test_sentences_joined_are_found_again(sentences):
    assert split_sentences(" ".join(sentences)) == sentences

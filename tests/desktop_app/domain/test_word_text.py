from desktop_app.domain.word_text import WordReading, WordSection, merged

FULL = "Thực hiện Kế hoạch số 05/KH-MTTQ-BCĐ ngày 21/02/2023 của Ban Chỉ đạo. Đã họp 04 cuộc."
SHORT = "Thực hiện Kế hoạch số 05/KH-MTTQ-BCĐ. Đã họp 04 cuộc."


def test_what_the_chair_left_alone_stays_as_the_ledger_has_it() -> None:
    own, printed = f"{FULL}\nĐoạn hai.", [SHORT, "Đoạn hai."]
    assert merged(own, printed, printed) == own
    assert merged(own, printed, [SHORT, "Đoạn hai đã sửa."]) == f"{FULL}\nĐoạn hai đã sửa."
    assert merged(own, printed, [SHORT, "Đoạn chen.", "Đoạn hai."]) == f"{FULL}\nĐoạn chen.\nĐoạn hai."
    assert merged(own, printed, ["Đoạn hai."]) == "Đoạn hai."


def test_only_the_changed_sentence_of_a_paragraph_is_taken() -> None:
    found = SHORT.replace("04 cuộc", "05 cuộc")
    assert merged(FULL, [SHORT], [found]) == FULL.replace("04 cuộc", "05 cuộc")


def test_a_text_that_does_not_match_its_print_is_taken_as_a_whole() -> None:
    assert merged("", ["Chưa có hoạt động."], ["Đã có."]) == "Đã có."
    assert merged("Một câu.", ["Hai.", "Đoạn."], ["Hai.", "Đoạn khác."]) == "Hai.\nĐoạn khác."


def test_other_white_space_is_no_change() -> None:
    assert not WordSection("I", "I. A", "Một  câu.\nHai", "Một câu. Hai").is_changed
    assert not WordSection("I", "I. A", "Một câu.", None).is_changed
    assert WordSection("I", "I. A", "Một câu.", "").is_changed


def test_only_printed_sections_can_be_missing() -> None:
    reading = WordReading("a.docx", (WordSection("I", "", "Có", None), WordSection("II", "", "", None)))
    assert [one.key for one in reading.missing] == ["I"]

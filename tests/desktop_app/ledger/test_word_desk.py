from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from desktop_app.errors import WordFileError


@pytest.fixture
def period(sample):
    return sample.reports.period(2023)


@pytest.fixture
def desk(sample):
    return sample.reporting.word_files


@pytest.fixture
def exported(sample, period, tmp_path) -> Path:
    return sample.export(period, tmp_path / "Báo cáo").folder / "BaoCao.docx"


def correct(path: Path, old: str, new: str) -> str:
    """Correct words in Word; return the whole paragraph as it is then."""
    word = Document(str(path))
    paragraph = next(one for one in word.paragraphs if old in one.text)
    run = next(one for one in paragraph.runs if old in one.text)
    run.text = run.text.replace(old, new, 1)
    word.save(str(path))
    return paragraph.text


def test_an_untouched_file_changes_nothing(desk, exported, period):
    reading = desk.read(exported, period)
    assert reading.changed == reading.missing == reading.notes == ()
    assert reading.stranger == ""
    assert len(reading.sections) > 10


def test_a_correction_comes_back_as_a_version(sample, desk, exported, period):
    before = sample.report(period)
    text = correct(exported, "04 cuộc họp", "05 cuộc họp")
    reading = desk.read(exported, period)
    (changed,) = reading.changed
    assert text in changed.found.split("\n")
    assert "05" in "".join(piece.text for piece in changed.pieces() if piece.kind == "new")
    assert desk.take(period, reading, {changed.key}) == 1
    assert "05 cuộc họp" in sample.reports.narrative(period)[changed.key]
    versions = sample.reports.narrative_versions(period, changed.key)
    assert "05 cuộc họp" in versions[0].text
    printed = {one.key: one.paragraphs for one in sample.report(period).walk()}
    old = {one.key: one.paragraphs for one in before.walk()}
    assert printed.pop(changed.key) != old.pop(changed.key)
    assert printed == old
    assert desk.read(exported, period).changed == ()


def test_only_the_ticked_sections_are_taken(sample, desk, exported, period):
    correct(exported, "04 cuộc họp", "05 cuộc họp")
    assert desk.take(period, desk.read(exported, period), set()) == 0
    assert not any("05 cuộc họp" in text for text in sample.reports.narrative(period).values())


def test_taking_over_knows_the_suggestion_of_today(sample, desk, exported, period):
    correct(exported, "04 cuộc họp", "05 cuộc họp")
    reading = desk.read(exported, period)
    (changed,) = reading.changed
    desk.take(period, reading, {changed.key})
    assert (
        sample.reports.narrative_bases(period)[changed.key] == sample.source(period).suggested()[changed.key]
    )


def test_the_file_of_another_report_is_told(sample, desk, exported):
    said = desk.read(exported, sample.reports.period(2023, "6T")).stranger
    assert "kỳ báo cáo khác" in said
    said = desk.read(exported, sample.reports.period(2022)).stranger
    assert "năm 2023" in said


def test_the_file_of_another_unit_is_told(sample, desk, exported, period):
    sample.save_office(replace(sample.office, unit_code="BT-TL"))
    assert "đơn vị có mã" in desk.read(exported, period).stranger


def test_an_older_export_is_told(sample, desk, exported, period, tmp_path):
    one = sample.activities.between(period.data_from, period.data_to)[0]
    sample.activities.save(replace(one, title=f"{one.title} (bổ sung)"))
    sample.export(period, tmp_path / "Báo cáo")
    (note,) = desk.read(exported, period).notes
    assert "không phải lần xuất mới nhất" in note


def test_words_under_a_heading_without_place_are_told(desk, exported, period):
    word = Document(str(exported))
    heading = next(
        one for one in word.paragraphs if one.style.name == "Heading 2" and one.text.startswith("1. ")
    )
    heading.insert_paragraph_before("Chữ dưới tiêu đề mục lớn.")
    word.save(str(exported))
    reading = desk.read(exported, period)
    assert reading.changed == ()
    assert "không có chỗ trong sổ" in " ".join(reading.notes)


def test_a_changed_heading_is_told_and_not_taken(sample, desk, exported, period):
    key, heading = next((one.key, one.title) for one in sample.report(period).walk() if one.level == 2)
    correct(exported, heading, "Tiêu đề của chủ tọa")
    assert desk.read(exported, period).changed == ()
    correct(exported, "04 cuộc họp", "05 cuộc họp")
    (changed,) = desk.read(exported, period).changed
    assert changed.key == key
    assert "“1. Tiêu đề của chủ tọa”" in changed.remarks[0]


def test_an_unknown_heading_and_what_stands_below_it_are_told_and_not_taken(desk, exported, period):
    word = Document(str(exported))
    heading = next(
        one for one in word.paragraphs if one.style.name == "Heading 2" and one.text.startswith("2. ")
    )
    heading.insert_paragraph_before("9. Mục ngoài đề cương", style="Heading 2")
    heading.insert_paragraph_before("Chữ ngoài đề cương.", style="Nội dung văn bản")
    word.save(str(exported))
    reading = desk.read(exported, period)
    assert reading.changed == reading.missing == ()
    assert "“9. Mục ngoài đề cương”" in reading.notes[0]


def test_a_file_that_is_no_word_file_is_refused(desk, period, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    with pytest.raises(WordFileError, match="hỏng"):
        desk.read(path, period)

"""Characters that the font lacks are named with their places before the export, and printed as boxes."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from desktop_app.report.fonts import FontSet, shipped_times
from desktop_app.report.layout import Layout
from desktop_app.report.missing_glyphs import (
    MOST_PLACES,
    SURE,
    character_name,
    unusual_characters,
)
from desktop_app.report.model import (
    Annex,
    Chart,
    ChartKind,
    Charts,
    Photo,
    Photos,
    Report,
    Section,
    Series,
    Signature,
)
from desktop_app.report.writers import missing_characters, write
from tests.desktop_app.report.reading import pdf_text
from tests.desktop_app.report.sample import FIGURES, NOMINATIONS, make_report

FACE = "😀"


def test_a_usual_report_has_none() -> None:
    assert unusual_characters(make_report()) == {}
    assert missing_characters(make_report()) == {}


def test_what_is_sure_is_in_every_style_of_the_shipped_font() -> None:
    assert FontSet(shipped_times()).missing("".join(SURE - {"\n"})) == []


def test_unusual_characters_of_the_font_are_not_missing() -> None:
    report = make_report(closing="Độ ẩm ≤ 5 ‰; Ω.")
    assert unusual_characters(report) == dict.fromkeys("≤Ω‰", ("lời kết",))
    assert missing_characters(report) == {}


TABLE = dataclasses.replace(NOMINATIONS, rows=(("Ông An", "tốt"), ("Bà Hòa", f"giỏi {FACE}")))
CHART = Chart("k", "Số cuộc", ChartKind.BARS, (f"Tháng 5 {FACE}",), (Series("Năm nay", (1,)),))
PHOTO = Photo("a", b"", 1, 1, "Phiên chợ")


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"subject": f"Kết quả {FACE}"}, "phần đầu văn bản"),
        ({"addressees": (f"Sở A {FACE}",)}, "Kính gửi"),
        ({"bases": (f"Kế hoạch {FACE}",)}, "phần căn cứ"),
        ({"lead": (f"Thực hiện {FACE}",)}, "lời mở đầu"),
        ({"closing": f"Trên đây {FACE}"}, "lời kết"),
        ({"recipients": (f"Như trên {FACE}",)}, "Nơi nhận"),
        ({"signature": Signature(("TRƯỞNG BAN",), f"Ái {FACE}")}, "phần chữ ký"),
        ({"sections": (Section("I", "I", "", 1, (), (Section("I.1", "1", FACE, 2),)),)}, "mục I.1"),
        ({"sections": (Section("x", "", "Phần thêm", 1, (FACE,)),)}, "mục “Phần thêm”"),
        (
            {"sections": (Section("I", "I", "Bảng", 1, (), (), dataclasses.replace(TABLE)),)},
            "mục I, dòng 2 “Bà Hòa”",
        ),
        ({"annexes": (Annex("II", FACE, FIGURES),)}, "Phụ lục II"),
        ({"annexes": (Annex("II", "B", TABLE),)}, "Phụ lục II, dòng 2 “Bà Hòa”"),
        ({"annexes": (Annex("", "B", Charts("c", (CHART,))),)}, "Phụ lục, biểu đồ “Số cuộc”"),
        (
            {"annexes": (Annex("I", "B", Photos("p", (PHOTO, dataclasses.replace(PHOTO, caption=FACE)))),)},
            "Phụ lục I, ảnh 2",
        ),
    ],
)
def test_every_place_is_named(changes: dict[str, object], place: str) -> None:
    assert missing_characters(make_report(**changes)) == {FACE: (place,)}


def test_every_text_of_the_report_is_looked_at() -> None:
    """A field added to the report later must be looked at too, or be told here why not."""
    not_printed = {"identity", "replaces", "prints_code", "issued_on", "definitions"}
    fields = {field.name for field in dataclasses.fields(Report)} - not_printed
    for name in fields:
        value = getattr(make_report(bases=("Kế hoạch",)), name)
        assert FACE in missing_characters(make_report(**{name: _spoiled(value)})), name


def _spoiled(value: object) -> object:
    """Return a value whose first text ends in the character."""
    if isinstance(value, str):
        return value + FACE
    if isinstance(value, tuple):
        return (_spoiled(value[0]), *value[1:])
    if isinstance(value, Section | Annex):
        return dataclasses.replace(value, title=value.title + FACE)
    if isinstance(value, Signature):
        return dataclasses.replace(value, name=value.name + FACE)
    raise AssertionError(value)


def test_many_places_are_cut_and_none_is_told_twice() -> None:
    rows = tuple((f"Ông {number}", FACE * 2) for number in range(50))
    table = dataclasses.replace(NOMINATIONS, rows=rows)
    places = missing_characters(make_report(annexes=(Annex("I", "A", table),)))[FACE]
    assert len(places) == MOST_PLACES == len(set(places))
    assert places[0] == "Phụ lục I, dòng 1 “Ông 0”"


def test_letters_with_loose_marks_count_as_one() -> None:
    assert unusual_characters(make_report(closing="Đo\u0302\u0300ng")) == {}
    assert list(missing_characters(make_report(closing="x\u0e31"))) == ["\u0e31"]


def test_a_character_is_named_by_its_code() -> None:
    assert character_name(FACE) == "😀 (U+1F600)"
    assert character_name("☑") == "☑ (U+2611)"


def test_numbers_and_dates_are_no_texts() -> None:
    rows = ((1, "A", 2.5, 3, date(2023, 1, 1), None),)
    report = make_report(annexes=(Annex("I", "A", dataclasses.replace(FIGURES, rows=rows)),))
    assert missing_characters(report) == {}


def test_each_missing_character_is_a_box_on_paper(pdf_path: Path, layout: Layout) -> None:
    write("pdf", make_report(closing="Gửi\U0001f600☑\u0e31 hết."), pdf_path, layout=layout)
    assert "Gửi□□□ hết./." in pdf_text(pdf_path)

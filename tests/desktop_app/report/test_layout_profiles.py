"""Shipped layout profiles keep to the decree; an office's file is checked and its fault named."""

import json
from collections.abc import Callable

import pytest

from desktop_app.errors import ResourceError
from desktop_app.report import wording
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Layout, load_layout
from desktop_app.report.layout_profiles import (
    LARGEST_FILE,
    layout_faults,
    read_profile,
    shipped_file,
    shipped_profiles,
)
from desktop_app.report.measures import longest_line

OWN = {"name": "cua_toi", "title": "Của đơn vị"}


def file(**changes: object) -> bytes:
    return json.dumps(OWN | changes, ensure_ascii=False).encode()


def test_the_usual_profile_comes_first_and_a_second_one_is_shipped() -> None:
    assert shipped_profiles()[0] == "mttq_nd30"
    assert "mttq_nd30_13" in shipped_profiles()


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_keeps_to_the_decree(name: str) -> None:
    layout, page = load_layout(name), load_layout(name).portrait
    assert layout.name == name
    assert not list(layout_faults(layout))
    assert (page.width_mm, page.height_mm) == (210, 297)
    assert 20 <= page.top_mm <= 25
    assert 20 <= page.bottom_mm <= 25
    assert 30 <= page.left_mm <= 35
    assert 15 <= page.right_mm <= 20
    styles = layout.styles
    for field in (
        "motto",
        "date_line",
        "kind_name",
        "subject",
        "addressee",
        "body",
        "authority",
        "signer_name",
    ):
        assert 13 <= getattr(styles, field).size_pt <= 14
    assert styles.body.size_pt == styles.heading_1.size_pt
    assert styles.body.first_indent_mm in (10, 12.7)
    assert styles.body.space_before_pt >= 6
    assert 1 <= styles.body.line_spacing <= 1.5
    assert (styles.recipients.size_pt, styles.recipients_title.size_pt) == (11, 12)
    assert 11 <= styles.contact_line.size_pt <= 12
    assert styles.number_line.size_pt == 13
    assert 1 / 3 <= layout.rule.issuer_share <= 1 / 2


@pytest.mark.parametrize("name", shipped_profiles())
def test_the_national_name_stands_on_one_line(name: str) -> None:
    layout = load_layout(name)
    width = longest_line(load_fonts(), [wording.NATIONAL_NAME], layout.styles.national_name, 10_000)
    assert width <= layout.header.right_mm * POINTS_PER_MM


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_can_be_taken_out_and_brought_back(name: str) -> None:
    assert read_profile(shipped_file(name), "x.json") == load_layout(name)


def test_there_is_no_way_to_another_folder() -> None:
    with pytest.raises(ResourceError, match="không có bố cục này"):
        shipped_file("../plans/BT2023")


def test_a_file_says_only_what_differs() -> None:
    layout = read_profile(file(styles={"body": {"size_pt": 13}}, signature={"name_gap_mm": 35}), "x.json")
    usual = load_layout()
    assert layout.title == "Của đơn vị"
    assert layout.styles.body.size_pt == 13
    assert layout.styles.body.align == usual.styles.body.align
    assert layout.signature.name_gap_mm == 35
    assert layout.portrait == usual.portrait


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "JSON"),
        (b"[" * 100_000, "lồng nhau quá sâu"),
        (file(font_family="Times\0New"), "tên phông chữ"),
        (file(font_family="T" * 32), "dài quá 31 ký tự"),
        (file(title="Của\nđơn vị"), "một dòng chữ"),
        (file(title="x" * 201), "dài nhất 200 ký tự"),
        (b"\xff\xfe{}", "JSON"),
        (b"[]", "phải là nhóm"),
        (b"{}", "“name”"),
        (file(title="  "), "“title”"),
        (file(colour="red"), "có mục lạ “colour”"),
        (file(styles={"body": {"size": 14}}), "“styles”, “body”: có mục lạ “size”"),
        (file(styles={"body": {"size_pt": "to"}}), "“styles”, “body”, “size_pt”: phải là số"),
        (file(styles={"body": {"size_pt": 400}}), "cỡ chữ phải từ 6 đến 40"),
        (file(styles={"body": {"line_spacing": 9}}), "giãn dòng"),
        (file(styles={"body": {"first_indent_mm": 100}}), "thụt đầu dòng"),
        (file(styles={"body": {"align": "middle"}}), "giá trị “middle”"),
        (file(portrait={"left_mm": 130}), "“portrait”: lề trái 130 mm và lề phải 15 mm chỉ còn 65 mm cho chữ"),
        (file(portrait={"left_mm": -3}), "số phải từ 0 trở lên"),
        (file(portrait={"width_mm": 0}), "số phải lớn hơn 0"),
        (file(portrait={"top_mm": 200}), "“portrait”: lề trên 200 mm"),
        (file(portrait={"width_mm": 400}), "trang đứng"),
        (file(landscape={"height_mm": 400}), "trang ngang"),
        (file(portrait={"page_number_mm": 25}), "số trang phải nằm trong lề trên"),
        (file(header={"left_mm": 100}), "“header”: hai cột rộng 193 mm, quá 165 mm"),
        (file(signature={"right_mm": 120}), "“signature”: hai cột"),
        (file(signature={"name_gap_mm": 300}), "khoảng ký"),
        (file(addressee={"label_left_mm": 120}), "Kính gửi"),
        (file(table={"min_column_mm": 90}), "cột hẹp nhất"),
        (file(table={"padding_x_mm": 5}), "lề trong ô"),
        (file(font_family=" "), "phông chữ"),
        (file(line_height_em=0.1), "“line_height_em”"),
        (b" " * (LARGEST_FILE + 1), "lớn hơn 200 KB"),
    ],
)  # fmt: skip
def test_a_faulty_file_is_told_by_name_and_place(data: bytes, said: str) -> None:
    with pytest.raises(ResourceError) as told:
        read_profile(data, "bo_cuc.json")
    assert "bo_cuc.json" in str(told.value)
    assert said in str(told.value)


@pytest.mark.parametrize("make", [lambda: load_layout(), lambda: read_profile(file(), "x.json")])
def test_a_profile_without_own_values_is_the_usual_one(make: Callable[[], Layout]) -> None:
    assert make().styles == load_layout().styles

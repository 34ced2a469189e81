"""Bodies of districts are found after their end, and those that are called former ones are not."""

import pytest

from desktop_app.vietnamese.former_bodies import SUSPECT, find_former_bodies


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thực hiện chỉ đạo của Huyện ủy", "Huyện ủy"),
        ("UBND huyện Hàm Thuận Bắc ban hành", "UBND huyện"),
        ("Ủy ban MTTQ Việt Nam huyện chủ trì", "Ủy ban MTTQ Việt Nam huyện"),
        ("phối hợp Hội Nông dân huyện", "Hội Nông dân huyện"),
        ("Phòng Kinh tế và Hạ tầng huyện", "Phòng Kinh tế và Hạ tầng huyện"),
        ("UBND thị trấn Ma Lâm", "UBND thị trấn"),
        ("Huyện đoàn", "Huyện đoàn"),
    ],
)
def test_a_body_of_a_district_is_found(text, name):
    assert list(find_former_bodies(text)) == [name]
    assert SUSPECT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "địa bàn huyện Hàm Thuận Bắc cũ",
        "UBND huyện Hàm Thuận Bắc (cũ)",
        "nguyên Huyện ủy viên",
        "do Huyện ủy trước đây ban hành",
        "UBND huyện trước ngày 01/7/2025",
        "UBND xã, Hội Nông dân xã",
        "quận huyện nào cũng có",
        "Ủy ban MTTQ Việt Nam tỉnh",
    ],
)
def test_former_and_other_bodies_are_left_alone(text):
    assert list(find_former_bodies(text)) == []

"""The lines around a report follow from the kind of office."""

from dataclasses import replace

import pytest

from desktop_app.domain import office_wording as wording
from desktop_app.domain.records.office import Office, UnitLevel
from tests.records import OFFICE

BOARD = replace(OFFICE, has_committee=False)
BODY = Office(level=UnitLevel.MEMBER_BODY, unit_name="Hội Liên hiệp Phụ nữ huyện Tháp Mười")


def test_a_committee_issues_its_own_report():
    assert wording.issuer_name(OFFICE) == "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc"
    assert wording.superior_lines(OFFICE) == ("ỦY BAN MTTQ VIỆT NAM", "HUYỆN HÀM THUẬN BẮC")
    assert wording.issuer_lines(OFFICE)[0] == "BAN CHỈ ĐẠO CUỘC VẬN ĐỘNG"
    assert wording.symbol(OFFICE) == "BC-MTTQ-BCĐ"


def test_without_one_the_standing_board_does():
    assert wording.issuer_name(BOARD) == "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc"
    assert wording.issuer_lines(BOARD) == ("BAN THƯỜNG TRỰC",)
    assert wording.symbol(BOARD) == "BC-MTTQ-BTT"


def test_a_member_body_signs_for_itself():
    assert wording.issuer_name(BODY) == BODY.unit_name
    assert wording.superior_lines(BODY) == ()
    assert wording.issuer_lines(BODY) == ("HỘI LIÊN HIỆP PHỤ NỮ HUYỆN THÁP MƯỜI",)
    assert wording.symbol(BODY) == "BC"


def test_what_the_office_wrote_itself_comes_first():
    office = replace(OFFICE, superior_lines=("TỈNH",), issuer_lines=("A", "B"), symbol="BC-X")
    assert (wording.superior_lines(office), wording.issuer_lines(office), wording.symbol(office)) == (
        ("TỈNH",), ("A", "B"), "BC-X",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind", "party"),
    [
        ("huyện Hàm Thuận Bắc", "huyện", "Huyện ủy"),
        ("Huyện Tháp Mười", "huyện", "Huyện ủy"),
        ("thị xã La Gi", "thị xã", "Thị ủy"),
        ("thị trấn Ma Lâm", "thị trấn", "Đảng ủy thị trấn"),
        ("thành phố Phan Thiết", "thành phố", "Thành ủy"),
        ("xã Đông Giang", "xã", "Đảng ủy xã"),
        ("phường 1", "phường", "Đảng ủy phường"),
        ("đặc khu Phú Quý", "đặc khu", "Đảng ủy đặc khu"),
        ("tỉnh Bình Thuận", "tỉnh", "Tỉnh ủy"),
        ("Sở Công Thương", "Sở Công Thương", "cấp ủy"),
    ],
)
def test_the_kind_of_unit_and_its_party_committee(name, kind, party):
    values = wording.placeholders(Office(unit_name=name), 2023)
    assert (values["unit_type"], values["party_committee"]) == (kind, party)
    assert (values["year"], values["next_year"]) == ("2023", "2024")


def test_upper_case_keeps_vietnamese_letters():
    lines = wording.superior_lines(replace(OFFICE, unit_name="huyện Đắk Glong ỵ ữ ợ"))
    assert lines[1] == "HUYỆN ĐẮK GLONG Ỵ Ữ Ợ"

"""Every way of signing of every issuing body, and what cannot be."""

from dataclasses import replace

import pytest

from desktop_app.domain import signing
from desktop_app.domain.records.office import Office, Signing, UnitLevel
from tests.records import OFFICE

POST = "Chủ tịch Ủy ban MTTQ Việt Nam huyện"
BOARD = replace(OFFICE, has_committee=False)
PROVINCE = replace(OFFICE, level=UnitLevel.PROVINCE, unit_name="tỉnh Bình Thuận")
PROVINCE_BOARD = replace(PROVINCE, has_committee=False)
BODY = Office(level=UnitLevel.MEMBER_BODY, unit_name="Hội Liên hiệp Phụ nữ huyện Tháp Mười")
DEPARTMENT = replace(BODY, unit_name="Sở Công Thương", head_title="Giám đốc")


@pytest.mark.parametrize(
    ("office", "way", "post", "lines"),
    [
        (OFFICE, Signing.HEAD, POST, ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")),
        (OFFICE, Signing.DEPUTY, POST, ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")),
        (OFFICE, Signing.ACTING, POST, ("TM. BAN CHỈ ĐẠO", "Q. TRƯỞNG BAN")),
        (BOARD, Signing.HEAD, POST, ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        (BOARD, Signing.DEPUTY, POST, ("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (BOARD, Signing.ACTING, POST, ("TM. BAN THƯỜNG TRỰC", "Q. CHỦ TỊCH")),
        (PROVINCE, Signing.HEAD, POST, ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")),
        (PROVINCE, Signing.BY_ORDER, POST, ("TL. TRƯỞNG BAN", "CHÁNH VĂN PHÒNG")),
        (PROVINCE_BOARD, Signing.BY_ORDER, POST, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (BODY, Signing.HEAD, "Chủ tịch", ("CHỦ TỊCH",)),
        (BODY, Signing.HEAD, "", ("THỦ TRƯỞNG",)),
        (BODY, Signing.DEPUTY, "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (BODY, Signing.DEPUTY, "Phó Chủ tịch Thường trực", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
        (BODY, Signing.DEPUTY, "Ủy viên", ("KT. THỦ TRƯỞNG", "ỦY VIÊN")),
        (BODY, Signing.DEPUTY, "", ("KT. THỦ TRƯỞNG", "PHÓ THỦ TRƯỞNG")),
        (BODY, Signing.ACTING, "Q. Chủ tịch", ("Q. CHỦ TỊCH",)),
        (DEPARTMENT, Signing.HEAD, "", ("GIÁM ĐỐC",)),
        (DEPARTMENT, Signing.DEPUTY, "", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (DEPARTMENT, Signing.ACTING, "", ("Q. GIÁM ĐỐC",)),
    ],
)
def test_the_lines_above_the_signature(office, way, post, lines):
    assert signing.authority_lines(replace(office, signing=way), post) == lines


@pytest.mark.parametrize(
    ("office", "way", "title", "lines"),
    [
        (OFFICE, Signing.DEPUTY, "Phó Trưởng Ban", ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        (
            BOARD,
            Signing.DEPUTY,
            "Phó Chủ tịch Thường trực",
            ("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ),
        (BOARD, Signing.AUTHORISED, "Ủy viên Thường trực", ("TUQ. CHỦ TỊCH", "ỦY VIÊN THƯỜNG TRỰC")),
        (
            PROVINCE_BOARD,
            Signing.BY_ORDER,
            "Trưởng Ban Phong trào",
            ("TL. CHỦ TỊCH", "TRƯỞNG BAN PHONG TRÀO"),
        ),
        (DEPARTMENT, Signing.BY_ORDER, "Chánh Văn phòng", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_the_office_names_the_title_of_the_signer(office, way, title, lines):
    office = replace(office, signing=way, signer_title=title)
    assert signing.authority_lines(office, POST) == lines
    assert not signing.signing_problems(office)


@pytest.mark.parametrize(
    ("office", "lines"),
    [
        (OFFICE, ("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")),
        (BOARD, ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH")),
        (DEPARTMENT, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ],
)
def test_the_short_form_leaves_out_the_head_where_the_body_is_named(office, lines):
    office = replace(office, signing=Signing.DEPUTY, short_signing=True)
    assert signing.authority_lines(office, "") == lines


def test_the_short_form_changes_nothing_when_the_head_signs():
    office = replace(OFFICE, short_signing=True)
    assert signing.authority_lines(office, POST) == signing.authority_lines(OFFICE, POST)


def test_the_other_post_is_printed_only_where_a_committee_signs():
    assert signing.other_post(OFFICE, POST) == POST
    assert signing.other_post(BOARD, POST) == signing.other_post(DEPARTMENT, POST) == ""


def test_above_the_name_the_other_post_stands_in_capitals():
    assert signing.other_post(replace(OFFICE, post_above_name=True), POST) == (
        "CHỦ TỊCH ỦY BAN MTTQ VIỆT NAM HUYỆN"
    )


@pytest.mark.parametrize("level", [UnitLevel.DISTRICT, UnitLevel.COMMUNE])
@pytest.mark.parametrize("has_committee", [True, False])
def test_nobody_signs_by_order_below_the_province(level, has_committee):
    office = replace(OFFICE, level=level, has_committee=has_committee, signing=Signing.BY_ORDER)
    assert "Chánh Văn phòng" in signing.signing_problems(office)["signing"]


@pytest.mark.parametrize(
    ("office", "way", "title"),
    [
        (OFFICE, Signing.AUTHORISED, ""),
        (BODY, Signing.BY_ORDER, ""),
        (BOARD, Signing.DEPUTY, "Chủ tịch"),
        (BOARD, Signing.DEPUTY, "Ủy viên Thường trực"),
        (PROVINCE_BOARD, Signing.BY_ORDER, "Chủ tịch"),
        (replace(BODY, head_title="Chủ tịch"), Signing.DEPUTY, "Chủ tịch Hội"),
    ],
)
def test_a_title_that_cannot_sign_so_is_told(office, way, title):
    assert "signer_title" in signing.signing_problems(replace(office, signing=way, signer_title=title))


@pytest.mark.parametrize("office", [OFFICE, BOARD, PROVINCE, PROVINCE_BOARD, BODY, DEPARTMENT])
@pytest.mark.parametrize("way", [Signing.HEAD, Signing.DEPUTY, Signing.ACTING])
def test_the_usual_ways_are_open_to_everybody(office, way):
    assert not signing.signing_problems(replace(office, signing=way))

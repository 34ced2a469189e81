"""Forms, authorities and papers of awards by level and date; a broken list is refused."""

from datetime import date

import msgspec
import pytest

from desktop_app.domain.award_catalogue import check_awards, load_awards
from desktop_app.domain.records.awards import AwardLevel
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

LAST_DISTRICT_DAY = date(2025, 6, 30)
FIRST_DAY_WITHOUT = date(2025, 7, 1)


def names(day, level=None):
    return [one.named() for one in load_awards().authorities_on(day, level)]


def test_districts_decide_until_the_end_of_june_2025():
    assert "Chủ tịch UBND huyện" in names(LAST_DISTRICT_DAY)
    assert names(FIRST_DAY_WITHOUT, AwardLevel.DISTRICT) == []
    assert "Chủ tịch UBND xã" in names(FIRST_DAY_WITHOUT, AwardLevel.COMMUNE)


def test_authorities_and_forms_of_a_district_s_year():
    given = {
        (form.name, authority.named())
        for authority in load_awards().authorities_on(date(2023, 11, 1))
        for form in load_awards().forms
        if form.code in authority.forms
    }
    assert given >= {
        ("Bằng khen", "Chủ tịch UBND tỉnh"),
        ("Bằng khen", "Ủy ban MTTQ Việt Nam tỉnh"),
        ("Giấy khen", "Chủ tịch UBND huyện"),
        ("Giấy khen", "Ủy ban MTTQ Việt Nam huyện"),
        ("Biểu dương", "Ủy ban MTTQ Việt Nam huyện"),
    }


def test_name_follows_the_kind_of_unit():
    chairman = load_awards().authorities_on(LAST_DISTRICT_DAY, AwardLevel.DISTRICT)[0]
    assert chairman.named("thị xã") == "Chủ tịch UBND thị xã"


def test_party_opinion_is_asked_by_the_province_only_upwards():
    def keys(level):
        return [one.key for one in load_awards().parts_for(level) if not one.optional]

    three = ["proposal_letter", "achievement_report", "minutes"]
    assert keys(AwardLevel.DISTRICT) == three
    assert keys(AwardLevel.COMMUNE) == three
    assert keys(AwardLevel.PROVINCE) == [*three, "party_opinion"]


@pytest.mark.parametrize(
    ("field", "values", "problem"),
    [
        ("forms", {"code": "PRAISE"}, "“forms”, mục thứ 5: mã “PRAISE” bị lặp lại"),
        ("authorities", {"forms": ["CROWN"]}, "hình thức “CROWN” không có"),
        ("authorities", {"name": "Chủ tịch UBND {type}"}, "phải ghi “type”"),
        ("authorities", {"valid_from": "2026-01-01", "valid_to": "2025-01-01"}, "trước ngày bắt đầu"),
        ("authorities", {"level": "village"}, "giá trị “village”"),
        ("dossier_parts", {"authorities": ["KING"]}, "cơ quan “KING” không có"),
        ("dossier_parts", {"key": "minutes"}, "“dossier_parts”, mục thứ 3: mã “minutes” bị lặp lại"),
    ],
)
def test_broken_lists_are_refused(field, values, problem):
    raw = msgspec.json.decode(resource("awards.json").read_bytes())
    raw[field][0].update(values)
    with pytest.raises(ResourceError) as caught:
        check_awards(raw, "khen.json")
    assert problem in str(caught.value)

"""The sixty indicators are whole and consistent; a broken list is refused."""

import msgspec
import pytest

from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import (
    LEADERSHIP,
    check_indicators,
    for_content,
    indicator,
    load_indicators,
)
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource


def raw_indicators():
    return msgspec.json.decode(resource("indicators.json").read_bytes())


def change(changed_code, **values):
    raw = raw_indicators()
    next(one for one in raw if one["code"] == changed_code).update(values)
    return raw


def test_there_are_sixty():
    assert len(load_indicators()) == 60
    assert [one.code for one in load_indicators()][:2] == ["docs_issued", "committee_meetings"]


def test_homes():
    homes = [one.home for one in load_indicators()]
    assert {home: homes.count(home) for home in sorted(set(homes))} == {
        "C1": 14,
        "C2": 9,
        "C3": 4,
        "C4": 5,
        "C5": 8,
        "C6": 9,
        "C8": 5,
        LEADERSHIP: 6,
    }


def test_percentages_come_from_their_parts():
    for one in load_indicators():
        assert (one.value_kind == "percent") == (one.unit == "%")
        assert (one.value_kind == "money") == (one.unit == "đồng")
        if one.value_kind == "percent":
            assert (one.source, one.over_units, one.decimals) == ("computed", "computed", 1)
            assert indicator(one.numerator).unit == indicator(one.denominator).unit


def test_registers_explain_how_they_are_counted():
    for one in load_indicators():
        assert one.is_typed or one.rule.endswith(".")
        assert one.is_typed == (one.usual_max is not None)
    assert indicator("households_commended").where == {"nominee_type": "household"}
    assert indicator("reward_vnd").measure == "reward_vnd"


def test_every_content_with_figures_shows_its_own_first():
    assert next(iter(for_content("C1"))).code == "conferences"
    for content in load_contents():
        homes = [one.home == content.code for one in for_content(content.code)]
        assert homes == sorted(homes, reverse=True)
    assert [one.code for one in for_content("C7")] == ["committee_meetings", "attendees"]


def test_what_is_usual_is_told_for_every_indicator():
    """Calibrated with published figures (domain research, §2.2): a district's own must lie within."""
    for one in load_indicators():
        assert one.change_floor > 1, one.code
        assert (one.usual_total is not None) == (one.value_kind == "percent")
    assert indicator("consumer_preference_pct").usual_total.holds(73)
    assert indicator("consumer_preference_pct").usual_total.holds(90)
    per_conference = indicator("attendees").usual_share
    assert per_conference.holds(58_846 / 3_528)
    assert per_conference.holds(2_121 / 44)
    assert indicator("visitors").usual_share.holds(807_000 / 54)
    assert indicator("revenue_vnd").usual_share.holds(1_700_000_000 / 22_000)
    assert not indicator("radio_minutes").usual_share.holds(2_241 * 60 / 265)
    assert indicator("violations").part_of == "market_checks"


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (change("violations", part_of="nothing"), "được so với chỉ tiêu “nothing”"),
        (change("gifts", part_of="gifts"), "được so với chỉ tiêu “gifts”"),
        (change("gifts", usual_share={"per": "no", "least": 1, "most": 2}), "được so với chỉ tiêu “no”"),
        (change("gifts", usual_total={"least": 3, "most": 2}), "ngược đầu"),
        (change("gifts", code="stalls"), "mã “stalls” bị lặp lại"),
        (change("gifts", contents=["C6", "C9"]), "nêu nội dung “C9”"),
        (change("gifts", contents=["C1", "C6"]), "ở đầu danh sách"),
        (change("procurement_ratio_pct", numerator="nothing"), "tính từ chỉ tiêu “nothing”"),
        (change("procurement_ratio_pct", numerator="consumer_preference_pct"), "cũng là tỷ lệ"),
        (change("gifts", value_kind="percent"), "tỷ lệ phần trăm"),
        (change("docs_issued", rule=""), "phải có cách tính"),
        (change("gifts", source="rumours"), "giá trị “rumours”"),
        (change("gifts", usual_max="many"), "phải là số nguyên hoặc để trống (null), không phải chữ"),
        (change("gifts", code="Gifts!"), "ký tự không được phép"),
        ({}, "phải là danh sách"),
    ],
)
def test_broken_lists_are_refused(raw, problem):
    with pytest.raises(ResourceError) as caught:
        check_indicators(raw, "chi_tieu.json")
    assert "Tệp “chi_tieu.json”" in str(caught.value)
    assert problem in str(caught.value)

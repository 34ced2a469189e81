"""Figures in words, figures told together, typical examples, comparison with a period before."""

from datetime import date

import pytest

from desktop_app.domain.indicators import indicator
from desktop_app.report.narrative import Earlier, figure_phrase
from desktop_app.report.narrative.examples import examples
from desktop_app.report.narrative.phrases import compared, told_figures
from tests.desktop_app.report.narrative.material import INDICATORS, material
from tests.records import activity


@pytest.mark.parametrize(
    ("code", "value", "phrase"),
    [
        ("conferences", 5, "05 hội nghị, cuộc tuyên truyền"),
        ("attendees", 12_230, "12.230 lượt người tham dự"),
        ("revenue_vnd", 4_438_000_000, "4,44 tỷ đồng"),
        ("consumer_preference_pct", 82.4, "82,4%"),
        ("attendees", None, ""),
    ],
)
def test_figures_in_words(code, value, phrase):
    assert phrase in figure_phrase(indicator(code), value)
    assert (figure_phrase(indicator(code), value) == "") == (phrase == "")


def test_every_indicator_has_a_phrase_without_braces():
    for one in INDICATORS:
        told = figure_phrase(one, 5)
        assert "{" not in told
        assert "5" in told


def test_figures_that_belong_together_are_one_sentence():
    totals = {
        "conferences": 74,
        "attendees": 10_270,
        "radio_minutes": 30,
        "gifts": 0,
        "collectives_commended": 2,
    }
    assert told_figures(totals, INDICATORS, "C1") == [
        "Đã tổ chức 74 hội nghị, cuộc tuyên truyền với 10.270 lượt người tham dự.",
        "Tổng thời lượng phát thanh là 30 phút.",
        "Kết quả khác: 02 tập thể.",
    ]
    assert told_figures({"attendees": 1}, INDICATORS) == ["Các hoạt động có 01 lượt người tham dự."]
    assert told_figures({"gifts": 0}, INDICATORS) == []


def test_the_content_s_own_figures_come_first():
    told = told_figures({"conferences": 1, "market_checks": 2}, INDICATORS, "C2")
    assert told[0].startswith("Lực lượng chức năng đã thực hiện 02 vụ kiểm tra thị trường")


def fairs(*visitors):
    return [
        activity(
            f"Phiên chợ {place}.",
            content_code="C6",
            date_start=date(2023, place, 1),
            figures={"visitors": count, "fair_days": 1},
        )
        for place, count in enumerate(visitors, 1)
    ]


@pytest.mark.parametrize(
    ("visitors", "named"), [((5, 6), 0), ((5, 6, 7), 2), ((1, 2, 3, 4, 5), 3), ((5, 5, 5, 5), 2)]
)
def test_the_largest_are_named_and_few_are_not(visitors, named):
    ones = fairs(*visitors)
    totals = {"visitors": sum(visitors), "fair_days": len(visitors)}
    text = examples(ones, totals, INDICATORS)
    assert text.count("phiên chợ") == named
    if visitors == (5, 6, 7):
        assert text == (
            "Điển hình như: phiên chợ 3 (07 lượt khách tham quan, mua sắm); "
            "phiên chợ 2 (06 lượt khách tham quan, mua sắm)."
        )
    if visitors == (5, 5, 5, 5):
        assert "phiên chợ 1" in text
        assert "phiên chợ 2" in text


def test_a_written_result_stands_in_the_example():
    ones = [
        activity("Cuộc thi", content_code="C1", result="Trao 02 giải. Đông người.", figures={"contests": 1}),
        *(activity("Trống", content_code="C1") for _ in range(3)),
    ]
    assert examples(ones, {"contests": 1}, INDICATORS) == "Điển hình như: cuộc thi (trao 02 giải)."


def test_figures_are_compared_both_ways():
    before = material(activity(figures={"attendees": 80, "gifts": 10, "visitors": 0, "banners": 4})).figures
    now = {"attendees": 100, "gifts": 4, "visitors": 9, "banners": 4, "survey_asked": 5}
    codes = ["attendees", "gifts", "visitors", "banners", "survey_asked"]
    assert compared(codes, now, Earlier("năm 2022", before), INDICATORS) == (
        "So với năm 2022, số lượt người tham dự tăng 20 lượt (25%); "
        "số suất quà hàng Việt giảm 06 (60%); số băng rôn không thay đổi."
    ).replace("; ", ", ", 1).replace("; ", " và ", 1)
    assert compared(codes, now, None, INDICATORS) == ""
    assert compared(["visitors"], now, Earlier("năm 2022", before), INDICATORS) == ""


def test_a_share_is_compared_in_points():
    before = material(activity(figures={"survey_asked": 100, "survey_preferring": 80})).figures
    text = compared(
        ["consumer_preference_pct"],
        {"consumer_preference_pct": 82.4},
        Earlier("năm 2022", before),
        INDICATORS,
    )
    assert text == "So với năm 2022, tỷ lệ người tiêu dùng ưu tiên hàng Việt tăng 2,4 điểm phần trăm."

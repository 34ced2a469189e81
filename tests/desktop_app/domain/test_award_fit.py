"""Forms, authorities and nominees that fit each other, the order of steps, texts for a certificate."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.award_fit import FOLLOWING, steps_gap
from desktop_app.domain.award_laws import check_award_laws, laws_on
from desktop_app.domain.award_steps import StepForMany, stepped, steps_with
from desktop_app.domain.records.awards import (
    AchievementKind,
    AwardLevel,
    AwardNomination,
    AwardStatus,
    NomineeType,
    StatusStep,
)
from desktop_app.domain.registers import AWARDS
from desktop_app.domain.rules import gaps
from desktop_app.errors import ResourceError

WHOLE = AwardNomination(
    name="Phòng Kinh tế và Hạ tầng huyện",
    nominated_on=date(2023, 11, 15),
    award_form="Giấy khen",
    award_authority="Chủ tịch UBND huyện",
    award_level=AwardLevel.DISTRICT,
    achievement="Tổ chức tốt phiên chợ hàng Việt.",
)
D = AwardStatus


def gap_of(field, **changes):
    return gaps(AWARDS, replace(WHOLE, **changes)).get(field, "")


def test_a_whole_nomination_has_no_gap():
    assert gaps(AWARDS, WHOLE) == {}


@pytest.mark.parametrize(
    ("field", "changes", "words"),
    [
        (
            "award_form",
            {"award_form": "Bằng khen"},
            "“Bằng khen” không phải hình thức khen của Chủ tịch UBND huyện",
        ),
        (
            "award_form",
            {
                "award_form": "Kỷ niệm chương “Vì sự nghiệp Đại đoàn kết toàn dân tộc”",
                "award_authority": "Ủy ban Trung ương MTTQ Việt Nam",
                "award_level": AwardLevel.CENTRAL,
            },
            "không dành cho tập thể",
        ),
        ("award_level", {"award_level": AwardLevel.PROVINCE}, "“Chủ tịch UBND huyện” không thuộc cấp khen"),
        (
            "award_authority",
            {"nominated_on": date(2025, 11, 15)},
            "Ngày 15/11/2025, “Chủ tịch UBND huyện” không còn",
        ),
        ("period_to", {"period_to": date(2023, 11, 16)}, "kết thúc sau ngày đề nghị (15/11/2023)"),
        ("name", {"name": "UBND xã La Dạ"}, "Còn viết tắt (UBND: Ủy ban nhân dân)"),
        (
            "certificate_text",
            {"certificate_text": "Có thành tích " * 10},
            "dài 140 ký tự, nên rút gọn còn 120",
        ),
        ("certificate_text", {"certificate_text": "Thành tích của MTTQ"}, "MTTQ: Mặt trận Tổ quốc"),
        (
            "dossier",
            {"status": D.SUBMITTED},
            "tờ trình kèm danh sách đề nghị, báo cáo thành tích, biên bản họp xét",
        ),
        (
            "consent_recorded_on",
            {"nominee_type": NomineeType.INDIVIDUAL, "status": D.REVIEWED},
            "Chưa ghi ngày cá nhân đồng ý",
        ),
    ],
)
def test_what_does_not_fit_is_a_gap_and_no_problem(field, changes, words):
    assert words in gap_of(field, **changes)
    assert replace(WHOLE, **changes).own_problems() == {}


def test_a_medal_is_for_long_service():
    medal = {
        "award_form": "Kỷ niệm chương “Vì sự nghiệp Đại đoàn kết toàn dân tộc”",
        "award_authority": "Ủy ban Trung ương MTTQ Việt Nam",
        "award_level": AwardLevel.CENTRAL,
        "nominee_type": NomineeType.INDIVIDUAL,
    }
    assert "quá trình cống hiến" in gap_of("award_form", **medal)
    assert gap_of("award_form", **medal, achievement_kind=AchievementKind.LONG_SERVICE) == ""


def test_authorities_in_full_and_of_other_kinds_of_units_are_known_and_strangers_passed_over():
    for name in ("Chủ tịch Ủy ban nhân dân huyện Hàm Thuận Bắc", "Chủ tịch UBND thị xã La Gi", "Giám đốc Sở"):
        assert gaps(AWARDS, replace(WHOLE, award_authority=name)) == {}
    assert gap_of("award_form", award_form="Bằng khen", award_authority="Chủ tịch UBND quận 1") != ""


def test_given_up_nominations_ask_for_nothing_more():
    assert gap_of("name", name="UBND xã", status=D.WITHDRAWN) == ""
    assert gap_of("dossier", status=D.REJECTED) == ""


def test_papers_follow_nominee_and_authority_and_optional_ones_are_no_gap():
    def keys(**changes):
        return [part.key for part in replace(WHOLE, **changes).asked_papers()]

    shop = {"nominee_type": NomineeType.ENTERPRISE}
    upward = {
        "award_level": AwardLevel.PROVINCE,
        "award_authority": "Chủ tịch UBND tỉnh",
        "award_form": "Bằng khen",
    }
    assert "tax_confirmation" in keys(**shop)
    assert "tax_confirmation" not in keys()
    assert "labour_confirmation" in keys(**shop, **upward)
    assert "labour_confirmation" not in keys(
        **shop, **{**upward, "award_authority": "Ủy ban MTTQ Việt Nam tỉnh"}
    )
    assert keys(**upward)[:4] == ["proposal_letter", "achievement_report", "minutes", "party_opinion"]
    papers = dict.fromkeys(("proposal_letter", "achievement_report", "minutes"), True)
    assert gap_of("dossier", **shop, status=D.SUBMITTED, dossier=papers) == ""


@pytest.mark.parametrize(
    ("status", "steps", "words"),
    [
        (D.SUBMITTED, [], ""),
        (D.REVIEWED, [(D.REVIEWED, date(2023, 10, 1))], ""),
        (D.SUBMITTED, [(D.SUBMITTED, date(2023, 10, 1))], "Từ “Dự thảo” sang “Đã trình” là nhảy bước"),
        (D.APPRAISING, [(D.SUBMITTED, None), (D.APPRAISING, date(2023, 10, 1))], ""),
        (D.SUBMITTED, [(D.REVIEWED, date(2023, 10, 1))], "“Đã trình” nhưng bước cuối ghi “Đã họp xét”"),
        (
            D.SUBMITTED,
            [(D.REVIEWED, date(2023, 10, 20)), (D.SUBMITTED, date(2023, 10, 19))],
            "ghi ngày 19/10/2023, trước ngày của bước liền trước",
        ),
        (
            D.SUBMITTED,
            [(D.REVIEWED, date(2023, 10, 20)), (D.SUBMITTED, None)],
            "Chưa ghi ngày của bước “Đã trình”",
        ),
        (D.WITHDRAWN, [(D.WITHDRAWN, date(2023, 10, 1))], ""),
        (D.REVIEWED, [(D.DECIDED, None), (D.REVIEWED, date(2023, 10, 1))], "Từ “Đã có quyết định” sang"),
    ],
)
def test_the_order_of_steps_is_looked_at(status, steps, words):
    said = steps_gap(status, steps)
    assert (words in said) if words else said == ""


def test_every_open_state_can_be_withdrawn_and_the_end_is_the_end():
    assert all(D.WITHDRAWN in FOLLOWING[one] for one in (D.DRAFT, D.REVIEWED, D.SUBMITTED, D.APPRAISING))
    assert FOLLOWING[D.DECIDED] == ()


def test_a_step_brings_its_number_and_day():
    day = date(2023, 10, 25)
    submitted = stepped(WHOLE, StepForMany(status=D.SUBMITTED, on=day, number="15/TTr-MTTQ-BCĐ"))
    assert (submitted.status, submitted.proposal_number, submitted.proposal_date) == (
        D.SUBMITTED, "15/TTr-MTTQ-BCĐ", day,
    )  # fmt: skip
    decided = stepped(submitted, StepForMany(status=D.DECIDED, on=date(2023, 11, 1), number="9/QĐ-UBND"))
    assert (decided.decision_number, decided.decision_date) == ("9/QĐ-UBND", date(2023, 11, 1))
    assert [one.status for one in decided.steps] == [D.SUBMITTED, D.DECIDED]
    kept = stepped(submitted, StepForMany(status=D.APPRAISING, on=day))
    assert kept.proposal_number == "15/TTr-MTTQ-BCĐ"


def test_the_first_noted_step_of_an_older_nomination_keeps_where_it_stood():
    (before, after) = steps_with((), D.SUBMITTED, D.APPRAISING, date(2023, 10, 1))
    assert before == StatusStep(status=D.SUBMITTED, on=None)
    assert after.status is D.APPRAISING
    assert steps_gap(D.APPRAISING, [(one.status, one.on) for one in (before, after)]) == ""


@pytest.mark.parametrize(
    ("day", "numbers"),
    [
        (date(2023, 11, 15), ["15/2003/QH11", "91/2017/NĐ-CP", "12/2019/TT-BNV"]),
        (date(2024, 6, 1), ["06/2022/QH15", "98/2023/NĐ-CP", "01/2024/TT-BNV"]),
        (date(2025, 7, 15), ["06/2022/QH15", "152/2025/NĐ-CP", "01/2024/TT-BNV"]),
        (date(2025, 11, 15), ["06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV"]),
        (date(2026, 11, 15), ["06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP", "15/2025/TT-BNV"]),
    ],
)
def test_laws_are_chosen_by_the_day(day, numbers):
    assert [law.number for law in laws_on(day)] == numbers


def test_a_broken_list_of_laws_is_refused():
    law = {"number": "1", "citation": "Luật", "valid_from": "2024-01-01"}
    with pytest.raises(ResourceError, match="bị lặp lại"):
        check_award_laws([law, law], "luat.json")
    with pytest.raises(ResourceError, match="trước ngày có hiệu lực"):
        check_award_laws([law | {"valid_to": "2023-01-01"}], "luat.json")

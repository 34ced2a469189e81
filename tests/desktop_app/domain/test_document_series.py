"""Two number series, each from 1 every year; numbers twice and numbers left out."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.document_series import (
    answered,
    doubled,
    missing_numbers,
    missing_sentence,
    next_number,
    series_of,
    twin,
    twin_sentence,
    usual_issuer,
    usual_series,
    usual_symbol,
)
from desktop_app.domain.records.documents import Direction, Document, NumberSeries
from desktop_app.domain.records.office import UnitLevel
from tests.records import OFFICE

COMMITTEE, FRONT = NumberSeries.COMMITTEE, NumberSeries.FRONT


def sent(number, **values):
    usual = {
        "id": f"{number}-{values.get('series', '')}",
        "issued_on": date(2023, 3, 1),
        "symbol": "KH-MTTQ-BCĐ",
    }
    return Document(**{"abstract": "Kế hoạch", "number": number, **usual, **values})


def received(number, symbol, **values):
    usual = {
        "id": number,
        "direction": Direction.INCOMING,
        "issued_on": date(2023, 3, 1),
        "issuer": "UBND huyện",
    }
    return Document(**{"abstract": "Đề nghị góp ý", "number": number, "symbol": symbol, **usual, **values})


def test_the_series_follows_the_office():
    assert usual_series(OFFICE) is COMMITTEE
    assert usual_series(replace(OFFICE, has_committee=False)) is FRONT
    assert usual_series(replace(OFFICE, level=UnitLevel.MEMBER_BODY)) is NumberSeries.OTHER


def test_symbol_and_issuer_follow_the_series():
    body = replace(OFFICE, level=UnitLevel.MEMBER_BODY, unit_name="Phòng Kinh tế huyện", symbol="BC-PKT")
    assert [usual_symbol(OFFICE, one) for one in NumberSeries] == ["MTTQ-BCĐ", "MTTQ-BTT", ""]
    assert usual_symbol(replace(OFFICE, symbol="BC-BCĐ"), COMMITTEE) == "BCĐ"
    assert usual_symbol(body, NumberSeries.OTHER) == "PKT"
    assert usual_issuer(OFFICE, COMMITTEE) == "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc"
    assert usual_issuer(OFFICE, FRONT) == "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Hàm Thuận Bắc"
    assert usual_issuer(body, NumberSeries.OTHER) == "Phòng Kinh tế huyện"


def test_the_next_number_is_free_in_its_series_and_year():
    known = [sent("03"), sent("07a"), sent("118", series=FRONT), sent("09", issued_on=date(2022, 5, 1))]
    assert next_number(known, COMMITTEE, 2023) == "08"
    assert next_number(known, FRONT, 2023) == "119"
    assert next_number(known, COMMITTEE, 2022) == "10"
    assert next_number(known, COMMITTEE, 2024) == "01"
    assert next_number([received("250", "UBND")], COMMITTEE, 2023) == "01"


def test_numbers_left_out_are_told_in_runs():
    known = [sent("02"), sent("05"), sent("9"), sent("1", series=FRONT)]
    missing = missing_numbers(known, COMMITTEE, 2023)
    assert missing == [1, 3, 4, 6, 7, 8]
    assert missing_sentence(missing, COMMITTEE, 2023) == (
        "Hệ số Ban Chỉ đạo năm 2023 chưa có số 01, 03–04, 06–08."
    )
    assert missing_sentence([], COMMITTEE, 2023) == ""
    assert missing_sentence(list(range(1, 100, 2)), COMMITTEE, 2023).endswith("23 ….")
    assert len(missing_numbers([sent("999999")], COMMITTEE, 2023)) < 2_001


def test_a_number_stands_twice_only_within_its_series_and_year():
    one, same = sent("03", id="a"), sent("3", id="b", symbol="TB-MTTQ-BCĐ")
    others = [
        sent("03", id="c", series=FRONT),
        sent("03", id="d", issued_on=date(2022, 3, 1)),
        sent("03a", id="e"),
    ]
    assert doubled([one, same, *others]) == {"a": same, "b": one}
    assert twin(one, [one, *others]) is None
    assert twin(replace(one, id=""), [one]) is one, "a record not saved yet"
    assert "Số 03 của hệ số Ban Chỉ đạo đã cấp cho 3/TB-MTTQ-BCĐ ngày 01/03/2023" in twin_sentence(one, same)
    assert series_of(replace(one, number="")) is None


def test_an_incoming_document_is_the_same_by_number_issuer_and_year():
    one = received("12", "UBND-KT", id="a")
    assert twin(received("12", "ubnd-kt", id="b", issuer="ubnd HUYỆN"), [one]) is one
    assert twin(received("12", "UBND-KT", id="b", issuer="UBND xã"), [one]) is None
    assert twin(received("12", "UBND-KT", id="b", issued_on=date(2022, 1, 5)), [one]) is None
    assert twin(received("", "", id="b"), [received("", "", id="c")]) is None
    basis = received("28", "CT-CP", id="x", direction=Direction.BASIS, issuer="Thủ tướng Chính phủ")
    other = replace(basis, id="y", symbol="CT-TTg")
    assert twin(basis, [other]) is other
    assert "của Thủ tướng Chính phủ đã có trong sổ" in twin_sentence(basis, other)


@pytest.mark.parametrize(
    ("abstract", "day", "found"),
    [
        ("Trả lời Công văn số 12/UBND - KT", date(2023, 3, 9), True),
        ("V/v góp ý theo văn bản 012/ubnd-kt", date(2023, 3, 1), True),
        ("Trả lời Công văn số 12/UBND-KT", date(2023, 2, 28), False),
        ("Trả lời Công văn số 13/UBND-KT", date(2023, 3, 9), False),
    ],
)
def test_an_outgoing_document_that_names_an_incoming_one_answers_it(abstract, day, found):
    reply = sent("20", abstract=abstract, issued_on=day)
    assert answered([received("12", "UBND-KT"), reply]) == ({"12"} if found else frozenset())

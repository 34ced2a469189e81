"""Kinds of documents and the beginnings of their symbols."""

import pytest

from desktop_app.domain.document_kinds import document_kinds, kind_named, kind_of_symbol, symbol_of_kind


def test_the_kinds_of_the_decree_are_there():
    names = {one.name: one.abbreviation for one in document_kinds()}
    assert len(names) >= 28
    assert (names["Kế hoạch"], names["Tờ trình"], names["Quy định"], names["Công văn"]) == (
        "KH",
        "TTr",
        "QyĐ",
        "",
    )
    assert len({value for value in names.values() if value}) == len(names) - 1, "only the letter has none"


def test_a_kind_is_known_by_name_and_by_symbol():
    assert kind_named("to trinh").abbreviation == "TTr"
    assert kind_named("Sổ tay") is None
    assert kind_of_symbol("TTr-MTTQ-BCĐ").name == "Tờ trình"
    assert kind_of_symbol("ct/tw").name == "Chỉ thị"
    assert kind_of_symbol("MTTQ-BTT") is None
    assert kind_of_symbol("") is None


@pytest.mark.parametrize(
    ("kind", "symbol", "expected"),
    [
        ("Kế hoạch", "MTTQ-BCĐ", "KH-MTTQ-BCĐ"),
        ("Báo cáo", "KH-MTTQ-BCĐ", "BC-MTTQ-BCĐ"),
        ("Công văn", "BC-MTTQ-BTT", "MTTQ-BTT"),
        ("Công văn", "MTTQ-BTT", "MTTQ-BTT"),
        ("Thông báo", "", "TB"),
        ("Sổ tay", "KH-MTTQ-BCĐ", "KH-MTTQ-BCĐ"),
    ],
)
def test_choosing_a_kind_begins_the_symbol(kind, symbol, expected):
    assert symbol_of_kind(kind, symbol) == expected
    assert symbol_of_kind(kind, symbol_of_kind(kind, symbol)) == expected

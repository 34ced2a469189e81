"""Legal bases from three places, each document once, and into the register and back."""

from datetime import date

import pytest

from desktop_app.domain.basis_library import (
    basis_of,
    citation,
    contains,
    document_of,
    library,
    matching,
    new_documents,
)
from desktop_app.domain.legal_bases import LegalBasis, legal_library
from desktop_app.domain.plans import available_plans, load_plan
from desktop_app.domain.records.documents import Direction, Document

DIRECTIVE = Document(
    direction=Direction.BASIS,
    number="28",
    symbol="CT-CP",
    issued_on=date(2021, 10, 26),
    doc_type="Chỉ thị",
    issuer="Thủ tướng Chính phủ",
    abstract="Tăng cường thực hiện Cuộc vận động",
)


def test_a_document_written_in_two_ways_stands_once():
    known = library(load_plan("BT2023").legal_bases, [DIRECTIVE])
    assert [one.number for one in known if one.number.startswith("28")] == ["28/CT-CP"], (
        "the office's own first"
    )
    assert contains(known, legal_library()["03-CT/TW"])
    assert "1621/KH-UBND" in [one.number for one in known]
    days = [one.issued_on for one in known if one.issued_on]
    assert days == sorted(days, reverse=True)


def test_same_number_of_another_day_is_another_document():
    other = LegalBasis("Kế hoạch", "326/KH-MTTW-BCĐTWCVĐ", "Ban Chỉ đạo", "về …", "…", date(2020, 1, 1))
    assert not contains([legal_library()["326/KH-MTTW-BCĐTWCVĐ"]], other)


def test_search_takes_words_and_other_ways_of_writing():
    known = library((), ())
    assert [one.number for one in matching(known, "28/ct-cp")] == ["28/CT-TTg"]
    assert [one.number for one in matching(known, "de an thi truong trong nuoc")] == ["386/QĐ-TTg"]
    assert matching(known, "") == known
    assert matching(known, "xyz") == []


@pytest.mark.parametrize("number", ["03-CT/TW", "91/2012/TT-BTC", "28/CT-TTg", "326/KH-MTTW-BCĐTWCVĐ"])
def test_a_basis_comes_back_from_the_register_as_it_was(number):
    basis = legal_library()[number]
    document = document_of(basis)
    assert document.direction is Direction.BASIS
    assert document.display == number
    assert basis_of(document) == basis
    assert citation(document) == basis.citation


def test_every_basis_of_every_plan_can_be_taken_apart():
    for plan in available_plans():
        for basis in plan.legal_bases:
            assert document_of(basis).display == basis.number


@pytest.mark.parametrize(
    ("abstract", "cited"),
    [
        ("Tăng cường thực hiện", "về tăng cường thực hiện"),
        ("Về việc tổ chức Cuộc vận động", "về việc tổ chức Cuộc vận động"),
        ("V/v góp ý dự thảo", "về việc góp ý dự thảo"),
        ("Phê duyệt Đề án", "phê duyệt Đề án"),
        ("phê duyệt Đề án", "phê duyệt Đề án"),
        ("OCOP năm 2023", "về OCOP năm 2023"),
    ],
)
def test_an_abstract_is_cited_within_a_sentence(abstract, cited):
    document = Document(
        number="5", symbol="QĐ-UBND", doc_type="Quyết định", issuer="UBND huyện", abstract=abstract
    )
    assert citation(document) == f"Quyết định số 5/QĐ-UBND của UBND huyện {cited}"


def test_chosen_bases_are_added_once_and_undated_ones_are_named():
    undated = LegalBasis("Kế hoạch hành động", "33-KH/TU", "Tỉnh ủy", "về …", "Kế hoạch 33", None)
    chosen = [legal_library()["28/CT-TTg"], legal_library()["03-CT/TW"], legal_library()["03-CT/TW"], undated]
    added, missing = new_documents(chosen, [DIRECTIVE])
    assert [one.display for one in added] == ["03-CT/TW"]
    assert missing == ["33-KH/TU"]

"""Documents are named in full first and short afterwards, and nothing else of a report is touched."""

import re
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plans import load_plan
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.report.citing import citables, cite_documents
from desktop_app.report.model import Section
from tests.desktop_app.report.sample import make_report

PLAN = load_plan("BT2023")
OWN = Document(
    number="05",
    symbol="KH-MTTQ-BCĐ",
    issued_on=date(2023, 3, 2),
    doc_type="Kế hoạch",
    issuer="Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc",
    abstract="Triển khai thực hiện Cuộc vận động năm 2023",
)
OLDER = replace(OWN, issued_on=date(2022, 2, 8), abstract="Triển khai thực hiện Cuộc vận động năm 2022")
LETTER = Document(
    direction=Direction.INCOMING,
    number="41",
    symbol="UBND-KT",
    issued_on=date(2023, 6, 9),
    doc_type="Công văn",
    issuer="UBND huyện Hàm Thuận Bắc",
    abstract="V/v mua sắm hàng Việt Nam",
)
DIRECTIVE = (
    "Chỉ thị số 03-CT/TW ngày 19/5/2021 của Ban Bí thư Trung ương Đảng về tăng cường sự lãnh đạo của Đảng đối với "
    "Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” trong tình hình mới"
)
FULL_OWN = (
    "Kế hoạch số 05/KH-MTTQ-BCĐ ngày 02/3/2023 của Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc "
    "về triển khai thực hiện Cuộc vận động năm 2023"
)
FULL_LETTER = (
    "Công văn số 41/UBND-KT ngày 09/6/2023 của UBND huyện Hàm Thuận Bắc về việc mua sắm hàng Việt Nam"
)


def cited(*texts: str, documents=(OWN, LETTER)) -> list[str]:
    report = make_report(lead=texts, sections=(), closing="Hết.")
    return list(cite_documents(report, citables(PLAN, documents)).lead)


def test_first_in_full_then_short():
    first, second = cited("Quán triệt Chỉ thị số 03-CT/TW.", f"Thực hiện {DIRECTIVE}; tổ chức hội nghị.")
    assert first == f"Quán triệt {DIRECTIVE}."
    assert second == "Thực hiện Chỉ thị số 03-CT/TW; tổ chức hội nghị."


def test_documents_of_the_register_are_known_in_both_directions():
    assert cited("Ban hành Kế hoạch số 05/KH-MTTQ-BCĐ, thực hiện Công văn số 41/UBND-KT.") == [
        f"Ban hành {FULL_OWN}, thực hiện {FULL_LETTER}."
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Chỉ thị số 03-CT/TW",
        "Chỉ thị 03-CT/TW",
        "Chỉ thị số 03-CT/TW ngày 19/5/2021",
        "Chỉ thị số 03-CT/TW, ngày 19 tháng 5 năm 2021 của Ban Bí thư",
        "Chỉ thị số 03-CT/TW của Ban Bí thư Trung ương Đảng",
        DIRECTIVE,
    ],
)
def test_a_half_citation_is_filled_up_first_and_cut_afterwards(written):
    head = written.split(" ngày")[0].split(" của")[0].split(",")[0]
    tail = DIRECTIVE.removeprefix("Chỉ thị số 03-CT/TW")
    texts = cited(f"Theo {written}, các xã họp.", f"Theo {written}, các xã họp.")
    assert texts == [f"Theo {head}{tail}, các xã họp.", f"Theo {head}, các xã họp."]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 77/KH-UBND của UBND huyện.",  # not known
        "Chỉ thị số 03-CT/TW ngày 20/5/2021 của Ban Bí thư",  # another day: another document
        "Chỉ thị số 03-CT/TW của Huyện ủy Hàm Thuận Bắc",  # another body
        "Quyết định số 03-CT/TW",  # another kind
        "Theo 03-CT/TW, các xã họp.",  # no kind
        "Hội thi “Tìm hiểu Chỉ thị số 03-CT/TW” có 500 người.",  # a name in quotation marks
        'Hội thi "Tìm hiểu Chỉ thị số 03-CT/TW" có 500 người.',
        "Kế hoạch số 77/KH-UBND của UBND huyện về thực hiện Chỉ thị số 03-CT/TW của Ban Bí thư",
        "Quán triệt Chỉ thị số 03-CT/TW về tăng cường lãnh đạo, chỉ đạo",  # the writer's own words
        "Chỉ thị số 03-CT/TW của Ban Bí thư Trung ương Đoàn",
    ],
)
def test_what_is_not_surely_meant_stays_as_it_is(text):
    assert cited(text) == [text]


def test_a_name_in_quotation_marks_is_no_first_citation():
    quoted = "Hội thi “Tìm hiểu Chỉ thị số 03-CT/TW”."
    assert cited(quoted, "Theo Chỉ thị số 03-CT/TW.") == [quoted, f"Theo {DIRECTIVE}."]


def test_two_documents_of_one_number_are_told_apart_by_their_day_or_left_alone():
    both = (OWN, OLDER)
    bare = "Theo Kế hoạch số 05/KH-MTTQ-BCĐ."
    assert cited(bare, documents=both) == [bare]
    assert cited("Theo Kế hoạch số 05/KH-MTTQ-BCĐ ngày 02/3/2023.", documents=both) == [f"Theo {FULL_OWN}."]


def test_a_document_without_what_a_citation_says_is_left_alone():
    for poor in (replace(OWN, doc_type=""), replace(OWN, number="", symbol="")):
        assert cited("Theo Kế hoạch số 05/KH-MTTQ-BCĐ.", documents=(poor,)) == [
            "Theo Kế hoạch số 05/KH-MTTQ-BCĐ."
        ]
    bare = replace(OWN, issuer="", abstract="")
    assert cited("Theo Kế hoạch số 05/KH-MTTQ-BCĐ.", documents=(bare,)) == [
        "Theo Kế hoạch số 05/KH-MTTQ-BCĐ ngày 02/3/2023."
    ]


def test_the_order_of_printing_counts_and_headings_stay_as_they_are():
    inner = Section("I.1", "1", "Theo Chỉ thị số 03-CT/TW", 2, ("Chỉ thị số 03-CT/TW.",))
    report = make_report(
        lead=("Như sau:",),
        sections=(
            Section("I", "I", "Chỉ đạo", 1, ("Chỉ thị số 03-CT/TW.",), (inner,)),
            Section("II", "II", "Kết quả", 1, ("Công văn số 41/UBND-KT.",)),
        ),
        closing="Theo Công văn số 41/UBND-KT.",
    )
    made = cite_documents(report, citables(PLAN, (LETTER,)))
    one, two = made.sections
    assert one.paragraphs == (f"{DIRECTIVE}.",)
    assert one.children[0] == inner
    assert two.paragraphs == (f"{FULL_LETTER}.",)
    assert made.closing == report.closing


def test_the_plan_of_the_year_is_cited_by_the_lead():
    plan = msgspec.structs.replace(PLAN, number="21/KH-BCĐ", issued_on=date(2023, 2, 20))
    lead = f"Thực hiện {plan.citation}, huyện báo cáo:"
    report = make_report(lead=(lead, f"Theo {plan.citation}, có 8 nội dung."), sections=())
    made = cite_documents(report, citables(plan, ()))
    assert made.lead == (lead, "Theo Kế hoạch số 21/KH-BCĐ, có 8 nội dung.")


PIECES = st.sampled_from(
    [
        "Chỉ thị số 03-CT/TW", DIRECTIVE, "Kế hoạch số 05/KH-MTTQ-BCĐ", FULL_OWN, FULL_LETTER, "công văn số 41/UBND-KT",
        "Kế hoạch số 77/KH-UBND của UBND huyện", "Quyết định 386/QĐ-TTg", " ngày 02/3/2023", " của Ban Bí thư",
        " về ", ", ", "; ", ". ", "\n", "“", "”", '"', " và ", " thực hiện ", "(", ")", "các xã", "12 cuộc", " số ",
    ]
)  # fmt: skip
TAILS = sorted({one.tail for one in citables(PLAN, (OWN, LETTER))}, key=len, reverse=True)


def kernel(text: str) -> str:
    """Return a text without anything a citation can hold behind its number, to compare what is left."""
    words = set(re.findall(r"\w+", " ".join(TAILS).casefold())) | {
        "về",
        "việc",
        "ngày",
        "của",
        "ra",
        "tháng",
        "năm",
    }
    return " ".join(word for word in re.findall(r"\w+", text.casefold()) if word not in words)


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_twice_is_as_good_as_once(texts):
    once = cited(*texts)
    assert cited(*once) == once


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_nothing_is_lost_but_citations(texts):
    made = cited(*texts)
    assert [kernel(one) for one in made] == [kernel(one) for one in texts]
    assert len(made) == len(texts)


@given(st.text(max_size=200))
def test_any_text_without_a_known_document_stays(text):
    if "03-CT" not in text:
        assert cited(text) == [text]


def test_what_a_trich_yeu_names_is_short_where_it_was_cited_before():
    plan = replace(OWN, abstract=f"Thực hiện {DIRECTIVE.replace(' ngày 19/5/2021', '')}", doc_type="Kế hoạch")
    tail = "ngày 02/3/2023 của Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc về thực hiện Chỉ thị số 03-CT/TW"
    both = "Quán triệt Chỉ thị số 03-CT/TW, Kế hoạch số 05/KH-MTTQ-BCĐ."
    [text] = cited(both, documents=(plan,))
    assert text == f"Quán triệt {DIRECTIVE}, Kế hoạch số 05/KH-MTTQ-BCĐ {tail}."
    assert cited(text, documents=(plan,)) == [text]
    [alone] = cited("Theo Kế hoạch số 05/KH-MTTQ-BCĐ.", documents=(plan,))
    assert alone.endswith("Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” trong tình hình mới.")

"""The box “Kiểm tra mã”: a code typed from paper, with the slips of a reader, or the text of the QR picture."""

import pytest

from desktop_app.ledger.issue_view import CodeMatch


@pytest.fixture
def code(office):
    return office.issued().check_code


@pytest.mark.parametrize(
    "written",
    [
        "{code}",
        " {lower} ",
        "{spaced}",
        "{hyphens}",
        "{misread}",
        "SHV1|MAU-HTB|2023||1|{code}",
        "BC_MAU-HTB_2023_L1_{code}.zip",
        "{code}.",
    ],
)
def test_a_code_is_known_however_it_is_written(office, code, written):
    forms = {
        "code": code,
        "lower": code.lower(),
        "spaced": f"{code[:5]} {code[5:]}",
        "hyphens": "-".join((code[:3], code[3:6], code[6:])),
        "misread": code.replace("0", "O").replace("1", "l"),
    }
    answer = office.desk.find_code(written.format_map(forms))
    assert answer.kind is CodeMatch.MATCH
    assert (answer.issue.revision, answer.export.check_code) == (1, code)
    assert answer.sentence == (
        "Khớp: báo cáo năm 2023, lần 1 (số 45, ngày 20/11/2023, Đã phát hành), là bản có giá trị hiện nay."
    )


def test_a_replaced_revision_and_a_draft_are_told_from_the_one_that_counts(office, code):
    office.desk.open_next(office.period, "Bổ sung")
    draft = office.export().check_code
    answer = office.desk.find_code(draft)
    assert (answer.kind, answer.issue) == (CodeMatch.OTHER_REVISION, None)
    assert "chưa phát hành; bản có giá trị là lần 1" in answer.sentence
    office.desk.submit(office.period)
    office.issue()
    assert office.desk.find_code(draft).kind is CodeMatch.MATCH
    older = office.desk.find_code(code)
    assert older.kind is CodeMatch.OTHER_REVISION
    assert "đã được thay bằng lần 2" in older.sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0123456789", "không có báo cáo nào mang mã 0123456789"),
        ("", "không phải mã kiểm tra"),
        ("ABC", "không phải mã kiểm tra"),
        ("SHV1|x|2023||1|ABC", "không phải mã kiểm tra"),
        ("ABCDEFGHU9", "không phải mã kiểm tra"),
        ("x" * 100_000, "không phải mã kiểm tra"),
        ("<b>0123456789</b>", "không phải mã kiểm tra"),
    ],
)
def test_anything_else_is_unknown(office, code, text, said):
    answer = office.desk.find_code(text)
    assert (answer.kind, answer.issue, answer.export) == (CodeMatch.UNKNOWN, None, None)
    assert said in answer.sentence


def test_reports_that_were_only_exported_are_known_too(office):
    first = office.export().check_code
    office.change()
    office.export()
    assert office.desk.find_code(first).kind is CodeMatch.OTHER_REVISION
    assert "đã được thay bằng lần 2" in office.desk.find_code(first).sentence

"""The corpus of nasty cells: what each means for each kind of field, or why it is refused."""

import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.fields import FieldKind, FieldSpec
from desktop_app.domain.labels.activities import WORDS
from desktop_app.domain.labels.awards import WORDS as AWARD_WORDS
from desktop_app.domain.records.activities import ActivityStatus, Area, Channel, FundGroup, FundLine
from desktop_app.domain.records.awards import Honorific, NomineeType, PastAward, Votes
from desktop_app.exchange.spreadsheet.book import Cell, CellKind, CellStyle, Sheet
from desktop_app.exchange.spreadsheet.cells import read_cell
from desktop_app.exchange.spreadsheet.context import Context
from desktop_app.exchange.spreadsheet.structures import READERS
from desktop_app.exchange.spreadsheet.writing import written

K = FieldKind
CONTEXT = Context(today=date(2023, 11, 20), year=2023, plan_items={"ii.1": "II.1", "tuyen truyen": "II.1"})
MILLIONS = Context(today=date(2023, 11, 20), year=2023, unit=1_000_000)
FROM_1904 = Context(today=date(2023, 11, 20), year=2023, dates_from_1904=True)


def cell(value, style=None):
    """Return the cell that a sheet with this one value has."""
    return Sheet("x", [[value]], styles={(0, 0): style} if style else {}).cell(0, 0)


def read(kind, value, context=CONTEXT, style=None, words=WORDS, **spec):
    return read_cell(words, FieldSpec(kind, **spec), cell(value, style), context, READERS)


RIGHT = [
    # texts: leading zeros, long numbers, forms of Unicode
    (K.TEXT, "03", "03"),
    (K.TEXT, "007", "007"),
    (K.TEXT, "060179004321", "060179004321"),
    (K.TEXT, 60179004321.0, "60179004321"),
    (K.TEXT, 123456789012.0, "123456789012"),
    (K.TEXT, 5.0, "5"),
    (K.TEXT, 5, "5"),
    (K.TEXT, 1.5, "1,5"),
    (K.TEXT, unicodedata.normalize("NFD", "Đồng Tháp"), "Đồng Tháp"),
    (K.TEXT, "\u00a0Xã\u00a0La Dạ\u00a0", "Xã La Dạ"),
    (K.TEXT, "Xã\u200b La\ufeff Dạ", "Xã La Dạ"),
    (K.TEXT, "dòng 1\ndòng 2", "dòng 1 dòng 2"),
    (K.TEXT, '=HYPERLINK("http://x","y")', '=HYPERLINK("http://x","y")'),
    (K.TEXT, "+84 987 650 001", "+84 987 650 001"),
    (K.TEXT, "@SUM(1)", "@SUM(1)"),
    (K.TEXT, "-5", "-5"),
    (K.TEXT, "1.234", "1.234"),
    (K.LONG_TEXT, "a\r\nb", "a\nb"),
    (K.LONG_TEXT, "x" * 32_767, "x" * 32_767),
    # counts
    (K.INTEGER, 3.0, 3),
    (K.INTEGER, 0.0, 0),
    (K.INTEGER, 2.9999999999999996, 3),
    (K.INTEGER, "1.234", 1234),
    (K.INTEGER, "1 234", 1234),
    (K.INTEGER, "02", 2),
    (K.INTEGER, "\u00a045 ", 45),
    (K.INTEGER, 123456789012.0, 123456789012),
    (K.INTEGER, -4.0, -4),  # refused by the rules of the record
    # money
    (K.MONEY, 1_500_000.0, 1_500_000),
    (K.MONEY, "1.234.567 đồng", 1_234_567),
    (K.MONEY, "1,7 tỷ đồng", 1_700_000_000),
    (K.MONEY, "15 triệu", 15_000_000),
    (K.MONEY, "1.500.000đ", 1_500_000),
    (K.MONEY, "500 nghìn đồng", 500_000),
    (K.MONEY, "0", 0),
    # decimals
    (K.DECIMAL, 82.4, 82.4),
    (K.DECIMAL, 0.1 + 0.2, 0.3),
    (K.DECIMAL, "82,4", 82.4),
    (K.DECIMAL, "82,4%", 82.4),
    (K.DECIMAL, "1.234,5", 1234.5),
    # days
    (K.DATE, date(2023, 5, 9), date(2023, 5, 9)),
    (K.DATE, datetime(2023, 5, 9), date(2023, 5, 9)),
    (K.DATE, "09/05/2023", date(2023, 5, 9)),
    (K.DATE, "9/5/23", date(2023, 5, 9)),
    (K.DATE, "9-5-2023", date(2023, 5, 9)),
    (K.DATE, "9.5.2023", date(2023, 5, 9)),
    (K.DATE, "ngày 09 tháng 6 năm 2022", date(2022, 6, 9)),
    (K.DATE, "Ngày 9/6/2022", date(2022, 6, 9)),
    (K.DATE, "2023-05-09", date(2023, 5, 9)),
    (K.DATE, "2023-05-09 00:00:00", date(2023, 5, 9)),
    (K.DATE, "01/02/79", date(2079, 2, 1)),
    (K.DATE, "01/02/80", date(1980, 2, 1)),
    # yes or no
    (K.FLAG, "Có", True),
    (K.FLAG, "x", True),
    (K.FLAG, "KHÔNG", False),
    (K.FLAG, True, True),
    (K.FLAG, 0.0, False),
    # lists and codes
    (K.TEXT_LIST, "Hội LHPN; Huyện đoàn\nHội CCB;", ("Hội LHPN", "Huyện đoàn", "Hội CCB")),
    (K.CONTENT, "C1", "C1"),
    (K.CONTENT, "c1. Tuyên truyền", "C1"),
    (K.PLAN_ITEMS, "II.1", ("II.1",)),
    (K.PLAN_ITEMS, "Tuyên truyền", ("II.1",)),
    (K.INDICATOR, "attendees", "attendees"),
    (K.VOTES, "15/14/13", Votes(total=15, present=14, agree=13)),
    (
        K.FUNDS,
        "Ngân sách xã | Ngân sách nhà nước | 5.000.000 | Không\nXã hội hóa: 2 triệu",
        (
            FundLine(source="Ngân sách xã", group=FundGroup.STATE_BUDGET, amount_vnd=5_000_000),
            FundLine(source="Xã hội hóa", group=FundGroup.SOCIALISED, amount_vnd=2_000_000),
        ),
    ),
    (
        K.PAST_AWARDS,
        "Giấy khen | Chủ tịch UBND huyện | 2021",
        (PastAward(form="Giấy khen", authority="Chủ tịch UBND huyện", year=2021),),
    ),
]


@pytest.mark.parametrize(("kind", "value", "meant"), RIGHT)
def test_right(kind, value, meant):
    reading = read(kind, value)
    assert not reading.problem
    assert reading.value == meant
    assert type(reading.value) is type(meant)


REFUSED = [
    (K.INTEGER, "1,5", "không phải số nguyên"),
    (K.INTEGER, 1.5, "1,5 không phải số nguyên"),
    (K.INTEGER, 1.234, "1.234"),
    (K.INTEGER, "45 người", "Không hiểu số"),
    (K.INTEGER, "12.34.567", "Không hiểu số"),
    (K.INTEGER, "1,234,567", "Không hiểu số"),
    (K.INTEGER, "mười hai", "Không hiểu số"),
    (K.INTEGER, date(2023, 5, 3), "03/05/2023"),
    (K.INTEGER, True, "TRUE"),
    (K.INTEGER, 1e18, "15 chữ số"),
    (K.INTEGER, time(12), "giờ"),
    (K.MONEY, "1,5", "lẻ"),
    (K.MONEY, 0.5, "không phải số tròn đồng"),
    (K.MONEY, "khoảng 5 triệu", "Không hiểu số tiền"),
    (K.MONEY, "5 triệu - 6 triệu", "Không hiểu số tiền"),
    (K.MONEY, datetime(2023, 5, 3, 12), "ngày 03/05/2023"),
    (K.DECIMAL, "82,4,5", "Không hiểu số"),
    (K.DECIMAL, "cao", "Không hiểu số"),
    (K.DATE, "05/13/2023", "Không có tháng 13"),
    (K.DATE, "31/02/2023", "không có ngày 31"),
    (K.DATE, "Quý II/2023", "Không hiểu ngày"),
    (K.DATE, "tháng 5/2023", "Không hiểu ngày"),
    (K.DATE, "09-15/01/2023", "Không hiểu ngày"),
    (K.DATE, "hôm nay", "không phải ngày cố định"),
    (K.DATE, "01/01/3000", "3000"),
    (K.DATE, 2023.0, "chỉ có năm"),
    (K.DATE, 12.0, "không phải ngày"),
    (K.DATE, 9_052_023.0, "không phải ngày"),
    (K.DATE, time(0, 0), "giờ"),
    (K.DATE, date(1900, 1, 5), "không thể là ngày"),
    (K.DATE, False, "FALSE"),
    (K.TEXT, date(2023, 5, 3), "03/05/2023"),
    (K.TEXT, True, "TRUE"),
    (K.TEXT, time(7, 30), "giờ"),
    (K.TEXT, 1.2345678901234567e17, "15 chữ số"),
    (K.TEXT, "#REF!", "#REF!"),
    (K.LONG_TEXT, "#N/A", "#N/A"),
    (K.INTEGER, "#DIV/0!", "#DIV/0!"),
    (K.DATE, "Err:502", "Err:502"),
    (K.FLAG, "có lẽ", "Không hiểu"),
    (K.FLAG, 2.0, "2"),
    (K.CONTENT, "C99", "C1"),
    (K.PLAN_ITEMS, "IX.9", "IX.9"),
    (K.INDICATOR, "không có", "Không có chỉ tiêu"),
    (K.VOTES, "15/14", "tổng số/có mặt/đồng ý"),
    (K.FUNDS, "Ngân sách xã | Ngân sách nhà nước", "Dòng 1"),
    (K.FUNDS, "A | Ngân sách nhà nước | 5 | Không | thừa", "5 phần"),
    (K.PAST_AWARDS, "Giấy khen | A | hai nghìn", "Không hiểu số"),
]


@pytest.mark.parametrize(("kind", "value", "reason"), REFUSED)
def test_refused_with_a_reason(kind, value, reason):
    reading = read(kind, value)
    assert reason in reading.problem
    assert reading.value is None


def test_a_formula_without_result_is_refused():
    sheet = Sheet("x", [[""]], uncached=frozenset({(0, 0)}))
    reading = read_cell(WORDS, FieldSpec(K.INTEGER), sheet.cell(0, 0), CONTEXT, READERS)
    assert "không lưu kết quả" in reading.problem


DOUBTFUL = [
    (K.DECIMAL, "1.234", 1234.0, "1.234"),
    (K.DECIMAL, "82.4", 82.4, "82,4"),
    (K.DATE, 45055.0, date(2023, 5, 9), "09/05/2023"),
    (K.DATE, "9/5", date(2023, 5, 9), "không ghi năm"),
    (K.DATE, datetime(2023, 5, 9, 7, 30), date(2023, 5, 9), "giờ"),
    (K.TEXT, 987650001.0, "987650001", "số 0 ở đầu"),
    (K.LONG_TEXT, date(2023, 5, 3), "03/05/2023", "Ô là ngày"),
    (K.MONEY, 15.0, 15, "triệu đồng"),
    (K.MONEY, "1.5", None, ""),
    (K.FUNDS, "Quỹ lạ: 5 triệu", None, "Nguồn khác"),
    (K.FUNDS, 35_000_000.0, None, "Chưa rõ nguồn"),
    (K.FUNDS, "35 triệu", None, "Chưa rõ nguồn"),
]


@pytest.mark.parametrize(("kind", "value", "meant", "remark"), DOUBTFUL)
def test_a_doubt_is_said(kind, value, meant, remark):
    reading = read(kind, value)
    if meant is None and not remark:
        assert reading.problem
        return
    assert not reading.problem
    assert meant is None or reading.value == meant
    assert remark in reading.remark


@pytest.mark.parametrize("value", ["", "   ", "\u00a0", "\n"])
@pytest.mark.parametrize("kind", list(READERS))
def test_an_empty_cell_says_nothing(kind, value):
    assert read(kind, value).is_empty


@pytest.mark.parametrize("value", ["-", "–", "—"])
def test_a_dash_for_a_number_is_empty_and_said(value):
    for kind in (K.INTEGER, K.MONEY, K.DECIMAL):
        reading = read(kind, value)
        assert reading.is_empty
        assert "để trống" in reading.remark


def test_zeros_that_a_format_shows_are_kept():
    assert read(K.TEXT, 3.0, style=CellStyle(zeros=2)).value == "03"
    assert read(K.TEXT, 60179004321.0, style=CellStyle(zeros=12)).value == "060179004321"
    assert read(K.TEXT, 3.0, style=CellStyle(zeros=2)).remark == ""


def test_a_percentage():
    percent = CellStyle(percent=True)
    assert read(K.DECIMAL, 0.824, style=percent).value == 82.4
    assert "phần trăm" in read(K.INTEGER, 0.5, style=percent).problem
    assert "phần trăm" in read(K.MONEY, 1.0, style=percent).problem
    assert read(K.TEXT, 0.5, style=percent).problem


def test_the_unit_of_the_heading():
    assert read(K.MONEY, 1.5, MILLIONS).value == 1_500_000
    assert read(K.MONEY, "1,5", MILLIONS).value == 1_500_000
    assert read(K.MONEY, "1.234", MILLIONS).value == 1_234_000_000
    both = read(K.MONEY, "1,5 tỷ đồng", MILLIONS)
    assert both.value == 1_500_000_000
    assert "không nhân" in both.remark
    assert read(K.MONEY, 0.0000001, MILLIONS).problem


def test_numbers_of_days_since_1904():
    reading = read(K.DATE, 43593.0, FROM_1904)
    assert reading.value == date(2023, 5, 9)


def test_choices_by_word_or_code():
    status = {"choices": ActivityStatus}
    assert read(K.CHOICE, "hoàn thành", **status).value is ActivityStatus.COMPLETED
    assert read(K.CHOICE, "HOAN THANH", **status).value is ActivityStatus.COMPLETED
    assert read(K.CHOICE, "planned", **status).value is ActivityStatus.PLANNED
    refused = read(K.CHOICE, "xong rồi", **status)
    assert "Hoàn thành; Đang thực hiện" in refused.problem
    assert read(K.CHOICE, "Ông", words=AWARD_WORDS, choices=Honorific).value is Honorific.MR
    assert read(K.CHOICE, "–", words=AWARD_WORDS, choices=Honorific).value is Honorific.NONE
    assert read(K.CHOICE, "Cá nhân", words=AWARD_WORDS, choices=NomineeType).value is NomineeType.INDIVIDUAL


def test_choices_whose_words_hold_commas():
    reading = read(K.CHOICES, "Hội nghị, tọa đàm; Mạng xã hội", choices=Channel)
    assert reading.value == (Channel.CONFERENCE, Channel.SOCIAL_MEDIA)
    assert read(K.CHOICES, "Nông thôn, Miền núi", choices=Area).value == (Area.RURAL, Area.MOUNTAIN)
    assert "Bản đồ" in read(K.CHOICES, "Nông thôn; Bản đồ", choices=Area).problem


def test_a_link_names_one_record():
    known = {"Phiên chợ": ["1"], "Hội nghị": ["2", "3"]}
    context = Context(date(2023, 11, 20), 2023, links=lambda register, text: known.get(text, []))
    assert read(K.LINK, "Phiên chợ", context, register="activities").value == "1"
    assert "Mã" in read(K.LINK, "Hội nghị", context, register="activities").problem
    assert "không có mục" in read(K.LINK, "Khác", context, register="activities").problem


def test_a_conversion_that_spoils_is_doubted():
    spoilt = Cell(0, 0, CellKind.TEXT, "Hoà bình", "HoỔ bình", True)
    assert "phông cũ" in read_cell(WORDS, FieldSpec(K.TEXT), spoilt, CONTEXT, READERS).remark


@given(st.integers(0, 10**15 - 1))
def test_every_count_is_read_as_written(number):
    assert read(K.INTEGER, float(number)).value == number
    assert read(K.INTEGER, f"{number:,}".replace(",", ".")).value == number
    assert read(K.MONEY, f"{number:,} đồng".replace(",", ".")).value == number


@given(st.dates(date(1928, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_written(day):
    for value in (day, f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", day.isoformat()):
        assert read(K.DATE, value).value == day
    assert read(K.DATE, float((day - date(1899, 12, 30)).days)).value == day


@given(st.lists(st.tuples(st.text("ab|\n; c", max_size=8), st.integers(0, 10**12)), max_size=4))
def test_funds_come_back_from_their_lines(lines):
    funds = tuple(
        FundLine(source=" ".join(source.replace("|", "/").split()), group=FundGroup.OTHER, amount_vnd=amount)
        for source, amount in lines
        if source.replace("|", "").strip()
    )
    text = written(WORDS, FieldSpec(K.FUNDS), funds)
    assert (read(K.FUNDS, text).value or ()) == funds


def test_a_column_of_sums_alone_counts_in_the_unit_of_its_heading():
    [line] = read(K.FUNDS, 35.0, MILLIONS).value
    assert (line.source, line.group, line.amount_vnd) == ("Chưa rõ nguồn", FundGroup.OTHER, 35_000_000)
    assert "mỗi nguồn một dòng" in read(K.FUNDS, "ba mươi lăm", MILLIONS).problem

"""CSV that any program reads back exactly and no spreadsheet takes for a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.tabular import Dataset, Field, unguarded, written

TEXT = (Field("id", "string", "Mã"), Field("text", "string", "Nội dung"))


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 987",
        "-5",
        "@SUM(A1)",
        "'trích",
        "\tđầu dòng",
        "\r\nxuống dòng",
        '=HYPERLINK("http://x")',
        "''",
    ],
)
def test_a_text_that_a_spreadsheet_would_calculate_gets_one_apostrophe(text):
    assert written(text) == "'" + text
    assert unguarded(written(text)) == text


@pytest.mark.parametrize(
    "text", ["", "a=1", " =1", "5-3", "“=”", "Kế hoạch + báo cáo", "–5", "01234", "1e5", "TRUE"]
)
def test_any_other_text_stays_as_it_is(text):
    assert written(text) == text
    assert unguarded(written(text)) == text


@given(st.text())
def test_any_text_comes_back(text):
    assert unguarded(written(text)) == text
    assert not written(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_dates_and_flags_are_plain():
    assert [written(one) for one in (-5, 0, 999_999_999_999_999, 82.4, True, False, date(2023, 1, 9), None)] == [
        "-5", "0", "999999999999999", "82.4", "true", "false", "2023-01-09", "",
    ]  # fmt: skip


def test_the_file_is_rfc_4180_in_utf_8_sorted_by_its_key():
    rows = [("b", 'Ông "K’", Đoàn'), ("a", "Dòng một\nDòng hai"), ("c", None)]
    content = Dataset("names", "Tên", TEXT, rows).to_csv()
    assert content == 'id,text\r\na,"Dòng một\nDòng hai"\r\nb,"Ông ""K’"", Đoàn"\r\nc,\r\n'.encode()


def test_the_order_of_the_rows_makes_no_difference():
    rows = [(str(n), "x") for n in range(30)]
    assert Dataset("d", "", TEXT, rows).to_csv() == Dataset("d", "", TEXT, rows[::-1]).to_csv()


def test_numbers_in_a_key_sort_by_value():
    fields = (Field("line", "integer", ""), Field("block", "string", ""))
    rows = [(10, "b"), (9, "b"), (2, "a"), (10, "a")]
    sorted_rows = Dataset("d", "", fields, rows, ("line", "block")).sorted_rows()
    assert sorted_rows == [(2, "a"), (9, "b"), (10, "a"), (10, "b")]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), max_size=6))
def test_any_texts_survive_the_file(texts):
    rows = [(f"{n:03d}", text) for n, text in enumerate(texts)]
    back = read(Dataset("d", "", TEXT, rows).to_csv())[1:]
    assert [(key, unguarded(text)) for key, text in back] == rows


def test_the_schema_names_types_titles_and_key():
    assert Dataset("d", "", TEXT, [], ("id",)).schema() == {
        "fields": [
            {"name": "id", "type": "string", "title": "Mã"},
            {"name": "text", "type": "string", "title": "Nội dung"},
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }

"""The data files of a package: every printed word and figure, and no personal value."""

import csv
import io
from datetime import date

import pytest

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.exchange.datasets import datasets
from desktop_app.exchange.tabular import unguarded
from desktop_app.report.build import build_report
from desktop_app.report.comparison import PreviousFigures, Totals, figures_of
from tests.records import SECRETS, activity, nominee


@pytest.fixture
def tables_of():
    def tables(ledger, year=2023):
        source = ledger.source(ledger.reports.period(year))
        built = datasets(build_report(source), source.records, source.figures, source.indicators)
        return {table.name: table for table in built}

    return tables


def rows(table):
    reader = csv.DictReader(io.StringIO(table.to_csv().decode("utf-8"), newline=""))
    return [{name: unguarded(value) for name, value in row.items()} for row in reader]


def test_awards_have_exactly_the_ten_columns(tables_of, sample):
    table = tables_of(sample)["awards"]
    heading = table.to_csv().split(b"\r\n")[0]
    assert heading == b"id,nominee_type,honorific,name,position,unit,award_form,authority,achievement,status"
    assert len(rows(table)) == 12
    person = next(row for row in rows(table) if row["name"] == "K’ Văn Đoàn")
    assert (person["nominee_type"], person["honorific"], person["status"] in ("decided", "reviewed", "submitted")) == (
        "individual", "Ông", True,
    )  # fmt: skip


def test_no_personal_value_is_in_any_file(tables_of, ledger):
    ledger.activities.save(activity())
    ledger.awards.save(nominee())
    content = b"".join(table.to_csv() for table in tables_of(ledger).values()).decode()
    assert "Nguyễn Thị Thu Ấm" in content
    assert not [one for one in SECRETS if one in content]


def test_every_printed_word_is_in_report_and_narrative(tables_of, sample):
    tables = tables_of(sample)
    report = sample.report(sample.reports.period(2023))
    texts = {row["text"] for name in ("report", "narrative") for row in rows(tables[name])}
    titles = {row["title"] for row in rows(tables["narrative"])}
    assert {report.subject, report.closing, *report.lead, *report.addressees, *report.recipients} <= texts
    for section in report.walk():
        assert section.title in titles
        assert set(section.paragraphs) <= texts


def test_number_date_and_signer_are_in_none(tables_of, sample):
    before = {name: table.to_csv() for name, table in tables_of(sample).items()}
    head = ReportHead(
        number="777", issued_on=date(2023, 11, 22), signer_name="Người Ký Khác", signer_post="Phó"
    )
    sample.reports.save_head(sample.reports.period(2023), head)
    assert {name: table.to_csv() for name, table in tables_of(sample).items()} == before


def test_figures_hold_every_indicator_once(tables_of, sample):
    table = tables_of(sample)["figures"]
    totals = sample.totals(2023)["indicators"]
    assert {row["indicator"]: float(row["value"]) for row in rows(table)} == totals
    by_code = {row["indicator"]: row for row in rows(table)}
    assert by_code["consumer_preference_pct"]["value"] == "82.4"
    assert by_code["attendees"]["over_units"] == "sum"


def test_figures_of_activities_and_contents_add_up(tables_of, sample):
    tables = tables_of(sample)
    typed, own = rows(tables["activity_figures"]), rows(tables["content_figures"])
    for code in ("attendees", "gifts_value_vnd", "revenue_vnd"):
        total = sample.totals(2023)["indicators"][code]
        assert sum(int(row["value"]) for row in typed if row["indicator"] == code) == total
        assert sum(int(row["value"]) for row in own if row["indicator"] == code) == total


def test_funds_add_up(tables_of, sample):
    money = rows(tables_of(sample)["activity_funds"])
    assert sum(int(row["amount_vnd"]) for row in money) == sample.totals(2023)["funds_vnd"]["total"]
    assert {row["in_kind"] for row in money} == {"true", "false"}


def test_activities_hold_their_fields_and_keys_are_unique(tables_of, sample):
    tables = tables_of(sample)
    table = tables["activities"]
    first = rows(table)[0]
    assert first["id"] == "BT-HTB-A001"
    assert first["date_start"] == "2023-01-09"
    assert first["partners"] == "Hội Chữ thập đỏ huyện; Hội Liên hiệp Phụ nữ huyện"
    assert first["is_estimate"] == "false"
    for one in tables.values():
        keys = [tuple(row[name] for name in one.key) for row in rows(one)]
        assert len(set(keys)) == len(keys), one.name
        assert keys == [tuple(map(str, key)) for key in keys]


def test_hostile_texts_come_back_letter_for_letter(tables_of, ledger):
    title = '=cmd|"/c calc"!A1, <b>&\'; '
    ledger.activities.save(activity(title, result="-1\n+2\n@x", organizer="\t@x", place='"'))
    (row,) = rows(tables_of(ledger)["activities"])
    assert (row["title"], row["result"], row["organizer"], row["place"]) == (
        title.strip(),
        "-1\n+2\n@x",
        "@x",
        '"',
    )
    for line in tables_of(ledger)["activities"].to_csv().decode().split("\r\n"):
        assert not line.startswith(("=", "+", "-", "@"))


def test_figures_before_stand_in_columns_of_their_own_at_the_end(tables_of, sample):
    period = sample.reports.period(2023)
    source, plain = sample.source(period), tables_of(sample)["figures"]
    value = source.figures.indicators["visitors"]
    before = figures_of(Totals({"visitors": value // 2}), source.indicators)
    report = build_report(source)
    compared = {
        one.name: one
        for one in datasets(
            report, source.records, source.figures, source.indicators, PreviousFigures("năm 2022", before)
        )
    }["figures"]
    assert [field.name for field in compared.fields][:-2] == [field.name for field in plain.fields]
    assert [field.name for field in compared.fields][-2:] == ["previous", "change"]
    assert [row[:-2] for row in compared.rows] == list(plain.rows)
    told = {row[0]: row[-2:] for row in compared.rows}
    assert told["visitors"][0] == value // 2
    assert told["visitors"][1] == pytest.approx((value - value // 2) / (value // 2) * 100, abs=0.05)
    assert told["stalls"] == (None, None)

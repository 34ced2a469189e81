"""Every register leaves as plain tables, whatever its fields, and no personal value with it."""

import csv
import io
import json

import pytest

from desktop_app.domain.fields import FieldKind, specs_of
from desktop_app.domain.registers import ACTIVITIES, AWARDS, ENTERPRISES, REGISTERS
from desktop_app.exchange.datasets import datasets
from desktop_app.exchange.register_datasets import flat_fields, record_dataset, row_datasets
from desktop_app.report.build import build_report
from tests.filled import PERSONAL_TEXT, filled

OTHERS = [one for one in REGISTERS.values() if one not in (ACTIVITIES, AWARDS)]


def rows(table):
    return list(csv.DictReader(io.StringIO(table.to_csv().decode("utf-8"), newline="")))


@pytest.fixture
def tables_of():
    def tables(ledger, year=2023):
        source = ledger.source(ledger.reports.period(year))
        built = datasets(build_report(source), source.records, source.figures, source.indicators)
        return {table.name: table for table in built}

    return tables


@pytest.mark.parametrize("register", [ACTIVITIES, *OTHERS], ids=lambda one: one.name)
def test_every_field_that_is_not_personal_has_its_column(register):
    record = filled(register, id="r1")
    table = record_dataset(register, [record])
    (row,) = rows(table)
    told = set(row)
    told |= {one.name.rpartition("_")[2] for one in row_datasets(register, [record], "owner")}
    apart = {
        name for name, spec in register.specs.items() if spec.kind in (FieldKind.FIGURES, FieldKind.FUNDS)
    }
    home = {"representative", "address"} if register is ENTERPRISES else set()
    kept = {name for name, spec in register.specs.items() if not spec.personal} - home
    assert told | apart == {"id", *kept}
    assert all(row.values()), "a filled record leaves no cell empty"
    assert "(" not in " ".join(row.values()), "no cell is the text of a structure"


@pytest.mark.parametrize("register", [ACTIVITIES, *OTHERS], ids=lambda one: one.name)
def test_no_personal_value_is_written(register):
    record = filled(register, id="r1")
    tables = [record_dataset(register, [record]), *row_datasets(register, [record], "owner")]
    assert not [one.name for one in tables if PERSONAL_TEXT.encode() in one.to_csv()]
    personal = {name for name, spec in register.specs.items() if spec.personal}
    assert personal.isdisjoint(flat_fields(register))


def test_rows_of_a_record_are_a_file_of_their_own(sample):
    enterprises = sample.register("enterprises").all()
    (table,) = row_datasets(ENTERPRISES, enterprises, "enterprise")
    assert table.name == "enterprise_supports"
    assert table.key == ("enterprise", "line")
    given = [row for row in rows(table) if row["enterprise"] == "BT-HTB-E01"]
    assert [(row["line"], row["given_on"], row["kind"]) for row in given] == [
        ("1", "2023-06-20", "trade_promotion"),
        ("2", "2023-08-15", "trademark"),
    ]


def test_the_package_has_every_register(tables_of, sample):
    tables = tables_of(sample)
    for register in OTHERS:
        kept = sample.records(sample.reports.period(2023)).of(register.name)
        wanted = [one for one in kept if not getattr(one, "is_period_report", False)]
        assert [row["id"] for row in rows(tables[register.name])] == sorted(one.id for one in wanted)
    assert {"activity_inspected", "activity_recommendations", "activity_cases"} <= set(tables)
    assert {"enterprise_supports", "reported_figures_values"} <= set(tables)
    for table in tables.values():
        schema = table.schema()
        assert len({field["name"] for field in schema["fields"]}) == len(schema["fields"])
        json.dumps(schema)


def test_a_filled_ledger_lets_no_personal_value_out(tables_of, ledger):
    for register in (*OTHERS, ACTIVITIES):
        changes = {name: "" for name, spec in register.specs.items() if spec.kind is FieldKind.LINK}
        ledger.register(register.name).save(filled(register, **changes))
    content = b"".join(table.to_csv() for table in tables_of(ledger).values()).decode()
    assert PERSONAL_TEXT not in content
    assert "Đường full_name" in content


def test_the_entry_of_the_report_itself_makes_no_new_revision(tables_of, sample):
    before = {name: table.to_csv() for name, table in tables_of(sample).items()}
    store = sample.register("documents")
    own = next(one for one in store.all() if one.is_period_report)
    store.delete(own.id)
    assert {name: table.to_csv() for name, table in tables_of(sample).items()} == before


def test_row_types_name_their_fields():
    for register in REGISTERS.values():
        for name, spec in register.specs.items():
            if spec.kind is FieldKind.ROWS:
                assert set(register.words.rows[name]) == set(specs_of(spec.row))


def test_who_stands_for_a_household_and_where_it_lives_stay_home():
    columns = flat_fields(REGISTERS["enterprises"])
    assert "name" in columns
    assert not {"representative", "address", "phone"} & set(columns)

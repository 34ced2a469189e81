"""The template: filled with a year and read back it gives the same year."""

import itertools

import pytest

from desktop_app.domain.import_preview import RowState
from desktop_app.domain.registers import REGISTERS
from desktop_app.errors import ExportError
from desktop_app.exchange.spreadsheet import archive
from desktop_app.exchange.spreadsheet.columns import EXAMPLE_MARK, columns_of
from desktop_app.exchange.spreadsheet.headings import meaning
from desktop_app.exchange.spreadsheet.reading import read_book
from desktop_app.exchange.spreadsheet.template import sheet_name, write_template
from desktop_app.ledger import create_ledger


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "Biểu mẫu.xlsx"
    write_template(path, year=2023)
    return path


def test_one_sheet_for_each_register_and_the_instructions_first(template):
    book = read_book(template)
    assert [one.name for one in book.sheets] == [
        "Hướng dẫn",
        *(sheet_name(one) for one in REGISTERS.values()),
        "Danh mục",
    ]
    assert book.sheets[-1].hidden
    guide = [str(row[1]) for row in book.sheets[0].rows if len(row) > 1]
    assert any("hoàn tác" in text for text in guide)


@pytest.mark.parametrize("name", REGISTERS)
def test_every_heading_is_understood_and_the_id_is_last(template, name):
    register = REGISTERS[name]
    sheet = next(one for one in read_book(template).sheets if one.name == sheet_name(register))
    headings = [str(text) for text in sheet.rows[0]]
    assert headings[-1] == "Mã"
    columns = columns_of(name, personal=False)
    assert [meaning(name, heading) for heading in headings] == [*(one.key for one in columns), "id"]
    assert [row[-1] for row in sheet.rows[1:]] == [EXAMPLE_MARK] * 2


@pytest.mark.parametrize("name", REGISTERS)
def test_headings_differ(name):
    headings = [column.heading for column in columns_of(name)]
    assert len(set(headings)) == len(headings)


def test_an_untouched_template_brings_nothing(template, ledger):
    preview = ledger.spreadsheets.preview(template)
    assert {row.state for row in preview.rows} == {RowState.SKIPPED}
    assert len(preview.rows) == 2 * len(REGISTERS)
    assert [one.match.register for one in preview.sheets if one.match.register] == list(REGISTERS)
    assert not any(one.match.unknown for one in preview.sheets)


def test_the_examples_themselves_are_right(template, ledger):
    """Without their mark the examples would be rows without an error."""
    parts = archive.read_parts(template, template.read_bytes())
    strings = parts["xl/sharedStrings.xml"].decode()
    parts["xl/sharedStrings.xml"] = strings.replace(f">{EXAMPLE_MARK}<", "><").encode()
    template.write_bytes(archive.repack(parts).getvalue())
    rows = ledger.spreadsheets.preview(template).rows
    assert len(rows) == 2 * len(REGISTERS)
    assert [
        (row.sheet, row.state, row.problems, row.remarks) for row in rows if row.state is not RowState.NEW
    ] == []


def test_personal_columns_only_when_asked_for(tmp_path):
    for personal in (False, True):
        path = tmp_path / f"{personal}.xlsx"
        write_template(path, ["awards"], personal=personal)
        headings = read_book(path).sheets[1].rows[0]
        assert ("Số định danh cá nhân" in headings) is personal


def test_drop_down_lists_stand_on_the_hidden_sheet(template):
    lists = read_book(template).sheets[-1]
    columns = itertools.zip_longest(*lists.rows, fillvalue="")
    assert any("Dự kiến" in column for column in columns)


def test_a_year_comes_back_from_its_template(sample, tmp_path):
    path = tmp_path / "năm.xlsx"
    sample.spreadsheets.write_template(path, personal=True, with_records=True)
    preview = sample.spreadsheets.preview(path)
    assert {row.state for row in preview.rows} == {RowState.SAME, RowState.SKIPPED}
    assert preview.open_questions == ()


def said(value):
    """Return what a value says: a paper that is not there is as good as one not named."""
    return {key: one for key, one in value.items() if one is not False} if isinstance(value, dict) else value


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_a_year_through_the_template_gives_the_same_totals(sample_of, district, tmp_path, clock):
    sample = sample_of(district)
    path = tmp_path / "năm.xlsx"
    sample.spreadsheets.write_template(path, personal=True, with_records=True)
    year = sample.year
    with create_ledger(tmp_path / "khác.sohangviet", sample.office, sample.plan(year), year, clock) as other:
        other.reports.save_period(sample.reports.period(year))
        result = other.spreadsheets.apply(other.spreadsheets.preview(path))
        assert result.changed == 0
        assert other.totals(year) == sample.totals(year)
        for name in REGISTERS:
            mine = {one.id: one for one in other.register(name).everything()}
            for record in sample.register(name).everything():
                for field in record.__dataclass_fields__.keys() & REGISTERS[name].specs.keys():
                    assert said(getattr(mine[record.id], field)) == said(getattr(record, field)), (
                        name,
                        field,
                    )


def test_a_template_that_cannot_be_written(tmp_path):
    with pytest.raises(ExportError):
        write_template(tmp_path / "không có" / "mẫu.xlsx")

"""The formulas of every annex of both sample districts give what the report says."""

import pytest

from desktop_app.ledger import create_sample_ledger
from desktop_app.report.formulas import FormulaKind, holds


@pytest.mark.parametrize("district", ["ham_thuan_bac", "thap_muoi"])
def test_every_formula_gives_the_figure_of_the_report(tmp_path, district):
    with create_sample_ledger(tmp_path / "sổ.sohangviet", district) as ledger:
        report = ledger.report(ledger.reports.period(ledger.year))
    kinds = set()
    for _, table in report.tables():
        for (row, column), formula in table.formulas.items():
            if table.rows[row][column] is not None:
                assert holds(formula, table.rows, table.rows[row][column]), (table.key, row, column)
                kinds.add((table.key, formula.kind))
    assert {("figures", FormulaKind.SUM), ("figures", FormulaKind.SHARE)} <= kinds
    assert {("conferences", FormulaKind.SUM), ("fairs", FormulaKind.SUM)} <= kinds


def test_changes_follow_from_both_periods(tmp_path):
    with create_sample_ledger(tmp_path / "sổ.sohangviet") as ledger:
        period = ledger.reports.period(ledger.year)
        source = ledger.source(period)
    from_before = [row for row in _compared(source) if row[0] is not None]
    assert from_before


def _compared(source):
    from desktop_app.report.comparison import PreviousFigures
    from desktop_app.report.tables.figures import figures_table

    table = figures_table(source.figures, source.indicators, PreviousFigures("năm 2022", source.figures))
    rows = []
    for (row, column), formula in table.formulas.items():
        if formula.kind is FormulaKind.CHANGE:
            assert holds(formula, table.rows, table.rows[row][column])
            rows.append(table.rows[row])
    return rows


def test_definitions_tell_every_printed_indicator(tmp_path):
    with create_sample_ledger(tmp_path / "sổ.sohangviet") as ledger:
        source = ledger.source(ledger.reports.period(ledger.year))
        report = ledger.report(ledger.reports.period(ledger.year))
    told = [row[1] for row in report.definitions.rows]
    assert told == [one.code for one in source.indicators if one.code in source.figures.indicators]
    assert all(str(cell).strip() for row in report.definitions.rows for cell in row)

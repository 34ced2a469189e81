"""The problems that the export would show."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from desktop_app.commands.common import (
    AS_JSON,
    DATA_PROBLEMS,
    LEDGER,
    PERIOD,
    YEAR,
    clock_of,
    exit_codes,
    print_json,
)
from desktop_app.commands.usage import command
from desktop_app.ledger import open_ledger


@command()
@LEDGER
@YEAR
@PERIOD
@AS_JSON
@click.pass_context
def check(context: click.Context, ledger_path: Path, year: int, code: str, as_json: bool) -> None:
    """Kiểm tra số liệu trước khi xuất báo cáo."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        problems = ledger.check(ledger.reports.period(year, code))
    errors = [one for one in problems if one.severity.value == "error"]
    warnings = [one for one in problems if one.severity.value == "warning"]
    if as_json:
        print_json({"errors": [asdict(one) for one in errors], "warnings": [asdict(one) for one in warnings]})
    else:
        for problem in problems:
            click.echo(f"{'Lỗi' if problem in errors else 'Cần xem lại'}: {problem.sentence}")
        if not problems:
            click.echo("Không có lỗi, không có mục cần xem lại.")
    if errors:
        sys.exit(DATA_PROBLEMS)

"""The totals of a year."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.common import AS_JSON, LEDGER, YEAR, clock_of, exit_codes, print_json
from desktop_app.commands.usage import command
from desktop_app.domain.contents import load_contents
from desktop_app.domain.indicators import load_indicators
from desktop_app.ledger import open_ledger
from desktop_app.vietnamese.numbers import format_decimal, format_integer, format_money


@command()
@LEDGER
@YEAR
@AS_JSON
@click.pass_context
def totals(context: click.Context, ledger_path: Path, year: int, as_json: bool) -> None:
    """In tổng số liệu của báo cáo năm."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        result = ledger.totals(year)
    if as_json:
        print_json(result)
        return
    for line in _lines(result):
        click.echo(line)


def _lines(result: dict[str, Any]) -> list[str]:
    lines = [f"Hoạt động: {result['activities']}"]
    counts = result["activities_by_content"]
    lines += [
        f"  {one.code} {one.short_name}: {counts[one.code]}" for one in load_contents() if one.code in counts
    ]
    for indicator in load_indicators():
        value = result["indicators"].get(indicator.code)
        if value:
            shown = format_integer(value) if isinstance(value, int) else format_decimal(value)
            lines.append(f"{indicator.label}: {shown} {indicator.unit}")
    lines.append(f"Tổng kinh phí: {format_money(result['funds_vnd']['total'])}")
    return lines

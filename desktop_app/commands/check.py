"""The problems that the export would show."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from desktop_app.report.checks import Problem, Review


@command()
@LEDGER
@YEAR
@PERIOD
@AS_JSON
@click.pass_context
def check(context: click.Context, ledger_path: Path, year: int, code: str, as_json: bool) -> None:
    """Kiểm tra số liệu trước khi xuất báo cáo."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        review = ledger.review(ledger.reports.period(year, code))
    errors = [one for one in review.problems if one.is_error]
    warnings = [one for one in review.problems if not one.is_error]
    if as_json:
        print_json(
            {
                "errors": [_as_data(one, review) for one in errors],
                "warnings": [_as_data(one, review) for one in warnings],
            }
        )
    else:
        for problem in review.problems:
            click.echo(_line(problem, review))
        if not review.problems:
            click.echo("Không có lỗi, không có mục cần xem lại.")
    if errors:
        sys.exit(DATA_PROBLEMS)


def _as_data(problem: "Problem", review: "Review") -> dict[str, str]:
    reason = review.reason_of(problem)
    return {
        "key": problem.key,
        "severity": str(problem.severity),
        "kind": str(problem.kind),
        "sentence": problem.sentence,
        "place": problem.place,
        "record_id": problem.record_id,
        "field": problem.field,
        "reason": reason.reason if reason else "",
    }


def _line(problem: "Problem", review: "Review") -> str:
    reason = review.reason_of(problem)
    told = f" (Lý do: {reason.reason})" if reason else ""
    return f"{'Lỗi' if problem.is_error else 'Cần xem lại'}: {problem.sentence}{told}"

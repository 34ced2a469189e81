"""What all commands share: exit codes, options, printing for people and for programs."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, TypeVar

import click

from desktop_app.commands.usage import FilePath, OneOf, Year, option
from desktop_app.domain.periods import KINDS
from desktop_app.errors import (
    ExportError,
    HandoverFileError,
    LedgerFileError,
    ReplyFileError,
    ResourceError,
    SheetFileError,
    UserError,
)
from desktop_app.ledger import Clock, system_clock

FILE_ERRORS = (
    LedgerFileError, ResourceError, ExportError, SheetFileError, ReplyFileError, HandoverFileError,
)  # fmt: skip
DATA_PROBLEMS, FILE_UNUSABLE = 1, 3
"""Exit codes; 0 is done, 2 (click's own) is wrong usage."""

F = TypeVar("F", bound=Callable[..., Any])

LEDGER = option(
    "--ledger",
    "ledger_path",
    required=True,
    type=FilePath(),
    metavar="TỆP",
    help="Tệp sổ (.sohangviet).",
)
YEAR = option("--year", required=True, type=Year(), metavar="NĂM", help="Năm báo cáo.")
PERIOD = option(
    "--period",
    "code",
    default="",
    type=OneOf(lambda: [kind.code for kind in KINDS]),
    metavar="KỲ",
    help="6T, Q1 … Q4, GD (giai đoạn), DX (chuyên đề, đột xuất); bỏ trống cho cả năm.",
)
AS_JSON = option("--json", "as_json", is_flag=True, help="In JSON cho chương trình đọc.")


def print_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Print one JSON value, in UTF-8 whatever the console."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


@contextmanager
def exit_codes() -> Iterator[None]:
    """Turn problems into a sentence on the error stream and the exit code that programs expect."""
    try:
        yield
    except FILE_ERRORS as error:
        click.echo(str(error), err=True)
        sys.exit(FILE_UNUSABLE)
    except UserError as error:
        click.echo(str(error), err=True)
        sys.exit(DATA_PROBLEMS)


def clock_of(context: click.Context) -> Clock:
    """Return the clock of this run: the computer's, or the day given with --today at noon."""
    today: date | None = context.find_root().params.get("today")
    if today is None:
        return system_clock
    fixed = datetime.combine(today, time(12)).astimezone()
    return lambda: fixed

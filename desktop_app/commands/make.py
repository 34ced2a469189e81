"""Make a ledger: empty for a unit, or with a sample year."""

import json
from pathlib import Path

import click

from desktop_app.commands.common import LEDGER, YEAR, clock_of, exit_codes
from desktop_app.commands.usage import FilePath, OneOf, command, option
from desktop_app.domain.plans import available_plans, load_plan
from desktop_app.errors import ResourceError
from desktop_app.exchange.sample import DISTRICTS
from desktop_app.exchange.unit_file import office_of_unit
from desktop_app.ledger import create_ledger, create_sample_ledger


@command()
@LEDGER
@option(
    "--unit",
    "unit_file",
    required=True,
    type=FilePath(),
    metavar="UNIT.json",
    help="Tệp mô tả đơn vị.",
)
@option(
    "--plan",
    "plan_code",
    required=True,
    type=OneOf(lambda: [plan.code for plan in available_plans()]),
    metavar="MÃ",
    help="Mã kế hoạch, ví dụ BT2023.",
)
@YEAR
@click.pass_context
def new(context: click.Context, ledger_path: Path, unit_file: Path, plan_code: str, year: int) -> None:
    """Tạo sổ mới, chưa có hoạt động, cho một đơn vị."""
    with exit_codes():
        try:
            raw = json.loads(unit_file.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            raise ResourceError(
                f"Không đọc được tệp đơn vị “{unit_file}”. Hãy kiểm tra đường dẫn và nội dung JSON của tệp."
            ) from error
        office = office_of_unit(raw, unit_file.name)
        plan = load_plan(plan_code)
        with create_ledger(ledger_path, office, plan, year, clock_of(context)) as ledger:
            ledger.planning.set_up(year, plan)
            click.echo(f"Đã tạo sổ “{ledger_path}” cho {office.unit_name}, năm {year}.")


@command()
@LEDGER
@option(
    "--district",
    type=OneOf(lambda: DISTRICTS),
    default=DISTRICTS[0],
    show_default=True,
    metavar="HUYỆN",
    help=f"Huyện mẫu: {' hoặc '.join(DISTRICTS)}.",
)
@click.pass_context
def sample(context: click.Context, ledger_path: Path, district: str) -> None:
    """Tạo sổ có số liệu mẫu (hư cấu) của một huyện trong một năm; không ghi đè sổ đã có."""
    with exit_codes(), create_sample_ledger(ledger_path, district, clock_of(context)) as ledger:
        click.echo(f"Đã tạo sổ mẫu “{ledger_path}”: {ledger.office.unit_name}, năm {ledger.year}.")

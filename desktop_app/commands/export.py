"""The report folder."""

from pathlib import Path

import click

from desktop_app.commands.common import AS_JSON, LEDGER, PERIOD, YEAR, clock_of, exit_codes, print_json
from desktop_app.commands.usage import FilePath, command, option
from desktop_app.ledger import open_ledger


@command()
@LEDGER
@YEAR
@PERIOD
@option("--out", required=True, type=FilePath(), metavar="THƯ_MỤC", help="Nơi chứa báo cáo.")
@option(
    "--reason", default="", metavar="LÝ_DO", help="Vì sao vẫn xuất khi còn mục cần xem lại; được lưu lại."
)
@AS_JSON
@click.pass_context
def export(
    context: click.Context, ledger_path: Path, year: int, code: str, out: Path, reason: str, as_json: bool
) -> None:
    """Xuất báo cáo (PDF, Word, Excel), gói dữ liệu và thư soạn sẵn vào một thư mục mới."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        period = ledger.reports.period(year, code)
        warnings = [one.sentence for one in ledger.check(period) if one.severity.value == "warning"]
        result = ledger.export(period, out, reason=reason)
    if as_json:
        print_json(
            {
                "folder": str(result.folder),
                "files": [str(file) for file in result.files],
                "package": str(result.package),
                "revision": result.revision,
                "check_code": result.check_code,
                "warnings": warnings,
                "notes": list(result.notes),
            }
        )
        return
    for sentence in warnings:
        click.echo(f"Cần xem lại: {sentence}", err=True)
    for sentence in result.notes:
        click.echo(sentence, err=True)
    click.echo(f"Đã xuất báo cáo lần {result.revision}, mã kiểm tra {result.check_code}:")
    for file in result.files:
        click.echo(f"  {file}")

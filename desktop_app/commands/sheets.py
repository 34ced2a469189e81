"""Excel in and back out: the template, an import with its preview, and taking back."""

import sys
from pathlib import Path
from typing import Any

import click

from desktop_app.commands.common import (
    AS_JSON,
    DATA_PROBLEMS,
    LEDGER,
    clock_of,
    exit_codes,
    print_json,
)
from desktop_app.commands.usage import FilePath, OneOf, command, option
from desktop_app.domain.import_preview import ImportPreview, ImportResult, RowPreview, RowState, SheetChoice
from desktop_app.domain.registers import REGISTERS
from desktop_app.exchange.spreadsheet.template import write_template
from desktop_app.ledger import open_ledger
from desktop_app.vietnamese.legacy_fonts import LegacyEncoding

_UNICODE = "unicode"
_ENCODINGS = ("", _UNICODE, LegacyEncoding.TCVN3.value, LegacyEncoding.VNI.value)
_WORDS = {
    RowState.NEW: "mới",
    RowState.CHANGED: "thay đổi",
    RowState.SAME: "giống sổ",
    RowState.ERROR: "lỗi",
    RowState.DOUBTFUL: "chưa rõ",
    RowState.SKIPPED: "bỏ qua",
}


@command()
@option("--out", required=True, type=FilePath(), metavar="TỆP.xlsx", help="Tệp biểu mẫu sẽ tạo.")
@option("--ledger", "ledger_path", type=FilePath(), metavar="TỆP", help="Ghi sẵn các mục của sổ này.")
@option("--personal", is_flag=True, help="Có cả cột dữ liệu cá nhân.")
@click.pass_context
def template(context: click.Context, out: Path, ledger_path: Path | None, personal: bool) -> None:
    """Tạo biểu mẫu Excel để ghi số liệu rồi nhập vào sổ."""
    with exit_codes():
        if ledger_path is None:
            write_template(out, personal=personal, year=clock_of(context)().year)
        else:
            with open_ledger(ledger_path, clock_of(context)) as ledger:
                ledger.spreadsheets.write_template(out, personal=personal, with_records=True)
    click.echo(f"Đã tạo biểu mẫu “{out}”.")


@command("import")
@LEDGER
@click.argument("sheet", metavar="BẢNG_TÍNH", type=FilePath())
@option("--dry-run", is_flag=True, help="Chỉ xem trước, không ghi.")
@option(
    "--register",
    default="",
    type=OneOf(lambda: ["", *REGISTERS]),
    metavar="SỔ",
    help="Sổ nhận mọi tờ; bỏ trống để nhận biết theo tiêu đề.",
)
@option(
    "--encoding",
    default="",
    type=OneOf(lambda: _ENCODINGS),
    metavar="BẢNG_MÃ",
    help="unicode, tcvn3 hoặc vni: bảng mã của chữ khi phông không cho biết.",
)
@AS_JSON
@click.pass_context
def import_(
    context: click.Context,
    ledger_path: Path,
    sheet: Path,
    dry_run: bool,
    register: str,
    encoding: str,
    as_json: bool,
) -> None:
    """Nhập bảng tính (.xlsx, .xls, .ods) vào sổ; có lỗi thì không ghi gì."""
    choice = SheetChoice(
        register=register,
        encoding=LegacyEncoding(encoding) if encoding not in ("", _UNICODE) else None,
        encoding_is_known=bool(encoding),
    )
    result: ImportResult | None = None
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        preview = ledger.spreadsheets.preview(sheet, {"": choice})
        wrong = bool(preview.open_questions)
        if not dry_run and not wrong and preview.has_something_to_write:
            result = ledger.spreadsheets.apply(preview)
    if as_json:
        print_json(_as_json(preview, result))
    else:
        _print(preview, result)
    if wrong:
        sys.exit(DATA_PROBLEMS)


@command()
@LEDGER
@AS_JSON
@click.pass_context
def undo(context: click.Context, ledger_path: Path, as_json: bool) -> None:
    """Hoàn tác thao tác cuối cùng (lưu, xóa, nhập bảng tính …)."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        operation = ledger.operations.undo()
    if as_json:
        print_json({"operation": operation.id, "kind": operation.kind, "label": operation.label})
    else:
        click.echo(f"Đã hoàn tác: {operation.label}")


def _as_json(preview: ImportPreview, result: ImportResult | None) -> dict[str, Any]:
    return {
        "file": preview.file,
        "written": result is not None,
        "backup": result.backup if result else None,
        "counts": {state.value: preview.count(state) for state in RowState},
        "questions": list(preview.open_questions),
        "notes": list(preview.notes),
        "sheets": [
            {
                "name": sheet.name,
                "register": sheet.match.register,
                "columns": {one.letters: one.key for one in sheet.match.columns},
                "guess": sheet.guess.encoding.value if sheet.guess else None,
                "notes": list(sheet.notes),
            }
            for sheet in preview.sheets
        ],
        "rows": [_row_as_json(row) for row in preview.rows],
    }


def _row_as_json(row: RowPreview) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "state": row.state.value,
        "title": row.title,
        "problems": [[one.address, one.label, one.sentence] for one in row.problems],
        "changes": [[one.label, one.old, one.new] for one in row.changes],
        "candidates": [one.id for one in row.candidates],
        "remarks": list(row.remarks),
    }


def _print(preview: ImportPreview, result: ImportResult | None) -> None:
    for sheet in preview.sheets:
        for note in sheet.notes:
            click.echo(f"Tờ “{sheet.name}”: {note}")
    for row in preview.rows:
        if row.state in (RowState.ERROR, RowState.DOUBTFUL):
            for problem in row.problems:
                click.echo(f"{row.sheet} {problem.address}, {problem.label}: {problem.sentence}", err=True)
        if row.remarks and row.state is not RowState.SAME:
            click.echo(f"{row.sheet}, dòng {row.row}: {' '.join(row.remarks)}")
    counted = ", ".join(f"{preview.count(state)} {word}" for state, word in _WORDS.items())
    click.echo(f"Các dòng: {counted}.")
    for question in preview.open_questions:
        click.echo(question, err=True)
    if result is not None:
        click.echo(
            f"Đã nhập {result.added} mục mới, sửa {result.changed} mục. Bản sao trước khi nhập: {result.backup}"
        )
    elif preview.open_questions or preview.has_something_to_write:
        click.echo("Chưa ghi gì vào sổ.")
    else:
        click.echo("Không có gì mới để ghi.")

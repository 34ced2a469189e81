"""Answering a report, and reading the answer: the upper level's `reply`, the lower level's `open-reply`."""

import csv
import io
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from desktop_app.commands.common import AS_JSON, LEDGER, clock_of, exit_codes, print_json
from desktop_app.commands.usage import FilePath, OneOf, command, option
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.report_issue import REPLY_WORDS, Reply, ReplyItem, ReplyKind
from desktop_app.errors import InvalidValueError, SheetFileError
from desktop_app.exchange.package_contents import PackageContents, read_package
from desktop_app.exchange.reply_file import write_reply
from desktop_app.exchange.tabular import unguarded
from desktop_app.ledger import open_ledger
from desktop_app.vietnamese.dates import format_date, parse_date


@command()
@click.argument("package", type=FilePath(), metavar="GÓI.zip")
@option(
    "--kind",
    required=True,
    type=OneOf(lambda: [one.value for one in ReplyKind]),
    metavar="LOẠI",
    help="receipt (đã nhận), correction (đề nghị chỉnh sửa) hoặc accepted (đã tiếp nhận).",
)
@option("--out", required=True, type=FilePath(), metavar="THƯ_MỤC", help="Nơi chứa tệp phản hồi.")
@option("--reason", default="", metavar="LÝ_DO", help="Vì sao trả lại, hoặc lời nhắn.")
@option("--deadline", default="", metavar="NGÀY", help="Hạn gửi lại, ví dụ 05/12/2023.")
@option(
    "--item",
    "items",
    multiple=True,
    metavar="SỔ:MÃ:NỘI_DUNG",
    help="Một mục cần sửa, ví dụ activities:1a2b…:“Thiếu số người dự”; ghi được nhiều lần.",
)
@option("--sender", default="", metavar="TÊN", help="Cơ quan phản hồi.")
@AS_JSON
@click.pass_context
def reply(
    context: click.Context,
    package: Path,
    kind: str,
    out: Path,
    reason: str,
    deadline: str,
    items: tuple[str, ...],
    sender: str,
    as_json: bool,
) -> None:
    """Lập tệp phản hồi (PhanHoi_….json) cho một gói báo cáo đã nhận."""
    with exit_codes():
        today = clock_of(context)().date()
        contents = read_package(package)
        if kind == ReplyKind.CORRECTION and not (reason.strip() or items):
            raise InvalidValueError("Đề nghị chỉnh sửa phải ghi lý do (--reason) hoặc mục cần sửa (--item).")
        told = Reply(
            kind=ReplyKind(kind),
            replied_on=today,
            sender=sender,
            reason=reason,
            due_on=_deadline(deadline, today),
            items=tuple(_item(contents, one) for one in items),
        )
        path = write_reply(contents.about, told, out)
    if as_json:
        print_json({"file": str(path), "kind": kind, "items": [asdict(one) for one in told.items]})
        return
    about = contents.about
    click.echo(
        f"Đã lập phản hồi “{REPLY_WORDS[told.kind]}” cho {about.unit_name}, năm {about.year}, lần {about.revision}:"
    )
    click.echo(f"  {path}")


@command("open-reply")
@LEDGER
@click.argument("reply_file", type=FilePath(), metavar="PHẢN_HỒI.json")
@AS_JSON
@click.pass_context
def open_reply(context: click.Context, ledger_path: Path, reply_file: Path, as_json: bool) -> None:
    """Ghi phản hồi của cấp trên vào sổ."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        desk = ledger.reporting.issuing
        opened = desk.read_reply(reply_file)
        told = opened.reply if opened.is_noted else desk.note_reply(opened.period, opened.reply)
        state = desk.view(opened.period).current.state
    if as_json:
        print_json(
            {
                "year": opened.period.year,
                "period": opened.period.code,
                "revision": told.revision,
                "kind": told.kind.value,
                "state": state.value,
                "reason": told.reason,
                "due_on": told.due_on.isoformat() if told.due_on else None,
                "items": [asdict(one) for one in told.items],
                "already_noted": opened.is_noted,
            }
        )
        return
    noted = "Phản hồi này đã có trong sổ" if opened.is_noted else "Đã ghi phản hồi vào sổ"
    click.echo(f"{noted}: báo cáo {opened.period.title}, lần {told.revision} – {REPLY_WORDS[told.kind]}.")
    for line in _lines(told):
        click.echo(f"  {line}")


def _lines(told: Reply) -> list[str]:
    lines = [f"Lý do: {told.reason}"] if told.reason else []
    lines += [f"Hạn gửi lại: {format_date(told.due_on)}"] if told.due_on else []
    return lines + [
        f"- {one.title}: {one.sentence}" if one.title else f"- {one.sentence}" for one in told.items
    ]


def _deadline(text: str, today: date) -> date | None:
    if not text.strip():
        return None
    day = parse_date(text, today=today)
    if day < today:
        raise InvalidValueError(f"Hạn gửi lại {format_date(day)} đã qua; hãy ghi một ngày từ hôm nay trở đi.")
    return day


def _item(contents: PackageContents, text: str) -> ReplyItem:
    """Read "SỔ:MÃ:NỘI_DUNG" and look the record's name up in the package; without a register it is a remark."""
    register, _, rest = text.partition(":")
    record_id, _, sentence = rest.partition(":")
    if not text.strip():
        raise InvalidValueError("Mục cần sửa (--item) đang trống; hãy ghi nội dung cần sửa.")
    if register not in REGISTERS:
        if register.strip() and not rest:
            return ReplyItem(sentence=text.strip())
        known = ", ".join(REGISTERS)
        raise InvalidValueError(f"Mục “{text}”: không có sổ “{register}”; hãy dùng một trong: {known}.")
    if not sentence.strip():
        raise InvalidValueError(f"Mục “{text}” phải ghi dạng SỔ:MÃ:NỘI_DUNG.")
    title = _title(contents, register, record_id.strip())
    return ReplyItem(sentence=sentence.strip(), register=register, record_id=record_id.strip(), title=title)


def _title(contents: PackageContents, register: str, record_id: str) -> str:
    file = f"data/{register}.csv"
    try:
        rows = csv.DictReader(io.StringIO(contents.files.get(file, b"").decode("utf-8-sig"), newline=""))
        for row in rows:
            if row.get("id") == record_id:
                return unguarded(row.get(REGISTERS[register].naming_field) or "")
    except (csv.Error, UnicodeDecodeError) as error:
        raise SheetFileError(f"Bảng {file} trong gói báo cáo bị hỏng; hãy xin đơn vị gửi lại gói.") from error
    raise InvalidValueError(
        f"Gói báo cáo không có bản ghi mã “{record_id}” trong sổ {register}; "
        f"hãy kiểm tra lại mã trong data/{register}.csv."
    )

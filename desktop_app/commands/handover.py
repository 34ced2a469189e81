"""Handing a ledger over to a successor, and taking one over; the password never stands on the command line."""

import os
import sys
from pathlib import Path

import click

from desktop_app.commands.common import AS_JSON, LEDGER, clock_of, exit_codes, print_json
from desktop_app.commands.usage import FilePath, command, option
from desktop_app.domain.handover import FILE_SUFFIX, HandoverWish
from desktop_app.errors import InvalidValueError
from desktop_app.ledger import open_ledger
from desktop_app.ledger.making import user_name
from desktop_app.ledger.taking_over import Taking, read_handover, take_over, usual_place
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.sizes import format_size

PASSWORD_VARIABLE = "SOHANGVIET_PASSWORD"
_MOST_PASSWORD_BYTES = 10_000
_NO_PASSWORD = (
    f"Chưa có mật khẩu: hãy đưa bằng --password-file TỆP hoặc biến môi trường {PASSWORD_VARIABLE} "
    "(không ghi mật khẩu trên dòng lệnh)."
)

PASSWORD_FILE = option(
    "--password-file",
    type=FilePath(),
    metavar="TỆP",
    help=f"Tệp có mật khẩu ở dòng đầu; không có thì lấy biến {PASSWORD_VARIABLE}, không nữa thì hỏi.",
)


@command("hand-over")
@LEDGER
@option(
    "--out",
    required=True,
    type=FilePath(),
    metavar="NƠI_GHI",
    help="Tệp .bangiao, hoặc thư mục để chương trình đặt tên tệp.",
)
@option("--to", "receiver", required=True, metavar="TÊN", help="Người nhận: họ tên, chức vụ.")
@option("--by", "giver", default="", metavar="TÊN", help="Người giao: họ tên, chức vụ.")
@option("--note", default="", metavar="GHI_CHÚ", help="Ví dụ số biên bản bàn giao; nằm trong sổ.")
@PASSWORD_FILE
@AS_JSON
@click.pass_context
def hand_over(
    context: click.Context,
    ledger_path: Path,
    out: Path,
    receiver: str,
    giver: str,
    note: str,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Ghi cả sổ vào một tệp có mật khẩu cho người kế nhiệm; sau đó sổ này chỉ còn để xem."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        desk = ledger.reporting.handover
        password = _password(password_file, is_new=True)
        target = out if out.suffix.lower() == FILE_SUFFIX else desk.usual_place(out)
        given = desk.hand_over(HandoverWish(receiver=receiver, giver=giver, note=note), target, password)
        size = target.stat().st_size
    if as_json:
        told = {
            "file": str(target),
            "bytes": size,
            "receiver": given.receiver,
            "on": given.on,
            "id": given.id,
        }
        print_json(told)
        return
    click.echo(f"Đã lập tệp bàn giao “{target}” ({format_size(size)}) cho {given.receiver}.")
    click.echo(
        "Sổ này chỉ còn để xem. Hãy báo mật khẩu cho người nhận bằng đường khác; quên thì không lấy lại được."
    )


@command("take-over")
@click.argument("file", type=FilePath(), metavar="TỆP.bangiao")
@option(
    "--ledger",
    "target",
    required=True,
    type=FilePath(),
    metavar="NƠI_ĐỂ",
    help="Sổ mới (.sohangviet), hoặc thư mục để chương trình đặt tên; không ghi đè sổ đã có.",
)
@option("--by", "receiver", default="", metavar="TÊN", help="Người nhận, ghi vào sổ cùng ngày nhận.")
@PASSWORD_FILE
@AS_JSON
@click.pass_context
def take_over_(
    context: click.Context, file: Path, target: Path, receiver: str, password_file: Path | None, as_json: bool
) -> None:
    """Mở tệp bàn giao thành một sổ mới trên máy này."""
    with exit_codes():
        head = read_handover(file)
        password = _password(password_file, is_new=False)
        place = usual_place(head, target) if os.path.isdir(target) else target
        taking = Taking(file=file, password=password, target=place, receiver=receiver)
        made = take_over(taking, clock_of(context), user_name(), lambda _done, _total, _text="": None)
    if as_json:
        print_json({"ledger": str(made), "giver": head.giver, "on": head.handed_over_on, "id": head.id})
        return
    giver = f" của {head.giver}" if head.giver else ""
    click.echo(f"Đã nhận bàn giao{giver} (ngày {format_date(head.handed_over_on)}): “{made}”.")


def _password(file: Path | None, *, is_new: bool) -> str:
    """Return the password from a file, the environment or the keyboard.

    Raises:
        InvalidValueError: there is none, or its file cannot be read.
    """
    if file is not None:
        return _from_file(file)
    given = os.environ.get(PASSWORD_VARIABLE, "")
    if given:
        return given
    if not _has_keyboard():
        raise InvalidValueError(_NO_PASSWORD)
    typed = _asked("Mật khẩu của tệp bàn giao")
    if is_new and typed != _asked("Gõ lại mật khẩu"):
        raise InvalidValueError("Hai lần gõ mật khẩu khác nhau; hãy làm lại.")
    return typed


def _has_keyboard() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asked(text: str) -> str:
    return str(click.prompt(text, hide_input=True, prompt_suffix=": "))


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            lines = opened.read(_MOST_PASSWORD_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidValueError(
            f"Không đọc được mật khẩu trong tệp “{file.name}”; tệp phải là văn bản UTF-8."
        ) from error
    if not lines or not lines[0]:
        raise InvalidValueError(f"Tệp “{file.name}” không có mật khẩu ở dòng đầu.")
    return lines[0]

"""Help and complaints of the command line in Vietnamese; click itself speaks English."""

import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from desktop_app.domain.periods import EARLIEST_YEAR, LATEST_YEAR

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Các lệnh"}
_HELP = "In hướng dẫn này."


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Option(click.Option):
    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own type is private
        return {}

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None:
            return None
        notes = ["bắt buộc"] if self.required else []
        if self.show_default:
            notes.append(f"mặc định: {self.default}")
        return (record[0], f"{record[1]}  [{'; '.join(notes)}]") if notes else record


class _Command(click.Command):
    context_class = _Context

    def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401 - handed on to click
        super().__init__(*arguments, **{"options_metavar": "[TÙY_CHỌN]…"} | settings)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option


class Group(_Command, click.Group):
    """All commands; wrong usage ends with a Vietnamese sentence and exit code 2."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:  # noqa: ANN401 - handed on to click
        super().__init__(*arguments, **{"subcommand_metavar": "LỆNH [THAM_SỐ]…"} | settings)

    def main(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401 - as in click
        """Run a command and end the program with its exit code."""
        try:
            code = super().main(*arguments, **settings | {"standalone_mode": False})
        except click.ClickException as error:
            click.echo(self._complaint(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("Đã dừng theo yêu cầu.", err=True)
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)

    def _complaint(self, error: click.ClickException) -> str:
        context = getattr(error, "ctx", None)
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            return error.message
        usage = (
            f"{context.get_usage()}\nGhi “{context.command_path} --help” để xem hướng dẫn.\n\n"
            if context
            else ""
        )
        return f"{usage}Lỗi: {self._sentence(error)}"

    def _sentence(self, error: click.ClickException) -> str:
        match error:
            case click.MissingParameter(param=click.Parameter() as parameter):
                return f"Thiếu {_name(parameter)}."
            case click.BadParameter(param=click.Parameter() as parameter, message=message):
                return f"{message} (ở {_name(parameter)})"
            case click.NoSuchOption(option_name=name, possibilities=near):
                return f"Không có tùy chọn “{name}”.{_perhaps(near)}"
            case click.NoSuchCommand(command_name=name, possibilities=near):
                return f"Không có lệnh “{name}”.{_perhaps(near)}"
            case click.BadOptionUsage(option_name=name):
                takes_none = "không nhận giá trị" if self._is_flag(name) else "cần một giá trị đi kèm"
                return f"Tùy chọn “{name}” {takes_none}."
            case click.UsageError(ctx=click.Context(command=click.Group())):
                return "Thiếu tên lệnh."
        extra = re.search(r"\((.*)\)", error.message)
        return f"Thừa tham số trên dòng lệnh{f': {extra[1]}' if extra else ''}."

    def _is_flag(self, name: str) -> bool:
        parameters = [one for command in (self, *self.commands.values()) for one in command.params]
        flags = {
            word for one in parameters if isinstance(one, click.Option) and one.is_flag for word in one.opts
        }
        return name in flags or name in ("-h", "--help")


def _name(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return f"tùy chọn {parameter.opts[0]} {parameter.metavar or ''}".rstrip()
    return f"tham số {parameter.metavar or parameter.name}"


def _perhaps(near: Sequence[str] | None) -> str:
    return f" Có phải {' hoặc '.join(near)}?" if near else ""


class FilePath(click.ParamType[Path]):
    """A path; an empty one, as a script's unset variable gives it, is no path."""

    name = "đường dẫn"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path."""
        text = str(value)
        if not text.strip():
            self.fail("Đường dẫn còn trống; hãy ghi tên tệp hoặc thư mục.", param, ctx)
        return Path(text)


class Year(click.ParamType[int]):
    """A year of reports."""

    name = "năm"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and EARLIEST_YEAR <= int(text) <= LATEST_YEAR):
            self.fail(
                f"“{text}” không phải là năm từ {EARLIEST_YEAR} đến {LATEST_YEAR}; hãy ghi như 2023.",
                param,
                ctx,
            )
        return int(text)


class OneOf(click.ParamType[str]):
    """One of some words, their case apart; the words are read when one is typed."""

    name = "mã"

    def __init__(self, words: Callable[[], Sequence[str]]) -> None:
        self._words = words

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word as it is written in the list."""
        words = {word.casefold(): word for word in self._words()}
        typed = str(value).casefold()
        if typed not in words:
            known = ", ".join(filter(None, words.values()))
            self.fail(f"Không có “{value}”; hãy dùng một trong: {known}.", param, ctx)
        return words[typed]


option = partial(click.option, cls=_Option)
command = partial(click.command, cls=_Command)

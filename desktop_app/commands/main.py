"""The group of all commands, and the options before them."""

from datetime import date, datetime

import click

from desktop_app.commands.check import check
from desktop_app.commands.export import export
from desktop_app.commands.handover import hand_over, take_over_
from desktop_app.commands.make import new, sample
from desktop_app.commands.replies import open_reply, reply
from desktop_app.commands.search import search
from desktop_app.commands.sheets import import_, template, undo
from desktop_app.commands.totals import totals
from desktop_app.commands.usage import Group, option
from desktop_app.version import VERSION


class _Day(click.ParamType[date]):
    name = "ngày"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"“{value}” không phải là ngày; hãy ghi như 2023-11-22.", param, ctx)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, "--version", message="Sổ Hàng Việt %(version)s", help="In phiên bản.")
@option("--today", type=_Day(), metavar="NGÀY", help="Coi ngày này (NĂM-THÁNG-NGÀY) là hôm nay.")
def main(today: object) -> None:
    """Sổ Hàng Việt: theo dõi, báo cáo Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”.

    Không ghi lệnh nào thì chương trình mở cửa sổ.
    """


for command in (
    new,
    sample,
    totals,
    search,
    check,
    export,
    template,
    import_,
    undo,
    reply,
    open_reply,
    hand_over,
    take_over_,
):
    main.add_command(command)

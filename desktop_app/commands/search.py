"""What the search box finds."""

from pathlib import Path

import click

from desktop_app.commands.common import AS_JSON, LEDGER, clock_of, exit_codes, print_json
from desktop_app.commands.usage import command
from desktop_app.ledger import open_ledger
from desktop_app.vietnamese.dates import format_date


@command()
@LEDGER
@click.argument("text", metavar="NỘI_DUNG")
@AS_JSON
@click.pass_context
def search(context: click.Context, ledger_path: Path, text: str, as_json: bool) -> None:
    """Tìm không dấu trong mọi sổ theo dõi."""
    with exit_codes(), open_ledger(ledger_path, clock_of(context)) as ledger:
        hits = ledger.search(text)
        words = {store.register.name: store.register.words.page for store in ledger.registers}
    if as_json:
        print_json(
            [
                {
                    "kind": hit.kind,
                    "id": hit.id,
                    "title": hit.title,
                    "date": hit.date.isoformat() if hit.date else None,
                }
                for hit in hits
            ]
        )
        return
    for hit in hits:
        day = format_date(hit.date) if hit.date else ""
        click.echo(f"{day}  {words[hit.kind]}  {hit.title}")
    if not hits:
        click.echo("Không tìm thấy.")

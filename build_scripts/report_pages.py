"""Pictures of the pages of exported reports, to be looked at: both sample districts and the stress ledgers.

    python3 build_scripts/report_pages.py                 all of them, into out/report_pages
    python3 build_scripts/report_pages.py thap_muoi       only some

Each folder holds sheets of pages: those of the PDF, and those of the Word and Excel files as LibreOffice prints them
where it is installed (Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui).
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import environment

OUT = environment.ROOT / "out" / "report_pages"
NOW = datetime(2023, 11, 22, 8, 30)
DPI = 60
COLUMNS, ROWS = 4, 2
FIRST, LAST = 24, 8
"""Of a long file only the first and the last pages are drawn."""


def main() -> int:
    """Draw the pages; return the exit code."""
    parser = argparse.ArgumentParser(description="Pictures of the pages of exported reports.")
    parser.add_argument("names", nargs="*", help="which ledgers; all of them without a name")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        environment.prepare(screen=False)
        return environment.run(__file__, "--inside", *options.names, PYTHONPATH=str(environment.ROOT))
    with tempfile.TemporaryDirectory() as name:
        for ledger in ledgers(Path(name), options.names):
            with ledger:
                draw(ledger, Path(name))
    return 0


def ledgers(folder: Path, names: list[str]) -> Iterator:  # desktop_app is imported late
    """Yield the wanted ledgers, each made when it is its turn."""
    from stress_ledgers import MAKERS

    from desktop_app.exchange.sample import DISTRICTS
    from desktop_app.ledger import create_sample_ledger

    for name in names or [*DISTRICTS, *MAKERS]:
        path = folder / f"{name}.sohangviet"
        yield MAKERS[name](path) if name in MAKERS else create_sample_ledger(path, name, lambda: NOW)


def draw(ledger, folder: Path) -> None:  # noqa: ANN001 - desktop_app is imported late
    """Export the report of a ledger and draw its pages."""
    name = ledger.path.stem
    result = ledger.export(ledger.reports.period(ledger.year), folder / name)
    target = OUT / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    office = shutil.which("soffice")
    for file in result.files:
        if file.suffix == ".pdf":
            count = sheets(file, target, "pdf")
        elif file.suffix in (".docx", ".xlsx") and office:
            count = sheets(_printed(office, file, folder), target, file.suffix[1:])
        else:
            continue
        print(f"{name}: {file.name}, {count} pages → {target}")


def _printed(office: str, file: Path, folder: Path) -> Path:
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder / "printed"), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "printed" / f"{file.stem}.pdf"


def sheets(file: Path, target: Path, prefix: str) -> int:
    """Draw the pages of a PDF, several on a picture; return how many it has."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(file) as document:
        count = len(document)
        wanted = [page for page in range(count) if page < FIRST or page >= count - LAST]
        for start in range(0, len(wanted), COLUMNS * ROWS):
            pages = [
                document[page].render(scale=DPI / 72).to_pil()
                for page in wanted[start : start + COLUMNS * ROWS]
            ]
            width, height = max(page.width for page in pages), max(page.height for page in pages)
            sheet = Image.new("RGB", (COLUMNS * (width + 8), ROWS * (height + 8)), "#8899AA")
            for place, page in enumerate(pages):
                column, row = place % COLUMNS, place // COLUMNS
                sheet.paste(page, (column * (width + 8), row * (height + 8)))
            sheet.save(target / f"{prefix}_{start // (COLUMNS * ROWS) + 1:02d}.png")
    return count


if __name__ == "__main__":
    sys.exit(main())

"""Measure the Word writer with 1,000 table rows, and a whole export against LibreOffice; printed as JSON.

LibreOffice turns the same Word file into a PDF, in turn with our whole export (PDF, Word, Excel, package, message).
Without LibreOffice that figure is left out.
"""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

ROUNDS = 3
ROWS = 1_000


def main() -> None:
    """Measure and print."""
    from stress_ledgers import PHOTOS, add_photos

    from desktop_app.ledger import create_sample_ledger

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with create_sample_ledger(folder / "sample.sohangviet") as ledger:
            period = ledger.reports.period(ledger.year)
            add_photos(ledger, ledger.activities.between(period.data_from, period.data_to)[:PHOTOS])
            figures = {f"word_{ROWS}_rows_s": _word(ledger.report(period), folder)}
            figures |= _against_libreoffice(ledger, period, folder)
    print(json.dumps(figures))


def _word(report, folder: Path) -> float:  # noqa: ANN001 - desktop_app is imported late
    """Return the seconds for a Word file whose list of nominations has 1,000 rows."""
    from desktop_app.report.model import Table
    from desktop_app.report.writers import write

    (place, annex) = next(
        (place, annex)
        for place, annex in enumerate(report.annexes)
        if isinstance(annex.content, Table) and annex.content.key == "nominations"
    )
    rows = annex.content.rows
    table = replace(annex.content, rows=[rows[number % len(rows)] for number in range(ROWS)])
    annexes = (*report.annexes[:place], replace(annex, content=table), *report.annexes[place + 1 :])
    return _seconds(lambda: write("docx", replace(report, annexes=annexes), folder / "long.docx"))


def _against_libreoffice(ledger, period, folder: Path) -> dict[str, float]:  # noqa: ANN001
    """Return the seconds of a whole export, and of LibreOffice for one of its files."""
    office = shutil.which("soffice")
    if office is None:
        return {}
    result = ledger.export(period, folder / "first")
    word = next(file for file in result.files if file.suffix == ".docx")
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(word)]

    def convert() -> None:
        subprocess.run(command, check=True, capture_output=True)

    convert()  # makes its profile
    ours, theirs = [], []
    for turn in range(ROUNDS):
        ours.append(_timed(lambda turn=turn: ledger.export(period, folder / f"out{turn}")))
        theirs.append(_timed(convert))
    return {"export_s": median(ours), "libreoffice_s": median(theirs)}


def _seconds(work: Callable[[], object]) -> float:
    """Return the median time of some work, warm."""
    work()
    return median(_timed(work) for _ in range(ROUNDS))


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()

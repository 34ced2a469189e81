"""The figures to reach, measured: each as a ratio of two things timed in turn in one run, or against a wide cap.

    python3 build_scripts/benchmark.py           everything, about three minutes
    python3 build_scripts/benchmark.py --stress  lists and search with 100,000 activities too

Prints a Markdown table (the one in README.md) and ends with 1 when a figure is not reached.
"""

import argparse
import dataclasses
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import environment
from benchmark_start import Figure, start

ROUNDS = 9
QUERIES = (
    "d",
    "do",
    "dong",
    "dong giang",
    "phien cho",
    "hang viet",
    "giang dong",
    "to quoc",
    "tuyen truyen",
    "lan 77",
)


def main() -> int:
    """Measure; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the figures to reach.")
    parser.add_argument("--stress", action="store_true", help="lists and search with 100,000 activities too")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        environment.prepare(screen=False)
        stress = ["--stress"] if options.stress else []
        root = str(environment.ROOT)
        return environment.run(__file__, "--inside", *stress, QT_QPA_PLATFORM="offscreen", PYTHONPATH=root)
    figures: list[Figure] = []
    print("| what | measured | to reach |  |\n| --- | --- | --- | --- |", flush=True)
    for figure in measure(stress=options.stress):
        figures.append(figure)
        mark = "✓" if figure.reached else "✗"
        print(f"| {figure.what} | {figure.measured} | {figure.cap} | {mark} |", flush=True)
    return 0 if all(figure.reached for figure in figures) else 1


def measure(*, stress: bool) -> Iterator[Figure]:
    """Yield the figures one by one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield start(folder)
        yield export(folder)
        yield from lists(folder, 20_000)
        if stress:
            yield from lists(folder, 100_000)
    yield from pdf()
    yield from documents()
    yield from preview()
    yield from photos()
    yield from spreadsheets()


def export(folder: Path) -> Figure:
    """Time the whole export of the sample year with as many photos as a report may have, and weigh it."""
    from stress_ledgers import PHOTOS, add_photos

    from desktop_app.ledger import create_sample_ledger

    with create_sample_ledger(folder / "export.sohangviet") as ledger:
        period = ledger.reports.period(ledger.year)
        add_photos(ledger, ledger.activities.between(period.data_from, period.data_to)[:PHOTOS])
        seconds, result = [], None
        for turn in range(3):
            begin = time.perf_counter()
            result = ledger.export(period, folder / f"out{turn}")
            seconds.append(time.perf_counter() - begin)
    size = max(file.stat().st_size for file in result.files if file.suffix == ".zip") / 1e6
    text = f"{max(seconds):.1f} s, {size:.1f} MB"
    return Figure(
        "export of the sample year with 24 photos; the package",
        text,
        "≤ 5 s, ≤ 10 MB",
        max(seconds) <= 5 and size <= 10,
    )


def lists(folder: Path, count: int) -> Iterator[Figure]:
    """Time search as you type and the pages of the list over many activities."""
    from desktop_app.domain.query import Query

    with _large_ledger(folder / f"{count}.sohangviet", count) as ledger:
        store = ledger.activities
        named = f"{count:,} activities".replace(",", " ")
        slowest, found = 0.0, True
        for text in QUERIES:
            query = Query(text=text)
            slowest = max(
                slowest, _milliseconds(lambda query=query: (store.fetch(query), store.count(query)))
            )
            found = found and store.count(query) == _plain_count(ledger, text)
        cap, stress_note = (50, "") if count <= 20_000 else (100, " (stress)")
        complete = "all found" if found else "some missed"
        yield Figure(
            f"search as you type, {named}, slowest key",
            f"{slowest:.1f} ms, {complete}",
            f"≤ {cap} ms a key{stress_note}, 100 % found",
            slowest <= cap and found,
        )
        first = _milliseconds(lambda: (store.fetch(Query()), store.count(Query())))
        yield Figure(f"first page of the list, {named}", f"{first:.1f} ms", "≤ 50 ms", first <= 50)
        last = _milliseconds(lambda: store.fetch(Query(), count - 100))
        yield Figure(f"last page of the list, {named}", f"{last:.1f} ms", "≤ 50 ms", last <= 50)


def _large_ledger(path: Path, count: int):  # noqa: ANN202 - desktop_app is imported late
    from desktop_app.exchange.sample import load_sample
    from desktop_app.ledger import create_ledger

    sample = load_sample()
    activities = sample.records["activities"]
    dice = random.Random(7)
    records = [
        dataclasses.replace(
            (one := activities[place % len(activities)]),
            id=f"A{place:06d}",
            title=f"{one.title} lần {place}",
            date_start=date(2023, 1, 1) + timedelta(days=dice.randrange(334)),
            date_end=None,
        )
        for place in range(count)
    ]
    ledger = create_ledger(path, sample.office, sample.plan, sample.period.year)
    ledger.add_all("Số liệu đo", {"activities": records})
    return ledger


def _plain_count(ledger, text: str) -> int:  # noqa: ANN001 - desktop_app is imported late
    """Count without the index: every typed word begins some word of the folded texts."""
    from desktop_app.vietnamese.folding import search_terms

    if ledger not in _FOLDED:
        rows = ledger._database.rows("SELECT folded FROM activities")
        _FOLDED[ledger] = [f" {' '.join(search_terms(row['folded']))}" for row in rows]
    terms = [f" {term}" for term in search_terms(text)]
    return sum(all(term in folded for term in terms) for folded in _FOLDED[ledger])


_FOLDED: dict[object, list[str]] = {}


def _milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of some work, warm."""
    work()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times) * 1000


def pdf() -> Iterator[Figure]:
    """Time the PDF writer against a raw canvas that draws the same cells."""
    result = _figures_of("benchmark_pdf.py")
    for rows in (1_000, 10_000):
        ratio, ours = result[f"pdf_{rows}_rows_ratio"], result[f"pdf_{rows}_rows_s"]
        bare = result[f"bare_canvas_{rows}_rows_s"]
        text = f"{ratio:.2f} × ({ours:.2f} s against {bare:.2f} s)"
        yield Figure(
            f"PDF of {rows:,} table rows against a raw canvas".replace(",", " "), text, "≤ 2 ×", ratio <= 2
        )
    more = result["pdf_more_memory_mb"]
    yield Figure("memory of 10 000 rows more than of 1 000", f"{more:.1f} MB", "≤ 25 MB", more <= 25)


def documents() -> Iterator[Figure]:
    """Time the Word writer, and the whole export beside LibreOffice."""
    result = _figures_of("benchmark_report.py")
    seconds = result["word_1000_rows_s"]
    yield Figure("Word file with 1 000 table rows", f"{seconds:.2f} s", "≤ 2 s", seconds <= 2)
    what = "whole export, against LibreOffice turning its Word file into a PDF"
    if "libreoffice_s" not in result:
        yield Figure(what, "LibreOffice is not installed here", "≥ 5 × faster", False)
        return
    ratio = result["libreoffice_s"] / result["export_s"]
    text = f"{ratio:.1f} × faster ({result['export_s']:.2f} s against {result['libreoffice_s']:.2f} s)"
    yield Figure(what, text, "≥ 5 × faster", ratio >= 5)


def preview() -> Iterator[Figure]:
    """Time the first page of a long report in the preview, and the window while a full year is read."""
    result = _figures_of("benchmark_preview.py")
    first = result["first_page_ms"]
    what = f"preview of {result['pages']:.0f} pages to the first page"
    yield Figure(what, f"{first:.0f} ms", "≤ 300 ms", first <= 300)
    pause = max(result["read_pause_ms"], result["preview_pause_ms"])
    what = "longest pause of the window while 20 000 activities are read and drawn"
    yield Figure(what, f"{pause:.0f} ms", "≤ 250 ms", pause <= 250)


def photos() -> Iterator[Figure]:
    """Time a photo on its way into the ledger, and weigh 60 of them."""
    result = _figures_of("benchmark_photos.py")
    seconds, growth = result["photo_s"], result["growth_mb"]
    text = f"{seconds:.2f} s (of {result['source_mb']:.1f} MB)"
    yield Figure("12-megapixel photo made ready to be stored", text, "≤ 0.5 s", seconds <= 0.5)
    text = f"{growth:.1f} MB (in {result['all_s']:.0f} s)"
    yield Figure("60 photos make the ledger larger by", text, "≤ 40 MB", growth <= 40)


def spreadsheets() -> Iterator[Figure]:
    """Time a sheet of 10,000 rows on its way into the ledger, beside openpyxl, and the window meanwhile."""
    result = _figures_of("benchmark_import.py")
    ratio = result["openpyxl_s"] / result["read_s"]
    text = f"{ratio:.1f} × faster ({result['read_s']:.2f} s against {result['openpyxl_s']:.2f} s)"
    yield Figure("reading a sheet of 10 000 rows, against openpyxl", text, "≥ 5 × faster", ratio >= 5)
    for key, what, cap in (("preview_s", "preview", 3), ("import_s", "import", 5)):
        seconds = result[key]
        yield Figure(f"{what} of 10 000 rows", f"{seconds:.1f} s", f"≤ {cap} s", seconds <= cap)
    pause = result["pause_s"] * 1000
    yield Figure("longest pause of the window meanwhile", f"{pause:.0f} ms", "≤ 250 ms", pause <= 250)


def _figures_of(script: str) -> dict[str, float]:
    """Run a script of this folder in a process of its own; return the figures that it prints."""
    path = str(Path(__file__).with_name(script))
    done = subprocess.run([sys.executable, path], check=True, capture_output=True, encoding="utf-8")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    sys.exit(main())

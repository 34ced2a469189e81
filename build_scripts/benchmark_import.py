"""Measure Excel in: a sheet of 10,000 rows read, previewed and imported, beside openpyxl and beside a running window.

    python build_scripts/benchmark_import.py

Prints one JSON object; run by benchmark.py.
"""

import json
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import openpyxl  # noqa: E402
import xlsxwriter  # noqa: E402
from PySide6.QtCore import QCoreApplication, QTimer  # noqa: E402

from desktop_app.domain.plans import load_plan  # noqa: E402
from desktop_app.domain.records.office import Office  # noqa: E402
from desktop_app.exchange.spreadsheet.reading import read_book  # noqa: E402
from desktop_app.ledger import create_ledger  # noqa: E402
from ui.operations import Operations  # noqa: E402

ROWS = 10_000
TURNS = 3
HEADINGS = (
    "Tên hoạt động",
    "Từ ngày",
    "Đến ngày",
    "Đơn vị chủ trì",
    "Địa điểm",
    "Nhóm nội dung",
    "Lượt người tham dự",
    "Kết quả",
)


def write_sheet(path: Path) -> None:
    """Write a sheet as an officer would: texts, days as days, numbers as numbers."""
    begin = date(2023, 1, 1)
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Hoạt động")
        day_format = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, ROWS + 1):
            day = begin + timedelta(days=row % 330)
            sheet.write_string(row, 0, f"Tuyên truyền Cuộc vận động tại thôn {row % 97}, lần {row}")
            sheet.write_datetime(row, 1, day, day_format)
            sheet.write_datetime(row, 2, day, day_format)
            sheet.write_string(row, 3, f"Ủy ban MTTQ Việt Nam xã số {row % 17}")
            sheet.write_string(row, 4, f"Nhà văn hóa thôn {row % 97}")
            sheet.write_string(row, 5, f"C{row % 8 + 1}")
            sheet.write_number(row, 6, row % 400 + 10)
            sheet.write_string(row, 7, "Nhân dân hưởng ứng, ký cam kết ưu tiên dùng hàng Việt Nam.")


def read_with_openpyxl(path: Path) -> int:
    """Read all cells as the usual library does; return how many rows there were."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))
    book.close()
    return rows


def timed(work, *arguments) -> float:  # noqa: ANN001, ANN002
    """Return the seconds that a call takes."""
    begin = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begin


def measure() -> dict[str, float]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as name:
        sheet = Path(name) / "10000.xlsx"
        write_sheet(sheet)
        read_book(sheet)
        ours, theirs = [], []
        for _ in range(TURNS):  # in turn, so that a busy moment hits both
            ours.append(timed(read_book, sheet))
            theirs.append(timed(read_with_openpyxl, sheet))
        office = Office(unit_code="X", unit_name="huyện X", short_name="X")
        with create_ledger(Path(name) / "import.sohangviet", office, load_plan("BT2023"), 2023) as ledger:
            return {
                "read_s": median(ours),
                "openpyxl_s": median(theirs),
                **_in_the_window(ledger, sheet),
            }


def _in_the_window(ledger, sheet: Path) -> dict[str, float]:  # noqa: ANN001
    """Preview and import in the worker of a window; return the seconds, and the longest pause of its event loop."""
    application = QCoreApplication.instance() or QCoreApplication([])
    operations = Operations(ledger)
    pauses: list[float] = [time.perf_counter()]
    longest = 0.0

    def beat() -> None:
        nonlocal longest
        longest = max(longest, time.perf_counter() - pauses[0])
        pauses[0] = time.perf_counter()

    timer = QTimer(interval=5)
    timer.timeout.connect(beat)
    timer.start()
    results: list[object] = []

    def run(job) -> float:  # noqa: ANN001
        results.clear()
        begin = pauses[0] = time.perf_counter()
        operations.start(job, text="…", on_done=results.append, on_error=_refuse)
        while not results:
            application.processEvents()
            time.sleep(0.001)
        return time.perf_counter() - begin

    preview_s = run(lambda own, progress: own.spreadsheets.preview(sheet, None, progress))
    preview = results[0]
    import_s = run(lambda own, _progress: own.spreadsheets.apply(preview))
    if results[0].added != ROWS:
        sys.exit(f"only {results[0].added} of {ROWS} rows came in")
    undo_s = timed(ledger.operations.undo)
    operations.close()
    return {"preview_s": preview_s, "import_s": import_s, "undo_s": undo_s, "pause_s": longest}


def _refuse(error: Exception) -> None:
    sys.exit(str(error))


if __name__ == "__main__":
    print(json.dumps(measure()))

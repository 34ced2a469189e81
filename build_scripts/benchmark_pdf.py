"""Time the PDF writer against a bare reportlab canvas that draws the same cells; measure its memory."""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from desktop_app.report.cells import cell_align, cell_text
from desktop_app.report.columns import column_widths
from desktop_app.report.fonts import load_fonts
from desktop_app.report.layout import POINTS_PER_MM, Align, load_layout
from desktop_app.report.model import Annex, Cell, CellKind, Column, Identity, Report, Signature, Table
from desktop_app.report.pdf import write_pdf

ROUNDS = {1_000: 5, 10_000: 3}
_TEXT = (
    "Cuộc vận động Người Việt Nam ưu tiên dùng hàng tổ chức tuyên truyền phiên chợ xã thị trấn huyện đưa về "
    "nông thôn miền núi hải đảo doanh nghiệp hợp tác hộ kinh doanh sản phẩm điểm bán kiểm tra giám sát Nhân dân "
    "hội nghị quán triệt chỉ thị kế hoạch thương hiệu chất lượng bảo vệ quyền lợi người tiêu dùng"
)
_WORDS = _TEXT.split()
_COLUMNS = (
    Column("ordinal", "TT", CellKind.ORDINAL, 1.0),
    Column("day", "Ngày", CellKind.DATE, 2.2),
    Column("title", "Nội dung hoạt động", CellKind.TEXT, 8.0),
    Column("organizer", "Đơn vị thực hiện", CellKind.TEXT, 5.0),
    Column("place", "Địa điểm", CellKind.TEXT, 3.0),
    Column("attendees", "Lượt người", CellKind.INTEGER, 2.0),
    Column("money", "Kinh phí", CellKind.MONEY, 2.6),
    Column("result", "Kết quả", CellKind.TEXT, 6.0),
)


class _Rows(Sequence[tuple[Cell, ...]]):
    """Rows made when they are asked for, as the ledger gives them; the same ones each time."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> tuple[Cell, ...]:  # type: ignore[override]
        dice = random.Random(place)

        def words(least: int, most: int) -> str:
            return " ".join(dice.choices(_WORDS, k=dice.randint(least, most)))

        day = date(2023, 1, 1) + timedelta(days=place % 330)
        numbers = dice.randint(1, 900), dice.randint(1, 900) * 1_000_000
        return (place + 1, day, words(8, 16), words(4, 8), words(2, 4), *numbers, words(4, 12))

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return (self[place] for place in range(self._count))


def _report(rows: Sequence[tuple[Cell, ...]]) -> Report:
    table = Table("activities", "Danh sách hoạt động", _COLUMNS, rows)
    return Report(
        Identity("BT-HTB", "Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc", 2023),
        ("Ủy ban MTTQ Việt Nam",), ("Ban Chỉ đạo",), "BC-MTTQ-BCĐ", "Hàm Thuận Bắc", "Kết quả năm 2023",
        ("Ban Chỉ đạo tỉnh",), (), (), "Trân trọng báo cáo.", ("Lưu: VT",), Signature(("TRƯỞNG BAN",)),
        (Annex("", "Danh sách hoạt động", table, landscape=True),),
    )  # fmt: skip


def _write(rows: Sequence[tuple[Cell, ...]], path: Path) -> None:
    write_pdf(_report(rows), path, load_layout())


class _Bare:
    """What one writes by hand: wrap with a cache of word widths, draw each line, rule each row."""

    def __init__(self, path: Path, table: Table) -> None:
        layout, fonts = load_layout(), load_fonts()
        self.page, self.style = layout.landscape, layout.styles.table_cell
        self.regular, self.bold = fonts.font().name, fonts.font(bold=True).name
        self.size = self.style.size_pt
        self.leading = layout.line_height_pt(self.style)
        self.pad_x = layout.table.padding_x_mm * POINTS_PER_MM
        self.pad_y = layout.table.padding_y_mm * POINTS_PER_MM
        self.table = table
        self.widths = column_widths(layout, fonts, table, self.page.text_width_mm * POINTS_PER_MM)
        self.known: dict[str, float] = {}
        self.canvas = Canvas(
            str(path), (self.page.width_mm * POINTS_PER_MM, self.page.height_mm * POINTS_PER_MM),
            invariant=1, initialFontName=self.regular,
        )  # fmt: skip
        self.rule = layout.table.rule_pt
        self.number = 0

    def wrap(self, text: str, width: float) -> list[str]:
        lines, current, used = [], "", 0.0
        space = 0.25 * self.size
        for word in text.split(" "):
            length = self.known.get(word)
            if length is None:
                length = self.known[word] = stringWidth(word, self.regular, self.size)
            if current and used + space + length > width:
                lines.append(current)
                current, used = word, length
            else:
                current, used = (f"{current} {word}", used + space + length) if current else (word, length)
        return [*lines, current]

    def row(self, texts: list[str], y: float, font: str, *, heading: bool = False) -> float:
        canvas, x = self.canvas, self.page.left_mm * POINTS_PER_MM
        cells = [self.wrap(text, w - 2 * self.pad_x) for text, w in zip(texts, self.widths, strict=True)]
        height = max(map(len, cells)) * self.leading + 2 * self.pad_y
        if y - height < self.page.bottom_mm * POINTS_PER_MM:
            y = self.next_page()
        canvas.setFont(font, self.size)
        for lines, width, column in zip(cells, self.widths, self.table.columns, strict=True):
            align = Align.CENTER if heading else cell_align(column.kind)
            baseline = y - self.pad_y - self.leading + 0.22 * self.size
            for line in lines:
                if align is Align.LEFT:
                    canvas.drawString(x + self.pad_x, baseline, line)
                elif align is Align.RIGHT:
                    canvas.drawRightString(x + width - self.pad_x, baseline, line)
                else:
                    canvas.drawCentredString(x + width / 2, baseline, line)
                baseline -= self.leading
            x += width
        left = self.page.left_mm * POINTS_PER_MM
        canvas.line(left, y - height, x, y - height)
        return y - height

    def next_page(self) -> float:
        self.close_page()
        self.number += 1
        self.top = (self.page.height_mm - self.page.top_mm) * POINTS_PER_MM
        self.canvas.setLineWidth(self.rule)
        self.canvas.setFont(self.regular, 13)
        middle = self.page.width_mm / 2 * POINTS_PER_MM
        self.canvas.drawCentredString(middle, self.top + 10, str(self.number))
        left = self.page.left_mm * POINTS_PER_MM
        self.canvas.line(left, self.top, left + sum(self.widths), self.top)
        self.y = self.top
        self.y = self.row([column.title for column in self.table.columns], self.top, self.bold, heading=True)
        return self.y

    def close_page(self) -> None:
        if self.number:
            x = self.page.left_mm * POINTS_PER_MM
            for width in (0.0, *self.widths):
                x += width
                self.canvas.line(x, self.top, x, self.y)
            self.canvas.showPage()

    def draw(self) -> None:
        self.next_page()
        for row in self.table.rows:
            texts = [
                cell_text(cell, column.kind) for cell, column in zip(row, self.table.columns, strict=True)
            ]
            self.y = self.row(texts, self.y, self.regular)
        self.close_page()
        self.canvas.save()


def _write_bare(rows: Sequence[tuple[Cell, ...]], path: Path) -> None:
    _Bare(path, _report(rows).annexes[0].table).draw()


def _seconds(
    write: Callable[[Sequence[tuple[Cell, ...]], Path], None], rows: list[tuple[Cell, ...]], path: Path
) -> float:
    start = time.perf_counter()
    write(rows, path)
    return time.perf_counter() - start


def _peak_mb() -> float:
    """Return this process's peak memory; ru_maxrss would count the parent's before the fork (Linux only)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _memory_mb(rows: int) -> float:
    """Return the peak memory of a fresh process that writes that many rows, in MB."""
    done = subprocess.run([sys.executable, __file__, "--memory", str(rows)], check=True, capture_output=True)
    return float(done.stdout)


def measure() -> dict[str, float]:
    """Time both in alternation on the same cells, medians in seconds; memory in MB."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.pdf")
        _write(_Rows(10), path)
        for count, rounds in ROUNDS.items():
            rows = list(_Rows(count))
            pairs = [(_seconds(_write, rows, path), _seconds(_write_bare, rows, path)) for _ in range(rounds)]
            ours, bare = (median(times) for times in zip(*pairs, strict=True))
            figures[f"pdf_{count}_rows_s"] = round(ours, 3)
            figures[f"bare_canvas_{count}_rows_s"] = round(bare, 3)
            figures[f"pdf_{count}_rows_ratio"] = round(ours / bare, 3)
    memory = {count: _memory_mb(count) for count in ROUNDS}
    figures.update({f"pdf_{count}_rows_mb": round(peak, 1) for count, peak in memory.items()})
    figures["pdf_more_memory_mb"] = round(memory[10_000] - memory[1_000], 1)
    return figures


def _main(arguments: list[str]) -> None:
    if arguments[:1] == ["--memory"]:
        with tempfile.TemporaryDirectory() as folder:
            _write(_Rows(int(arguments[1])), Path(folder, "a.pdf"))
        print(_peak_mb())
    else:
        print(json.dumps(measure(), indent=2))


if __name__ == "__main__":
    _main(sys.argv[1:])

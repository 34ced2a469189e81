"""What `--self-test` tries without a window: shipped data, both sample years, every export read back, Excel, photos."""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from desktop_app.commands.self_test_files import (
    award_papers,
    exported_files,
    pdf_text,
    require,
    shipped_data,
    word_text,
)
from desktop_app.domain.figure_form import FormRequest
from desktop_app.domain.handover import HandoverWish
from desktop_app.domain.import_preview import RowState
from desktop_app.domain.query import Query
from desktop_app.domain.records.award_folder import AwardFolder
from desktop_app.domain.report_issue import Reply, ReplyKind
from desktop_app.exchange.export_result import ExportResult
from desktop_app.exchange.package_contents import read_package
from desktop_app.exchange.reply_file import write_reply
from desktop_app.exchange.sample import DISTRICTS
from desktop_app.ledger import Ledger, create_sample_ledger, open_ledger
from desktop_app.ledger.taking_over import Taking, take_over

MOMENT = datetime(2023, 11, 22, 8, 30, tzinfo=timezone(timedelta(hours=7)))
"""The samples are of 2022 and 2023: at this moment of the program's clock all of their figures are past."""
EXPECTED = {
    "ham_thuan_bac": {"conferences": 91, "attendees": 12_230, "revenue_vnd": 4_438_000_000},
    "thap_muoi": {"conferences": 83, "attendees": 10_197, "revenue_vnd": 4_521_000_000},
}
"""Totals of the shipped samples."""
_ACTIVITIES = 45
_REASON = "Chạy thử sau khi cài đặt"
_PASSWORD = "Mận chín cuối vườn 1927"
_PHOTO_SIDE = 96

Check = tuple[str, Callable[[], str]]


def clock() -> datetime:
    """Return the moment at which the test stands still."""
    return MOMENT


def checks(work: Path) -> Iterator[Check]:
    """Yield the checks of everything but the window; each is to be called before the next is asked for.

    Args:
        work: the folder for what they write: ledgers of their own, exported files.
    """
    core = CoreChecks(work)
    try:
        yield from core.checks()
    finally:
        core.close()


class CoreChecks:
    """The checks of one run; each may use what those before it made, and fails with them."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._ledgers: dict[str, Ledger] = {}
        self._exports: dict[str, ExportResult] = {}

    def close(self) -> None:
        """Close the ledgers."""
        for ledger in self._ledgers.values():
            ledger.close()

    def checks(self) -> Iterator[Check]:
        """Yield the checks, in the order in which they are to be tried."""
        yield "shipped data", shipped_data
        for district in DISTRICTS:
            yield f"sample {district}", partial(self.sample, district)
            yield f"export {district}", partial(self.export, district)
        for check in (
            self.search,
            self.photo,
            self.own_template,
            self.papers,
            self.forms,
            self.excel_in,
            self.reply,
            self.handover,
        ):
            yield check.__name__, check

    @property
    def _ledger(self) -> Ledger:
        return self._ledgers[DISTRICTS[0]]

    def sample(self, district: str) -> str:
        """Make a sample ledger, open it again, and count it."""
        path = self._work / f"Sổ mẫu {district}.sohangviet"
        create_sample_ledger(path, district, clock).close()
        ledger = self._ledgers[district] = open_ledger(path, clock, "Nguyễn Thị Đào")
        totals = ledger.totals(ledger.year)
        counted = {name: totals["indicators"][name] for name in EXPECTED[district]}
        require(totals["activities"] == _ACTIVITIES, f"{totals['activities']} activities")
        require(counted == EXPECTED[district], f"totals are {counted}, not {EXPECTED[district]}")
        return f"{_ACTIVITIES} activities, totals as expected"

    def export(self, district: str) -> str:
        """Export the report of the year and read every file back."""
        ledger = self._ledgers[district]
        period = ledger.reports.period(ledger.year)
        result = ledger.export(period, self._work / "Báo cáo", reason=_REASON)
        self._exports[district] = result
        return exported_files(result, ledger.office.unit_name)

    def search(self) -> str:
        """Find records by words without accents, đ among them."""
        found = len(self._ledger.search("phien cho")), len(self._ledger.search("dong giang"))
        require(all(found), f"found {found}")
        return f"{found[0]} and {found[1]} records"

    def photo(self) -> str:
        """Attach a photo, which is shrunk and coded anew, and read it back."""
        ledger = self._ledger
        activity = ledger.activities.fetch(Query(), 0, 1)[0]
        added = ledger.attachments.add("activities", activity.id, _picture(), "Ảnh hội nghị.png", "Hội nghị")
        stored, small = ledger.attachments.read(added.sha256), ledger.attachments.thumbnail(added.sha256)
        require(small is not None and small.startswith(b"\xff\xd8"), "there is no small picture")
        # Read again as the JPEG of a camera would be: another file, coded by the same library.
        again = ledger.attachments.add("activities", activity.id, (small or b"") + b"\0", "Ảnh 2.jpg")
        return f"{len(stored)} bytes stored, {again.size} bytes of the JPEG"

    def own_template(self) -> str:
        """Export the Word template, take it in as the office's own, and print a report by it."""
        ledger, desk = self._ledger, self._ledger.reporting.templates
        path = self._work / "Mẫu Word.docx"
        desk.export(path, ledger.office)
        review = desk.review(path, ledger.office)
        require(not review.problems, "; ".join(review.problems))
        usual = ledger.office
        ledger.save_office(replace(usual, word_template=desk.keep(review)))
        result = ledger.export(
            ledger.reports.period(ledger.year), self._work / "Theo mẫu riêng", reason=_REASON
        )
        ledger.save_office(usual)
        text = word_text(result.folder / "BaoCao.docx")
        require("BÁO CÁO" in text, "the Word file made from the template does not say BÁO CÁO")
        return f"{len(text)} letters"

    def papers(self) -> str:
        """Write an award dossier and the yearly plan."""
        ledger = self._ledger
        nominations = ledger.award_desk.of_year(ledger.year)
        folder = AwardFolder(
            authority=nominations[0].award_authority,
            ids=tuple(one.id for one in nominations),
            year=ledger.year,
        )
        made = award_papers(ledger.export_awards(folder, self._work / "Hồ sơ"))
        plan = self._work / "Kế hoạch.docx"
        ledger.planning.print_now(ledger.year, plan)
        require("KẾ HOẠCH" in word_text(plan), "the plan does not say KẾ HOẠCH")
        printed = plan.with_suffix(".pdf")
        ledger.planning.print_now(ledger.year, printed)
        require("KẾ HOẠCH" in pdf_text(printed.read_bytes()), "the printed plan does not say KẾ HOẠCH")
        return f"{made} award papers, the plan as Word and PDF"

    def forms(self) -> str:
        """Write the forms for other bodies' figures and read one back."""
        ledger = self._ledger
        asked = FormRequest(
            (), ("conferences", "attendees"), None, date(2023, 11, 20), None, ("xlsx", "docx")
        )
        desk = ledger.figure_forms()
        written = desk.write(asked, self._work / "Phiếu")
        refused = [one.refused for one in desk.preview(written)]
        return f"{len(written)} forms: {refused}"

    def excel_in(self) -> str:
        """Write workbooks with records, read them, import those of the other district, and take that back."""
        ledger = self._ledger
        own, others = self._work / "Biểu mẫu.xlsx", self._work / "Biểu mẫu huyện khác.xlsx"
        ledger.spreadsheets.write_template(own, with_records=True)
        same = ledger.spreadsheets.preview(own)
        require(not same.has_something_to_write, "the ledger's own workbook would change something")
        before = ledger.activities.count(Query())
        self._ledgers[DISTRICTS[1]].spreadsheets.write_template(others, ("activities",), with_records=True)
        preview = ledger.spreadsheets.preview(others)
        require(preview.count(RowState.ERROR) == 0, "rows of the other sample have errors")
        result = ledger.spreadsheets.apply(preview)
        require(ledger.activities.count(Query()) == before + result.added > before, "nothing was imported")
        with open_ledger(Path(result.backup), clock) as copy:
            require(copy.activities.count(Query()) == before, "the backup is not as before the import")
        ledger.operations.undo()
        require(ledger.activities.count(Query()) == before, "the import was not taken back")
        return f"{result.added} rows imported, backed up before, taken back"

    def reply(self) -> str:
        """Answer the package as the province would, and open the answer."""
        ledger = self._ledgers[DISTRICTS[1]]
        about = read_package(self._exports[DISTRICTS[1]].package).about
        told = Reply(kind=ReplyKind.CORRECTION, replied_on=MOMENT.date(), reason="Bổ sung số liệu")
        path = write_reply(about, told, self._work / "Phản hồi")
        desk = ledger.reporting.issuing
        opened = desk.read_reply(path)
        desk.note_reply(opened.period, opened.reply)
        require(desk.read_reply(path).is_noted, "the reply was not kept")
        return path.name

    def handover(self) -> str:
        """Hand the other ledger over in a protected file, and take it over as the successor does."""
        ledger = self._ledgers[DISTRICTS[1]]
        target = self._work / "Bàn giao.bangiao"
        before = ledger.activities.count(Query())
        ledger.reporting.handover.hand_over(HandoverWish(receiver="Người kế nhiệm"), target, _PASSWORD)
        taking = Taking(file=target, password=_PASSWORD, target=self._work / "Sổ nhận bàn giao.sohangviet")
        made = take_over(taking, clock, "Người kế nhiệm", lambda _done, _total, _text="": None)
        with open_ledger(made, clock) as taken:
            require(taken.activities.count(Query()) == before, "the ledger taken over is another one")
        require(ledger.handed_over is not None, "the ledger handed over does not know it")
        return f"{target.stat().st_size} bytes, {before} activities taken over"


def _picture() -> bytes:
    """Return a small PNG with a gradient: no library that is to be tested made it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    side = range(_PHOTO_SIDE)
    rows = b"".join(b"\0" + bytes(value for x in side for value in (2 * x, 2 * y, 128)) for y in side)
    head = struct.pack(">IIBBBBB", _PHOTO_SIDE, _PHOTO_SIDE, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts

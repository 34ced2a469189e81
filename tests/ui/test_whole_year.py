"""A whole year in the window, with the keyboard alone: first start, entries, export, files read back."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar, QWidget
from python_calamine import CalamineWorkbook

from desktop_app.ledger import open_ledger
from tests.ui.conftest import fixed_clock
from tests.ui.keys import press, type_text
from ui.app import Session, build_session
from ui.dialogs.first_start_wizard import FirstStartWizard

ACTIVITIES = (
    (
        "Phiên chợ hàng Việt về xã Đông Giang",
        "9/1/23",
        "II.6",
        "Phòng Kinh tế và Hạ tầng",
        "Xã Đông Giang",
        {"visitors": "5.500", "revenue_vnd": "1,5 tỷ"},
    ),
    (
        "Hội nghị quán triệt Chỉ thị 03-CT/TW",
        "15/3/2023",
        "II.1",
        "Ban Chỉ đạo huyện",
        "Thị trấn Ma Lâm",
        {"conferences": "2", "attendees": "1.234"},
    ),
    (
        "Kiểm tra chợ Ma Lâm",
        "02.06.2023",
        "II.2",
        "Đội Quản lý thị trường",
        "Chợ Ma Lâm",
        {"market_checks": "12", "fines_vnd": "7,5 triệu"},
    ),
    (
        "Ngày hội Đại đoàn kết <b>&\"'",
        "18/11/23",
        "II.1",
        "Ban Công tác Mặt trận",
        "Toàn huyện",
        {"attendees": "3.400"},
    ),
    (
        "=1+1 Họp xét khen thưởng",
        "20/11/2023",
        "II.8",
        "Hội đồng Thi đua",
        "Hội trường UBND",
        {"committee_meetings": "1"},
    ),
)
NOMINATIONS = (
    ("Tập thể", "Ủy ban MTTQ Việt Nam xã Thuận Hòa", "Giấy khen", "Chủ tịch UBND huyện"),
    ("Cá nhân", "K’ Văn Đoàn", "Bằng khen", "Chủ tịch UBND tỉnh"),
    ("Hộ gia đình", "Hộ gia đình ông Trần Đình Ước", "Giấy khen", "Ủy ban MTTQ Việt Nam huyện"),
)  # fmt: skip


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Typist:
    """Types at whatever has the focus and moves on with Tab, as an officer without a mouse."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(focus(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def open_page(self, session: Session, key: str) -> None:
        """Press the shortcut of a page."""
        self._qtbot.keySequence(focus(), session.window.keys_of(key))
        assert session.window.current_page() is session.window.page(key)

    def go(self, name: str) -> QWidget:
        """Press Tab until the field of that name has the focus."""
        seen = []
        for _ in range(120):
            if focus().objectName() == name:
                return focus()
            seen.append(focus().objectName() or type(focus()).__name__)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}, only {list(dict.fromkeys(seen))}")

    def fill(self, name: str, text: str) -> None:
        self.go(name)
        type_text(focus(), text)

    def choose(self, name: str, value: str) -> None:
        """Walk a closed list with the arrow keys to a value or its word."""
        combo = self.go(name)
        assert isinstance(combo, QComboBox)
        self.key(Qt.Key.Key_Home)
        for _ in range(combo.count()):
            if value in (combo.currentData(), combo.currentText()):
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"{value} is not in {name}")

    def open_tab(self, place: int) -> None:
        bar = focus()
        for _ in range(120):
            if isinstance(bar, QTabBar):
                break
            self.key(Qt.Key.Key_Tab)
            bar = focus()
        assert isinstance(bar, QTabBar)
        while bar.currentIndex() != place:
            self.key(Qt.Key.Key_Right if bar.currentIndex() < place else Qt.Key.Key_Left)


@pytest.fixture
def typist(qtbot) -> Typist:
    return Typist(qtbot)


def enter() -> None:
    press(focus(), Qt.Key.Key_Return)


@pytest.fixture
def new_ledger(qtbot, tmp_path: Path, typist: Typist) -> Path:
    """The path of a ledger that the wizard made by keys."""
    wizard = FirstStartWizard(fixed_clock, tmp_path / "Nguyễn Thị Đào" / "Sổ Hàng Việt")
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitActive(wizard)
    qtbot.waitUntil(wizard.welcome.new_button.hasFocus)
    typist.key(Qt.Key.Key_Space)
    typist.fill("unit_search", "ham thuan bac")
    enter()
    typist.go("next_button")
    typist.key(Qt.Key.Key_Space)
    typist.fill("signer_name", "Trần Thị Mỹ Ái")
    for _ in range(2):
        typist.go("next_button")
        typist.key(Qt.Key.Key_Space)
    path = wizard.made()
    assert path is not None
    return path


@pytest.fixture
def year(qtbot, new_ledger: Path) -> Iterator[Session]:
    with open_ledger(new_ledger, fixed_clock, "Nguyễn Thị Đào") as ledger:
        built = build_session(ledger)
        qtbot.addWidget(built.window)
        built.window.show()
        qtbot.waitActive(built.window)
        qtbot.waitUntil(
            lambda: built.window.current_page() is not None and QApplication.focusWidget() is not None
        )
        yield built
        built.operations.close()


def enter_activities(typist: Typist, session: Session) -> None:
    typist.open_page(session, "activities")
    for title, day, item, organizer, place, figures in ACTIVITIES:
        typist.ctrl(Qt.Key.Key_N)
        typist.fill("title", title)
        typist.fill("date_start", day)
        typist.choose("plan_items", item)
        typist.fill("organizer", organizer)
        typist.fill("place", place)
        typist.open_tab(1)
        for code, number in figures.items():
            typist.fill(f"figures_{code}", number)
        typist.ctrl(Qt.Key.Key_S)
        assert "Đã thêm" in session.window.status_line.message(), title


def enter_nominations(typist: Typist, session: Session) -> None:
    typist.open_page(session, "awards")
    for kind, name, form, authority in NOMINATIONS:
        typist.ctrl(Qt.Key.Key_N)
        typist.choose("nominee_type", kind)
        typist.fill("nominated_on", "20/11/23")
        typist.fill("name", name)
        typist.fill("award_form", form)
        typist.fill("award_authority", authority)
        typist.fill("achievement", "Tích cực vận động Nhân dân dùng hàng Việt.")
        typist.ctrl(Qt.Key.Key_S)
        assert "Đã thêm" in session.window.status_line.message(), name


def export(qtbot, typist: Typist, session: Session) -> Path:
    typist.open_page(session, "report")
    report = session.window.page("report")
    reads = report._operations.is_reading
    qtbot.waitUntil(lambda: not reads())
    with qtbot.waitSignal(report.exporting.job.succeeded, timeout=60_000):
        typist.ctrl(Qt.Key.Key_E)
        qtbot.waitUntil(lambda: not reads())
        if not report.exporting.job.is_running():  # the first press shows what is still missing, and asks why
            type_text(report.detail.export._reason.editor.focus_target(), "Số liệu bổ sung sau")
            typist.ctrl(Qt.Key.Key_E)
    return Path(report._ledger.reports.exports(2023)[0].folder)


def test_a_whole_year_with_the_keyboard(qtbot, typist: Typist, year: Session, new_ledger: Path) -> None:
    enter_activities(typist, year)
    enter_nominations(typist, year)
    folder = export(qtbot, typist, year)

    with open_ledger(new_ledger, fixed_clock) as again:
        totals = again.totals(2023)
    assert totals["activities"] == 5
    assert totals["activities_by_content"] == {"C1": 2, "C2": 1, "C6": 1, "C8": 1}
    assert totals["indicators"]["attendees"] == 4634
    assert totals["indicators"]["revenue_vnd"] == 1_500_000_000
    assert totals["indicators"]["fines_vnd"] == 7_500_000
    assert totals["awards_by_type"] == {"collective": 1, "household": 1, "individual": 1}

    texts = {"pdf": pdf_text(folder), "docx": docx_text(folder), "xlsx": xlsx_text(folder)}
    for kind, text in texts.items():
        for title, *_ in ACTIVITIES:
            assert flat(title) in text, (kind, title)
        for _, name, *_ in NOMINATIONS:
            assert flat(name) in text, (kind, name)
        assert flat("4.634 lượt người tham dự") in text, kind
        assert flat("Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc") in text, kind
    check_package(folder)


def flat(text: str) -> str:
    """Without spaces: lines break in other places in each file."""
    return "".join(text.split())


def pdf_text(folder: Path) -> str:
    return flat(" ".join(page.extract_text() for page in PdfReader(folder / "BaoCao.pdf").pages))


def docx_text(folder: Path) -> str:
    body = Document(str(folder / "BaoCao.docx")).element.body
    return flat(" ".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def xlsx_text(folder: Path) -> str:
    book = CalamineWorkbook.from_path(str(folder / "SoLieu.xlsx"))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return flat(" ".join(str(cell) for sheet in sheets for row in sheet for cell in row))


def check_package(folder: Path) -> None:
    with zipfile.ZipFile(folder / f"{folder.name}.zip") as package:
        about = json.loads(package.read("datapackage.json"))["sohangviet"]
        activities = list(csv.DictReader(io.StringIO(package.read("data/activities.csv").decode("utf-8"))))
        awards = list(csv.DictReader(io.StringIO(package.read("data/awards.csv").decode("utf-8"))))
    assert (about["unit_code"], about["year"], about["revision"]) == ("597", 2023, 1)
    assert about["data_to"] == date(2023, 11, 30).isoformat()
    assert {row["title"] for row in activities} == {
        f"'{title}" if title.startswith("=") else title for title, *_ in ACTIVITIES
    }
    assert {row["name"] for row in awards} == {name for _, name, *_ in NOMINATIONS}

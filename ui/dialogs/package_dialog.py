"""Xem gói báo cáo: of which unit and report a package is, whether it is whole, its totals; its files open from here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from desktop_app.domain.package_view import PART_WORDS, PackagePart, PackageView, PartState
from desktop_app.errors import ExportError, SheetFileError
from desktop_app.ledger import Ledger
from desktop_app.ledger import package_desk as desk
from desktop_app.ledger.issue_view import CodeMatch
from desktop_app.ledger.package_desk import OpenedPackage, PackageOrigin
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.sizes import format_size
from ui.dialogs.answer import show_until_closed
from ui.dialogs.ask import tell
from ui.dialogs.dialog_frame import DialogFrame
from ui.roles import Tone
from ui.theme import mark
from ui.widgets.buttons import make_button
from ui.widgets.card import label, rule
from ui.widgets.flow_layout import flow_of
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.pill import Pill

_TITLE = "Xem gói báo cáo"
_SIZE = (760, 700)
_BUTTONS = {
    "BaoCao.pdf": ("Mở bản PDF", "open_pdf_button", "file-text"),
    "BaoCao.docx": ("Mở bản Word", "open_word_button", "file-text"),
    "SoLieu.xlsx": ("Mở bảng Excel", "open_excel_button", "file-spreadsheet"),
    "BanKy.pdf": ("Mở bản ký", "open_scan_button", "award"),
}
_WHOLE = ("Nguyên vẹn", Tone.GOOD)
_NOT_WHOLE = ("Có tệp bị lỗi", Tone.BAD)
_ADVICE = " Chỉ mở được các tệp còn nguyên vẹn; hãy xin đơn vị gửi lại gói gốc."
_UNSIGNED = (
    "Gói chưa có chữ ký số: “Nguyên vẹn” nghĩa là các tệp khớp với nhau, chưa chứng minh ai gửi. "
    "Hãy đối chiếu mã kiểm tra với bản giấy."
)
_SAMPLE = "Số liệu mẫu, hư cấu."
_NOT_OPENED = "Máy này không mở được “{}”; hãy bấm “Lưu các tệp…” rồi mở bằng chương trình khác."
_SAVED = "Đã lưu {} tệp vào “{}”."
_MOST_FILES = 20


def open_package(path: Path, ledger: Ledger | None, parent: QWidget | None) -> None:
    """Show a report package until its window is closed; what is none is said in a sentence.

    Args:
        path: the zip.
        ledger: tells whether it made the package; None where no ledger is open.
        parent: the owner of the dialog.
    """
    try:
        opened = desk.open_package(path)
    except SheetFileError as error:
        tell(parent, _TITLE, str(error))
        return
    origin = desk.origin_of(opened, ledger) if ledger is not None else None
    show_until_closed(PackageDialog(opened, origin, parent))


class PackageDialog(DialogFrame):
    """Done saves the files into a folder; the dialog stays until it is closed."""

    def __init__(
        self,
        opened: OpenedPackage,
        origin: PackageOrigin | None,
        parent: QWidget | None = None,
        open_file: Callable[[Path], bool] | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            opened: the package.
            origin: what the open ledger knows of it, None without a ledger.
            parent: the owner.
            open_file: opens a file in the computer's own program and tells whether there is one.
        """
        super().__init__("package_dialog", _TITLE, "Lưu các tệp…", _SIZE, "", parent)
        self._opened = opened
        self._open_file = open_file or _open_outside
        self.cancel_button.setText("Đóng")
        self.cancel_button.setAccessibleName("Đóng")
        self.done_button.setObjectName("save_files_button")
        self.done_button.setEnabled(bool(opened.documents))
        self._message.setWordWrap(True)
        self._lay_out(opened.view, origin)
        # All that stands below the buttons can only be read by scrolling: by keyboard, too.
        for scroll in self.findChildren(QScrollArea):
            scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            scroll.setAccessibleName("Nội dung gói báo cáo")
        (self._openers[0] if self._openers else self.cancel_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Ask for a folder and save the files of the package there; the dialog stays open."""
        folder = QFileDialog.getExistingDirectory(
            self, "Thư mục để lưu các tệp", str(self._opened.path.parent)
        )
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Save the sound files for people and say where they are."""
        try:
            made = desk.save_documents(self._opened, self._opened.documents, folder)
        except ExportError as error:
            self._say(str(error), "bad")
            return
        self._say(_SAVED.format(len(made), folder), "muted")

    def message(self) -> str:
        """Return what was said last."""
        return self._message.text()

    def _lay_out(self, view: PackageView, origin: PackageOrigin | None) -> None:
        faults = NoticeBar("triangle-alert", "bad")
        faults.say("" if view.is_whole else " ".join(view.faults()) + _ADVICE)
        self._openers = [self._opener(name) for name in _BUTTONS if name in self._opened.documents]
        head = Pill(*(_WHOLE if view.is_whole else _NOT_WHOLE))
        self.body.addWidget(label(f"Báo cáo {view.period} – {view.unit_name}", strong=True, wrap=True))
        self.body.addWidget(head)
        self.body.addWidget(faults)
        if origin is not None:
            self.body.addWidget(_origin_line(origin))
        self.body.addLayout(_facts(view))
        if self._openers:
            self.body.addWidget(flow_of(*self._openers))
        if view.contents:
            self.body.addWidget(rule())
            self.body.addWidget(label("Kết quả theo nội dung", strong=True))
            self.body.addLayout(_totals(view))
        self.body.addWidget(rule())
        self.body.addWidget(label("Các tệp trong gói", strong=True))
        self.body.addLayout(_files(view.parts))
        self.body.addWidget(label(_UNSIGNED, tone="muted", size="small", wrap=True))
        self.body.addStretch()

    def _opener(self, name: str) -> QPushButton:
        text, button_name, icon_name = _BUTTONS[name]
        button = make_button(text, button_name, icon_name=icon_name)
        button.clicked.connect(partial(self._open, name))
        return button

    def _open(self, name: str) -> None:
        try:
            copy = desk.passing_copy(self._opened, name)
        except ExportError as error:
            self._say(str(error), "bad")
            return
        if not self._open_file(copy):
            self._say(_NOT_OPENED.format(name), "bad")

    def _say(self, sentence: str, tone: str) -> None:
        mark(self._message, tone=tone)
        self._message.setText(sentence)


def _open_outside(path: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _origin_line(origin: PackageOrigin) -> NoticeBar:
    is_current = origin.match is CodeMatch.MATCH or not origin.is_own_unit
    line = NoticeBar("info" if is_current else "triangle-alert", "plain" if is_current else "warning")
    line.setObjectName("origin_line")
    line.say(origin.sentence)
    return line


def _facts(view: PackageView) -> QGridLayout:
    issued = f"số {view.number}" if view.number else ""
    day = f"ngày {format_date(view.issued_on)}" if view.issued_on else ""
    facts = {
        "Đơn vị": " – ".join(one for one in (view.unit_name, view.province_name) if one),
        "Mã đơn vị": view.unit_code,
        "Lần báo cáo": str(view.revision),
        "Mã kiểm tra": view.check_code,
        "Số, ngày": " ".join(one for one in (issued, day) if one) or "Chưa phát hành (gói không ghi số)",
        "Người ký": view.signer,
        "Thay thế": view.replaces,
        "Tệp": f"{view.file_name} ({format_size(view.size)})",
        "Ghi chú": _SAMPLE if view.is_sample else "",
    }
    return _grid([(name, text) for name, text in facts.items() if text], wide=1)


def _totals(view: PackageView) -> QGridLayout:
    rows = [(one.content, *_counted(one.activities, one.attendees)) for one in view.contents]
    activities = sum(one.activities for one in view.contents)
    attendees = sum(one.attendees for one in view.contents)
    rows.append(("Cộng", *_counted(activities, attendees)))
    if view.awards is not None:
        rows.append((f"Đề nghị khen thưởng: {format_integer(view.awards)}", "", ""))
    return _grid(rows, wide=0)


def _counted(activities: int, attendees: int) -> tuple[str, str]:
    return f"{format_integer(activities)} hoạt động", f"{format_integer(attendees)} lượt người dự"


def _files(parts: tuple[PackagePart, ...]) -> QGridLayout:
    """Return the files for people and all that are not sound; the sound tables are one line."""
    shown = [one for one in parts if one.name in _BUTTONS or not one.is_sound]
    tables = [one for one in parts if one not in shown]
    rows = [_file_row(one) for one in shown[:_MOST_FILES]]
    if len(shown) > _MOST_FILES:
        rows.append((f"… và {len(shown) - _MOST_FILES} tệp khác", "", "", ""))
    if tables:
        size = format_size(sum(one.size for one in tables))
        rows.append((f"{len(tables)} bảng dữ liệu (CSV, để phần mềm đọc)", size, PART_WORDS[PartState.SOUND]))
    return _grid(rows, wide=0)


def _file_row(part: PackagePart) -> tuple[str, ...]:
    name = f"{part.name} – {part.title}" if part.title else part.name
    return name, format_size(part.size), PART_WORDS[part.state]


def _grid(rows: Sequence[tuple[str, ...]], *, wide: int) -> QGridLayout:
    """Return lines of cells, in columns; only the wide column breaks its lines."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(wide, 1)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            side = Qt.AlignmentFlag.AlignRight if wide == 0 < column else Qt.AlignmentFlag(0)
            tone = "muted" if column < wide else ""
            grid.addWidget(
                _selectable(text, tone, wrap=column == wide), row, column, Qt.AlignmentFlag.AlignTop | side
            )
    return grid


def _selectable(text: str, tone: str, *, wrap: bool) -> QLabel:
    shown = label(text, tone=tone, wrap=wrap)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return shown

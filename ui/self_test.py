"""What `--self-test` tries of the window: Qt's plugins, Vietnamese, fonts, icons, every page painted, paper."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEventLoop, QLibraryInfo, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app.ledger import create_sample_ledger
from desktop_app.ledger.package_desk import open_package
from desktop_app.ledger.reporting import open_pages
from ui.app import Session, build_session, make_application, page_entries
from ui.dialogs.first_start_wizard import FirstStartWizard
from ui.dialogs.package_dialog import PackageDialog
from ui.icons import icon
from ui.paths import ICONS, RESOURCES
from ui.printing import make_printer, print_pages
from ui.single_window import WindowServer, socket_name
from ui.tree_end import end_tree

Check = tuple[str, Callable[[], str]]

MOMENT = datetime(2023, 11, 22, 8, 30, tzinfo=timezone(timedelta(hours=7)))
"""The sample year is over at this moment of the program's clock."""
_PLATFORM = "QT_QPA_PLATFORM"
_USUAL_PLATFORMS = {"win32": "windows", "darwin": "cocoa"}
_FORMATS = {"png", "jpeg", "svg"}
_LETTERS = "ăâđêôơưạẵẫẹễịọỗỡụữỳỵỹĂÂĐÊÔƠƯẠẴẪẸỄỊỌỖỠỤỮỲỴỸ“”–…"
_LETTER_SIDE = 64
_FEWEST_COLOURS = 12
"""A page that failed to draw shows the colour of its ground and little else."""
_QUIET_ROUNDS, _ROUND_MS, _MOST_SECONDS = 5, 20, 60
_CALL_MS = 5_000
_SIZE = QSize(1366, 728)


def checks(work: Path) -> Iterator[Check]:
    """Yield the checks of the window in order; each is to be called before the next is asked for.

    Args:
        work: the folder for what they write: a ledger of their own, a printed file.
    """
    platform = _choose_platform()
    missing = _missing_plugin(platform)
    yield "platform plugin", lambda: _told(not missing, platform, missing)
    if missing:
        return  # Qt would end the program at once
    window = WindowChecks(work)
    yield from window.checks()


class WindowChecks:
    """The checks of one run, and the faults that Qt's own calls of ours raised meanwhile."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._faults: list[str] = []
        self._application: QApplication | None = None

    def checks(self) -> Iterator[Check]:
        """Yield the checks in order."""
        before = sys.excepthook
        sys.excepthook = self._note
        try:
            for name, check in self._all():
                yield name, self._without_faults(check)
        finally:
            sys.excepthook = before

    def _all(self) -> Iterator[Check]:
        yield "application", self.application
        if self._application is None:
            return
        for check in (
            self.formats,
            self.vietnamese,
            self.letters,
            self.icons,
            self.printing,
            self.wizard,
            self.package,
            self.calling,
        ):
            yield check.__name__, check
        yield from self._pages()

    def _pages(self) -> Iterator[Check]:
        sessions: list[Session] = []

        def start() -> str:
            ledger = create_sample_ledger(self._work / "Sổ của cửa sổ.sohangviet", clock=lambda: MOMENT)
            session = build_session(ledger)
            sessions.append(session)
            session.window.resize(_SIZE)
            session.window.show()
            self._settle(session)
            return f"{session.window.width()} × {session.window.height()}"

        yield "main window", start
        for session in sessions:
            for entry in page_entries(session.ledger, session.operations):
                yield f"page {entry.key}", partial(self._page, session, entry.key)
            yield "closing", partial(self._close, session)

    def application(self) -> str:
        """Make the application in our look."""
        self._application = make_application([])
        return f"{QGuiApplication.platformName()}, Qt {QLibraryInfo.version().toString()}"

    def formats(self) -> str:
        """Qt reads the picture formats of icons, photos and scans."""
        known = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
        missing = _FORMATS - known
        picture = QImage(str(ICONS / "drawn" / "tick_dark.svg"))
        return _told(not missing and not picture.isNull(), ", ".join(sorted(known)), f"no {sorted(missing)}")

    def vietnamese(self) -> str:
        """Qt's own words, numbers and days are Vietnamese."""
        box = QMessageBox()
        button = box.addButton(QMessageBox.StandardButton.Cancel).text()
        end_tree(box)
        number = QLocale().toString(1_234_567)
        return _told(button == "Hủy" and number == "1.234.567", f"{button}, {number}", f"{button}, {number}")

    def letters(self) -> str:
        """The fonts of the window draw every Vietnamese letter, each another way: boxes would be all alike."""
        drawn: dict[bytes, str] = {}
        for letter in _LETTERS:
            drawn.setdefault(_letter(letter), letter)
        alike = [one for one in _LETTERS if one not in drawn.values()]
        families = ", ".join(QGuiApplication.font().families())
        return _told(not alike, families, f"{families}: {''.join(alike)} look like other letters")

    def icons(self) -> str:
        """Every shipped icon can be drawn, and the style sheet finds its own."""
        files = sorted(ICONS.rglob("*.svg"))
        bad = [one.name for one in files if not QSvgRenderer(str(one)).isValid()]
        empty = [
            one.name for one in ICONS.glob("*.svg") if _colours(icon(one.stem, "text").pixmap(32, 32)) < 2
        ]
        (RESOURCES / "theme.qss").read_text(encoding="utf-8")
        return _told(
            len(files) > 40 and not bad + empty, f"{len(files)} icons", f"{bad + empty} of {len(files)}"
        )

    def printing(self) -> str:
        """A page of the exported report goes through the printing of the program, into a file."""
        source = self._exported("BaoCao.pdf").read_bytes()
        path = self._work / "Bản in.pdf"
        with open_pages(source) as pages:
            printer = make_printer("Bản thử", pages.size(0))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        print_pages(printer, source, [0], lambda done, total, text: None)
        with open_pages(path.read_bytes()) as printed:
            dark = sum(value < 128 for value in printed.render(0, 36).data)
        return _told(dark > 100, f"{path.stat().st_size} bytes", "the printed page is empty")

    def wizard(self) -> str:
        """The first window that a new user sees."""
        wizard = FirstStartWizard(lambda: MOMENT, self._work)
        wizard.show()
        self._events()
        seen = _seen(wizard)
        wizard.close()
        end_tree(wizard)
        return seen

    def package(self) -> str:
        """A report package is looked at, as by a double click."""
        dialog = PackageDialog(open_package(self._exported("BC_*.zip")), None)
        dialog.show()
        self._events()
        seen = _seen(dialog)
        dialog.close()
        end_tree(dialog)
        return seen

    def calling(self) -> str:
        """A second start reaches the window of the first over a socket of this computer."""
        ledger = self._work / "Sổ gọi.sohangviet"
        server = WindowServer(ledger, QCoreApplication.instance() or QObject())
        socket = QLocalSocket()
        socket.connectToServer(socket_name(ledger) or "")
        reached = socket.waitForConnected(_CALL_MS)
        said = socket.errorString()
        end_tree(socket)
        server.close()
        end_tree(server)
        return _told(reached, "reached", said)

    def _exported(self, pattern: str) -> Path:
        for path in self._work.rglob(pattern):
            return path
        raise AssertionError(f"there is no {pattern}: the export failed before")

    def _page(self, session: Session, key: str) -> str:
        session.window.show_page(key)
        self._settle(session)
        page = session.window.current_page()
        if page is None:
            raise AssertionError("no page is shown")
        return _seen(page)

    def _close(self, session: Session) -> str:
        session.window.close()
        self._events()
        session.close()
        return "closed"

    def _settle(self, session: Session) -> None:
        """Let the window work until everything that it reads is shown."""
        quiet, end = 0, time.monotonic() + _MOST_SECONDS
        while quiet < _QUIET_ROUNDS:
            if time.monotonic() > end:
                raise AssertionError(f"the window was still reading after {_MOST_SECONDS} s")
            self._events()
            quiet = 0 if session.operations.is_reading() else quiet + 1

    def _events(self) -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _ROUND_MS)

    def _note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        place = trace
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
        self._faults.append(f"{kind.__name__} at {where}: {error}")

    def _without_faults(self, check: Callable[[], str]) -> Callable[[], str]:
        """Return the check, failing too when a handler or a painter of ours raised: Qt swallows that."""

        def tried() -> str:
            self._faults.clear()
            said = check()
            if self._faults:
                raise AssertionError("; ".join(self._faults[:5]))
            return said

        return tried


def _letter(letter: str) -> bytes:
    """Return the pixels of a letter in the font of the window, large enough to tell its marks apart."""
    picture = QImage(_LETTER_SIDE, _LETTER_SIDE, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    font = QGuiApplication.font()
    font.setPixelSize(_LETTER_SIDE // 2)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return bytes(picture.constBits())


def _choose_platform() -> str:
    """Return the platform that Qt is going to use; on Linux without a screen the one that needs none."""
    if not os.environ.get(_PLATFORM) and sys.platform == "linux":
        has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        os.environ[_PLATFORM] = "xcb" if has_screen else "offscreen"
    return os.environ.get(_PLATFORM) or _USUAL_PLATFORMS.get(sys.platform, "")


def _missing_plugin(platform: str) -> str:
    """Return what is missing for a platform, "" when its plugin is there: without it Qt ends the program."""
    name = f"q{platform.split(':')[0]}"
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    there = {one.stem.removeprefix("lib") for one in folder.glob("*")}
    return "" if name in there else f"{name} is not in {folder}, only {sorted(there)}"


def _seen(widget: QWidget) -> str:
    colours = _colours(widget.grab())
    return _told(
        colours >= _FEWEST_COLOURS, f"{colours} colours", f"only {colours} colours: nothing is drawn"
    )


def _colours(picture: QPixmap) -> int:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(image.constBits()).cast("I")))


def _told(ok: bool, seen: str, otherwise: str) -> str:
    if not ok:
        raise AssertionError(otherwise)
    return seen

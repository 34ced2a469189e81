"""The window: list of pages, the page in view, status line. It knows no business words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop_app.opened_files import kind_of
from ui.dialogs.ask import ask
from ui.help import HELP_KEY, show_help
from ui.operations import Operations
from ui.pages.page import Page
from ui.tree_end import hold_tree
from ui.widgets.file_drop import FileDrop
from ui.widgets.low_scroll import ScrolledStack
from ui.widgets.navigation import Navigation, NavigationEntry
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.status_line import StatusLine

TITLE = "Sổ Hàng Việt – Theo dõi, báo cáo Cuộc vận động"
_UNKEPT = "Chưa giữ được nội dung đang gõ"
_WHAT_IS_LOST = "Nếu đóng cửa sổ bây giờ, nội dung đang gõ mà chưa lưu sẽ mất."
_MINIMUM = QSize(800, 400)
_USUAL = QSize(1366, 728)
_NARROW_BELOW = 1240
_NUMBERED = 9


@dataclass(frozen=True)
class PageEntry:
    """A page that the window offers; it is built when it is first shown.

    Attributes:
        key: short English name; the page's object name is "<key>_page".
        icon: file in resources/icons.
        at_foot: stands at the lower end of the list.
        holds: names of the registers that the page shows, if they are not its key.
        keys: the shortcut; "" gives the first nine pages Ctrl+1 to Ctrl+9.
    """

    key: str
    title: str
    icon: str
    build: Callable[[], Page]
    at_foot: bool = False
    holds: tuple[str, ...] = ()
    keys: str = ""


class MainWindow(QMainWindow):
    """The one window.

    Attributes:
        page_shown: key of the page now in view.
        ledger_requested: the user wants to open another ledger.
        file_requested: a file of the program was dropped onto the window, or is opened in it from outside:
            a ledger, a report package, a reply, a handover file.
        banner: above the pages, for what holds for the whole ledger; hidden until it says something.
    """

    page_shown = Signal(str)
    ledger_requested = Signal()
    file_requested = Signal(Path)

    def __init__(self, entries: Sequence[PageEntry], operations: Operations) -> None:
        super().__init__()
        hold_tree(self)
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._operations = operations
        self.setWindowTitle(TITLE)
        self.setObjectName("main_window")
        self.setMinimumSize(_MINIMUM)
        self.resize(_USUAL)
        self._keys = {
            one.key: one.keys or (f"Ctrl+{number}" if number <= _NUMBERED else "")
            for number, one in enumerate(entries, start=1)
        }
        self.navigation = Navigation(
            [
                NavigationEntry(one.key, one.title, one.icon, one.at_foot, self._keys[one.key])
                for one in entries
            ]
        )
        self.status_line = StatusLine()
        self.status_line.set_fact("draft", "")
        self.banner = NoticeBar("triangle-alert", "warning")
        self.banner.setObjectName("banner")
        self._stack = ScrolledStack()
        self._drop = FileDrop(self, lambda path: kind_of(path) is not None)
        self._lay_out()

        self.navigation.chosen.connect(self.show_page)
        self.navigation.help_requested.connect(self.show_help)
        self.status_line.undo_requested.connect(operations.undo)
        self.status_line.cancel_requested.connect(operations.cancel)
        operations.changed.connect(self._on_changed)
        operations.status.connect(self.status_line.say)
        operations.refused.connect(self.status_line.refuse)
        operations.draft_kept.connect(self._on_draft_kept)
        operations.busy_changed.connect(self.status_line.show_busy)
        self._drop.dropped.connect(self._on_dropped)
        # Ctrl+Z within a text takes back typing; Ctrl+U takes back the last operation from anywhere.
        QShortcut(QKeySequence("Ctrl+U"), self).activated.connect(operations.undo)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(operations.undo)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.ledger_requested)
        QShortcut(QKeySequence(HELP_KEY), self).activated.connect(self.show_help)
        self._bind_pages()

    def show_help(self) -> None:
        """Open the help of the page in view in the computer's browser."""
        show_help(self.current_page(), self._operations.refused.emit)

    def show_page(self, key: str, record_id: str = "") -> None:
        """Show a page by its key or by a register that it holds, and a record on it if one is named."""
        part, key = key, self._key_of(key)
        page = self.page(key)
        if page is not self.current_page():
            self.status_line.forget_refusal()
        self.navigation.set_current(key)
        self._stack.bring(page)
        page.show_part(part)
        page.take_focus()
        if record_id:
            page.open_record(record_id)
        self.page_shown.emit(key)

    def open_first_page(self) -> None:
        """Show the first page, unless another one is shown already."""
        if self.current_page() is None:
            self.show_page(next(iter(self._entries)))

    def fit_screen(self) -> None:
        """Fill a small screen, as on the first start."""
        room = self.screen().availableSize()
        if room.width() <= _USUAL.width() or room.height() <= _USUAL.height():
            self.resize(_USUAL.boundedTo(room))
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def page(self, key: str) -> Page:
        """Return a page, building it if it was never shown."""
        if key not in self._pages:
            page = self._entries[key].build()
            page.setObjectName(f"{key}_page")
            self._pages[key] = page
            self._stack.add(page)
            page.page_requested.connect(self.show_page)
            page.filter_requested.connect(self._on_filter_requested)
            page.ledger_requested.connect(self.ledger_requested)
        return self._pages[key]

    def keys_of(self, key: str) -> str:
        """Return the shortcut of a page, "" when it has none."""
        return self._keys[key]

    def current_page(self) -> Page | None:
        """Return the page in view."""
        page = self._stack.page()
        return page if isinstance(page, Page) else None

    def built_pages(self) -> list[str]:
        """Return the keys of the pages built so far."""
        return list(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the room of the names when the window is narrow."""
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < _NARROW_BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the first page right after the window has appeared, not before it."""
        super().paintEvent(event)
        if self.current_page() is None:
            QTimer.singleShot(0, self, self.open_first_page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write every draft before the window goes; ask when one cannot be written."""
        lost: list[str] = []
        self._operations.refused.connect(lost.append)
        for page in self._pages.values():
            page.keep_typing()
        self._operations.refused.disconnect(lost.append)
        if lost and not ask(
            self, _UNKEPT, f"{lost[0]}\n\n{_WHAT_IS_LOST}", "Vẫn đóng", "Quay lại", careful=True
        ):
            event.ignore()
            return
        super().closeEvent(event)

    def _key_of(self, name: str) -> str:
        holders = (entry.key for entry in self._entries.values() if name in entry.holds)
        return name if name in self._entries else next(holders)

    def _on_filter_requested(self, key: str, name: str, value: str) -> None:
        self.show_page(key)
        self.page(self._key_of(key)).show_filtered(name, value)

    def _on_changed(self, changed: set[str]) -> None:
        for page in self._pages.values():
            page.receive_changes(changed)

    def _on_dropped(self, paths: list[str]) -> None:
        for path in paths:
            self.file_requested.emit(Path(path))

    def _on_draft_kept(self, time: str) -> None:
        self.status_line.set_fact("draft", f"Bản nháp tự lưu {time}")

    def _bind_pages(self) -> None:
        for key, keys in self._keys.items():
            if not keys:
                continue
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setProperty("page", key)
            shortcut.activated.connect(self._on_page_shortcut)

    def _on_page_shortcut(self) -> None:
        shortcut = self.sender()
        if shortcut is not None:
            self.show_page(str(shortcut.property("page")))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_line)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)
        self.setCentralWidget(content)

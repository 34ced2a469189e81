"""From the words of a start to the window of a ledger, and from one ledger to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.errors import LedgerFileError
from desktop_app.ledger import Clock, Ledger, open_ledger
from desktop_app.opened_files import FileKind, are_same, kind_of
from ui import later
from ui.dialogs.ask import tell
from ui.file_opening import FileOpening, problem_of
from ui.ledger_lock import LedgerLock, Taken
from ui.main_window import MainWindow
from ui.program_folders import ProgramFolders
from ui.session import Session
from ui.settings_file import WindowSettings, read_settings, write_settings

NAME = "Sổ Hàng Việt"
_SLOW_FOLDER = (
    "Sổ nằm trên thư mục mạng hoặc đám mây: vẫn an toàn nhưng chậm hơn; nên để sổ trên ổ đĩa của máy."
)


@dataclass(frozen=True)
class Opened:
    """A ledger with its lock.

    Attributes:
        answers: this window has the lock, and therefore answers other starts.
    """

    ledger: Ledger
    lock: LedgerLock
    answers: bool

    def close(self) -> None:
        """Close the ledger that got no window."""
        self.ledger.close()
        self.lock.release()


class Start:
    """One run of the program with a window: a ledger at a time."""

    def __init__(
        self, folders: ProgramFolders, clock: Clock, build: Callable[[Ledger, ProgramFolders], Session]
    ) -> None:
        """Prepare.

        Args:
            folders: where settings and new ledgers lie.
            clock: the program's one clock.
            build: makes the window of a ledger.
        """
        self._folders, self._clock, self._build = folders, clock, build
        self._remembered = folders.settings / "window.json"

    def run(self, files: Sequence[Path]) -> None:
        """Open the ledger named first, else the last one, with the other files in it, and work until the end."""
        ledgers = [file for file in files if kind_of(file) is FileKind.LEDGER]
        others = [file for file in files if file not in ledgers[:1]]
        opened = self._first(ledgers[0] if ledgers else None, others)
        while opened is not None:
            opened, others = self._work_with(opened, others), []

    def _first(self, named: Path | None, files: list[Path]) -> Opened | None:
        """Open a ledger; say why that fails, and ask; None when there is nothing to do here.

        Args:
            named: the ledger of the command line.
            files: to open in its window; those that need no ledger are taken out.
        """
        settings = self._settings()
        path = named or (self._folders.found(settings.last_ledger) if settings.last_ledger else None)
        if path is None:
            path, is_done = self._open_without_ledger(files)
            if is_done:
                return None
        while path is not None or (path := self._ask(None)) is not None:
            try:
                return self._open(path, files)
            except LedgerFileError as error:
                tell(None, NAME, str(error))
                # The ledger may be on a stick that is not there: what needs none is shown all the same.
                path, is_done = self._open_without_ledger(files)
                if is_done:
                    return None
        return None

    def _open_without_ledger(self, files: list[Path]) -> tuple[Path | None, bool]:
        """Show packages and take ledgers over on a computer without a ledger.

        Returns:
            The ledger that was taken over, and whether nothing is left to do: who opened only a package to look at
            wants no new ledger.
        """
        taken: Path | None = None
        wanted = list(files)
        for file in wanted:
            kind = kind_of(file)
            problem = problem_of(file)
            if problem:
                tell(None, NAME, problem)
            elif kind is FileKind.PACKAGE:
                later.open_package(file, None, None)
            elif kind is FileKind.HANDOVER:
                taken = later.open_handover(file, self._folders.ledgers, self._clock, None) or taken
            else:
                continue
            files.remove(file)
        return taken, bool(wanted) and not files and taken is None

    def _open(self, path: Path, files: Sequence[Path]) -> Opened | None:
        """Open a ledger under its lock; None when another window has it and was called.

        Raises:
            LedgerFileError: it cannot be opened.
        """
        lock = LedgerLock(path)
        taken = lock.take(files)
        if taken in (Taken.ELSEWHERE, Taken.REFUSED):
            return None
        try:
            return Opened(open_ledger(path, self._clock), lock, taken is Taken.OURS)
        except BaseException:
            lock.release()
            raise

    def _work_with(self, opened: Opened, files: Sequence[Path]) -> Opened | None:
        """Show the window of a ledger until it closes; return the other ledger that is to be opened then."""
        ledger = opened.ledger
        settings = self._settings().with_ledger(self._folders.remembered(ledger.path))
        session = self._build(ledger, self._folders)
        window = session.window
        wanted: list[Opened] = []
        self._connect(session, opened, files, wanted)
        if not window.restoreGeometry(QByteArray.fromHex(settings.geometry.encode())):
            window.fit_screen()
        window.show()
        # Written now, too: a program that is killed must find its ledger and the drafts in it again.
        write_settings(self._remembered, settings)
        if not ledger.uses_wal:
            window.status_line.refuse(_SLOW_FOLDER)
        try:
            QApplication.exec()
        finally:
            self._keep(window, ledger)
            session.close()
            opened.lock.release()
        return wanted[0] if wanted else None

    def _connect(self, session: Session, opened: Opened, files: Sequence[Path], wanted: list[Opened]) -> None:
        """Let the window open other ledgers and files, and answer other starts once it has appeared."""
        window, ledger = session.window, opened.ledger

        def change(path: Path) -> None:
            self._change(window, ledger, path, wanted)

        def ask_and_change() -> None:
            path = self._ask(window, ledger.path)
            if path is not None:
                change(path)

        def begin(_page: str) -> None:
            if opened.answers:
                later.window_server(ledger.path, window).called.connect(
                    lambda called: _come_forward(window, called)
                )
            for file in files:
                window.file_requested.emit(file)

        FileOpening(window, ledger, self._folders.ledgers, change)
        window.ledger_requested.connect(ask_and_change)
        # The first page is built after the window was painted: none of this delays the start.
        window.page_shown.connect(begin, Qt.ConnectionType.SingleShotConnection)

    def _change(self, window: MainWindow, current: Ledger, path: Path, wanted: list[Opened]) -> None:
        """Open another ledger and, once that is done, close the window of this one."""
        if path == current.path or are_same(path, current.path):
            return
        try:
            opened = self._open(path, ())
        except LedgerFileError as error:
            tell(window, NAME, str(error))
            return
        if opened is None:
            return
        wanted.append(opened)
        if not window.close():
            wanted.pop().close()

    def _ask(self, parent: QWidget | None, current: Path | None = None) -> Path | None:
        """Ask for a ledger, and offer those that were open here before."""
        recent = [self._folders.found(one) for one in self._settings().recent]
        offered = [one for one in recent if one != current]
        return later.ask_for_ledger(self._clock, self._folders.ledgers, offered, parent)

    def _settings(self) -> WindowSettings:
        return read_settings(self._remembered)

    def _keep(self, window: MainWindow, ledger: Ledger) -> None:
        """Remember size and ledger; other windows have written meanwhile, so what stands there is read again."""
        geometry = bytes(window.saveGeometry().toHex().data()).decode()
        settings = self._settings().with_ledger(self._folders.remembered(ledger.path))
        write_settings(self._remembered, replace(settings, geometry=geometry))


def _come_forward(window: MainWindow, files: Sequence[Path]) -> None:
    """Bring the window before all others, with the dialog that waits in it, and open files in it."""
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    for one in (window, QApplication.activeModalWidget()):
        if one is not None:
            one.show()
            one.raise_()
            one.activateWindow()
    QApplication.alert(window)
    for file in files:
        window.file_requested.emit(file)

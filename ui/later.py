"""What most starts never need, imported when it is first used: the wizard, files from outside, talk between windows."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ledger import Clock, Ledger

if TYPE_CHECKING:
    from ui.operations import Operations
    from ui.single_window import WindowServer


def ask_for_ledger(
    clock: Clock, folder: Path, recent: Sequence[Path] = (), parent: QWidget | None = None
) -> Path | None:
    """Return a ledger that was made or chosen, None when the user gives up.

    Args:
        clock: the program's one clock.
        folder: where new ledgers go.
        recent: ledgers to offer, the last one first.
        parent: the owner of the dialog.
    """
    from ui.dialogs.first_start_wizard import FirstStartWizard

    return FirstStartWizard.ask(clock, folder, parent, recent)


def call_window(ledger: Path, files: Sequence[Path], process: int, patience_ms: int) -> bool:
    """Let the window of a ledger come forward, see `single_window.call_window`."""
    from ui import single_window

    return single_window.call_window(ledger, files, process, patience_ms)


def window_server(ledger: Path, parent: QObject) -> "WindowServer":
    """Return what answers other starts with this ledger."""
    from ui.single_window import WindowServer

    return WindowServer(ledger, parent)


def open_package(path: Path, ledger: Ledger | None, parent: QWidget | None) -> None:
    """Show a report package; it can be looked at without a ledger."""
    from ui.dialogs.package_dialog import open_package as show

    show(path, ledger, parent)


def open_handover(path: Path, folder: Path, clock: Clock, parent: QWidget | None) -> Path | None:
    """Take a handed-over ledger; return where it lies now, None when the user gives up."""
    from ui.dialogs.take_over_dialog import open_handover as take_over

    return take_over(path, folder, clock, parent)


def go_on(ledger: Ledger, operations: "Operations", parent: QWidget) -> None:
    """Take a ledger that was handed over back into use, if the user gives a reason."""
    from ui.going_on import go_on as ask

    ask(ledger, operations, parent)

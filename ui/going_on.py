"""Taking a ledger that was handed over back into use, from wherever it is asked for."""

from PySide6.QtWidgets import QWidget

from desktop_app.ledger import Ledger
from ui.dialogs.go_on_dialog import GoOnDialog
from ui.operations import ANYTHING, Operations


def go_on(ledger: Ledger, operations: Operations, parent: QWidget) -> None:
    """Ask for the reason and open the ledger for writing again."""
    given = ledger.handed_over
    reason = GoOnDialog.ask(given, parent) if given is not None else None
    if reason is not None:
        operations.run(
            lambda: ledger.reporting.handover.go_on(reason),
            changed={ANYTHING},
            message="Sổ này được dùng tiếp; lần bàn giao trước không còn hiệu lực.",
        )

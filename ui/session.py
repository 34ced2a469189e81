"""What lives as long as the window of a ledger, and how it ends."""

from dataclasses import dataclass

from desktop_app.ledger import Ledger
from ui.main_window import MainWindow
from ui.operations import Operations
from ui.tree_end import end_tree


@dataclass
class Session:
    """Everything that lives as long as the window.

    Attributes:
        window: not yet shown.
    """

    ledger: Ledger
    operations: Operations
    window: MainWindow

    def close(self) -> None:
        """End the worker, destroy the window, close the ledger: nothing of it is left to the collector."""
        self.operations.close()
        end_tree(self.window)
        end_tree(self.operations)
        self.ledger.close()

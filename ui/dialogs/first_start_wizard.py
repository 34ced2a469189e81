"""The first start: which ledger is to be opened."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop_app.ledger import Clock


class FirstStartWizard:
    """Asks for a ledger when there is none to open."""

    @classmethod
    def ask(cls, _clock: Clock) -> Path | None:
        """Return the ledger that the user chose, None when none was chosen."""
        name, _ = QFileDialog.getOpenFileName(None, "Mở sổ", "", "Sổ Hàng Việt (*.sohangviet)")
        return Path(name) if name else None

"""The button “Excel” of a register's page: bring a sheet in, or save the workbook to fill."""

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from desktop_app.domain.registers import REGISTERS
from desktop_app.ledger import Ledger
from ui.dialogs.import_dialog import ImportDialog
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.widgets.buttons import make_button
from ui.worker import Progress

_SHEETS = "Bảng tính (*.xlsx *.xls *.ods)"
_WORKBOOK = "Bảng tính Excel (*.xlsx)"
_WRITING = "Đang ghi tệp mẫu…"


class ExcelMenu:
    """The button with its menu, for one page.

    Attributes:
        button: to be put into the header.
    """

    def __init__(self, register: str, page: QWidget, ledger: Ledger, operations: Operations) -> None:
        self._register, self._page = register, page
        self._ledger, self._operations = ledger, operations
        self.dialog: ImportDialog | None = None
        self.button: QPushButton = make_button(
            "Excel",
            "excel_button",
            icon_name="file-spreadsheet",
            help_text="Nhập từ bảng tính hoặc lưu tệp mẫu để điền (Ctrl+I để nhập).",
        )
        menu = QMenu(self.button)
        menu.setObjectName("excel_menu")
        menu.addAction("Nhập từ bảng tính…", self.bring_in)
        menu.addSeparator()
        menu.addAction("Lưu tệp mẫu của sổ này…", self.save_template)
        menu.addAction("Lưu tệp mẫu đủ các sổ…", self.save_whole_template)
        menu.addAction("Lưu dữ liệu của sổ này để sửa trong Excel…", self.save_records)
        self.button.setMenu(menu)
        QShortcut(QKeySequence("Ctrl+I"), page).activated.connect(self.bring_in)

    def bring_in(self) -> None:
        """Ask for a file and show what importing it would do."""
        name, _ = QFileDialog.getOpenFileName(self._page, "Nhập từ bảng tính", "", _SHEETS)
        if name:
            self.dialog = ImportDialog.open_for(Path(name), self._ledger, self._operations, self._page)

    def save_template(self) -> None:
        """Save the empty sheet of this register."""
        self._save(f"Mau_{self._register}.xlsx", (self._register,), with_records=False)

    def save_whole_template(self) -> None:
        """Save a workbook with an empty sheet of every register."""
        self._save("Mau_so_hang_viet.xlsx", tuple(REGISTERS), with_records=False)

    def save_records(self) -> None:
        """Save this register's records, to be changed in Excel and brought in again."""
        self._save(f"{self._register}.xlsx", (self._register,), with_records=True)

    def _save(self, usual: str, registers: tuple[str, ...], *, with_records: bool) -> None:
        name, _ = QFileDialog.getSaveFileName(self._page, "Lưu tệp mẫu", usual, _WORKBOOK)
        if not name:
            return
        path = Path(name).with_suffix(".xlsx")

        def job(ledger: Ledger, _progress: Progress) -> Path:
            ledger.spreadsheets.write_template(path, registers, with_records=with_records)
            return path

        self._operations.start(job, text=_WRITING, on_done=self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._operations.status.emit(f"Đã lưu “{path.name}” trong “{path.parent}”.", False)
        open_outside(path.parent, self._operations)

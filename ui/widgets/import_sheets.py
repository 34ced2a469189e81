"""The sheets of a workbook at the left, the questions about the chosen one at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from desktop_app.domain.import_preview import ImportPreview, SheetChoice
from desktop_app.domain.registers import REGISTERS
from ui.widgets.card import Card
from ui.widgets.import_sheet import Columns, ImportSheet

_LIST_WIDTH = 240


class ImportSheets(QWidget):
    """All sheets of the file.

    Attributes:
        chosen: (name of the sheet, `SheetChoice`) after something was answered.
    """

    chosen = Signal(str, object)

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ImportPreview | None = None
        self._choices: Mapping[str, SheetChoice] = {}
        self.list = QListWidget()
        self.list.setObjectName("sheets")
        self.list.setAccessibleName("Các tờ của tệp")
        self.list.setProperty("boxed", True)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.sheet = ImportSheet(columns)
        holder = Card(margin=8)
        holder.content.addWidget(self.sheet)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.list)
        layout.addWidget(holder, 1)

        self.list.currentRowChanged.connect(self._on_row_changed)
        self.sheet.chosen.connect(self.chosen)

    def show_preview(self, preview: ImportPreview, choices: Mapping[str, SheetChoice]) -> None:
        """Show the sheets as they were read; the chosen one stays chosen."""
        self._preview, self._choices = preview, dict(choices)
        here = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in preview.sheets:
                register = one.match.register
                words = REGISTERS[register].words.page if register else "không nhập"
                self.list.addItem(f"{one.name}\n{words}{' · cần trả lời' if one.guess else ''}")
            asked = next((at for at, one in enumerate(preview.sheets) if one.guess), -1)
            read = next((at for at, one in enumerate(preview.sheets) if one.match.register), 0)
            self.list.setCurrentRow(here if 0 <= here < len(preview.sheets) else max(asked, read))
        self._on_row_changed(self.list.currentRow())

    def _on_row_changed(self, row: int) -> None:
        if self._preview is not None and 0 <= row < len(self._preview.sheets):
            sheet = self._preview.sheets[row]
            self.sheet.show_sheet(sheet, self._choices.get(sheet.name) or SheetChoice())

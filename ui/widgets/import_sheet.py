"""How one sheet of an import is read: which register, which heading row, which encoding, which column is what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.import_preview import ColumnMatch, ColumnName, SheetChoice, SheetPreview
from desktop_app.domain.registers import REGISTERS
from desktop_app.vietnamese.legacy_fonts import NAMES
from ui.theme import mark
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput

_UNKNOWN = "Chưa ghép"
_IGNORE = "Không nhập cột này"
IGNORED = "-"
"""What the user says of a sheet or a column that is left out."""
Columns = Callable[[str], Sequence[ColumnName]]
"""Name of a register -> what a column of a sheet can be matched with."""
_MOST_ROWS = 100


class ImportSheet(QScrollArea):
    """The questions about one sheet.

    Attributes:
        chosen: (name of the sheet, `SheetChoice`) after something was answered; the file is to be read again.
    """

    chosen = Signal(str, object)

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = columns
        self.setObjectName("import_sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet: SheetPreview | None = None
        self._choice = SheetChoice()
        self._columns: dict[ComboInput, ColumnMatch] = {}

    def show_sheet(self, sheet: SheetPreview, choice: SheetChoice) -> None:
        """Show how a sheet was read, and what the user said of it before."""
        self._sheet, self._choice = sheet, choice
        self._columns = {}
        content = QWidget()
        content.setProperty("see_through", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 12, 12, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        for note in sheet.notes:
            column.addWidget(label(note, tone="muted", wrap=True))
        if sheet.guess is not None:
            column.addWidget(self._encoding_question())
        if sheet.match.columns:
            column.addLayout(self._grid())
        column.addStretch()
        self.setWidget(content)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._register = ComboInput()
        self._register.setObjectName("register")
        self._register.setAccessibleName("Nhập vào sổ")
        self._register.addItem("Không nhập tờ này", IGNORED)
        for name, register in REGISTERS.items():
            self._register.addItem(register.words.page, name)
        match = self._sheet.match if self._sheet else None
        self._register.setCurrentIndex(max(0, self._register.findData(match.register if match else "")))
        self._heading_row = QSpinBox()
        self._heading_row.setObjectName("heading_row")
        self._heading_row.setAccessibleName("Dòng tiêu đề cột")
        self._heading_row.setRange(1, _MOST_ROWS)
        self._heading_row.setValue(match.heading_row + 1 if match and match.heading_row >= 0 else 1)
        self._heading_row.setKeyboardTracking(False)
        self._heading_row.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._heading_row.setFixedWidth(56)
        self._hidden = QCheckBox("Đọc cả dòng đang ẩn")
        self._hidden.setObjectName("with_hidden_rows")
        self._hidden.setChecked(self._choice.with_hidden_rows)
        row.addWidget(label("Nhập vào sổ"))
        row.addWidget(self._register, 1)
        row.addSpacing(8)
        row.addWidget(label("Dòng tiêu đề cột"))
        row.addWidget(self._heading_row)
        row.addSpacing(8)
        row.addWidget(self._hidden)

        self._register.activated.connect(self._on_register)
        self._heading_row.valueChanged.connect(self._on_heading_row)
        self._hidden.clicked.connect(self._on_hidden)
        return row

    def _encoding_question(self) -> QFrame:
        guess = self._sheet.guess if self._sheet else None
        band = QFrame()
        band.setProperty("band", "warning")
        column = QVBoxLayout(band)
        column.setContentsMargins(12, 10, 12, 10)
        if guess is None:
            return band
        column.addWidget(
            label(f"Chữ trong tờ này có vẻ viết bằng phông {NAMES[guess.encoding]}.", strong=True)
        )
        for before, after in guess.samples:
            column.addWidget(label(f"{before}  →  {after}", wrap=True))
        row = QHBoxLayout()
        self._convert = make_button("Đúng, chuyển sang Unicode", "convert_button", icon_name="check")
        self._keep = make_button("Không, giữ nguyên chữ", "keep_text_button")
        row.addWidget(self._convert)
        row.addWidget(self._keep)
        row.addStretch()
        column.addLayout(row)

        self._convert.clicked.connect(self._on_convert)
        self._keep.clicked.connect(self._on_keep)
        return band

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 3)
        for place, title in enumerate(("Cột", "Tiêu đề trong tệp", "Giá trị đầu tiên", "Ghép với")):
            heading = label(title, tone="muted")
            mark(heading, size="small")
            grid.addWidget(heading, 0, place)
        if self._sheet is None:
            return grid
        for line, one in enumerate(self._sheet.match.columns, start=1):
            grid.addWidget(label(one.letters, tone="muted"), line, 0)
            grid.addWidget(label(one.heading, wrap=True), line, 1)
            grid.addWidget(label("; ".join(one.sample[:2]), tone="muted", wrap=True), line, 2)
            grid.addWidget(self._column_combo(one), line, 3)
        return grid

    def _column_combo(self, match: ColumnMatch) -> ComboInput:
        combo = ComboInput()
        combo.setObjectName(f"column_{match.letters}")
        combo.setAccessibleName(f"Cột {match.letters} “{match.heading}” ghép với")
        combo.addItem(_UNKNOWN, "")
        combo.addItem(_IGNORE, IGNORED)
        register = self._sheet.match.register if self._sheet else ""
        for column in self._known(register):
            combo.addItem(column.heading, column.key)
        combo.setCurrentIndex(max(0, combo.findData(match.key)))
        combo.activated.connect(self._on_column)
        self._columns[combo] = match
        return combo

    def _answer(self, choice: SheetChoice) -> None:
        if self._sheet is not None:
            self._choice = choice
            self.chosen.emit(self._sheet.name, choice)

    def _on_register(self) -> None:
        name = str(self._register.currentData())
        self._answer(replace(self._choice, register=name, columns={}, heading_row=0))

    def _on_heading_row(self, row: int) -> None:
        register = str(self._register.currentData())
        self._answer(replace(self._choice, register=register, heading_row=row, columns={}))

    def _on_hidden(self, checked: bool) -> None:
        self._answer(replace(self._choice, with_hidden_rows=checked))

    def _on_convert(self) -> None:
        encoding = self._sheet.guess.encoding if self._sheet and self._sheet.guess else None
        self._answer(replace(self._choice, encoding=encoding, encoding_is_known=True))

    def _on_keep(self) -> None:
        self._answer(replace(self._choice, encoding=None, encoding_is_known=True))

    def _on_column(self) -> None:
        combo = self.sender()
        if not isinstance(combo, ComboInput) or self._sheet is None:
            return
        columns: Mapping[str, str] = {
            **self._choice.columns,
            self._columns[combo].folded: str(combo.currentData()) or IGNORED,
        }
        match = self._sheet.match
        self._answer(
            replace(self._choice, register=match.register, heading_row=match.heading_row + 1, columns=columns)
        )

"""The editor for the documents that a plan rests on."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.plan_editing import legal_basis_of
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.plan_rows import LinesRow, make_line
from ui.widgets.editors.rows import EntryRow, RowsEditor


class LegalBasisRow(LinesRow):
    """A document of a higher body, on two lines."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(
            {
                "kind": make_line("basis_kind", "Loại văn bản", "Chỉ thị"),
                "number": make_line("basis_number", "Số, ký hiệu", "03-CT/TW"),
                "issuer": make_line("basis_issuer", "Cơ quan ban hành", "Ban Bí thư"),
                "abstract": make_line("basis_abstract", "Trích yếu, bắt đầu bằng chữ thường", "về việc …"),
            },
            "Bỏ căn cứ này",
            "remove_basis",
        )
        self._short = ""
        self._date = DateEditor(today)
        self._date.bind("basis_date", FieldWords("Ngày ban hành", "", "ngày/tháng/năm"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.lines["kind"], 0, 0)
        grid.addWidget(self.lines["number"], 0, 1)
        grid.addWidget(self._date, 0, 2)
        grid.addWidget(self.lines["issuer"], 0, 3)
        grid.addWidget(self.remove_button, 0, 4)
        grid.addWidget(self.lines["abstract"], 1, 0, 1, 4)
        for column, share in enumerate((2, 3, 2, 4)):
            grid.setColumnStretch(column, share)

        self._date.edited.connect(self.edited)
        self._date.left.connect(self.left)

    def value(self) -> Any:  # noqa: ANN401 - see EntryRow
        """Return the document."""
        texts = {name: self.text(name) for name in self.lines}
        return legal_basis_of(
            texts["kind"],
            texts["number"],
            self._date.value(),
            texts["issuer"],
            texts["abstract"],
            self._short,
        )

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a document."""
        self.show_texts({name: getattr(value, name) for name in self.lines})
        self._date.set_value(value.issued_on)
        usual = f"{value.kind} số {value.number}"
        self._short = "" if value.short == usual else value.short

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {**super().raw(), "date": self._date.raw(), "short": self._short}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        super().set_raw(raw)
        self._date.set_raw(raw.get("date", ""))
        self._short = str(raw.get("short", ""))

    def problem(self) -> str:
        """Return what is missing or cannot be read."""
        if not all(self.text(name) for name in self.lines):
            return "Mỗi căn cứ cần đủ loại văn bản, số, cơ quan ban hành và trích yếu."
        return self._date.problem()


class LegalBasesEditor(RowsEditor):
    """The documents that the plan rests on."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Thêm căn cứ", "add_basis")
        self._today = today

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        return LegalBasisRow(self._today)

"""Editor for the awards that a nominee already has."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import PastAward
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import ICON, make_button
from ui.widgets.editors.parsed import IntegerEditor
from ui.widgets.editors.rows import EntryRow, RowsEditor
from ui.widgets.editors.text import TextEditor

_YEAR_WIDTH = 76
_FIRST_YEAR, _LAST_YEAR = 1945, 2100


class PastAwardRow(EntryRow):
    """One award: its form, who gave it, the year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._authority, self._year = TextEditor(), TextEditor(), IntegerEditor(grouped=False)
        self._form.bind("past_form", FieldWords("Hình thức đã khen", "", "Giấy khen, bằng khen…"))
        self._authority.bind("past_authority", FieldWords("Cấp khen", "", "Cấp khen"))
        self._year.bind("past_year", FieldWords("Năm khen", "", "Năm"))
        self._year.setFixedWidth(_YEAR_WIDTH)
        self._remove = make_button("Bỏ dòng này", "remove_past_award", kind=ICON, icon_name="x")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._form, 1)
        first.addWidget(self._remove)
        second.addWidget(self._authority, 1)
        second.addWidget(self._year)
        second.addSpacing(self._remove.sizeHint().width())
        layout.addLayout(first)
        layout.addLayout(second)
        self.setFocusProxy(self._form)

        for editor in (self._form, self._authority, self._year):
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
        self._form.advanced.connect(self._authority.setFocus)
        self._authority.advanced.connect(self._year.setFocus)
        self._year.advanced.connect(self.advanced)
        self._remove.clicked.connect(self.removed)

    def value(self) -> PastAward:
        """Return the award."""
        return PastAward(
            form=clean(self._form.value()),
            authority=clean(self._authority.value()),
            year=self._year.value() or 0,
        )

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show an award."""
        self._form.set_value(value.form)
        self._authority.set_value(value.authority)
        self._year.set_value(value.year or None)

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {"form": self._form.raw(), "authority": self._authority.raw(), "year": self._year.raw()}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        self._form.set_raw(raw.get("form", ""))
        self._authority.set_raw(raw.get("authority", ""))
        self._year.set_raw(raw.get("year", ""))

    def is_empty(self) -> bool:
        """Say whether nothing is typed here."""
        return not any(str(text).strip() for text in self.raw().values())

    def problem(self) -> str:
        """Return what is missing or not understood."""
        if not str(self._form.value()).strip():
            return "Hãy ghi hình thức đã được khen."
        if self._year.problem():
            return self._year.problem()
        year = self._year.value()
        if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
            return f"Hãy ghi năm được khen, từ {_FIRST_YEAR} đến {_LAST_YEAR}."
        return ""

    def set_state(self) -> None:
        """Colour a year that is not understood."""
        self._year.set_state("bad" if self._year.problem() else "")


class PastAwardsEditor(RowsEditor):
    """Earlier awards, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Thêm lần được khen", "add_past_award", parent)

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        return PastAwardRow()

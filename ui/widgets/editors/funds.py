"""Editor for the money and goods spent on an activity, one row for each source."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.fund_sources import FUND_SOURCES
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.activities import FundLine
from desktop_app.vietnamese.numbers import format_money
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import ICON, make_button
from ui.widgets.card import label
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.parsed import MoneyEditor
from ui.widgets.editors.rows import EntryRow, RowsEditor

_AMOUNT_WIDTH = 124


class FundRow(EntryRow):
    """One source: its name, its group, the sum, whether it was goods."""

    def __init__(self, groups: Mapping[StrEnum, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ComboInput()
        self._source.setObjectName("fund_source")
        self._source.setAccessibleName("Nguồn kinh phí")
        self._source.setEditable(True)
        self._source.setInsertPolicy(ComboInput.InsertPolicy.NoInsert)
        self._source.addItems(list(FUND_SOURCES))
        self._source.setCurrentIndex(-1)
        line = self._source.lineEdit()
        line.setPlaceholderText("Nguồn, ví dụ Ngân sách huyện")  # type: ignore[union-attr]
        line.setAccessibleName("Nguồn kinh phí")  # type: ignore[union-attr]
        self._list_only()
        self._amount = MoneyEditor()
        self._amount.bind("fund_amount", FieldWords("Số tiền (đồng)", "", "1,5 triệu"))
        self._amount.align_right()
        self._amount.setFixedWidth(_AMOUNT_WIDTH)
        self._group = ChoiceEditor(groups)
        self._group.bind("fund_group", FieldWords("Nhóm nguồn"))
        self._in_kind = QCheckBox("Hiện vật")
        self._in_kind.setObjectName("fund_in_kind")
        self._in_kind.setFixedWidth(_AMOUNT_WIDTH)
        self._remove = make_button("Bỏ nguồn này", "remove_fund", kind=ICON, icon_name="x")
        self.setFocusProxy(self._source)
        self._lay_out()

        self._source.editTextChanged.connect(self._on_source_changed)
        self._source.left.connect(self.left)
        self._amount.edited.connect(self.edited)
        self._amount.left.connect(self.left)
        self._amount.advanced.connect(self.advanced)
        self._group.edited.connect(self.edited)
        self._in_kind.clicked.connect(self.edited)
        self._remove.clicked.connect(self.removed)

    def value(self) -> FundLine:
        """Return the line."""
        return FundLine(
            source=clean(self._source.currentText()),
            group=self._group.value(),
            amount_vnd=self._amount.value() or 0,
            in_kind=self._in_kind.isChecked(),
        )

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a line."""
        self._set_source(value.source)
        self._group.set_value(value.group)
        self._amount.set_value(value.amount_vnd)
        self._in_kind.setChecked(value.in_kind)

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {
            "source": self._source.currentText(),
            "group": self._group.raw(),
            "amount": self._amount.raw(),
            "in_kind": self._in_kind.isChecked(),
        }

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        self._set_source(str(raw.get("source", "")))
        self._group.set_raw(raw.get("group"))
        self._amount.set_raw(raw.get("amount", ""))
        self._in_kind.setChecked(raw.get("in_kind") is True)

    def is_empty(self) -> bool:
        """Say whether neither source nor sum is typed."""
        return not self._source.currentText().strip() and not str(self._amount.raw()).strip()

    def problem(self) -> str:
        """Return what is wrong with source or sum."""
        if not self._source.currentText().strip():
            return "Hãy ghi tên nguồn kinh phí."
        return self._amount.problem() or ("" if self._amount.filled() else "Hãy ghi số tiền của nguồn này.")

    def set_state(self) -> None:
        """Colour a sum that is not understood."""
        self._amount.set_state("bad" if self._amount.problem() else "")

    def inputs(self) -> list[QWidget]:
        """Return the inputs as they are read, then the button that takes the row away."""
        return [self._source, self._amount, self._group, self._in_kind, self._remove]

    def _list_only(self) -> None:
        completer = QCompleter(list(FUND_SOURCES), self._source)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("popup", True)
        self._source.setCompleter(completer)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._source, 1)
        first.addWidget(self._amount)
        first.addWidget(self._remove)
        second.addWidget(self._group, 1)
        second.addWidget(self._in_kind)
        second.addSpacing(self._remove.sizeHint().width() + second.spacing())
        layout.addLayout(first)
        layout.addLayout(second)

    def _set_source(self, source: str) -> None:
        self._source.blockSignals(True)
        self._source.setEditText(source)
        self._source.blockSignals(False)
        self._follow_source(source)

    def _on_source_changed(self, text: str) -> None:
        self._follow_source(text)
        self.edited.emit()

    def _follow_source(self, text: str) -> None:
        """Take the group of a known source; only for another one the officer chooses it."""
        group = FUND_SOURCES.get(clean(text))
        if group is not None:
            self._group.set_value(group)
        self._group.setEnabled(group is None)


class FundsEditor(RowsEditor):
    """Lines of money with their sum."""

    def __init__(self, groups: Mapping[StrEnum, str], parent: QWidget | None = None) -> None:
        self._groups = groups
        super().__init__("Thêm nguồn", "add_fund", parent)
        self._sum = label("", strong=True)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self._sum)
        self._show_sum()

        self.edited.connect(self._show_sum)

    def make_row(self) -> EntryRow:
        """Return an empty line of money."""
        return FundRow(self._groups)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show the lines and their sum."""
        super().set_value(value)
        self._show_sum()

    def set_raw(self, raw: object) -> None:
        """Show what was typed and the sum."""
        super().set_raw(raw)
        self._show_sum()

    def _show_sum(self) -> None:
        total = sum(line.amount_vnd for line in self.value())
        self._sum.setText(f"Cộng: {format_money(total)}")
        self._sum.setVisible(bool(self.value()))

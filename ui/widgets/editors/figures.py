"""Editor for the figures of an activity: a row for each indicator of its content, and any other on demand."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.indicators import Indicator, for_content, indicator, load_indicators
from desktop_app.domain.labels.words import FieldWords
from ui.widgets.card import label
from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import ComboInput
from ui.widgets.editors.parsed import IntegerEditor, MoneyEditor
from ui.widgets.tab_order import order_tabs

_MORE = "Thêm chỉ tiêu khác…"
_NUMBER_WIDTH = 120
_UNIT_WIDTH = 76


class FigureRow(QWidget):
    """One indicator: its name, the number, the unit."""

    def __init__(self, one: Indicator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        money = one.value_kind == "money"
        self.editor = MoneyEditor() if money else IntegerEditor()
        words = FieldWords(f"{one.label} ({one.unit})", "", "1,5 triệu" if money else "")
        self.editor.bind(f"figures_{one.code}", words)
        self.editor.align_right()
        self.editor.setFixedWidth(_NUMBER_WIDTH)
        name = label(one.label, wrap=True)
        unit = label(one.unit, tone="muted", size="small")
        unit.setFixedWidth(_UNIT_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(name, 1)
        layout.addWidget(self.editor)
        layout.addWidget(unit)


class FiguresEditor(Editor):
    """Indicator -> number; an empty line is no figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = ""
        self._rows: dict[str, FigureRow] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        hint = "Chọn nội dung của kế hoạch ở thẻ đầu để hiện sẵn các chỉ tiêu thường dùng."
        self._hint = label(hint, tone="muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._more = ComboInput()
        self._more.setObjectName("add_figure")
        self._more.setAccessibleName(_MORE)
        outer.addWidget(self._hint)
        outer.addLayout(self._lines)
        outer.addWidget(self._more)
        self._arrange({})

        self._more.activated.connect(self._on_more)
        self._more.advanced.connect(self.advanced)

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the whole; each line is named after its indicator."""
        self.setObjectName(name)
        self.setAccessibleName(words.label)

    def show_content(self, code: str) -> None:
        """Show the lines of a content, besides those that hold something."""
        self._content = code
        self._arrange(self._texts())

    def value(self) -> dict[str, int]:
        """Return the figures that are typed and understood."""
        values = {code: row.editor.value() for code, row in self._rows.items()}
        return {code: value for code, value in values.items() if value is not None}

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show the figures."""
        self.set_raw(dict.fromkeys(value, " "))
        for code, number in value.items():
            self._rows[code].editor.set_value(number)

    def raw(self) -> object:
        """Return the typed texts that are not empty."""
        return {code: text for code, text in self._texts().items() if text}

    def set_raw(self, raw: object) -> None:
        """Show the typed texts."""
        typed = raw if isinstance(raw, dict) else {}
        known = {one.code for one in load_indicators()}
        texts = {str(code): str(text) for code, text in typed.items() if code in known}
        self._arrange(texts)
        for code, row in self._rows.items():
            row.editor.set_raw(texts.get(code, ""))

    def problem(self) -> str:
        """Return the sentence of the first line that is not understood."""
        for code, row in self._rows.items():
            if row.editor.problem():
                return f"{indicator(code).label}: {row.editor.problem()}"
        return ""

    def filled(self) -> int:
        """Count the figures."""
        return len(self.value())

    def set_state(self, _state: str) -> None:
        """Colour the lines that are not understood."""
        for row in self._rows.values():
            row.editor.set_state("bad" if row.editor.problem() else "")

    def _texts(self) -> dict[str, str]:
        return {code: str(row.editor.raw()) for code, row in self._rows.items()}

    def _arrange(self, texts: Mapping[str, str], *, also: str = "") -> None:
        """Show the lines of the content, those that hold a text, and `also`; lines that stay keep their text."""
        usual = [one.code for one in for_content(self._content)] if self._content else []
        others = [code for code, text in texts.items() if text or code == also]
        codes = list(dict.fromkeys([*usual, *others, *([also] if also else [])]))
        for code in [code for code in self._rows if code not in codes]:
            self._drop(code)
        rows = {code: self._rows.get(code) or self._make_row(code) for code in codes}
        for position, row in enumerate(rows.values()):
            self._lines.insertWidget(position, row)
        self._rows = rows
        self._hint.setVisible(not codes)
        self._fill_more()
        self._chain()

    def _make_row(self, code: str) -> FigureRow:
        row = FigureRow(indicator(code), self)
        row.editor.edited.connect(self.edited)
        row.editor.left.connect(self.left)
        row.editor.advanced.connect(self._on_row_advanced)
        return row

    def _drop(self, code: str) -> None:
        row = self._rows.pop(code)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _fill_more(self) -> None:
        self._more.clear()
        self._more.addItem(_MORE, "")
        for one in load_indicators():
            if one.is_typed and one.code not in self._rows:
                self._more.addItem(f"{one.label} ({one.unit})", one.code)

    def _chain(self) -> None:
        inputs: list[QWidget] = [*(row.editor for row in self._rows.values()), self._more]
        # The list gives the rows their place and goes behind them.
        order_tabs(self._more, *inputs)
        self.setFocusProxy(inputs[0])

    def _on_more(self, index: int) -> None:
        code = self._more.itemData(index)
        if code:
            self._arrange(self._texts(), also=code)
            self._rows[code].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_advanced(self) -> None:
        rows = list(self._rows.values())
        here = next(index for index, row in enumerate(rows) if row.editor is self.sender())
        if here + 1 < len(rows):
            rows[here + 1].editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.advanced.emit()

"""An editor for one of several texts that the program knows only while it runs (plans, provinces)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import ComboInput


class ListedEditor(Editor):
    """A list of words, each with the value that it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = ComboInput()
        self._fill(self._combo)

        self._combo.activated.connect(self._on_activated)
        self._combo.left.connect(self.left)
        self._combo.advanced.connect(self.advanced)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, word); the chosen value stays chosen if it is still there, else the first is."""
        chosen = self.value()
        self._combo.clear()
        for value, word in choices:
            self._combo.addItem(word, value)
        self._combo.setCurrentIndex(max(0, self._combo.findData(chosen)))

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the chosen value, "" without one."""
        return str(self._combo.currentData() or "")

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Choose a value; one that is not offered leaves the choice as it is."""
        index = self._combo.findData(value)
        if index >= 0:
            self._combo.setCurrentIndex(index)

    def raw(self) -> object:
        """Return the value."""
        return self.value()

    def set_raw(self, raw: object) -> None:
        """Choose the value."""
        self.set_value(raw)

    def words(self) -> str:
        """Return the words of the choice."""
        return self._combo.currentText()

    def _on_activated(self) -> None:
        self.edited.emit()
        self.left.emit()

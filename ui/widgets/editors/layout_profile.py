"""An editor for the layout profile that papers are printed with."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.layout_choice import USUAL_LAYOUT, LayoutChoice
from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import ComboInput

_LOST = "Bố cục không còn trong sổ (in theo bố cục mặc định)"
_OWN = "{} (của đơn vị)"


class LayoutEditor(Editor):
    """A list of profiles; a chosen one that is no longer there stays chosen until the user takes another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = ComboInput()
        self._fill(self._combo)
        self._loading = False

        self._combo.currentIndexChanged.connect(self._on_index_changed)
        self._combo.left.connect(self.left)
        self._combo.advanced.connect(self.advanced)

    def show_choices(self, choices: Sequence[LayoutChoice]) -> None:
        """Offer these profiles; what is chosen stays chosen."""
        chosen = self.value()
        self._loading = True
        self._combo.clear()
        for one in choices:
            self._combo.addItem(_OWN.format(one.title) if one.is_own else one.title, one.key)
        self._loading = False
        self.set_value(chosen)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the key of the chosen profile."""
        return self._combo.currentData() or USUAL_LAYOUT

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Choose a profile."""
        self._loading = True
        if self._combo.findData(value) < 0:
            self._combo.addItem(_LOST, value)
        self._combo.setCurrentIndex(self._combo.findData(value))
        self._loading = False

    def raw(self) -> object:
        """Return the key of the chosen profile."""
        return self.value()

    def set_raw(self, raw: object) -> None:
        """Choose the profile of that key."""
        if isinstance(raw, str) and raw:
            self.set_value(raw)

    def filled(self) -> int:
        """Count nothing: something is always chosen."""
        return 0

    def _on_index_changed(self) -> None:
        if not self._loading:
            self.edited.emit()
            self.left.emit()

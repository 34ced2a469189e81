"""An editor for one of the indicators."""

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indicators import load_indicators
from ui.widgets.editors.listed import ListedEditor


class IndicatorEditor(ListedEditor):
    """A list of the indicators that officers count, with their units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        counted = [one for one in load_indicators() if one.source != "computed"]
        self.set_choices([("", "Chưa chọn"), *((one.code, f"{one.label} ({one.unit})") for one in counted)])

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Choose an indicator; one that is not offered is shown by its code and kept."""
        if self._combo.findData(value) < 0:
            self._combo.addItem(str(value), value)
        super().set_value(value)

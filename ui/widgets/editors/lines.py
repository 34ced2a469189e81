"""An editor for a list of texts, one on each line."""

from typing import Any

from ui.widgets.editors.text import LongTextEditor

_LINE = 19
_FRAME = 12


class LinesEditor(LongTextEditor):
    """Several texts below each other."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._text.setFixedHeight(lines * _LINE + _FRAME)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the lines that hold something."""
        return tuple(line for line in map(str.strip, self._text.toPlainText().splitlines()) if line)

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show one text on each line."""
        self.set_raw("\n".join(value))

    def filled(self) -> int:
        """Count the lines."""
        return len(self.value())

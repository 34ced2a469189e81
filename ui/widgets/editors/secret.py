"""The editor for a password: dots or letters, never kept as a draft, never completed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.editors.base import Editor, LineInput

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEditor(Editor):
    """One line whose letters are hidden until they are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LineInput()
        self._line.setInputMethodHints(_HINTS)
        self._fill(self._line)
        self.set_shown(is_shown=False)

        self._line.textEdited.connect(self.edited)
        self._line.left.connect(self.left)
        self._line.advanced.connect(self.advanced)

    def set_shown(self, *, is_shown: bool) -> None:
        """Show letters or dots."""
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the password as typed."""
        return self._line.text()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Put a password in, or empty the line."""
        self._line.setText(str(value))

    def raw(self) -> object:
        """Return nothing: a password is never written down."""
        return ""

    def set_raw(self, raw: object) -> None:
        """Show nothing again."""

    def select_all(self) -> None:
        """Let the next letter replace what stands here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

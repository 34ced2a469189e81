"""A field for the place of a new file: its whole path, and the button of the system's own file dialog."""

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.buttons import make_button
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field

_LABEL_HEIGHT = 22


class PlaceField(QWidget):
    """The path of a file that does not exist yet.

    Attributes:
        advanced: Enter was pressed.
        field: the field itself, for its message.
    """

    advanced = Signal()

    def __init__(self, name: str, words: FieldWords, title: str, suffix: str, kind: str) -> None:
        """Build the field.

        Args:
            name: of the attribute.
            words: label and help.
            title: of the file dialog.
            suffix: the ending of the file, with its dot; added when it is not typed.
            kind: what the file dialog calls such files.
        """
        super().__init__()
        self._title, self._suffix, self._filter = title, suffix, f"{kind} (*{suffix})"
        self._editor = TextEditor()
        self.field = make_field(name, words, self._editor, required=True)
        self.choose_button = make_button("Chọn…", f"choose_{name}_button", icon_name="folder-open")
        self.choose_button.setAccessibleName(f"{words.label}: chọn")
        self._lay_out()

        self._editor.advanced.connect(self.advanced)
        self._editor.edited.connect(lambda: self.field.show_message("", ""))
        self.choose_button.clicked.connect(self._on_choose)

    def set_place(self, path: Path) -> None:
        """Suggest a place."""
        self._editor.set_value(str(path))

    def place(self) -> Path:
        """Return the place with its ending."""
        typed = Path(self._editor.value().strip().strip("“”\"'")).expanduser()
        if typed.suffix.lower() == self._suffix or not typed.name:
            return typed
        return typed.with_name(typed.name + self._suffix)

    def problem(self) -> str:
        """Return why the place cannot be used, "" when it can."""
        typed = self._editor.value().strip().strip("“”\"'")
        if not typed or not Path(typed).name or not Path(typed).expanduser().is_absolute():
            return "Hãy ghi đủ đường dẫn của tệp, hoặc bấm “Chọn…”."
        if os.path.exists(self.place()):  # `Path.exists` raises for a name that is too long
            return "Đã có tệp tên này; hãy đổi tên, chương trình không ghi đè lên tệp đã có."
        return ""

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self._title,
            str(self.place()),
            self._filter,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._editor.set_value(str(Path(name)))
            self.field.show_message("", "")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        below_label = QVBoxLayout(beside)
        below_label.setContentsMargins(0, _LABEL_HEIGHT, 0, 0)
        below_label.addWidget(self.choose_button)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self._editor)

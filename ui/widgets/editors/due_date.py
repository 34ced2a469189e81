"""The editor for a yearly deadline: the day that the plan names, and whether that day still counts."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.plan_editing import due_date, show_day
from desktop_app.errors import InvalidValueError
from ui.widgets.editors.base import Editor, LineInput

_WIDTH = 96


class DueDateEditor(Editor):
    """A day of every year, "30/11", or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LineInput()
        self._line.setFixedWidth(_WIDTH)
        self._line.setPlaceholderText("ngày/tháng")
        self._inclusive = QCheckBox("Tính cả ngày này")
        self._inclusive.setToolTip("Không đánh dấu: phải gửi trước ngày này.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line)
        row.addWidget(self._inclusive)
        row.addStretch()
        self._main = self._line
        self.setFocusProxy(self._line)

        self._line.textChanged.connect(self.edited)
        self._line.left.connect(self.left)
        self._line.advanced.connect(self.advanced)
        self._inclusive.clicked.connect(self.edited)

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the box after the day."""
        super().bind(name, words)
        self._inclusive.setObjectName(f"{name}_inclusive")
        self._inclusive.setAccessibleName(f"{words.label}: tính cả ngày này")

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the deadline, None when there is none or it means nothing."""
        try:
            return due_date(self._line.text(), inclusive=self._inclusive.isChecked())
        except InvalidValueError:
            return None

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a deadline."""
        self.set_raw(
            {
                "day": show_day(value.month, value.day) if value else "",
                "inclusive": bool(value and value.inclusive),
            }
        )

    def raw(self) -> object:
        """Return what is typed."""
        return {"day": self._line.text(), "inclusive": self._inclusive.isChecked()}

    def set_raw(self, raw: object) -> None:
        """Show what was typed."""
        typed = raw if isinstance(raw, dict) else {}
        self._line.blockSignals(True)
        self._line.setText(str(typed.get("day", "")))
        self._line.blockSignals(False)
        self._inclusive.setChecked(typed.get("inclusive") is True)

    def problem(self) -> str:
        """Return why the text is no day."""
        try:
            due_date(self._line.text(), inclusive=False)
        except InvalidValueError as error:
            return str(error)
        return ""

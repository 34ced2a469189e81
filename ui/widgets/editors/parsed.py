"""Editors for values that are typed as text and read when the field is left: numbers, money, dates."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.dates import format_date, parse_date
from desktop_app.vietnamese.numbers import (
    format_integer,
    format_number,
    parse_decimal,
    parse_integer,
    parse_money,
)
from ui.icons import icon
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.editors.text import TextEditor


class ParsedEditor(TextEditor):
    """A line whose text means a value; it is never rewritten while it has the focus."""

    def __init__(
        self, parse: Callable[[str], Any], show: Callable[[Any], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._parse, self._show = parse, show
        self.left.connect(self._on_left)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the value, None while the line is empty or means nothing."""
        try:
            return self._parse(self._line.text()) if self._line.text().strip() else None
        except InvalidValueError:
            return None

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show a value in its usual form."""
        self.set_raw("" if value is None else self._show(value))

    def problem(self) -> str:
        """Return the sentence of the reader that does not understand the text."""
        try:
            if self._line.text().strip():
                self._parse(self._line.text())
        except InvalidValueError as error:
            return str(error)
        return ""

    def filled(self) -> int:
        """Count a zero, too."""
        return 0 if self.value() is None else 1

    def align_right(self) -> None:
        """Let the figures of several lines stand below each other."""
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def select_all(self) -> None:
        """Let the next letter replace the text."""
        self._line.selectAll()

    def _on_left(self) -> None:
        if not self.problem():
            self.set_value(self.value())


class IntegerEditor(ParsedEditor):
    """A whole number; a year stands without points between its digits."""

    def __init__(self, *, grouped: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parse_integer, format_integer if grouped else str, parent)


class DecimalEditor(ParsedEditor):
    """A number with decimals: 93,5."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_decimal, format_number, parent)


class MoneyEditor(ParsedEditor):
    """A sum in đồng; “1,5 triệu” is understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parse_money, format_integer, parent)


class DateEditor(ParsedEditor):
    """A date, typed (9/1/23) or chosen from a calendar (F4)."""

    def __init__(
        self, today: Callable[[], date], year: Callable[[], int] | None = None, parent: QWidget | None = None
    ) -> None:
        """Build the editor.

        Args:
            today: the day for “hôm nay”.
            year: the year being worked on, for dates typed without one; that of today if None.
            parent: the owner.
        """

        def read(text: str) -> date:
            return parse_date(text, today=today(), year=year() if year else None)

        super().__init__(read, format_date, parent)
        self._today = today
        self._popup: CalendarPopup | None = None
        self._open = QAction(icon("calendar"), "Chọn trên lịch (F4)", self._line)
        self._open.setShortcut(Qt.Key.Key_F4)
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._line.addAction(self._open, self._line.ActionPosition.TrailingPosition)

        self._open.triggered.connect(self._show_calendar)

    def _show_calendar(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self._line)
            self._popup.chosen.connect(self._on_date_chosen)
        self._popup.open_at(self._line, self.value() or self._today())

    def _on_date_chosen(self, day: date) -> None:
        self._line.setText(format_date(day))
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

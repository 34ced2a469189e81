"""Editors for Nơi nhận and for the days of the year of a plan, and what all rows of a plan share."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from desktop_app.domain.plan_editing import parse_day, show_day, shown_template, stored_template
from desktop_app.domain.plan_parts import Recipient, StandingEvent
from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.text import clean
from ui.widgets.buttons import ICON, make_button
from ui.widgets.editors.base import LineInput
from ui.widgets.editors.rows import EntryRow, RowsEditor
from ui.widgets.tooltip import as_tip

_DAY_WIDTH = 84


def make_line(name: str, title: str, example: str = "") -> LineInput:
    """Return a line with its words."""
    line = LineInput()
    line.setObjectName(name)
    line.setAccessibleName(title)
    line.setToolTip(title)
    line.setPlaceholderText(example or title)
    return line


class LinesRow(EntryRow):
    """A row of lines.

    Attributes:
        lines: by their names. remove_button: takes the row away.
    """

    def __init__(self, lines: dict[str, LineInput], remove_text: str, remove_name: str) -> None:
        super().__init__()
        self.lines = lines
        self.remove_button = make_button(remove_text, remove_name, kind=ICON, icon_name="x")
        self.setFocusProxy(next(iter(lines.values())))

        self.remove_button.clicked.connect(self.removed)
        for line in lines.values():
            line.textChanged.connect(self.edited)
            line.left.connect(self.left)
            line.advanced.connect(self.advanced)

    def text(self, name: str) -> str:
        """Return what is typed in a line."""
        return clean(self.lines[name].text())

    def show_texts(self, texts: dict[str, object]) -> None:
        """Show texts from their beginning."""
        for name, line in self.lines.items():
            line.blockSignals(True)
            line.setText(str(texts.get(name, "")))
            line.setToolTip(as_tip(line.text()) or line.accessibleName())
            line.setCursorPosition(0)
            line.blockSignals(False)

    def raw(self) -> dict[str, object]:
        """Return what is typed."""
        return {name: line.text() for name, line in self.lines.items()}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed."""
        self.show_texts(raw)

    def is_empty(self) -> bool:
        """Say whether nothing is typed."""
        return not any(line.text().strip() for line in self.lines.values())


class RecipientRow(LinesRow):
    """A line of Nơi nhận."""

    def __init__(self) -> None:
        super().__init__(
            {
                "text": make_line("recipient_text", "Nơi nhận", "Thường trực {cấp ủy}"),
                "note": make_line("recipient_note", "Ghi chú trong ngoặc", "để báo cáo"),
            },
            "Bỏ nơi nhận này",
            "remove_recipient",
        )
        self._only = QCheckBox("Chỉ khi có BCĐ")
        self._only.setObjectName("only_with_committee")
        self._only.setToolTip("Chỉ in khi đơn vị có Ban Chỉ đạo.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.lines["text"], 3)
        row.addWidget(self.lines["note"], 1)
        row.addWidget(self._only)
        row.addWidget(self.remove_button)

        self._only.clicked.connect(self.edited)

    def value(self) -> Recipient:
        """Return the line."""
        text = stored_template(self.text("text"))
        return Recipient(text, self.text("note"), self._only.isChecked())

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a line."""
        text = shown_template(value.text)
        self.set_raw({"text": text, "note": value.note, "only": value.only_with_committee})

    def raw(self) -> dict[str, object]:
        """Return what is typed and chosen."""
        return {**super().raw(), "only": self._only.isChecked()}

    def set_raw(self, raw: dict[str, object]) -> None:
        """Show what was typed and chosen."""
        super().set_raw(raw)
        self._only.setChecked(raw.get("only") is True)

    def problem(self) -> str:
        """Return what is missing."""
        return "" if self.text("text") else "Mỗi dòng nơi nhận cần có tên."


class RecipientsEditor(RowsEditor):
    """Nơi nhận."""

    def __init__(self) -> None:
        super().__init__("Thêm nơi nhận", "add_recipient")

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        return RecipientRow()


class EventRow(LinesRow):
    """A day of every year."""

    def __init__(self) -> None:
        super().__init__(
            {
                "day": make_line("event_day", "Ngày/tháng", "18/11"),
                "title": make_line("event_title", "Tên ngày", "Ngày hội Đại đoàn kết toàn dân tộc"),
            },
            "Bỏ ngày này",
            "remove_event",
        )
        self.lines["day"].setFixedWidth(_DAY_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.lines["day"])
        row.addWidget(self.lines["title"], 1)
        row.addWidget(self.remove_button)

    def value(self) -> StandingEvent:
        """Return the day."""
        month, day = parse_day(self.text("day"))
        return StandingEvent(month, day, self.text("title"))

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see EntryRow
        """Show a day."""
        self.show_texts({"day": show_day(value.month, value.day), "title": value.title})

    def problem(self) -> str:
        """Return what cannot be read or is missing."""
        try:
            parse_day(self.text("day"))
        except InvalidValueError as error:
            return str(error)
        return "" if self.text("title") else "Mỗi ngày trong năm cần có tên."


class EventsEditor(RowsEditor):
    """Days of every year on which the plan asks for activities."""

    def __init__(self) -> None:
        super().__init__("Thêm ngày trong năm", "add_event")

    def make_row(self) -> EntryRow:
        """Return an empty row."""
        return EventRow()

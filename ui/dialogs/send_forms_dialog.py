"""Choosing what to ask other bodies for: indicators, days, who, in which kind of file, into which folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.answer_state import AnswerState, answer_state
from desktop_app.domain.figure_form import FormRequest, askable_indicators
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.reported_figures import ReportedFigures
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.checklist import Checklist
from ui.widgets.editors.choice import FlagEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import fields_grid, make_field, show_problems, unread

_SIZE = (900, 620)
_DAY = "ngày/tháng/năm"
_HELP = (
    "Mỗi đơn vị nhận một tệp có sẵn tên và mã ẩn; khi đơn vị gửi lại, bấm “Nhận biểu” để đưa số liệu vào sổ mà không "
    "phải gõ lại."
)


@dataclass(frozen=True)
class SendStart:
    """What the dialog begins with.

    Attributes:
        records: bodies of the year.
        indicators: codes of the last time, or those of the plan.
    """

    records: Sequence[ReportedFigures]
    indicators: Sequence[str]
    period_from: date
    period_to: date
    due_on: date
    folder: Path


class SendFormsDialog(DialogFrame):
    """Two lists with boxes, three days, two kinds of file."""

    def __init__(self, start: SendStart, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("send_forms_dialog", "Gửi biểu số liệu", "Ghi biểu", _SIZE, _HELP, parent)
        self._records = {one.id: one for one in start.records}
        self._folder = start.folder
        self._days = {name: DateEditor(today) for name in ("period_from", "period_to", "due_on")}
        words = {
            "period_from": FieldWords("Số liệu từ ngày", "Để trống nếu lấy số lũy kế.", _DAY),
            "period_to": FieldWords("Đến ngày", "", _DAY),
            "due_on": FieldWords("Hạn trả lời", "", _DAY),
        }
        self._fields = {name: make_field(name, words[name], editor) for name, editor in self._days.items()}
        for name, editor in self._days.items():
            editor.set_value(getattr(start, name))
        self.bodies = Checklist("form_bodies", "Đơn vị được hỏi", "đơn vị")
        self.bodies.show_entries([_body_entry(one, today()) for one in start.records])
        self.indicators = Checklist("form_indicators", "Chỉ tiêu cần hỏi", "chỉ tiêu")
        chosen = set(start.indicators)
        self.indicators.show_entries(
            [(one.code, f"{one.label} ({one.unit})", one.code in chosen) for one in askable_indicators()]
        )
        self._empty = FlagEditor()
        self._empty.bind("empty_form", FieldWords("Chỉ một biểu trống, đơn vị tự ghi tên"))
        self._empty.set_value(not start.records)
        self._excel, self._word = _box("Excel (.xlsx)", "as_xlsx"), _box("Word (.docx)", "as_docx")
        self._excel.setChecked(True)
        self._place = ElidedLabel()
        self.folder_button = make_button("Chọn thư mục", "folder_button", icon_name="folder-open")
        self._lay_out()
        self._show_folder()

        self._empty.edited.connect(self._follow)
        self.folder_button.clicked.connect(self._on_folder_wanted)
        self._follow()

    def request(self) -> FormRequest:
        """Return what was chosen."""
        chosen = () if self._empty.value() else self.bodies.chosen()
        return FormRequest(
            tuple(self._records[one] for one in chosen),
            self.indicators.chosen(),
            self._days["period_from"].value(),
            self._days["period_to"].value(),
            self._days["due_on"].value(),
            self._formats(),
        )

    def folder(self) -> Path:
        """Return where the files go."""
        return self._folder

    def problem(self) -> str:
        """Return what is missing."""
        found = unread(self._fields)
        first, last = self._days["period_from"].value(), self._days["period_to"].value()
        if "period_to" not in found and last is None:
            found["period_to"] = "Cần ghi ngày cuối của số liệu."
        elif first and last and last < first:
            found["period_to"] = "Kết thúc trước khi bắt đầu."
        show_problems(self._fields, found)
        missing = (
            (bool(self.indicators.chosen()), "Hãy chọn ít nhất một chỉ tiêu."),
            (bool(self._empty.value() or self.bodies.chosen()), "Hãy chọn đơn vị, hoặc chọn một biểu trống."),
            (bool(self._formats()), "Hãy chọn tệp Excel, tệp Word hoặc cả hai."),
        )
        return next(iter(found.values()), "") or next((text for there, text in missing if not there), "")

    def _formats(self) -> tuple[str, ...]:
        boxes = (("xlsx", self._excel), ("docx", self._word))
        return tuple(ending for ending, box in boxes if box.isChecked())

    def _follow(self) -> None:
        self.bodies.setEnabled(not self._empty.value())

    def _show_folder(self) -> None:
        self._place.setText(str(self._folder))

    def _on_folder_wanted(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Thư mục để ghi biểu", str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._show_folder()

    def _lay_out(self) -> None:
        self.body.addLayout(
            fields_grid(self._fields, {"period_from": (0, 0, 1), "period_to": (0, 1, 1), "due_on": (0, 2, 1)})
        )
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for title, checklist in (("Đơn vị được hỏi", self.bodies), ("Chỉ tiêu cần hỏi", self.indicators)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(title, strong=True))
            checklist.setMinimumHeight(130)
            column.addWidget(checklist, 1)
            lists.addLayout(column, 1)
        self.body.addLayout(lists, 1)
        kinds = QHBoxLayout()
        kinds.setSpacing(18)
        for box in (self._empty, self._excel, self._word):
            kinds.addWidget(box)
        kinds.addStretch()
        self.body.addLayout(kinds)
        place = QHBoxLayout()
        place.addWidget(label("Ghi vào:", tone="muted"))
        place.addWidget(self._place)
        place.addWidget(self.folder_button)
        place.addStretch()
        self.body.addLayout(place)


def _body_entry(one: ReportedFigures, day: date) -> tuple[str, str, bool]:
    """Return an entry of the list; who was not asked or has not answered is chosen."""
    state = answer_state(one, day)
    words = {
        AnswerState.ANSWERED: " – đã nhận",
        AnswerState.LATE: " – quá hạn",
        AnswerState.AWAITED: " – đang chờ",
    }
    return one.id, f"{one.body}{words.get(state, '')}", state is AnswerState.NOT_ASKED


def _box(text: str, name: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    return box

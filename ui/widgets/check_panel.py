"""The step of the checks: what is to be mended, the reasons of what is passed over, and their printed table."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.problem_list import ProblemEntry, ProblemList

_NOTE = "Có lỗi thì chưa xuất được. Mục cần xem lại thì sửa (bấm vào dòng để mở chỗ cần sửa) hoặc ghi lý do."
_NOTHING = "Không còn lỗi và không còn mục nào cần xem lại."
_ALL_EXPLAINED = "Không còn lỗi; các mục cần xem lại đều đã có lý do."


class CheckPanel(QWidget):
    """The list of problems with what can be done with several at once.

    Attributes:
        problems: the list.
        reason_wanted: keys of problems that are to get one reason.
        take_back_wanted: keys of problems whose reasons are to be forgotten.
        explanation_wanted: the table of reasons is to be saved.
    """

    reason_wanted = Signal(list)
    take_back_wanted = Signal(list)
    explanation_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[ProblemEntry] = ()
        self.problems = ProblemList()
        self.only_open = QCheckBox("Chưa có lý do")
        self.only_open.setObjectName("only_open")
        self.only_open.setAccessibleName("Chỉ hiện các mục chưa có lý do")
        self.reason_button = make_button(
            "Ghi lý do cho các mục đã chọn…", "reason_button", icon_name="pencil"
        )
        self.reason_rest_button = make_button(
            "Ghi một lý do cho tất cả các mục còn lại…", "reason_rest_button", icon_name="list-checks"
        )
        self.take_back_button = make_button("Bỏ lý do", "take_back_button", icon_name="undo-2")
        self.explanation_button = make_button("Lưu bảng giải trình…", "explanation_button", kind=LINK)
        self._state = label("", tone="good", wrap=True)
        self._state.hide()
        self._foot = QWidget()
        self._lay_out()
        for part in (self.only_open, self.explanation_button, self._foot):
            part.hide()

        self.only_open.toggled.connect(self._show)
        self.problems.ticked_changed.connect(self._show_buttons)
        self.reason_button.clicked.connect(self._on_reason_wanted)
        self.reason_rest_button.clicked.connect(self._on_rest_wanted)
        self.take_back_button.clicked.connect(self._on_take_back_wanted)
        self.explanation_button.clicked.connect(self.explanation_wanted)

    def show_entries(self, entries: Sequence[ProblemEntry]) -> None:
        """Show what must be mended or looked at."""
        self._entries = entries
        self._show()

    def state(self) -> str:
        """Return the sentence that says all is well, "" where it is not."""
        return self._state.text()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label("Kiểm tra trước khi xuất", strong=True))
        head.addStretch()
        head.addWidget(self.explanation_button)
        head.addSpacing(GRID)
        head.addWidget(self.only_open)
        foot = FlowLayout(self._foot)
        for button in (self.reason_button, self.reason_rest_button, self.take_back_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(label(_NOTE, tone="muted", wrap=True))
        layout.addWidget(self._state)
        layout.addWidget(self.problems, 1)
        layout.addWidget(self._foot)
        layout.addStretch()

    def _show(self) -> None:
        shown = [one for one in self._entries if not one.reason or not self.only_open.isChecked()]
        has_open = any(not one.reason for one in self._entries)
        self.problems.show_entries(shown)
        self.problems.setVisible(bool(shown))
        self._state.setText("" if has_open else _ALL_EXPLAINED if self._entries else _NOTHING)
        self._state.setVisible(not has_open)
        asks = any(one.key for one in self._entries)
        self.only_open.setVisible(asks)
        self.explanation_button.setVisible(asks)
        self._foot.setVisible(asks)
        self._show_buttons()

    def _show_buttons(self) -> None:
        ticked, open_ones = self.problems.ticked(), self._open_keys()
        explained = {one.key for one in self._entries if one.reason}
        self.reason_button.setEnabled(bool(ticked))
        self.reason_rest_button.setEnabled(bool(open_ones))
        self.take_back_button.setEnabled(not explained.isdisjoint(ticked))

    def _open_keys(self) -> list[str]:
        return [one.key for one in self._entries if one.key and not one.reason]

    def _on_reason_wanted(self) -> None:
        self.reason_wanted.emit(self.problems.ticked())

    def _on_rest_wanted(self) -> None:
        self.reason_wanted.emit(self._open_keys())

    def _on_take_back_wanted(self) -> None:
        explained = {one.key for one in self._entries if one.reason}
        self.take_back_wanted.emit([key for key in self.problems.ticked() if key in explained])

"""Choosing which of the tasks that a plan suggests become tasks of the year."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.tasks import due_words
from desktop_app.domain.plan_tasks import Proposal
from desktop_app.domain.records.tasks import DueKind, Task
from ui.dialogs.answer import answer_of
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.checklist import Checklist

_SIZE = (680, 480)
_ALL_THERE = "Mọi nội dung, ngày và hạn của kế hoạch đã có trong danh sách nhiệm vụ."


class PlanTasksDialog(QDialog):
    """The suggestions with a box before each; what the year has under another name is not ticked beforehand."""

    def __init__(self, year: int, proposals: Sequence[Proposal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_tasks_dialog")
        self.setWindowTitle(f"Lấy nhiệm vụ từ kế hoạch năm {year}")
        self.resize(*_SIZE)
        self._offered = [one for one in proposals if not one.is_there]
        there = len(proposals) - len(self._offered)
        self.list = Checklist("proposals", "Nhiệm vụ lấy từ kế hoạch", "nhiệm vụ")
        self.list.show_entries(
            [(str(place), _words(one), not one.known) for place, one in enumerate(self._offered)]
        )
        self.add_button = make_button("Thêm vào nhiệm vụ", "add_button", kind=PRIMARY, icon_name="plus")
        self.cancel_button = make_button("Hủy", "cancel_button")
        self._lay_out(there)
        self._on_changed()
        self.list.setFocus()

        self.list.changed.connect(self._on_changed)
        self.add_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, parent: QWidget, year: int, proposals: Sequence[Proposal]) -> list[Task]:
        """Return the tasks that were chosen, none when the user gives up."""
        return answer_of(cls(year, proposals, parent), cls.tasks) or []

    def tasks(self) -> list[Task]:
        """Return the chosen tasks."""
        return [self._offered[int(key)].task for key in self.list.chosen()]

    def _on_changed(self) -> None:
        self.add_button.setEnabled(bool(self.list.chosen()))

    def _lay_out(self, there: int) -> None:
        text = "Đánh dấu việc cần thêm; hạn, đơn vị, chỉ tiêu sửa được sau khi thêm."
        if there:
            text += f" {there} việc đã có trong danh sách nên không nêu lại."
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(text if self._offered else _ALL_THERE, tone="muted", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)


def _words(proposal: Proposal) -> str:
    task = proposal.task
    names_day = task.is_standing or task.due_kind is DueKind.YEAR
    day = "" if names_day else f", hạn {due_words(task)}"
    known = f" – đã có {proposal.known} nhiệm vụ tương tự" if proposal.known else ""
    return f"{proposal.source}: {task.title}{day}{known}"

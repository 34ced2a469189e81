"""The right side of the report page: what belongs to the chosen step."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.report_steps import Step
from ui.theme import GRID
from ui.widgets.card import Card, label
from ui.widgets.export_panel import ExportPanel
from ui.widgets.problem_list import ProblemEntry, ProblemList
from ui.widgets.report_head_form import ReportHeadForm
from ui.widgets.section_editor import SectionEditor

_CHECK_NOTE = (
    "Có lỗi thì chưa xuất được; mục cần xem lại thì vẫn xuất được. Bấm vào một dòng để mở chỗ cần sửa."
)
_NOTHING = "Không còn lỗi và không còn mục nào cần xem lại."


class ReportDetail(Card):
    """One card for each step, one at a time."""

    def __init__(
        self, today: Callable[[], date], year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=2 * GRID, parent=parent)
        self.problems = ProblemList()
        self.section = SectionEditor()
        self.head = ReportHeadForm(today, year)
        self.export = ExportPanel()
        self._nothing = label(_NOTHING, tone="good")
        self._stack = QStackedWidget()
        self._nothing.hide()
        self._parts: dict[Step, QWidget] = {}
        self._add(Step.CHECK, self._check_part())
        self._add(Step.SECTION, self.section)
        self._add(Step.HEAD, self.head)
        self._add(Step.EXPORT, _scrolled(self.export))
        self.content.addWidget(self._stack)

    def put(self, step: Step, view: QWidget, *, scrolls: bool = False) -> None:
        """Take the part of a step that another controller of the page makes."""
        self._add(step, _scrolled(view) if scrolls else view)

    def step(self) -> Step:
        """Return the step that is shown."""
        return next(step for step, part in self._parts.items() if part is self._stack.currentWidget())

    def show_step(self, step: Step) -> None:
        """Show another step."""
        self._stack.setCurrentWidget(self._parts[step])

    def show_problems(self, entries: Sequence[ProblemEntry]) -> None:
        """Show what must be mended or looked at."""
        self.problems.show_entries(entries)
        self.problems.setVisible(bool(entries))
        self._nothing.setVisible(not entries)

    def _add(self, step: Step, part: QWidget) -> None:
        self._parts[step] = part
        self._stack.addWidget(part)

    def _check_part(self) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label("Kiểm tra trước khi xuất", strong=True))
        layout.addWidget(label(_CHECK_NOTE, tone="muted", wrap=True))
        layout.addWidget(self._nothing)
        layout.addWidget(self.problems, 1)
        layout.addStretch()
        return part


def _scrolled(widget: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("see_through", True)
    scroll.setWidget(widget)
    return scroll

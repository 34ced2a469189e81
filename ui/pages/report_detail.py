"""The right side of the report page: what belongs to the chosen step."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from ui.pages.report_steps import Step
from ui.theme import GRID
from ui.widgets.card import Card
from ui.widgets.check_panel import CheckPanel
from ui.widgets.export_panel import ExportPanel
from ui.widgets.report_head_form import ReportHeadForm
from ui.widgets.section_editor import SectionEditor


class ReportDetail(Card):
    """One card for each step, one at a time."""

    def __init__(
        self, today: Callable[[], date], year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(margin=2 * GRID, parent=parent)
        self.checks = CheckPanel()
        self.problems = self.checks.problems
        self.section = SectionEditor()
        self.head = ReportHeadForm(today, year)
        self.export = ExportPanel()
        self._stack = QStackedWidget()
        self._parts: dict[Step, QWidget] = {}
        self._add(Step.CHECK, self.checks)
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

    def _add(self, step: Step, part: QWidget) -> None:
        self._parts[step] = part
        self._stack.addWidget(part)


def _scrolled(widget: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("see_through", True)
    scroll.setWidget(widget)
    return scroll

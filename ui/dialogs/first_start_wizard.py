"""The first start: a new ledger in three short steps, one that exists, or sample data with one click."""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.handover import FILE_SUFFIX
from desktop_app.domain.plans import available_plans
from desktop_app.domain.units import load_units
from desktop_app.errors import UserError
from desktop_app.ledger import Clock, create_ledger, create_sample_ledger, open_ledger, system_clock
from ui.dialogs.answer import answer_of
from ui.dialogs.first_start.file_step import FILTER, SUFFIX, FileStep, nearest_folder
from ui.dialogs.first_start.report_step import ReportStep
from ui.dialogs.first_start.step import Step
from ui.dialogs.first_start.unit_step import UnitStep
from ui.dialogs.first_start.welcome_step import WelcomeStep
from ui.dialogs.take_over_dialog import open_handover
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import rule
from ui.widgets.low_scroll import ScrolledStack
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.step_rail import StepRail

_TITLE = "Sổ Hàng Việt – Bắt đầu"
_SIZE = (880, 624)
_SAMPLE_NAME = "So_mau_Ham_Thuan_Bac_2023"
_STEP_NAMES = ("Bắt đầu", "Đơn vị", "Kế hoạch, người ký", "Nơi lưu sổ")


class FirstStartWizard(QDialog):
    """Asks for a ledger when there is none to open. Nothing typed is lost by going back or by an error."""

    def __init__(
        self,
        clock: Clock,
        folder: Path | None = None,
        parent: QWidget | None = None,
        recent: Sequence[Path] = (),
    ) -> None:
        """Build the wizard.

        Args:
            clock: the program's one clock.
            folder: where new ledgers go; "Sổ Hàng Việt" in the user's documents by default.
            parent: the owner.
            recent: ledgers that were open on this computer, the last one first.
        """
        super().__init__(parent)
        self._clock = clock
        self._folder = folder or Path(platformdirs.user_documents_path()) / "Sổ Hàng Việt"
        self._made: Path | None = None
        self.setObjectName("first_start_wizard")
        self.setWindowTitle(_TITLE)
        self.resize(*_SIZE)
        self.welcome = WelcomeStep(recent)
        self.unit = UnitStep(load_units(), clock().date())
        self.report = ReportStep(available_plans())
        self.file = FileStep(self._folder)
        self._steps: tuple[Step, ...] = (self.welcome, self.unit, self.report, self.file)
        self._rail = StepRail(_STEP_NAMES)
        self._stack = ScrolledStack()
        self._problem = NoticeBar("circle-alert", "bad")
        self._foot = QWidget()
        self.back_button = make_button("Quay lại", "back_button", icon_name="arrow-left")
        self.next_button = make_button("Tiếp tục", "next_button", kind=PRIMARY)
        self._lay_out()
        self._show(0)

        self.welcome.new_requested.connect(self._on_new)
        self.welcome.open_requested.connect(self._on_open)
        self.welcome.recent_requested.connect(self._open_existing)
        self.welcome.take_over_requested.connect(self._on_take_over)
        self.welcome.sample_requested.connect(self._on_sample)
        for step in self._steps:
            step.advanced.connect(self._on_advanced)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)

    @classmethod
    def ask(
        cls,
        clock: Clock = system_clock,
        folder: Path | None = None,
        parent: QWidget | None = None,
        recent: Sequence[Path] = (),
    ) -> Path | None:
        """Return the ledger that was made or chosen, None when the user gives up."""
        return answer_of(cls(clock, folder, parent, recent), cls.made)

    def made(self) -> Path | None:
        """Return the ledger, None as long as there is none."""
        return self._made

    def problem(self) -> str:
        """Return why the ledger could not be made or opened."""
        return self._problem.text()

    def reject(self) -> None:
        """Go one step back on Esc; close on the first one."""
        if self._place() > 0:
            self._on_back()
        else:
            super().reject()

    def closeEvent(self, _event: QCloseEvent) -> None:
        """Close at once, from any step."""
        self.done(QDialog.DialogCode.Rejected)

    def _place(self) -> int:
        return self._stack.currentIndex()

    def _show(self, place: int) -> None:
        self._problem.say("")
        self._stack.setCurrentIndex(place)
        self._rail.show_current(place)
        self._foot.setVisible(place > 0)
        self.next_button.setDefault(place > 0)
        is_last = place == len(self._steps) - 1
        self.next_button.setText("Lập sổ" if is_last else "Tiếp tục")
        self.next_button.setAccessibleName(self.next_button.text())
        self._steps[place].take_focus()

    def _on_new(self) -> None:
        self._show(1)

    def _on_back(self) -> None:
        self._show(self._place() - 1)

    def _on_advanced(self) -> None:
        self.focusNextPrevChild(True)

    def _on_next(self) -> None:
        step = self._steps[self._place()]
        if not step.check():
            return
        if step is self.unit:
            self.report.begin(self.unit.office(), self.unit.year(), self.unit.province_code())
        elif step is self.report:
            self.file.begin(self.report.office(), self.report.plan(), self.unit.year())
        else:
            self._on_create()
            return
        self._show(self._place() + 1)

    def _on_create(self) -> None:
        path, plan, year = self.file.path(), self.report.plan(), self.unit.year()
        try:
            with create_ledger(path, self.report.office(), plan, year, self._clock) as ledger:
                ledger.planning.set_up(year, plan)
        except UserError as error:
            self._problem.say(str(error))
            return
        self._finish(path)

    def _on_open(self) -> None:
        start = nearest_folder(self._folder)
        name, _ = QFileDialog.getOpenFileName(self, "Mở sổ đã có", str(start), FILTER)
        if name:
            self._open_existing(Path(name))

    def _open_existing(self, path: Path) -> None:
        try:
            open_ledger(path, self._clock).close()
        except UserError as error:
            self._problem.say(str(error))
            return
        self._finish(path)

    def _on_take_over(self) -> None:
        kind = f"Tệp bàn giao Sổ Hàng Việt (*{FILE_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self, "Nhận bàn giao", str(Path.home()), kind)
        taken = open_handover(Path(name), self._folder, self._clock, self) if name else None
        if taken is not None:
            self._finish(taken)

    def _on_sample(self) -> None:
        path = _free_name(self._folder, _SAMPLE_NAME)
        try:
            create_sample_ledger(path, clock=self._clock).close()
        except UserError as error:
            self._problem.say(str(error))
            return
        self._finish(path)

    def _finish(self, path: Path) -> None:
        self._made = path
        self.accept()

    def _lay_out(self) -> None:
        body = QFrame()
        body.setProperty("bar", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 24, 28, 0)
        column.setSpacing(12)
        for step in self._steps:
            self._stack.add(step)
        column.addWidget(self._stack, 1)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        buttons.addWidget(self.next_button)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 16)
        foot.setSpacing(12)
        foot.addWidget(rule())
        foot.addLayout(buttons)
        column.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(body, 1)
        self.setTabOrder(self.next_button, self.back_button)


def _free_name(folder: Path, name: str) -> Path:
    """Return a name in the folder that no file has."""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{name}_{number}{SUFFIX}", number + 1
    return path

"""Số liệu kỳ trước: where the figures of the period before come from; typed, read from a file, or summed."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.labels.previous import MODES, PREVIOUS
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode, UnitFigures
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.dialogs.answer import answer_of
from ui.theme import mark
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.entered_figures import EnteredFigures
from ui.widgets.fields import make_field
from ui.widgets.former_units import FormerUnits

_SIZE = (720, 560)
_MOST_OF_SCREEN = 0.9
_FILTER = "Báo cáo kỳ trước (*.zip *.xlsx *.xls *.ods *.csv)"
_LEDGER_HELP = "Sổ tự tính số liệu kỳ trước từ các mục đã ghi của năm đó, theo đúng cách tính của năm nay."
_NONE_HELP = "Phụ lục I không có cột “Kỳ trước” và “So sánh”; phần thuyết minh không so sánh."


class PreviousDialog(QDialog):
    """The choice at the top, what belongs to it below, and what comes of it."""

    def __init__(self, ledger: Ledger, period: ReportPeriod, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger, self._period = ledger, period
        self._before = ledger.previous.before(period)
        self.setObjectName("previous_dialog")
        self.setWindowTitle(f"Số liệu kỳ trước: {self._before.title}")
        screen = self.screen().availableSize()
        self.resize(
            min(_SIZE[0], int(screen.width() * _MOST_OF_SCREEN)),
            min(_SIZE[1], int(screen.height() * _MOST_OF_SCREEN)),
        )
        self.mode = ChoiceEditor(MODES)
        self.entered, self.former = EnteredFigures(), FormerUnits()
        self.file_button = make_button(
            "Lấy từ tệp báo cáo kỳ trước…", "read_file_button", icon_name="folder-open"
        )
        self._stack = QStackedWidget()
        self._outcome = label("", wrap=True)
        self._outcome.setObjectName("outcome")
        self.save_button = make_button("Lưu", "save_button", kind=PRIMARY)
        self.cancel_button = make_button("Hủy", "cancel_button")
        self._lay_out()
        self._show(ledger.previous.choice(period))

        self.mode.edited.connect(self._follow)
        self.entered.edited.connect(self._tell)
        self.former.edited.connect(self._follow)
        self.former.add_requested.connect(self._on_add_wanted)
        self.file_button.clicked.connect(self._on_file_wanted)
        self.save_button.clicked.connect(self.finish)
        self.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, ledger: Ledger, period: ReportPeriod, parent: QWidget) -> PreviousChoice | None:
        """Return what the user chose, None when nothing is to change."""
        return answer_of(cls(ledger, period, parent), cls.choice)

    def choice(self) -> PreviousChoice:
        """Return the choice as it stands here; what belongs to the other modes is kept, too."""
        return PreviousChoice(
            mode=self.mode.value(),
            indicators=self.entered.figures(),
            funds=self.entered.funds(),
            units=self.former.units(),
            allows_parts=self.former.allows_parts.value(),
            note=str(self.former.note.value()),
        )

    def outcome(self) -> str:
        """Return the sentence below."""
        return self._outcome.text()

    def finish(self) -> None:
        """Accept, unless a typed line means nothing."""
        problem = self.entered.problem() if self.mode.value() is PreviousMode.ENTERED else ""
        if problem:
            self._say(problem, "bad")
        else:
            self.accept()

    def read_files(self, paths: list[Path]) -> None:
        """Read report files into the page that is shown: one for the typed totals, any number of former units."""
        try:
            found = self._ledger.previous.read(paths)
        except UserError as error:
            self._say(str(error), "bad")
            return
        if self.mode.value() is PreviousMode.UNITS:
            self.former.show_units((*self.former.units(), *found))
            self._follow()
        elif found:
            self._take(found[0])

    def _take(self, found: UnitFigures) -> None:
        refusal = self._refusal(found)
        if refusal:
            self._say(refusal, "bad")
            return
        self.entered.show_figures(found.indicators, found.funds)
        self._say(
            f"Đã lấy {self.entered.count()} số liệu từ tệp “{found.file}”; hãy xem lại rồi bấm “Lưu”.", ""
        )

    def _refusal(self, found: UnitFigures) -> str:
        """Return why a file does not tell of this unit and period; a bare figures.csv cannot be asked."""
        if found.year and (found.year, found.period) != (self._before.year, self._before.code):
            return f"Tệp “{found.file}” không phải báo cáo {self._before.title}; hãy chọn tệp khác."
        offices = [self._ledger.office_of(one.year) for one in (self._before, self._period)]
        known = {text.casefold() for one in offices for text in (one.unit_code, one.unit_name) if text}
        if found.unit_code and not known & {found.unit_code.casefold(), found.unit_name.casefold()}:
            return (
                f"Tệp “{found.file}” là của {found.unit_name}, không phải của {offices[1].unit_name}; nếu đó là "
                f"đơn vị cũ, hãy chọn “{MODES[PreviousMode.UNITS]}”."
            )
        return ""

    def _show(self, choice: PreviousChoice) -> None:
        self.mode.set_value(choice.mode)
        self.entered.show_figures(choice.indicators, choice.funds)
        self.former.show_units(choice.units)
        self.former.show_reason(choice.allows_parts, choice.note)
        self._follow()

    def _follow(self) -> None:
        """Show what belongs to the choice."""
        self._stack.setCurrentIndex(list(MODES).index(self.mode.value()))
        self._tell()

    def _tell(self) -> None:
        """Say what comes of the choice."""
        choice = self.choice()
        state = self._ledger.previous.state(self._period, choice)
        self.former.offer_reason(state.can_allow)
        if state.figures is not None:
            notes = "".join(f"; {one}" for one in state.figures.notes)
            self._say(f"Sẽ so sánh với {state.figures.label}{notes}.", "warning" if notes else "good")
        else:
            self._say(state.problem, "muted" if choice.mode is PreviousMode.NONE else "warning")

    def _say(self, text: str, tone: str) -> None:
        mark(self._outcome, tone=tone)
        self._outcome.setText(text)

    def _on_file_wanted(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Lấy số liệu kỳ trước", "", _FILTER)
        if name:
            self.read_files([Path(name)])

    def _on_add_wanted(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm báo cáo của đơn vị cũ", "", _FILTER)
        if names:
            self.read_files([Path(name) for name in names])

    def _lay_out(self) -> None:
        parts: dict[StrEnum, QWidget] = {
            PreviousMode.LEDGER: _told(_LEDGER_HELP),
            PreviousMode.ENTERED: self._entered_part(),
            PreviousMode.UNITS: self.former,
            PreviousMode.NONE: _told(_NONE_HELP),
        }
        for mode in MODES:
            self._stack.addWidget(parts[mode])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._outcome, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(make_field("mode", PREVIOUS["mode"], self.mode))
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    def _entered_part(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.entered)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch()
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(scroll, 1)
        return part


def _told(text: str) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(label(text, tone="muted", wrap=True))
    layout.addStretch()
    return part

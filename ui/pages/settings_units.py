"""Units on the settings page: what the own unit became, the unit of the year, the update of the table by a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.office_setup import report_day
from desktop_app.domain.office_units import moved_office, office_unit
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.unit_updates import UnitPreview
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.dialogs.ask import ask
from ui.dialogs.unit_dialog import UnitDialog
from ui.dialogs.unit_update_dialog import UnitUpdateDialog
from ui.operations import ANYTHING, Operations
from ui.widgets.unit_story import UnitStory
from ui.widgets.unit_table_card import UnitTableCard

_FILTER = "Bảng đơn vị (*.csv *.xlsx *.xls *.ods)"
_SAMPLE = "Mau_bang_don_vi.csv"


class SettingsUnits(QObject):
    """What the cards about units do.

    Attributes:
        unit_chosen: the office as that of another unit, to be shown in the form and saved by the user.
        story, card: the two cards.
    """

    unit_chosen = Signal(object)

    def __init__(
        self, ledger: Ledger, operations: Operations, typed: Callable[[], Office], parent: QWidget
    ) -> None:
        """Build the cards.

        Args:
            ledger: the open ledger.
            operations: writes to it.
            typed: the office as it stands in the form.
            parent: the page.
        """
        super().__init__(parent)
        self._ledger, self._operations, self._typed, self._page = ledger, operations, typed, parent
        self.story, self.card = UnitStory(), UnitTableCard()

        self.story.new_unit_requested.connect(self.choose)
        self.card.update_requested.connect(self._on_update_wanted)
        self.card.sample_requested.connect(self._on_sample_wanted)
        self.card.drop_requested.connect(self.drop)

    def refresh(self) -> None:
        """Tell of the office as it stands in the form, and which table is in force."""
        self.tell()
        update = self._ledger.unit_desk.state()
        self.card.show_state(update.file, update.at, update.units)

    def tell(self) -> None:
        """Tell what the table knows of the unit in the form."""
        day = report_day(self._ledger.year)
        self.story.show_unit(office_unit(self._ledger.units(), self._typed(), day))

    def choose(self) -> None:
        """Let the user pick the unit; those that the own one became or was made of stand on top."""
        office, day, table = self._typed(), report_day(self._ledger.year), self._ledger.units()
        found = office_unit(table, office, day)
        level = found.successors[0].level if found.successors else office.level
        if found.warning and not found.successors:
            level = UnitLevel.DISTRICT if day.year < 2025 else UnitLevel.COMMUNE
        unit = UnitDialog.ask(table, level, day, self._page, found.successors)
        if unit is not None:
            self.unit_chosen.emit(moved_office(office, unit))
            self.tell()
            self._operations.status.emit(
                f"Đã đổi sang {unit.unit_name}; hãy xem lại người ký, nơi nhận rồi bấm “Lưu”.", False
            )

    def read(self, path: Path) -> None:
        """Read a file of units beside the window and show what it would do."""
        self._operations.start(
            lambda ledger, _progress: ledger.unit_desk.read(path),
            text="Đang kiểm tra bảng đơn vị…",
            on_done=lambda found: self._on_read(path.name, found),
        )

    def drop(self) -> None:
        """Go back to the shipped table."""
        text = "Các đơn vị đã cập nhật từ tệp sẽ không còn trong sổ này; có thể nạp lại tệp bất cứ lúc nào."
        if ask(self._page, "Bỏ bản cập nhật bảng đơn vị", text, "Bỏ bản cập nhật", careful=True):
            self._operations.run(
                self._ledger.unit_desk.drop,
                changed={ANYTHING},
                message="Đã trở về bảng đơn vị có sẵn trong chương trình.",
            )

    def _on_read(self, file: str, found: UnitPreview) -> None:
        if UnitUpdateDialog.ask(file, found, self._page):
            self._operations.run(
                lambda: self._ledger.unit_desk.take(found, file),
                changed={ANYTHING},
                message=f"Đã cập nhật {len(found.units)} đơn vị từ tệp “{file}”.",
            )

    def _on_update_wanted(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._page, "Cập nhật bảng đơn vị", "", _FILTER)
        if name:
            self.read(Path(name))

    def _on_sample_wanted(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._page, "Lưu tệp mẫu", _SAMPLE, "CSV (*.csv)")
        if name:
            self.save_sample(Path(name))

    def save_sample(self, path: Path) -> None:
        """Write the file to fill."""
        try:
            self._ledger.unit_desk.save_sample(path, self._ledger.office, self._ledger.year)
        except UserError as error:
            self._operations.refused.emit(str(error))
            return
        self._operations.status.emit(f"Đã lưu tệp mẫu “{path.name}”.", False)

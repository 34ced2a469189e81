"""Layout profiles on the settings page: those to choose from, one more from a file, one saved as a file."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.layout_choice import LayoutChoice
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.widgets.office_form import OfficeForm

_FILTER = "Bố cục văn bản (*.json)"
_FILE = "Bo_cuc_van_ban.json"


class SettingsLayouts(QObject):
    """What the card “Trình bày báo cáo” does beside its fields."""

    def __init__(self, ledger: Ledger, operations: Operations, form: OfficeForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._operations, self._form, self._page = ledger, operations, form, parent
        form.look_card.add_requested.connect(self._on_add_wanted)
        form.look_card.export_requested.connect(self._on_export_wanted)

    def refresh(self) -> None:
        """Offer the profiles that there are now."""
        self._form.show_layouts(self._ledger.reporting.layouts.choices())

    def add(self, path: Path) -> None:
        """Keep a profile from a file and choose it, unsaved; a faulty file changes nothing."""
        self._operations.run(
            lambda: self._ledger.reporting.layouts.add(path),
            changed=set(),
            message=f"Đã thêm bố cục từ tệp “{path.name}”; bấm “Lưu” để dùng.",
            done=self._on_added,
        )

    def export(self, path: Path) -> None:
        """Write the chosen profile as a file."""
        try:
            self._ledger.reporting.layouts.export(self._form.office().layout_profile, path)
        except UserError as error:
            self._operations.refused.emit(str(error))
            return
        self._operations.status.emit(f"Đã lưu bố cục vào “{path.name}”.", False)

    def _on_added(self, choice: LayoutChoice) -> None:
        self.refresh()
        self._form.choose_layout(choice.key)

    def _on_add_wanted(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._page, "Thêm bố cục văn bản", "", _FILTER)
        if name:
            self.add(Path(name))

    def _on_export_wanted(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._page, "Lưu bố cục văn bản", _FILE, _FILTER)
        if name:
            self.export(Path(name))

"""The table of administrative units: how far it goes, and its update by a file."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.vietnamese.numbers import format_integer
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.flow_layout import flow_of

_NOTE = (
    "Danh mục tỉnh, huyện, xã trước và sau ngày 01/7/2025 có sẵn trong chương trình. Khi có quyết định sắp xếp mới, "
    "hãy nạp tệp CSV hoặc Excel có cùng các cột; chương trình kiểm tra và cho xem trước khi nhận."
)


class UnitTableCard(Card):
    """A card with three buttons.

    Attributes:
        update_requested, sample_requested, drop_requested: the user wants to do this.
    """

    update_requested = Signal()
    sample_requested = Signal()
    drop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bảng đơn vị hành chính", parent=parent)
        self._state = label("", wrap=True)
        self._state.setObjectName("unit_table_state")
        self.update_button = make_button("Cập nhật bảng đơn vị…", "update_units_button", icon_name="upload")
        self.sample_button = make_button("Lưu tệp mẫu…", "sample_units_button", icon_name="download")
        self.drop_button = make_button("Bỏ bản cập nhật", "drop_units_button", icon_name="undo-2")
        self.content.addWidget(self._state)
        self.content.addWidget(label(_NOTE, tone="muted", size="small", wrap=True))
        self.content.addWidget(flow_of(self.update_button, self.sample_button, self.drop_button))

        self.update_button.clicked.connect(self.update_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        self.drop_button.clicked.connect(self.drop_requested)

    def text(self) -> str:
        """Return which table is in force."""
        return self._state.text()

    def show_state(self, file: str, at: str, units: int) -> None:
        """Show which update is in force; no units: the shipped table."""
        self.drop_button.setEnabled(bool(units))
        if not units:
            self._state.setText("Đang dùng bảng có sẵn trong chương trình.")
            return
        self._state.setText(
            f"Đang dùng bảng có sẵn và {format_integer(units)} đơn vị cập nhật từ tệp “{file}” "
            f"ngày {datetime.fromisoformat(at):%d/%m/%Y}."
        )

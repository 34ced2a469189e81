"""How reports are printed: the layout profile, blocks that few offices use, annexes, citing, the check code."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.fields import fields_grid
from ui.widgets.flow_layout import flow_of
from ui.widgets.form_field import FormField
from ui.widgets.signing_card import flag_row

_FLAGS = ("cites_short", "prints_charts", "prints_photos", "prints_code")
_NOTE = (
    "Muốn trình bày khác: lưu bố cục ra tệp, sửa cỡ chữ, lề bằng Notepad (đổi cả “name” và “title”), rồi thêm lại. "
    "Chương trình kiểm tra tệp và nói rõ chỗ sai."
)


class ReportLookCard(Card):
    """A card in two columns.

    Attributes:
        add_requested, export_requested: a profile is to come from a file, or to go into one.
    """

    add_requested = Signal()
    export_requested = Signal()

    def __init__(self, fields: Mapping[str, FormField], parent: QWidget | None = None) -> None:
        super().__init__("Trình bày báo cáo", parent=parent)
        self.add_button = make_button("Thêm bố cục từ tệp…", "add_layout_button", icon_name="upload")
        self.export_button = make_button("Lưu bố cục ra tệp…", "export_layout_button", icon_name="download")
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._left(fields), 1)
        row.addLayout(self._right(fields), 1)
        self.content.addLayout(row)

        self.add_button.clicked.connect(self.add_requested)
        self.export_button.clicked.connect(self.export_requested)

    def _left(self, fields: Mapping[str, FormField]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addLayout(fields_grid(fields, {"layout_profile": (0, 0, 1)}))
        column.addWidget(flow_of(self.add_button, self.export_button))
        column.addWidget(label(_NOTE, tone="muted", size="small", wrap=True))
        column.addLayout(fields_grid(fields, {"drafter_mark": (0, 0, 1), "contact_line": (1, 0, 1)}))
        column.addStretch()
        return column

    def _right(self, fields: Mapping[str, FormField]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for name in _FLAGS:
            column.addWidget(flag_row(self, fields[name]))
        column.addStretch()
        return column

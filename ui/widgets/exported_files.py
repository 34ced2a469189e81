"""The files of an export: what each is for, a click that opens it, and the steps to send them by any mail."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.vietnamese.sizes import format_size
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label, rule
from ui.widgets.flow_layout import flow_of
from ui.widgets.message_parts import MessageParts

_PURPOSES = {
    ".pdf": "Bản để in, trình ký",
    ".docx": "Bản Word để sửa khi cần",
    ".xlsx": "Bảng số liệu Excel",
    ".zip": "Gói gửi tỉnh, đính kèm thư",
    ".eml": "Thư soạn sẵn, đã kèm gói",
}
_OWN_PURPOSES = {"BanKy.pdf": "Bản ký có dấu", "GiaiTrinh.docx": "Bảng giải trình các mục cần xem lại"}
"""Of files that another one of their kind stands beside."""
_BY_HAND = "Gửi bằng thư trên mạng: sao chép từng phần rồi đính kèm tệp .zip."


class ExportedFiles(QWidget):
    """Hidden until there is an export.

    Attributes:
        open_folder_requested, open_draft_requested: show the folder, or the ready message.
        open_file_requested: a file of the export is to be opened.
        message: the parts of the ready message.
    """

    open_folder_requested = Signal()
    open_draft_requested = Signal()
    open_file_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", strong=True, wrap=True)
        self._place = label("", tone="muted", wrap=True)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)
        self.open_folder_button = make_button("Mở thư mục", "open_folder_button", icon_name="folder-open")
        self.open_draft_button = make_button("Mở thư soạn sẵn", "open_draft_button", icon_name="mail")
        self.message = MessageParts(_BY_HAND)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(rule())
        layout.addWidget(self._title)
        layout.addWidget(self._place)
        layout.addLayout(self._rows)
        layout.addSpacing(2)
        layout.addWidget(flow_of(self.open_folder_button, self.open_draft_button))
        layout.addWidget(self.message)
        self.hide()

        self.open_folder_button.clicked.connect(self.open_folder_requested)
        self.open_draft_button.clicked.connect(self.open_draft_requested)

    def title(self) -> str:
        """Return which export is shown."""
        return self._title.text()

    def show_export(self, title: str, folder: str, files: Sequence[Path]) -> None:
        """Show an export; one whose folder is gone has no files. An empty title hides everything."""
        self._title.setText(title)
        self._place.setText(
            folder if files else f"{folder}\nThư mục này không còn ở chỗ cũ; hãy xuất lại khi cần."
        )
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, file in enumerate(files):
            for column, cell in enumerate(self._cells(file)):
                side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag(0)
                self._rows.addWidget(cell, row, column, side)
        for part in (self.open_folder_button, self.open_draft_button, self.message):
            part.setEnabled(bool(files))
        self.setVisible(bool(title))

    def _cells(self, file: Path) -> tuple[QWidget, ...]:
        size_label = label(format_size(file.stat().st_size), tone="muted")
        size_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        purpose = _OWN_PURPOSES.get(file.name) or _PURPOSES.get(file.suffix, "")
        name = make_button(file.name, f"open_{file.name}_button", kind=LINK)
        name.setAccessibleName(f"Mở {file.name}: {purpose}")
        name.clicked.connect(partial(self.open_file_requested.emit, file))
        return (name, label(purpose, tone="muted"), size_label)

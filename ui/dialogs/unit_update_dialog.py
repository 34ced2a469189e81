"""What a file of units would add or change, or what is wrong in it, before it is taken."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.domain.unit_updates import UnitPreview
from desktop_app.domain.units import AdminUnit
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from ui.dialogs.answer import answer_of
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label

_SIZE = (760, 480)
_MOST_OF_SCREEN = 0.9
_MOST = 500
"""Lines shown; a file of the whole country has thousands."""


class UnitUpdateDialog(QDialog):
    """A list of faults, or of new and changed units."""

    def __init__(self, file: str, found: UnitPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self.setObjectName("unit_update_dialog")
        self.setWindowTitle(f"Cập nhật bảng đơn vị – {file}")
        screen = self.screen().availableSize()
        self.resize(
            min(_SIZE[0], int(screen.width() * _MOST_OF_SCREEN)),
            min(_SIZE[1], int(screen.height() * _MOST_OF_SCREEN)),
        )
        self.list = QListWidget()
        self.list.setObjectName("unit_changes")
        self.list.setAccessibleName("Nội dung tệp")
        self.list.setProperty("boxed", True)
        self.list.setWordWrap(True)
        lines = list(_lines(found))
        self.list.addItems(lines[:_MOST])
        if len(lines) > _MOST:
            self.list.addItem(f"… và {format_integer(len(lines) - _MOST)} dòng nữa")
        self._summary = label(_summary(found), tone="bad" if found.problems else "", strong=True, wrap=True)
        self._summary.setObjectName("unit_summary")
        self.take_button = make_button("Nhận bản cập nhật", "take_button", kind=PRIMARY, icon_name="check")
        self.take_button.setEnabled(bool(found.units))
        self.close_button = make_button("Hủy" if found.units else "Đóng", "close_button")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self._summary)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

        self.take_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, file: str, found: UnitPreview, parent: QWidget) -> bool:
        """Show what was found and return whether the user takes it."""
        return answer_of(cls(file, found, parent), lambda _: True) is not None

    def summary(self) -> str:
        """Return the sentence on top."""
        return self._summary.text()


def _summary(found: UnitPreview) -> str:
    if found.problems:
        count = format_integer(len(found.problems))
        return (
            f"Tệp có {count} chỗ sai nên chưa nhận được; hãy sửa trong tệp rồi chọn lại. Sổ không thay đổi."
        )
    if not found.units:
        return f"Không có gì mới: {format_integer(found.same)} đơn vị trong tệp đều giống bảng đang dùng."
    parts = [
        f"{format_integer(len(found.added))} đơn vị mới",
        f"{format_integer(len(found.changed))} thay đổi",
    ]
    return f"Tệp có {', '.join(parts)}, {format_integer(found.same)} giống bảng đang dùng."


def _lines(found: UnitPreview) -> Iterator[str]:
    for problem in found.problems:
        yield problem.text
    for unit in found.added:
        yield f"Mới: {_words(unit)}"
    for old, new in found.changed:
        yield f"Đổi: {_words(old)} → {_words(new)}"


def _words(unit: AdminUnit) -> str:
    since = f", từ {format_date(unit.valid_from)}" if unit.valid_from else ""
    until = f", đến {format_date(unit.valid_to)}" if unit.valid_to else ""
    before = f", từ các đơn vị {', '.join(unit.predecessor_codes)}" if unit.predecessor_codes else ""
    return f"{unit.code} {unit.full_name}{since}{until}{before}"

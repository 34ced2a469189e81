"""What the forms that came back would bring into the ledger, file by file, before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.domain.figure_form import ChangeKind, FormChange, FormPreview
from ui.dialogs.dialog_frame import DialogFrame
from ui.roles import current_roles
from ui.theme import mark
from ui.widgets.card import label

_SIZE = (920, 600)
_HELP = (
    "Chưa có gì được ghi vào sổ. Biểu có ô không đọc được thì chưa chọn sẵn: đánh dấu nếu vẫn muốn nhận các ô còn lại. "
    "Tất cả được ghi trong một thao tác, hoàn tác được."
)
_HEADINGS = ("Đơn vị, chỉ tiêu", "Trong sổ", "Biểu gửi về", "Kết quả")
_WORDS = {
    ChangeKind.NEW: "Mới",
    ChangeKind.CHANGED: "Thay đổi",
    ChangeKind.SAME: "Không đổi",
    ChangeKind.BAD: "Không nhận",
}
_ROLES = {
    ChangeKind.BAD: "bad",
    ChangeKind.CHANGED: "warning",
    ChangeKind.SAME: "muted",
    ChangeKind.NEW: "text",
}
_NAME, _BEFORE, _AFTER, _RESULT = range(4)


class ReceiveFormsDialog(DialogFrame):
    """A tree: a file with a box, below it its values."""

    def __init__(self, previews: Sequence[FormPreview], parent: QWidget | None = None) -> None:
        super().__init__("receive_forms_dialog", "Nhận biểu số liệu", "Nhận vào sổ", _SIZE, _HELP, parent)
        self._previews = tuple(previews)
        self.tree = QTreeWidget()
        self.tree.setObjectName("form_files")
        self.tree.setAccessibleName("Các biểu gửi về")
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setHeaderLabels(list(_HEADINGS))
        self.tree.setUniformRowHeights(False)
        self.tree.setWordWrap(True)
        self.tree.setMinimumHeight(220)
        mark(self.tree, boxed=True)
        heading = self.tree.header()
        heading.setStretchLastSection(False)
        heading.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_BEFORE, 110), (_AFTER, 130), (_RESULT, 230)):
            heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heading.resizeSection(column, width)
        self._items = [self._add(one) for one in self._previews]
        if self._items:
            self.tree.setCurrentItem(self._items[0])
        self._count = label("", tone="muted")
        self._count.setObjectName("form_count")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self._count)

        self.tree.itemChanged.connect(self._tell)
        self._tell()
        self.tree.setFocus()

    def chosen(self) -> list[FormPreview]:
        """Return the forms to take in."""
        return [
            preview
            for preview, item in zip(self._previews, self._items, strict=True)
            if preview.record is not None and item.checkState(_NAME) is Qt.CheckState.Checked
        ]

    def problem(self) -> str:
        """Return that nothing is chosen."""
        return "" if self.chosen() else "Chưa chọn biểu nào; hãy đánh dấu biểu cần nhận hoặc bấm Hủy."

    def _tell(self) -> None:
        refused = sum(1 for one in self._previews if one.refused)
        not_taken = f" · {refused} tệp không nhận được" if refused else ""
        self._count.setText(f"Sẽ nhận {len(self.chosen())}/{len(self._previews)} biểu{not_taken}")

    def _add(self, preview: FormPreview) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree)
        item.setToolTip(_NAME, str(preview.path))
        if preview.record is None:
            item.setText(_NAME, preview.path.name)
            reason = QTreeWidgetItem(item, [preview.refused])
            reason.setFirstColumnSpanned(True)
            self._colour(reason, "bad")
            item.setText(_RESULT, "Không nhận được")
            self._colour(item, "bad")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        else:
            item.setText(_NAME, preview.record.body)
            item.setText(_AFTER, preview.path.suffix.removeprefix(".").upper())
            item.setText(_RESULT, _summary(preview))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            bad = preview.count(ChangeKind.BAD)
            item.setCheckState(_NAME, Qt.CheckState.Unchecked if bad else Qt.CheckState.Checked)
            for change in sorted(preview.changes, key=lambda one: one.kind is not ChangeKind.BAD):
                self._add_change(item, change)
        item.setExpanded(True)
        return item

    def _add_change(self, parent: QTreeWidgetItem, change: FormChange) -> None:
        texts = (change.label, change.before, change.after, _WORDS[change.kind])
        item = QTreeWidgetItem(parent, list(texts))
        for column, text in enumerate(texts):
            item.setToolTip(column, text)
        self._colour(item, _ROLES[change.kind])
        if change.note:
            note = QTreeWidgetItem(item, [change.note])
            note.setFirstColumnSpanned(True)
            self._colour(note, "bad")
            item.setExpanded(True)

    def _colour(self, item: QTreeWidgetItem, role: str) -> None:
        colour = QColor(getattr(current_roles(), role))
        for column in range(len(_HEADINGS)):
            item.setForeground(column, colour)


def _summary(preview: FormPreview) -> str:
    words = ((ChangeKind.NEW, "mới"), (ChangeKind.CHANGED, "thay đổi"), (ChangeKind.SAME, "không đổi"))
    parts = [f"{count} {word}" for kind, word in words if (count := preview.count(kind))]
    bad = preview.count(ChangeKind.BAD)
    return ", ".join([*parts, *([f"{bad} ô không đọc được"] if bad else [])])

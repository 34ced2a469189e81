"""The scan of a signed report: one PDF or the photos of its pages, in their order."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPen, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.roles import current_roles
from ui.theme import mark, text_font
from ui.widgets.buttons import make_button
from ui.widgets.card import bare_layout, label
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.scan_facts import ScanFacts, scan_facts

FILTER = "Bản quét, ảnh chụp (*.pdf *.jpg *.jpeg *.png)"
_PICTURE = QSize(72, 84)
_ROW = 92
_ROWS = 2
_NOTHING = "Kéo tệp thả vào đây, hoặc bấm “Chọn tệp…”. Chụp từng trang cũng được: chương trình ghép thành một tệp PDF."
_TWO_KINDS = "Chỉ dùng một tệp PDF, hoặc chỉ dùng ảnh; hãy bỏ bớt."
_TWO_PDFS = "Chỉ dùng một tệp PDF cho cả báo cáo; hãy bỏ bớt."
_SHOWN_REFUSALS = 3


class _Pages(QListWidget):
    """The list itself.

    Attributes:
        removed: Delete was pressed.
    """

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the file away with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ScanList(QWidget):
    """The chosen files; Alt+↑ and Alt+↓ move one, Delete takes it away.

    Attributes:
        add_requested: files are to be chosen.
        changed: other files, or another order.
    """

    add_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[ScanFacts] = []
        self._refused = NoticeBar("circle-alert", "bad")
        self._hint = NoticeBar("triangle-alert", "warning")
        self._list = _Pages()
        self._list.setObjectName("scan_files")
        self._list.setAccessibleName("Bản ký, theo thứ tự trang")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setIconSize(_PICTURE)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(_ROWS * _ROW + 12)
        mark(self._list, boxed=True)
        self._nothing = label(_NOTHING, tone="muted", wrap=True)
        self.add_button = make_button("Chọn tệp…", "add_scan_button", icon_name="plus")
        self.up_button = make_button("Chuyển lên", "move_up_button", icon_name="arrow-up", help_text="Alt+↑")
        self.down_button = make_button(
            "Chuyển xuống", "move_down_button", icon_name="arrow-down", help_text="Alt+↓"
        )
        self.remove_button = make_button("Bỏ", "remove_scan_button", icon_name="x", help_text="Delete")
        self._lay_out()
        self._show(0)

        self.add_button.clicked.connect(self.add_requested)
        self.up_button.clicked.connect(partial(self._move, -1))
        self.down_button.clicked.connect(partial(self._move, 1))
        self.remove_button.clicked.connect(self._remove)
        self._list.removed.connect(self._remove)
        self._list.currentRowChanged.connect(self._tell_buttons)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move, step))

    def paths(self) -> tuple[Path, ...]:
        """Return the files in their order."""
        return tuple(file.path for file in self._files)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files at the end; those that cannot be taken are named, those that stand here already are not doubled."""
        found = [scan_facts(path, _PICTURE) for path in paths if path not in self.paths()]
        refused = [one.problem for one in found if one.problem]
        more = len(refused) - _SHOWN_REFUSALS
        self._refused.say(
            "\n".join([*refused[:_SHOWN_REFUSALS], *([f"Và {more} tệp khác."] if more > 0 else [])])
        )
        taken = [one for one in found if not one.problem]
        if taken:
            self._files += taken
            self._show(len(self._files) - 1)
            self.changed.emit()

    def problem(self) -> str:
        """Return why these files together are no scan, "" when they are or when there is none."""
        documents = sum(not one.is_photo for one in self._files)
        if documents > 1:
            return _TWO_PDFS
        return _TWO_KINDS if documents and documents < len(self._files) else ""

    def hint(self) -> str:
        """Return what could be better."""
        return self._hint.text()

    def refused(self) -> str:
        """Return what is said of files that cannot be taken."""
        return self._refused.text()

    def _show(self, chosen: int) -> None:
        self._list.clear()
        for at, file in enumerate(self._files):
            words = f"Trang {at + 1}: {file.path.name}" if file.is_photo else file.path.name
            item = QListWidgetItem(_icon(file), f"{words}\n{file.detail}")
            item.setSizeHint(QSize(0, _ROW))
            item.setToolTip(str(file.path))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {file.detail}. {file.hint}")
            self._list.addItem(item)
        self._list.setVisible(bool(self._files))
        self._nothing.setVisible(not self._files)
        self._list.setCurrentRow(chosen if self._files else -1)
        coarse = [one for one in self._files if one.hint]
        self._hint.say("\n".join(f"{one.path.name}: {one.hint}" for one in coarse[:_SHOWN_REFUSALS]))
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        at, count = self._list.currentRow(), len(self._files)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < count - 1)
        self.remove_button.setEnabled(at >= 0)
        for button in (self.up_button, self.down_button):
            button.setVisible(count > 1)
        self.remove_button.setVisible(bool(count))

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        if at >= 0 and 0 <= at + step < len(self._files):
            self._files.insert(at + step, self._files.pop(at))
            self._show(at + step)
            self.changed.emit()

    def _remove(self) -> None:
        at = self._list.currentRow()
        if at < 0:
            return
        del self._files[at]
        self._show(min(at, len(self._files) - 1))
        (self._list if self._files else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add_button, self.up_button, self.down_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        ground = QFrame()
        ground.setProperty("card", True)
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(8)
        inner.addWidget(self._nothing)
        inner.addWidget(self._list)
        inner.addLayout(buttons)
        layout = bare_layout(self)
        layout.setSpacing(6)
        layout.addWidget(self._refused)
        layout.addWidget(ground)
        layout.addWidget(self._hint)


def _icon(file: ScanFacts) -> QIcon:
    """Return the photo, or a sheet with the letters of the kind, in the middle of equal rooms."""
    roles = current_roles()
    ground = QPixmap(_PICTURE)
    ground.fill(Qt.GlobalColor.transparent)
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if file.picture.isNull():
        painter.setPen(QPen(QColor(roles.line)))
        painter.setBrush(QColor(roles.neutral_tint))
        painter.drawRoundedRect(ground.rect().adjusted(8, 2, -8, -2), 4, 4)
        painter.setPen(QColor(roles.neutral))
        painter.setFont(text_font(strong=True))
        painter.drawText(
            ground.rect(), Qt.AlignmentFlag.AlignCenter, file.path.suffix.removeprefix(".").upper()
        )
    else:
        place = file.picture.rect()
        place.moveCenter(ground.rect().center())
        painter.drawPixmap(place.topLeft(), file.picture)
    painter.end()
    made = QIcon(ground)
    # Without a picture of its own the chosen one would be tinted.
    made.addPixmap(ground, QIcon.Mode.Selected)
    return made

"""A list of entries with a box before each: choose some of many, by mouse or by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ui.theme import mark
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import bare_layout, label

_KEY = Qt.ItemDataRole.UserRole


class Checklist(QWidget):
    """The list, what it counts, and two buttons for all and none. Space checks the entry in focus.

    Attributes:
        changed: other entries are chosen.
    """

    changed = Signal()

    def __init__(self, name: str, title: str, one: str, parent: QWidget | None = None) -> None:
        """Build an empty list.

        Args:
            name: object name of the list.
            title: for the screen reader.
            one: what is counted ("đề nghị").
            parent: the owner.
        """
        super().__init__(parent)
        self._one = one
        self._list = QListWidget()
        self._list.setObjectName(name)
        self._list.setAccessibleName(title)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self._list, boxed=True)
        self._count = label("", tone="muted", size="small")
        self.all_button = make_button("Chọn tất cả", "all_button", kind=LINK)
        self.none_button = make_button("Bỏ chọn", "none_button", kind=LINK)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        layout = bare_layout(self)
        layout.setSpacing(4)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self._list)

        self._list.itemChanged.connect(self._on_changed)
        self.all_button.clicked.connect(self._on_all)
        self.none_button.clicked.connect(self._on_none)

    def show_entries(self, entries: Sequence[tuple[str, str, bool]]) -> None:
        """Show (key, words, chosen)."""
        self._list.blockSignals(True)
        self._list.clear()
        for key, words, chosen in entries:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        if entries:
            self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self._on_changed()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of the chosen entries, in the order of the list."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _check_all(self, state: Qt.CheckState) -> None:
        self._list.blockSignals(True)
        for row in range(self._list.count()):
            self._list.item(row).setCheckState(state)
        self._list.blockSignals(False)
        self._on_changed()

    def _on_all(self) -> None:
        self._check_all(Qt.CheckState.Checked)

    def _on_none(self) -> None:
        self._check_all(Qt.CheckState.Unchecked)

    def _on_changed(self) -> None:
        self._count.setText(f"Đã chọn {len(self.chosen())}/{self._list.count()} {self._one}")
        self.changed.emit()

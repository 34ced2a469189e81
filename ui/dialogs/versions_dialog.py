"""The versions of a section's text: when, who, what would come and go; any of them can be restored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.narrative_changes import difference
from desktop_app.vietnamese.text import shorten
from ui.dialogs.answer import answer_of
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.difference_view import DifferenceView
from ui.widgets.empty_state import EmptyState

_SIZE = (820, 520)
_LIST_WIDTH = 300
_FIRST_WORDS = 42
_LEGEND = "So với bản hiện nay: gạch ngang là chữ sẽ mất, gạch chân là chữ sẽ trở lại khi khôi phục."
_SAME = "Bản này giống bản hiện nay."
_SUGGESTED = "(trở về gợi ý của chương trình)"


class Version(Protocol):
    """A text as it once stood."""

    @property
    def text(self) -> str | None:
        """None where the section went back to the suggestion."""
        ...

    @property
    def at(self) -> str:
        """ISO 8601 time."""
        ...

    @property
    def who(self) -> str:
        """Who wrote it."""
        ...

    @property
    def exported(self) -> bool:
        """Whether a report went out with it."""
        ...


class VersionsDialog(QDialog):
    """A list of versions, newest first, and the difference of the chosen one to the text of now.

    `accept`ed with a version to restore, else rejected.
    """

    def __init__(
        self,
        title: str,
        versions: Sequence[Version],
        current: str,
        suggestion: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle(f"Các phiên bản: {title}")
        self.resize(*_SIZE)
        self._versions, self._current, self._suggestion = versions, current, suggestion
        self.list = QListWidget()
        self.list.setObjectName("versions")
        self.list.setAccessibleName("Các phiên bản")
        self.list.setProperty("boxed", True)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.view = DifferenceView()
        self.view.setObjectName("version_difference")
        self._note = label(_LEGEND, tone="muted", size="small", wrap=True)
        self.restore_button = make_button("Khôi phục", "restore_button", kind=PRIMARY, icon_name="undo-2")
        self.close_button = make_button("Đóng", "close_button")
        for version in versions:
            self.list.addItem(_entry(version))
        self._lay_out()

        self.list.currentRowChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(lambda _item: self.restore_button.setFocus())
        self.restore_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.list.setCurrentRow(0 if versions else -1)
        self._on_chosen(self.list.currentRow())

    @classmethod
    def choose(
        cls, parent: QWidget, title: str, versions: Sequence[Version], current: str, suggestion: str
    ) -> Version | None:
        """Open the dialog; return the version to restore, None when it was closed."""
        return answer_of(cls(title, versions, current, suggestion, parent), cls.chosen)

    def chosen(self) -> Version | None:
        """Return the version that is looked at."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def note(self) -> str:
        """Return the sentence over the difference."""
        return self._note.text()

    def _on_chosen(self, _row: int) -> None:
        version = self.chosen()
        text = self._text(version) if version else self._current
        differs = text != self._current
        self._note.setText(_LEGEND if differs else _SAME)
        self.view.show_pieces(difference(self._current, text))
        self.restore_button.setEnabled(differs)

    def _text(self, version: Version) -> str:
        return self._suggestion if version.text is None else version.text

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._note)
        right.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.restore_button)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        if self._versions:
            layout.addLayout(row, 1)
        else:
            layout.addWidget(
                EmptyState("history", "Mục này chưa có phiên bản nào; đơn vị chưa ghi nội dung."), 1
            )
            self.restore_button.hide()
        layout.addLayout(foot)


def _entry(version: Version) -> QListWidgetItem:
    when = datetime.fromisoformat(version.at)
    parts = [f"{when:%d/%m/%Y %H:%M}", version.who, "đã xuất" if version.exported else ""]
    head = " · ".join(part for part in parts if part)
    words = _SUGGESTED if version.text is None else shorten(version.text, _FIRST_WORDS) or "(trống)"
    item = QListWidgetItem(f"{head}\n{words}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}. {words}")
    return item

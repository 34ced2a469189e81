"""The library of legal bases: search, tick several, take them over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.basis_library import contains, matching
from desktop_app.domain.legal_bases import LegalBasis
from desktop_app.vietnamese.dates import format_date
from ui.dialogs.answer import answer_of
from ui.theme import mark
from ui.widgets.buttons import PRIMARY, is_enter, make_button
from ui.widgets.card import label
from ui.widgets.search_box import SearchBox
from ui.widgets.tooltip import as_tip

_SIZE = (760, 520)
_HINT = "Đánh dấu bằng phím cách hoặc chuột; mục mờ đã có sẵn."


class _BasisList(QListWidget):
    """Enter ticks like Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if is_enter(event) and item is not None and item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)


class BasisDialog(QDialog):
    """A list of documents to tick."""

    def __init__(
        self, bases: Sequence[LegalBasis], own: Sequence[LegalBasis], verb: str, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            bases: what is offered.
            own: those that are there already and cannot be taken again.
            verb: the words on the main button.
            parent: the window.
        """
        super().__init__(parent)
        self._bases = tuple(bases)
        self.setObjectName("basis_dialog")
        self.setWindowTitle("Thư viện căn cứ")
        self.resize(*_SIZE)
        self.search_box = SearchBox("Tìm không dấu: chi thi 03, 28/CT-TTg, thi truong trong nuoc…")
        self.list = _BasisList()
        self.list.setObjectName("basis_list")
        self.list.setAccessibleName("Danh mục văn bản căn cứ")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        mark(self.list, boxed=True)
        self.list.setSpacing(2)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for basis in self._bases:
            self.list.addItem(_item(basis, is_own=contains(own, basis)))
        self._count = label("", tone="muted")
        self.take_button = make_button(verb, "take_button", kind=PRIMARY)
        self.cancel_button = make_button("Hủy", "cancel_button")
        self._lay_out()
        self._tell()

        self.search_box.searched.connect(self._on_searched)
        self.search_box.passed.connect(self._on_passed)
        self.list.itemChanged.connect(self._tell)
        self.take_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls, bases: Sequence[LegalBasis], own: Sequence[LegalBasis], verb: str, parent: QWidget | None = None
    ) -> list[LegalBasis]:
        """Return the documents that were ticked, none when the dialog was left."""
        dialog = cls(bases, own, verb, parent)
        dialog.search_box.setFocus()
        return answer_of(dialog, cls.chosen) or []

    def chosen(self) -> list[LegalBasis]:
        """Return the ticked documents, those that a search hides too."""
        return [basis for at, basis in enumerate(self._bases) if self._is_ticked(at)]

    def _is_ticked(self, at: int) -> bool:
        return self.list.item(at).checkState() is Qt.CheckState.Checked

    def _on_searched(self, text: str) -> None:
        found = matching(self._bases, text)
        for at, basis in enumerate(self._bases):
            self.list.item(at).setHidden(basis not in found)
        self._tell()

    def _on_passed(self) -> None:
        """Go on to the first document that is shown."""
        shown = (at for at in range(self.list.count()) if not self.list.item(at).isHidden())
        self.list.setCurrentRow(next(shown, -1))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        shown = sum(not self.list.item(at).isHidden() for at in range(self.list.count()))
        ticked = len(self.chosen())
        self._count.setText(f"{shown} văn bản · đã chọn {ticked}" if shown else "Không có văn bản nào khớp.")
        self.take_button.setEnabled(bool(ticked))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search_box)
        layout.addWidget(label(_HINT, tone="muted", size="small"))
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)


def _item(basis: LegalBasis, *, is_own: bool) -> QListWidgetItem:
    day = format_date(basis.issued_on) if basis.issued_on else "chưa rõ ngày"
    text = f"{basis.kind} số {basis.number} · {day} · {basis.issuer}\n{basis.abstract}"
    item = QListWidgetItem(text)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
    item.setToolTip(as_tip(f"Đã có. {text}" if is_own else text))
    if is_own:
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
    else:
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Unchecked)
    return item

"""What the figures changed in a section that the officer wrote: old beside new, taken over by a click only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.narrative_changes import Change
from desktop_app.vietnamese.numbers import two_digits
from ui.theme import mark
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.difference_view import DifferenceView

_HEIGHT = 176
_TITLE = "Số liệu đã thay đổi: {} câu"
_LEGEND = "Gạch ngang: gợi ý khi đơn vị ghi; gạch chân: gợi ý hiện nay."


class ChangesPanel(QFrame):
    """Hidden while nothing has changed.

    Attributes:
        take_requested: place of the sentence that the user takes over.
        take_all_requested: he takes over all. keep_requested: he keeps his own text.
    """

    take_requested = Signal(int)
    take_all_requested = Signal()
    keep_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._title = label("", strong=True, wrap=True)
        self.take_all_button = make_button("Lấy tất cả", "take_all_button", icon_name="check")
        self.keep_button = make_button("Giữ bản của tôi", "keep_button")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        self._scroll = QScrollArea()
        self._lay_out()
        self.hide()

        self.take_all_button.clicked.connect(self.take_all_requested)
        self.keep_button.clicked.connect(self.keep_requested)

    def title(self) -> str:
        """Return the sentence on top."""
        return self._title.text()

    def changes(self) -> tuple[Change, ...]:
        """Return what is shown."""
        return self._changes

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show what has changed; nothing hides the panel. The same changes stay untouched, with the focus."""
        if tuple(changes) == self._changes:
            return
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self._changes = tuple(changes)
        self._title.setText(_TITLE.format(two_digits(len(changes))))
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        before: QWidget = self._scroll
        for place, change in enumerate(changes):
            row = _ChangeRow(change)
            row.take_button.clicked.connect(lambda _checked=False, at=place: self.take_requested.emit(at))
            self._rows.addWidget(row)
            self.setTabOrder(before, row.view)
            self.setTabOrder(row.view, row.take_button)
            before = row.take_button
        self._rows.addStretch()
        self.setVisible(bool(changes))
        if had_focus and changes:
            self.take_all_button.setFocus(Qt.FocusReason.TabFocusReason)

    def take_buttons(self) -> list[QWidget]:
        """Return the button of each sentence, in order."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [one.take_button for one in widgets if isinstance(one, _ChangeRow)]

    def _lay_out(self) -> None:
        mark(self, band="warning")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.take_all_button)
        head.addWidget(self.keep_button)
        body = QWidget()
        body.setProperty("see_through", True)
        body.setLayout(self._rows)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._scroll.setFixedHeight(_HEIGHT)
        mark(self._scroll, see_through=True)
        self._scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(label(_LEGEND, tone="muted", size="small", wrap=True))
        layout.addWidget(self._scroll)
        self.setTabOrder(self.take_all_button, self.keep_button)
        self.setTabOrder(self.keep_button, self._scroll)


class _ChangeRow(QWidget):
    """One sentence with the button that takes it over."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self.view = DifferenceView(fits=True)
        self.view.show_pieces(change.pieces())
        if not change.new:
            verb, name = "Bỏ câu cũ", "drop_sentence_button"
        elif not change.old:
            verb, name = "Thêm câu mới", "add_sentence_button"
        else:
            verb, name = "Lấy câu mới", "take_sentence_button"
        self.take_button = make_button(verb, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.view, 1)
        row.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignTop)

"""The list of pages at the left of the window: icons and names, or icons alone when the window is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.icons import ICON_SIZE, icon
from ui.roles import Tone
from ui.theme import HEADER_HEIGHT, NAVIGATION_NARROW_WIDTH, NAVIGATION_WIDTH, mark
from ui.widgets.buttons import Button
from ui.widgets.card import rule
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pill import Pill


@dataclass(frozen=True)
class NavigationEntry:
    """One page in the list.

    Attributes:
        key: of the page.
        at_foot: stands at the lower end.
        keys: the shortcut, for the tooltip.
    """

    key: str
    title: str
    icon: str
    at_foot: bool = False
    keys: str = ""


_HELP = NavigationEntry("help", "Trợ giúp", "circle-question-mark", at_foot=True, keys="F1")


class _Entry(Button):
    """A button of the list, with room for a small word at its right."""

    def __init__(self, entry: NavigationEntry) -> None:
        super().__init__(entry.title)
        self.entry = entry
        self.setObjectName(f"go_{entry.key}")
        self.setAccessibleName(entry.title)
        self.setProperty("kind", "navigation")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIcon(icon(entry.icon, "muted", on_role="chosen_ink"))
        self.setIconSize(ICON_SIZE)
        self._narrow, self._tone = False, Tone.ACCENT
        self.badge = Pill("", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addStretch()
        layout.addWidget(self.badge)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name beside it."""
        self.setText("" if narrow else f"  {self.entry.title}")
        mark(self, narrow=narrow)
        self._narrow = narrow
        self.set_badge(self.badge.text(), self._tone)

    def set_badge(self, text: str, tone: Tone) -> None:
        """Show a small word where there is room for it; beside an icon alone the tip tells it."""
        self._tone = tone
        self.badge.set(text, tone)
        if self._narrow:
            self.badge.hide()
        entry = self.entry
        tip = f"{entry.title} ({entry.keys})" if entry.keys else entry.title
        self.setToolTip(f"{tip}: {text}" if self._narrow and text else tip)
        self.setAccessibleDescription(f"{tip}: {text}" if text else tip)


class Navigation(QFrame):
    """The list of pages.

    Attributes:
        chosen: key of the page that the user wants.
        help_requested: the user wants to read about the page in view.
    """

    chosen = Signal(str)
    help_requested = Signal()

    def __init__(self, entries: Sequence[NavigationEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self._name, self._detail = ElidedLabel(), ElidedLabel()
        self._group = QButtonGroup(self)
        self._entries: dict[str, _Entry] = {}
        for entry in entries:
            button = _Entry(entry)
            self._group.addButton(button)
            self._entries[entry.key] = button
        self.help_button = _Entry(_HELP)
        self.help_button.setAutoExclusive(False)
        self.help_button.setCheckable(False)
        self._lay_out()
        self.set_narrow(False)

        self._group.buttonClicked.connect(self._on_clicked)
        self.help_button.clicked.connect(self.help_requested)

    def set_heading(self, name: str, detail: str) -> None:
        """Say whose ledger it is, and of which year."""
        self._name.setText(name)
        self._detail.setText(detail)

    def set_badge(self, key: str, text: str, tone: Tone = Tone.ACCENT) -> None:
        """Show a small word at a page's name; empty takes it away."""
        if key in self._entries:
            self._entries[key].set_badge(text, tone)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown, and bring its name into view."""
        self._entries[key].setChecked(True)
        if not self._entries[key].entry.at_foot:
            self._area.ensureWidgetVisible(self._entries[key], 0, 8)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or names too."""
        self.setFixedWidth(NAVIGATION_NARROW_WIDTH if narrow else NAVIGATION_WIDTH)
        self._heading.setVisible(not narrow)
        for button in (*self._entries.values(), self.help_button):
            button.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the list with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._entries.values())
        here = next((at for at, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        target = buttons[(here + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(8, 0, 8, 12)
        column.setSpacing(2)
        self._heading = QWidget()
        self._heading.setFixedHeight(HEADER_HEIGHT)
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(8, 8, 8, 0)
        heading.setSpacing(1)
        mark(self._name, strong=True)
        mark(self._detail, tone="muted", size="small")
        heading.addWidget(self._name)
        heading.addWidget(self._detail)
        heading.addStretch()
        heading.addWidget(rule())
        column.addWidget(self._heading)
        column.addSpacing(8)
        column.addWidget(self._pages_area(), 1)
        for button in (one for one in self._entries.values() if one.entry.at_foot):
            column.addWidget(button)
        column.addWidget(self.help_button)
        outer.addLayout(column, 1)
        edge = QFrame()
        edge.setProperty("vrule", True)
        outer.addWidget(edge)

    def _pages_area(self) -> QScrollArea:
        """Return the pages, scrolled where a low window has no room for them all."""
        content = QWidget()
        content.setProperty("see_through", True)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for button in (one for one in self._entries.values() if not one.entry.at_foot):
            column.addWidget(button)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        return self._area

    def _on_clicked(self, button: Button) -> None:
        if isinstance(button, _Entry):
            self.chosen.emit(button.entry.key)

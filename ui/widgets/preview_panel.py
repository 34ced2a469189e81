"""The part of the page Báo cáo that shows the report as it will be printed, and what changed since its last export."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.export_changes import ExportChanges
from ui.theme import GRID
from ui.widgets.buttons import ICON, TOGGLE, make_button
from ui.widgets.card import label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.export_changes_view import ExportChangesView
from ui.widgets.page_viewer import PageViewer


class PreviewPanel(QWidget):
    """Pages, or changes, behind two buttons.

    Attributes:
        shown: the panel came into view.
        wide_wanted: whether the user wants the whole width of the window for the pages.
        viewer, changes: its two parts.
    """

    shown = Signal()
    wide_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewer = PageViewer()
        self.changes = ExportChangesView()
        self.wide_button = make_button(
            "Mở rộng phần xem", "wide_button", kind=ICON, icon_name="panel-left-close"
        )
        self.wide_button.setCheckable(True)
        self.pages_button = make_button("Trang in", "pages_button", kind=TOGGLE)
        self.changes_button = make_button("Thay đổi so với lần xuất trước", "changes_button", kind=TOGGLE)
        self._choice = QButtonGroup(self)
        for button in (self.pages_button, self.changes_button):
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._choice.addButton(button)
        self.pages_button.setChecked(True)
        self._state = ElidedLabel()
        self._state.setObjectName("preview_state")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.viewer)
        self._stack.addWidget(self.changes)
        self._lay_out()

        self.wide_button.toggled.connect(self._on_wide)
        self._choice.buttonClicked.connect(self._on_chosen)

    def state(self) -> str:
        """Return what is said of the pages."""
        return self._state.text()

    def say(self, text: str) -> None:
        """Say what becomes of the pages, "" when they are as they should be."""
        self._state.setText(text)

    def show_changes(self, changes: ExportChanges | None) -> None:
        """Show what changed since the last export."""
        self.changes.show_changes(changes)
        self.changes_button.setVisible(changes is not None)
        if changes is None and self.changes_button.isChecked():
            self.show_pages_part()

    def show_pages_part(self) -> None:
        """Bring the pages to the front."""
        self.pages_button.setChecked(True)
        self._stack.setCurrentWidget(self.viewer)

    def show_changes_part(self) -> None:
        """Bring the changes to the front."""
        self.changes_button.setChecked(True)
        self._stack.setCurrentWidget(self.changes)

    def take_focus(self) -> None:
        """Put the focus on the pages, so that their keys work."""
        self.viewer.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the pages are seen."""
        super().showEvent(event)
        self.shown.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.wide_button)
        head.addWidget(label("Xem trước", strong=True))
        head.addWidget(self._state, 1)
        head.addWidget(self.pages_button)
        head.addWidget(self.changes_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _on_wide(self, is_wide: bool) -> None:
        words = "Thu hẹp phần xem" if is_wide else "Mở rộng phần xem"
        self.wide_button.setAccessibleName(words)
        self.wide_button.setToolTip(words)
        self.wide_wanted.emit(is_wide)

    def _on_chosen(self, button: QWidget) -> None:
        if button is self.changes_button:
            self.show_changes_part()
        else:
            self.show_pages_part()

"""The controls above the pages of a document: page, zoom, search, print."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.widgets.buttons import ICON, make_button
from ui.widgets.card import label
from ui.widgets.editors.combo import ComboInput
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page_layout import Fit
from ui.widgets.search_box import SearchBox

_PERCENTS = (50, 75, 100, 125, 150, 200, 250, 300)
_PAGE_WIDTH, _ZOOM_WIDTH, _SEARCH_WIDTH, _COUNT_WIDTH = 46, 122, 152, 60


class PageToolbar(QWidget):
    """Buttons and boxes; they go on in a second line where there is no room.

    Attributes:
        page_wanted: number of a page, counted from 0.
        zoom_wanted: (what it follows, the zoom).
        zoom_step_wanted: 1 for larger, -1 for smaller.
        searched: what is to be found; step_wanted: 1 for the next place, -1 for the one before.
        print_wanted, open_wanted: print the pages, open them in another program.
    """

    page_wanted = Signal(int)
    zoom_wanted = Signal(Fit, float)
    zoom_step_wanted = Signal(int)
    searched = Signal(str)
    step_wanted = Signal(int)
    print_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_input = _page_input()
        self._count = label("/ 0", tone="muted")
        self.zoom_out_button = _icon("Thu nhỏ", "zoom_out_button", "zoom-out", "Ctrl+-")
        self.zoom_in_button = _icon("Phóng to", "zoom_in_button", "zoom-in", "Ctrl++")
        self.zoom_combo = _zoom_combo()
        self.search_box = SearchBox("Tìm trong báo cáo")
        self.search_box.setFixedWidth(_SEARCH_WIDTH)
        self._found = label("", tone="muted", size="small")
        self._found.setMinimumWidth(_COUNT_WIDTH)
        self.previous_hit_button = _icon("Chỗ trước", "previous_hit_button", "chevron-up", "Shift+F3")
        self.next_hit_button = _icon("Chỗ sau", "next_hit_button", "chevron-down", "F3")
        self.print_button = _icon("In…", "print_button", "printer", "Ctrl+P")
        self.open_button = _icon("Mở bằng trình đọc PDF", "open_pdf_button", "external-link", "")
        self._lay_out()
        self.set_ready(False)
        self.show_found(0, 0, is_all=True)

        self.page_input.returnPressed.connect(self._on_page_typed)
        self.page_input.editingFinished.connect(self._show_page)
        self.zoom_combo.activated.connect(self._on_zoom_chosen)
        self.zoom_in_button.clicked.connect(self._on_zoom_in)
        self.zoom_out_button.clicked.connect(self._on_zoom_out)
        self.search_box.searched.connect(self.searched)
        self.search_box.passed.connect(self._on_next)
        self.next_hit_button.clicked.connect(self._on_next)
        self.previous_hit_button.clicked.connect(self._on_previous)
        self.print_button.clicked.connect(self.print_wanted)
        self.open_button.clicked.connect(self.open_wanted)

    def set_ready(self, is_ready: bool) -> None:
        """Say whether there are pages."""
        for widget in (self.page_input, self.zoom_combo, self.zoom_in_button, self.zoom_out_button):
            widget.setEnabled(is_ready)
        for widget in (self.search_box, self.print_button, self.open_button):
            widget.setEnabled(is_ready)

    def show_page(self, page: int, count: int) -> None:
        """Show which page of how many is read."""
        self._page = page
        self._count.setText(f"/ {count}")
        self.page_input.setAccessibleDescription(f"Trang {page + 1} trên {count}")
        if not self.page_input.hasFocus() or not self.page_input.isModified():
            self._show_page()

    def page_text(self) -> str:
        """Return "3 / 12"."""
        return f"{self.page_input.text()} {self._count.text()}"

    def show_zoom(self, fit: Fit, zoom: float) -> None:
        """Show the zoom."""
        percent = round(zoom * 100)
        own = self.zoom_combo.findData("own")
        if own >= 0:
            self.zoom_combo.removeItem(own)
        place = self.zoom_combo.findData(percent if fit is Fit.FREE else fit)
        if place < 0:
            self.zoom_combo.addItem(f"{percent}%", "own")
            place = self.zoom_combo.count() - 1
        self.zoom_combo.setCurrentIndex(place)
        self.zoom_combo.setToolTip(f"Đang xem ở cỡ {percent}% (Ctrl và con lăn chuột để đổi)")

    def show_found(self, current: int, count: int, *, is_all: bool, is_empty: bool = True) -> None:
        """Show which place of how many is shown.

        Args:
            current: counted from 0.
            count: found so far.
            is_all: whether the search has come to its end.
            is_empty: nothing is searched for.
        """
        self.next_hit_button.setEnabled(count > 1)
        self.previous_hit_button.setEnabled(count > 1)
        words = (
            f"{current + 1}/{count}{'' if is_all else '…'}"
            if count
            else ("Không có" if is_all else "Đang tìm…")
        )
        self._found.setText("" if is_empty else words)

    def found_text(self) -> str:
        """Return what is said of the search."""
        return self._found.text()

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        flow.addWidget(_group(self.page_input, self._count))
        flow.addWidget(_group(self.zoom_out_button, self.zoom_combo, self.zoom_in_button))
        flow.addWidget(_group(self.search_box, self.previous_hit_button, self.next_hit_button, self._found))
        flow.addWidget(_group(self.print_button, self.open_button))
        self._page = 0

    def _show_page(self) -> None:
        self.page_input.setText(str(self._page + 1))
        self.page_input.setModified(False)

    def _on_page_typed(self) -> None:
        text = self.page_input.text().strip()
        if text.isdecimal():
            self.page_wanted.emit(int(text) - 1)
        self.page_input.selectAll()

    def _on_zoom_chosen(self) -> None:
        chosen = self.zoom_combo.currentData()
        if isinstance(chosen, Fit):
            self.zoom_wanted.emit(chosen, 1.0)
        elif isinstance(chosen, int):
            self.zoom_wanted.emit(Fit.FREE, chosen / 100)

    def _on_zoom_in(self) -> None:
        self.zoom_step_wanted.emit(1)

    def _on_zoom_out(self) -> None:
        self.zoom_step_wanted.emit(-1)

    def _on_next(self) -> None:
        self.step_wanted.emit(1)

    def _on_previous(self) -> None:
        self.step_wanted.emit(-1)


def _page_input() -> QLineEdit:
    made = QLineEdit()
    made.setObjectName("page_number")
    made.setAccessibleName("Số trang")
    made.setToolTip("Gõ số trang rồi bấm Enter.")
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    made.setFixedWidth(_PAGE_WIDTH)
    return made


def _zoom_combo() -> ComboInput:
    made = ComboInput()
    made.setObjectName("zoom")
    made.setAccessibleName("Cỡ xem")
    made.setFixedWidth(_ZOOM_WIDTH)
    made.addItem("Vừa ngang", Fit.WIDTH)
    made.addItem("Cả trang", Fit.PAGE)
    for percent in _PERCENTS:
        made.addItem(f"{percent}%", percent)
    return made


def _icon(text: str, name: str, icon_name: str, keys: str) -> QPushButton:
    return make_button(text, name, kind=ICON, icon_name=icon_name, keys=keys)


def _group(*widgets: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget)
    return group

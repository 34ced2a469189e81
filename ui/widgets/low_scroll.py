"""Pages of which one shows; where a low or narrow window has no room for it, it can be scrolled."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

_LEAST = QSize(160, 48)


class FirmColumn(QVBoxLayout):
    """A column that asks for its least height alone.

    What is scrolled would otherwise get the height that its wrapped texts like best, and scroll where there is no
    need.
    """

    def hasHeightForWidth(self) -> bool:
        """Say no: the least height counts."""
        return False


class ScrolledStack(QStackedWidget):
    """A stack whose pages never become smaller than they can be used at."""

    def add(self, page: QWidget) -> None:
        """Take a page as the last one."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumSize(_LEAST)
        area.setWidget(page)
        # An area fills the ground of what it scrolls.
        page.setAutoFillBackground(False)
        self.addWidget(area)

    def bring(self, page: QWidget) -> None:
        """Show a page that was added."""
        self.setCurrentIndex(next(at for at in range(self.count()) if self.page_at(at) is page))

    def page_at(self, place: int) -> QWidget | None:
        """Return the page of a place, None where there is none."""
        area = self.widget(place)
        return area.widget() if isinstance(area, QScrollArea) else None

    def page(self) -> QWidget | None:
        """Return the page in view, None without one."""
        return self.page_at(self.currentIndex())

"""The pages of a document below each other: drawn sharp, only those that are seen, with found words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from ui.roles import current_roles
from ui.widgets.grab_scroll import GrabScroll
from ui.widgets.page_layout import GAP, LEAST, MOST, Fit, PageLayout
from ui.widgets.page_pictures import Hit, PageHits, PagePictures, scaled

_POINTS_PER_INCH, _DPI = 72, 96
_STEP = 48
_ZOOM_STEP = 1.1
_MOST_PIXELS = 12_000_000
"""Of one picture: on a sharp screen a page at 300 % would take 100 MB."""


class PageView(GrabScroll):
    """Shows pages that somebody else draws.

    Attributes:
        wanted: pages to draw, [(page, dots an inch)], the most urgent first; they come back by `put_picture`.
        page_changed: another page is the one being read.
        zoom_changed: the zoom or what it follows is another.
    """

    wanted = Signal(object)
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        corner = QWidget()
        corner.setProperty("see_through", True)
        self.setCornerWidget(corner)
        self._sizes: Sequence[tuple[float, float]] = ()
        self._fit, self._zoom = Fit.WIDTH, 1.0
        self._layout = PageLayout((), self._fit, self._zoom, 0, 0)
        self._pictures = PagePictures()
        self._hits = PageHits()
        self._page = 0
        self._ask_timer = QTimer(self, interval=0, singleShot=True)

        self._ask_timer.timeout.connect(self._ask)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        self._tell_page()

    def count(self) -> int:
        """Return the number of pages."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the page being read, counted from 0."""
        return self._page

    def fit(self) -> Fit:
        """Return what the zoom follows."""
        return self._fit

    def zoom(self) -> float:
        """Return the zoom of the page being read, 1 for 100 %."""
        return self._layout.places[self._page].zoom if self._layout.places else self._zoom

    def picture(self, page: int) -> QImage | None:
        """Return the picture of a page as far as it is drawn."""
        return self._pictures.get(page)

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes (points); the place that is read stays if there still is one."""
        anchor = self._anchor(0)
        self._sizes = tuple(sizes)
        self._hits.set((), self._hits.current)
        self._pictures.make_stale(len(self._sizes))
        self._arrange()
        self._go_to_anchor(anchor, 0)
        self._on_scrolled()

    def put_picture(self, page: int, dpi: float, picture: QImage) -> None:
        """Take the picture of a page."""
        if page < len(self._sizes):
            self._pictures.put(page, dpi, picture, self._visible())
            self.viewport().update()

    def show_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Mark found words; the one at `current` stands out, and comes into view when it is another than before."""
        moved = current != self._hits.current
        self._hits.set(hits, current)
        if moved and 0 <= current < len(hits):
            self._bring_into_view(hits[current])
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if self._layout.places:
            place = self._layout.places[max(0, min(page, len(self._sizes) - 1))]
            self.verticalScrollBar().setValue(place.top - GAP)

    def set_zoom(self, fit: Fit, zoom: float = 1.0, at: int | None = None) -> None:
        """Zoom; what stands at a height of the window (its middle if None) stays there."""
        height = self.viewport().height() // 2 if at is None else at
        anchor, across = self._anchor(height), self.horizontalScrollBar()
        middle = (across.value() + across.pageStep() / 2) / max(1, self._layout.width)
        self._fit, self._zoom = fit, max(LEAST, min(MOST, zoom))
        self._arrange()
        self._go_to_anchor(anchor, height)
        across.setValue(round(middle * self._layout.width - across.pageStep() / 2))
        self._on_scrolled()
        self.zoom_changed.emit()

    def zoom_by(self, steps: float, at: int | None = None) -> None:
        """Zoom in, or out for negative steps."""
        self.set_zoom(Fit.FREE, self.zoom() * _ZOOM_STEP**steps, at)

    def sizeHint(self) -> QSize:
        """Ask for room for a good part of a page."""
        return QSize(480, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew; the place that is read stays."""
        super().resizeEvent(event)
        anchor = self._anchor(0)
        self._arrange()
        self._go_to_anchor(anchor, 0)
        self._on_scrolled()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pages drawn that are seen now."""
        super().showEvent(event)
        self._ask_timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, scroll, go to the first or the last page."""
        key = event.key()
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -_STEP,
            Qt.Key.Key_Down: _STEP,
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif self._fit is Fit.PAGE and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(self._page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in steps:
            bar.setValue(bar.value() + steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._sizes) - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages that are seen."""
        roles = current_roles()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(roles.ground))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            area = self._area(page)
            self._paint_page(painter, page, area)
            painter.setPen(QPen(QColor(roles.input_line if page == self._page else roles.line), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(QColor(roles.accent), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def _paint_page(self, painter: QPainter, page: int, area: QRect) -> None:
        painter.fillRect(area, Qt.GlobalColor.white)  # paper is white in every palette
        picture = self._pictures.get(page)
        if picture is not None:
            painter.drawImage(area, picture)
        self._hits.paint(painter, page, area, area.width() / self._sizes[page][0])

    def _arrange(self) -> None:
        """Place the pages for the size of the window, with or without its scroll bars."""
        size = self.maximumViewportSize()
        vertical = self.verticalScrollBar()
        # A bar that comes and goes with the fit would never come to rest: its room is always left.
        width = size.width() - (vertical.sizeHint().width() if self._sizes else 0)
        self._layout = PageLayout(self._sizes, self._fit, self._zoom, width, size.height())
        vertical.setRange(0, max(0, self._layout.height - size.height()))
        vertical.setPageStep(max(_STEP, size.height() - _STEP))
        vertical.setSingleStep(_STEP)
        horizontal = self.horizontalScrollBar()
        horizontal.setRange(0, max(0, self._layout.width - width))
        horizontal.setPageStep(width)
        horizontal.setSingleStep(_STEP)

    def _anchor(self, height: int) -> tuple[int, float]:
        """Return the page at a height of the window, and how far down on it, as a share of its height."""
        if not self._layout.places:
            return 0, 0.0
        y = self.verticalScrollBar().value() + height
        page = self._layout.page_at(y)
        place = self._layout.places[page]
        return page, (y - place.top) / place.height

    def _go_to_anchor(self, anchor: tuple[int, float], height: int) -> None:
        if not self._layout.places:
            return
        page, share = anchor
        place = self._layout.places[min(page, len(self._sizes) - 1)]
        self.verticalScrollBar().setValue(round(place.top + share * place.height) - height)

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.visible(top, top + self.viewport().height())

    def _area(self, page: int) -> QRect:
        place = self._layout.places[page]
        left = place.left - self.horizontalScrollBar().value()
        return QRect(left, place.top - self.verticalScrollBar().value(), place.width, place.height)

    def _bring_into_view(self, hit: Hit) -> None:
        if not hit.boxes:
            return
        area = self._area(hit.page)
        found = scaled(hit.boxes[0], area.width() / self._sizes[hit.page][0], area.topLeft())
        if not QRectF(self.viewport().rect()).adjusted(0, GAP, 0, -GAP).contains(found):
            vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
            vertical.setValue(vertical.value() + round(found.center().y()) - self.viewport().height() // 3)
            horizontal.setValue(horizontal.value() + round(found.center().x()) - self.viewport().width() // 2)

    def _dpi(self, page: int) -> float:
        dpi = _DPI * self._layout.places[page].zoom * self.devicePixelRatioF()
        width, height = self._sizes[page]
        pixels = width * height * (dpi / _POINTS_PER_INCH) ** 2
        return dpi if pixels <= _MOST_PIXELS else dpi * (_MOST_PIXELS / pixels) ** 0.5

    def _ask(self) -> None:
        """Ask for what is seen and not yet drawn, then for the pages beside it."""
        if not self._layout.places or not self.isVisible():
            return
        seen = self._visible()
        around = [*seen, seen.stop, seen.start - 1]
        missing = []
        for page in around:
            if 0 <= page < len(self._sizes):
                dpi = self._dpi(page)
                if not self._pictures.has(page, dpi):
                    missing.append((page, dpi))
        self.wanted.emit(missing)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._ask_timer.start()
        third = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = self._layout.page_at(third)
        if page != self._page or not self._sizes:
            self._page = page
            self.page_changed.emit(page)
            if self._fit is not Fit.FREE:
                self.zoom_changed.emit()
        self._tell_page()

    def _tell_page(self) -> None:
        told = f"trang {self._page + 1} trên {len(self._sizes)}" if self._sizes else "chưa có trang nào"
        self.setAccessibleName(f"Các trang của báo cáo, {told}")

"""Looks a window over as a person would: what is cut off, what cannot be reached, what has no name to be read out."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)

from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pill import Pill, pill_width
from ui.widgets.table_model import TONE_ROLE

CELL_PADDING = 16
_NEAR = 1
"""Text is measured in whole pixels."""
_ROWS_READ = 30


def shown(root: QWidget) -> Iterator[QWidget]:
    """Give every widget that shows, the parts of scroll bars left out."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QScrollBar) and widget.window() is root.window():
            yield widget


def describe(widget: QWidget) -> str:
    """Return a widget as a failing test names it: what it is, where it stands, what it says."""
    path = []
    at: QWidget | None = widget
    while at is not None and len(path) < 4:
        path.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    said = text_of(widget).replace("\n", " ")
    return f"{'/'.join(reversed(path))} “{said[:60]}” {widget.width()}×{widget.height()}"


def text_of(widget: QWidget) -> str:
    """Return what a widget says."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | Pill):
        return widget.text()
    return ""


def cut_off(root: QWidget) -> list[str]:
    """Return what does not show whole and cannot be scrolled to, a line for each."""
    return [f"{describe(one)}: {why}" for one in shown(root) if (why := _why_cut(one, root))]


def _why_cut(widget: QWidget, root: QWidget) -> str:
    if min(widget.width(), widget.height()) <= 0:
        return "has no room"
    return _outside(widget, root) or _squeezed(widget) or _text_cut(widget)


def _outside(widget: QWidget, root: QWidget) -> str:
    """Say whether a part of the widget lies where nobody can get to it."""
    area, at = widget.rect(), widget
    while at is not root:
        parent = at.parentWidget()
        area = area.translated(at.pos())
        holder = parent.parentWidget()
        scrolled = isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent
        if scrolled:
            area = _reachable(area, parent.rect(), holder)
        if not area.isEmpty() and not parent.rect().contains(area):
            return f"reaches out of {describe(parent)}"
        at = parent
    return ""


def _reachable(area: QRect, port: QRect, holder: QAbstractScrollArea) -> QRect:
    """Return the area as it is after scrolling to it: what the bars cannot bring into view still lies outside."""
    kept = QRect(area)
    if holder.horizontalScrollBar().maximum() > 0:
        kept.setLeft(max(area.left(), port.left()))
        kept.setRight(min(area.right(), port.right()))
    if holder.verticalScrollBar().maximum() > 0:
        kept.setTop(max(area.top(), port.top()))
        kept.setBottom(min(area.bottom(), port.bottom()))
    return kept


def _squeezed(widget: QWidget) -> str:
    """Say whether a widget is smaller than it can be used at; one that only holds others lets these say it."""
    if any(isinstance(child, QWidget) and child.isVisible() for child in widget.children()):
        return ""
    if isinstance(widget.parentWidget(), QAbstractItemView | QHeaderView | QLineEdit):
        return ""
    least = widget.minimumSizeHint()
    if widget.hasHeightForWidth() and widget.heightForWidth(widget.width()) > widget.height() + _NEAR:
        return f"needs {widget.heightForWidth(widget.width())} of height"
    if widget.width() < min(least.width(), widget.maximumWidth()) - _NEAR:
        return f"needs {least.width()} of width"
    if widget.height() < min(least.height(), widget.maximumHeight()) - _NEAR:
        return f"needs {least.height()} of height"
    return ""


def _text_cut(widget: QWidget) -> str:
    if isinstance(widget, QTableView):
        return _cells_cut(widget)
    if isinstance(widget, QHeaderView):
        return _headings_cut(widget)
    if isinstance(widget, QTabBar):
        return _tabs_cut(widget)
    if isinstance(widget, QComboBox):
        return _choice_cut(widget)
    if isinstance(widget, QLineEdit):
        return _example_cut(widget)
    if isinstance(widget, QLabel):
        return _label_cut(widget)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        wide = widget.sizeHint().width()
        return f"needs {wide} of width" if wide > widget.width() + _NEAR else ""
    return ""


def _label_cut(label: QLabel) -> str:
    if not label.text() or label.wordWrap() or isinstance(label, ElidedLabel):
        return ""
    metrics = label.fontMetrics()
    wide = max(metrics.horizontalAdvance(line) for line in label.text().split("\n"))
    return f"its text takes {wide}" if wide > label.contentsRect().width() + _NEAR else ""


def _choice_cut(combo: QComboBox) -> str:
    words = combo.shown_words() if hasattr(combo, "shown_words") else combo.currentText()
    wide = combo.fontMetrics().horizontalAdvance(words)
    if wide <= combo.width() - 30 or combo.toolTip():
        return ""
    return f"its choice “{words}” takes {wide}, and no tip tells it"


def _example_cut(line: QLineEdit) -> str:
    wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
    room = line.width() - 20 - line.textMargins().left() - line.textMargins().right()
    return f"its example “{line.placeholderText()}” takes {wide}" if not line.text() and wide > room else ""


def _tabs_cut(bar: QTabBar) -> str:
    wide = sum(bar.tabRect(at).width() for at in range(bar.count()) if bar.isTabVisible(at))
    if wide > bar.width() + _NEAR:
        return f"its tabs take {wide}"
    for at in range(bar.count()):
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(at))
        if bar.isTabVisible(at) and needed > bar.tabRect(at).width() + _NEAR:
            return f"tab “{bar.tabText(at)}” takes {needed}"
    return ""


def _headings_cut(header: QHeaderView) -> str:
    if header.orientation() is not Qt.Orientation.Horizontal:
        return ""
    for at in range(header.count()):
        text = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
        needed = header.sectionSizeHint(at)
        if text and not header.isSectionHidden(at) and needed > header.sectionSize(at) + _NEAR:
            return f"heading “{text}” takes {needed} of {header.sectionSize(at)}"
    return ""


def _cells_cut(table: QTableView) -> str:
    model, metrics = table.model(), QFontMetrics(table.font())
    for row in range(min(model.rowCount(), _ROWS_READ)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = str(index.data() or "")
            if table.isColumnHidden(column) or not text or index.data(Qt.ItemDataRole.ToolTipRole):
                continue
            wide = pill_width(text) if index.data(TONE_ROLE) else metrics.horizontalAdvance(text)
            if wide + CELL_PADDING > table.columnWidth(column) + _NEAR:
                return f"cell “{text}” takes {wide} of {table.columnWidth(column)}, and no tip tells it"
    return ""

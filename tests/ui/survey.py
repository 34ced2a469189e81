"""Looks a window over as a person would: what is cut off, what cannot be reached, what has no name to be read out."""

from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)

from ui.theme import SMALL_SIZE, text_font
from ui.widgets.editors.combo import ComboInput
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.pill import Pill, pill_width
from ui.widgets.table_model import TONE_ROLE, RecordTableModel

CELL_PADDING = 16
_NEAR = 1
"""Text is measured in whole pixels."""
_ROWS_READ = 30
_SORT_SIGN, _LINE_EDGES, _BUTTON, _ARROW = 14, 22, 29, 30


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
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        return f"scrolls sideways to {widget.widget().width()}"
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
    if holder.horizontalScrollBar().isVisible():
        kept.setLeft(max(area.left(), port.left()))
        kept.setRight(min(area.right(), port.right()))
    if holder.verticalScrollBar().isVisible():
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
    wide = combo.fontMetrics().horizontalAdvance(combo.currentText())
    # The program's own lists tell in a tip what has no room.
    if isinstance(combo, ComboInput) or wide <= combo.width() - _ARROW:
        return ""
    return f"its choice “{combo.currentText()}” takes {wide}, and no tip tells it"


def _example_cut(line: QLineEdit) -> str:
    wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
    tells = line.placeholderText() in unescape(line.toolTip())
    if (
        line.text()
        or tells
        or wide <= line.width() - _LINE_EDGES - _BUTTON * len(line.findChildren(QToolButton))
    ):
        return ""
    return f"its example “{line.placeholderText()}” takes {wide}, and no tip tells it"


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
    metrics = QFontMetrics(text_font(SMALL_SIZE, strong=True))
    columns = header.model().columns if isinstance(header.model(), RecordTableModel) else []
    for at in range(header.count()):
        text = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
        needed = metrics.horizontalAdvance(text) + CELL_PADDING
        needed += _SORT_SIGN if columns and columns[at].sort and columns[at].width else 0
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


def nameless(root: QWidget) -> list[str]:
    """Return what a screen reader has no words for: controls without a name, rows that say nothing."""
    controls = (one for one in shown(root) if _is_control(one))
    silent = [describe(one) for one in controls if not spoken_name(one)]
    views = (one for one in shown(root) if isinstance(one, QTableView | QListView))
    return silent + [f"{describe(one)}: row {row} says nothing" for one in views for row in _silent_rows(one)]


def spoken_name(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    if isinstance(widget, QComboBox):  # elsewhere than on Windows Qt tells the choice instead
        return widget.accessibleName()
    name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return "" if "\u200b" in name else name


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QTabWidget) or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, QAbstractButton)


def _silent_rows(view: QAbstractItemView) -> list[int]:
    model = view.model()
    rows = range(min(model.rowCount(), _ROWS_READ)) if model else []
    return [row for row in rows if not any(map(_spoken, _cells(view, row)))]


def _cells(view: QAbstractItemView, row: int) -> Iterator[QModelIndex]:
    columns = range(view.model().columnCount()) if isinstance(view, QTableView) else [view.modelColumn()]
    return (view.model().index(row, column) for column in columns)


def _spoken(index: QModelIndex) -> str:
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
    return str(spoken or "")


def tab_chain(unseen: list[str]) -> list[QWidget]:
    """Return what Tab comes to, from where the focus is until it comes back there.

    Args:
        unseen: gets what looks the same with and without the focus.
    """
    chain: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in chain:
        chain.append(focused)
        with_focus = focused.grab().toImage()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        stop = focused.focusPolicy() & Qt.FocusPolicy.TabFocus and focused is not QApplication.focusWidget()
        if stop and with_focus == focused.grab().toImage():
            unseen.append(describe(focused))
    return chain


def unreached(root: QWidget, chain: list[QWidget]) -> list[str]:
    """Return the controls that Tab never comes to; of buttons that exclude each other one is enough."""
    return [
        describe(one)
        for one in shown(root)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and _is_control(one)
        and one not in chain
        and not (isinstance(one, QAbstractButton) and _excludes(one))
    ]


def _excludes(button: QAbstractButton) -> bool:
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def jumps_back(root: QWidget, chain: list[QWidget]) -> list[str]:
    """Return the steps of Tab against the way one reads: up, or to the left in one line, among neighbours."""
    places = {one: place for place, one in enumerate(_focus_chain(root))}
    first = min(range(len(chain)), key=lambda at: places[chain[at]], default=0)
    steps = pairwise(chain[first:] + chain[:first])  # where the chain closes is no step back
    return [
        f"{describe(one)} -> {describe(other)}"
        for one, other in steps
        if one.parentWidget() is other.parentWidget()
        and _is_before(other.geometry(), one.geometry())
        and not other.objectName().startswith("remove")  # comes last, wherever it stands
    ]


def _focus_chain(root: QWidget) -> Iterator[QWidget]:
    """Give every widget in the order of Tab, from the window itself on."""
    at = root.window()
    while True:
        yield at
        at = at.nextInFocusChain()
        if at is root.window():
            return


def _is_before(one: QRect, other: QRect) -> bool:
    if one.bottom() <= other.top():
        return True
    same_line = one.top() < other.bottom() and other.top() < one.bottom()
    return same_line and one.right() <= other.left()

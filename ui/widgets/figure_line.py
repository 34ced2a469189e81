"""A line of figures above a list: what is counted, and how much."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.card import label
from ui.widgets.flow_layout import FlowLayout


class FigureLine(QWidget):
    """Hidden while there is nothing to count; it takes a second line where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_line")
        self._flow = FlowLayout(self, spacing=18)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._parts: list[QWidget] = []
        self.hide()

    def text(self) -> str:
        """Return the whole line."""
        return " · ".join(f"{name}: {figure}" for name, figure in self._shown)

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show (what is counted, figure) one after the other."""
        if tuple(figures) != self._shown:
            self._shown = tuple(figures)
            for part in self._parts:
                self._flow.removeWidget(part)
                part.deleteLater()
            self._parts = [_part(name, figure) for name, figure in figures]
            for part in self._parts:
                self._flow.addWidget(part)
        self.setAccessibleName(self.text())
        self.setVisible(bool(figures))


def _part(name: str, figure: str) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(label(name, tone="muted"))
    row.addWidget(label(figure, strong=True))
    return part

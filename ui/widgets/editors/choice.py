"""Editors for one choice, several choices, and yes or no."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.buttons import CHIP, make_button
from ui.widgets.editors.base import Editor
from ui.widgets.editors.combo import ComboInput
from ui.widgets.flow_layout import FlowLayout


class ChoiceEditor(Editor):
    """One of the members of an enum.

    Attributes:
        chosen: the member that now stands here, also when the program set it.
    """

    chosen = Signal(object)

    def __init__(self, words: Mapping[StrEnum, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = list(words)
        self._combo = ComboInput()
        self._combo.addItems(list(words.values()))
        self._fill(self._combo)
        self._loading = False

        self._combo.currentIndexChanged.connect(self._on_index_changed)
        self._combo.left.connect(self.left)
        self._combo.advanced.connect(self.advanced)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the chosen member."""
        return self._members[self._combo.currentIndex()]

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Choose a member."""
        self._loading = True
        self._combo.setCurrentIndex(self._members.index(value))
        self._loading = False
        self.chosen.emit(value)

    def raw(self) -> object:
        """Return the value of the member."""
        return str(self.value().value)

    def set_raw(self, raw: object) -> None:
        """Choose the member of that value; one that is no longer known leaves the choice as it is."""
        for member in self._members:
            if member.value == raw:
                self.set_value(member)

    def filled(self) -> int:
        """Count nothing: something is always chosen."""
        return 0

    def _on_index_changed(self) -> None:
        if not self._loading:
            self.chosen.emit(self.value())
            self.edited.emit()
            self.left.emit()


class FlagEditor(Editor):
    """Yes or no; the label of the field stands beside the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QCheckBox()
        self._fill(self._box)

        self._box.clicked.connect(self.edited)

    def bind(self, name: str, words: FieldWords) -> None:
        """Put the label beside the box."""
        super().bind(name, words)
        self._box.setText(words.label)

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return yes or no."""
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Check the box or not."""
        self._box.setChecked(bool(value))

    def raw(self) -> object:
        """Return yes or no."""
        return self._box.isChecked()

    def set_raw(self, raw: object) -> None:
        """Check the box or not."""
        self._box.setChecked(raw is True)

    def filled(self) -> int:
        """Count nothing: the box tells by itself."""
        return 0


class ChoicesEditor(Editor):
    """Several members of an enum, as chips; arrow keys go from chip to chip, Space chooses."""

    def __init__(self, words: Mapping[StrEnum, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[StrEnum, QPushButton] = {}
        layout = FlowLayout(self, spacing=6)
        for member, word in words.items():
            chip = make_button(word, f"chip_{member.value}", kind=CHIP)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._chips else Qt.FocusPolicy.StrongFocus)
            chip.installEventFilter(self)
            layout.addWidget(chip)
            self._chips[member] = chip
            chip.clicked.connect(self.edited)
        self.setFocusProxy(next(iter(self._chips.values())))

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the chosen members in the order of the list."""
        return tuple(member for member, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Choose these members and no others."""
        for member, chip in self._chips.items():
            chip.setChecked(member in value)

    def raw(self) -> object:
        """Return the values of the members."""
        return [str(member.value) for member in self.value()]

    def set_raw(self, raw: object) -> None:
        """Choose the members of these values."""
        chosen = raw if isinstance(raw, list) else []
        for member, chip in self._chips.items():
            chip.setChecked(member.value in chosen)

    def filled(self) -> int:
        """Count the chosen."""
        return len(self.value())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the arrow keys walk over the chips, so that Tab passes them all at once."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
                Qt.Key(event.key())
            )
            if step is not None:
                self._walk(watched, step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.advanced.emit()
                return True
        return False

    def _walk(self, chip: object, step: int) -> None:
        chips = list(self._chips.values())
        here = next(index for index, other in enumerate(chips) if other is chip)
        chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

"""Editor for the papers of an award's dossier: which are there."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import AwardLevel, NomineeType
from ui.widgets.editors.base import Editor


class DossierEditor(Editor):
    """A box for each paper that the deciding level asks for, and for any other that is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: AwardLevel | None = None
        self._nominee: NomineeType | None = None
        self._others: dict[str, bool] = {}
        self._boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in load_awards().dossier_parts:
            box = QCheckBox(part.name.replace("&", "&&"))
            box.setObjectName(f"dossier_{part.key}")
            layout.addWidget(box)
            self._boxes[part.key] = box
            box.clicked.connect(self.edited)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def bind(self, name: str, words: FieldWords) -> None:
        """Name the whole; each box has its own name."""
        self.setObjectName(name)
        self.setAccessibleName(words.label)

    def show_level(self, level: AwardLevel) -> None:
        """Show the papers that this level asks for."""
        self._level = level
        self._show_boxes()

    def show_nominee(self, nominee: NomineeType) -> None:
        """Show the papers that are asked of such a nominee."""
        self._nominee = nominee
        self._show_boxes()

    def value(self) -> dict[str, bool]:
        """Return the papers asked for, there or not, and others that are there."""
        asked = self._asked()
        stated = {key: box.isChecked() for key, box in self._boxes.items() if box.isChecked() or key in asked}
        return self._others | stated if any(stated.values()) or self._others else {}

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Check the papers that are there."""
        self._others = {key: there for key, there in value.items() if key not in self._boxes}
        for key, box in self._boxes.items():
            box.setChecked(bool(value.get(key)))
        self._show_boxes()

    def raw(self) -> object:
        """Return the keys of the papers that are there."""
        return [key for key, box in self._boxes.items() if box.isChecked()]

    def set_raw(self, raw: object) -> None:
        """Check the papers of these keys."""
        keys = raw if isinstance(raw, list) else []
        for key, box in self._boxes.items():
            box.setChecked(key in keys)
        self._show_boxes()

    def filled(self) -> int:
        """Count the papers that are there."""
        return sum(box.isChecked() for box in self._boxes.values())

    def _asked(self) -> set[str]:
        if self._level is None:
            return set(self._boxes)
        return {part.key for part in load_awards().parts_for(self._level, self._nominee)}

    def _show_boxes(self) -> None:
        asked = self._asked()
        for key, box in self._boxes.items():
            box.setVisible(key in asked or box.isChecked())

"""An editor for a record of another register: its name is typed in part and chosen from a list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.editors.text import TextEditor
from ui.widgets.speech import offer_clearing

Find = Callable[[str], Sequence[tuple[str, str]]]
"""Typed text -> (id, name) of the records that hold it."""


class LinkEditor(TextEditor):
    """A line that names a record; what is typed means nothing until a record is chosen."""

    def __init__(self, find: Find, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Build the editor.

        Args:
            find: typed text -> (id, name), the best first.
            name_of: id -> name, "" for a record that is no longer there.
            parent: the owner.
        """
        self._ids: dict[str, str] = {}
        self._find, self._name_of = find, name_of
        super().__init__(self._suggest, parent=parent)
        offer_clearing(self._line)

    def bind(self, name: str, words: FieldWords) -> None:
        """Say in the empty line that a part of the name is enough."""
        super().bind(name, words)
        self._line.setPlaceholderText(words.example or "Gõ một phần tên rồi chọn trong danh sách")

    def value(self) -> Any:  # noqa: ANN401 - see Editor
        """Return the id of the chosen record, "" without one."""
        return self._ids.get(self._line.text().strip(), "")

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - see Editor
        """Show the record of an id; one that is gone is shown as such and kept."""
        name = (self._name_of(value) or "Bản ghi đã xóa") if value else ""
        self._ids = {name: value} if value else {}
        super().set_raw(name)

    def raw(self) -> object:
        """Return the chosen id, and the text while none is chosen."""
        return {"id": self.value(), "text": self._line.text()}

    def set_raw(self, raw: object) -> None:
        """Show again what `raw` returned."""
        if isinstance(raw, dict):
            self.set_value(str(raw.get("id", "")))
            if not raw.get("id"):
                super().set_raw(raw.get("text", ""))

    def problem(self) -> str:
        """Return what to do with a text that names no record."""
        if self._line.text().strip() and not self.value():
            return "Hãy chọn một dòng trong danh sách hiện ra khi gõ, hoặc để trống."
        return ""

    def _suggest(self, typed: str) -> list[str]:
        found: dict[str, str] = {}
        for record_id, name in self._find(typed):
            found[self._own_name(name, record_id, found)] = record_id
        self._ids |= found
        return list(found)

    def _own_name(self, name: str, record_id: str, taken: Mapping[str, str]) -> str:
        """Return the name of a record, with a number where another record has the same name."""
        known = {**self._ids, **taken}
        own, number = name, 1
        while known.get(own, record_id) != record_id:
            number += 1
            own = f"{name} ({number})"
        return own

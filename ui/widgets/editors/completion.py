"""Suggestions below a line: a list to choose from, never text put into the field by itself."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

Suggest = Callable[[str], list[str]]

SEPARATOR = "; "
_MARGINS = 36
_WIDEST = 480


class ListCompleter(QCompleter):
    """Shows what was typed before in this field; the ledger decides what fits, also without accents."""

    def __init__(self, line: QLineEdit, suggest: Suggest, *, parted: bool = False) -> None:
        """Attach to a line.

        Args:
            line: the input.
            suggest: typed text -> suggestions.
            parted: the line holds several entries; only the last one is completed.
        """
        super().__init__(line)
        self._line, self._suggest, self._parted = line, suggest, parted
        self._before = ""
        self._suggestions = QStringListModel(self)
        self.setModel(self._suggestions)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(8)
        self._list = QListView()
        self._list.setProperty("popup", True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setPopup(self._list)
        line.setCompleter(self)

        line.textEdited.connect(self._on_text_edited)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with the chosen entry as its last."""
        chosen = str(self._suggestions.data(index, Qt.ItemDataRole.DisplayRole))
        if not self._parted:
            return chosen
        return "".join(entry + SEPARATOR for entry in _entries(self._before)) + chosen

    def splitPath(self, path: str) -> list[str]:
        """Take the typed text as one piece: it is never compared here."""
        return [path]

    def _on_text_edited(self, text: str) -> None:
        before, _, last = text.rpartition(";") if self._parted else ("", "", text)
        self._before = before
        typed = last.strip()
        known = {entry.casefold() for entry in _entries(before)}
        found = [entry for entry in self._suggest(typed) if entry.casefold() not in known] if typed else []
        self._suggestions.setStringList([] if found == [typed] else found)
        wanted = self._list.sizeHintForColumn(0) + _MARGINS
        self._list.setMinimumWidth(max(self._line.width(), min(wanted, _WIDEST)))


def _entries(text: str) -> list[str]:
    return [entry for entry in map(str.strip, text.split(";")) if entry]


def attach(line: QLineEdit, suggest: Suggest | None, *, parted: bool = False) -> QObject | None:
    """Attach suggestions to a line, if there are any to be had."""
    return ListCompleter(line, suggest, parted=parted) if suggest else None

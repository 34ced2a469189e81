"""Walks through all pages of a window, with every tab of them, once."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget
from pytestqt.qtbot import QtBot

from ui.app import Session, page_entries


def walk(session: Session, qtbot: QtBot) -> Iterator[str]:
    """Show page by page and tab by tab; give the name of what shows."""
    window = session.window
    for entry in page_entries(session.ledger, session.operations):
        window.show_page(entry.key)
        bar = window.current_page().findChild(QTabBar, "page_tabs")
        for part in range(bar.count() if bar else 1):
            if bar:
                bar.setCurrentIndex(part)
            qtbot.waitUntil(lambda: not session.operations.is_reading(), timeout=60_000)
            for tab in _tabs(session):
                QApplication.processEvents()
                yield f"{entry.title} {part + 1}.{tab + 1}"


def _tabs(session: Session) -> Iterator[int]:
    """Go through the tabs of the forms that show."""
    holders = [one for one in session.window.findChildren(QTabWidget) if one.isVisible()]
    for tab in range(max((one.count() for one in holders), default=1)):
        for holder in holders:
            holder.setCurrentIndex(min(tab, holder.count() - 1))
        yield tab

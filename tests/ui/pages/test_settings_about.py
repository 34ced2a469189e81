"""Cài đặt, card Giới thiệu: version, places, help and licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from desktop_app.version import VERSION
from ui.app import Session
from ui.program_folders import program_folders


@pytest.fixture
def opened(monkeypatch):
    kept: list[Path] = []

    def open_url(url: QUrl) -> bool:
        kept.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return kept


@pytest.fixture
def card(session: Session):
    session.window.show_page("settings")
    return session.window.current_page().about.card


def test_it_tells_the_version_and_where_the_files_lie(session: Session, card):
    words = [label.text() for label in card.findChildren(QLabel)]
    assert any(f"Sổ Hàng Việt {VERSION}" in text for text in words)
    assert str(session.ledger.path) in words
    assert str(program_folders().settings) in words


def test_it_stands_on_the_tab_of_the_ledger(session: Session, card):
    page = session.window.current_page()
    assert page.tabs.widget(2).isAncestorOf(card)


def test_its_buttons_open_what_they_say(session: Session, card, opened):
    card.ledger_folder_button.click()
    card.settings_folder_button.click()
    card.contents_button.click()
    card.guide_button.click()
    card.installation_button.click()
    card.licences_button.click()
    names = [path.name for path in opened[2:5]]
    assert opened[:2] == [session.ledger.path.parent, program_folders().settings]
    assert names == ["index.html", "huong_dan_nhanh.html", "cai_dat.html"]
    assert opened[5].name in ("licences", "giay_phep.html")
    assert opened[5].exists()


def test_without_a_program_that_opens_it_the_folder_is_said(session: Session, card, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(session.operations.refused) as refused:
        card.settings_folder_button.click()
    assert str(program_folders().settings.parent) in refused.args[0]
    with qtbot.waitSignal(session.operations.refused) as refused:
        card.guide_button.click()
    assert "huong_dan_nhanh.html" in refused.args[0]

"""Pictures of every page in a real window, on the sample, into out/screenshots.

    python3 build_scripts/screenshots.py               1366 × 768
    python3 build_scripts/screenshots.py --scale 1.25  as on a screen with larger text

Without a screen it starts a virtual one (Debian: apt-get install xvfb).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

import environment

OUT = environment.ROOT / "out" / "screenshots"
NOW = datetime(2023, 11, 22, 8, 30)
WIDTH, HEIGHT = 1366, 728
"""A 1366 × 768 screen less the task bar."""


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Pictures of every page in a real window.")
    parser.add_argument("--scale", default="1", help="factor of the screen's scaling (1, 1.25, 1.5)")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return take()
    environment.prepare(screen=True)
    arguments = [str(environment.PYTHON), str(Path(__file__)), "--inside"]
    settings = os.environ | {"QT_SCALE_FACTOR": options.scale, "PYTHONPATH": str(environment.ROOT)}
    if environment.has_screen():
        return subprocess.run(arguments, env=settings, check=False).returncode
    server = shutil.which("Xvfb")
    if server is None:
        print("There is no screen. Install a virtual one and run this again: apt-get install -y xvfb")
        return 1
    read_end, write_end = os.pipe()
    screen = f"{WIDTH}x768x24" if options.scale == "1" else "1920x1200x24"
    command = [server, "-displayfd", str(write_end), "-screen", "0", screen, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL) as virtual:
        try:
            display = os.read(read_end, 16).decode().strip()
            return subprocess.run(
                arguments, env=settings | {"DISPLAY": f":{display}"}, check=False
            ).returncode
        finally:
            virtual.terminate()


def take() -> int:
    """Walk through the window and keep a picture of each page; runs in the private environment."""
    from desktop_app.ledger import create_sample_ledger
    from ui.app import build_session, make_application, page_entries

    OUT.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    _first_start(application)
    with tempfile.TemporaryDirectory() as folder:
        ledger = create_sample_ledger(Path(folder) / "Sổ mẫu.sohangviet", clock=lambda: NOW.astimezone())
        session = build_session(ledger)
        window = session.window
        window.resize(WIDTH, HEIGHT)
        window.show()
        for place, entry in enumerate(page_entries(ledger, session.operations), 1):
            key = entry.key
            window.show_page(key)
            _settle(application)
            _keep(window, f"{place:02d}_{key}")
            _parts(application, window, f"{place:02d}_{key}")
        _register_details(application, window)
        _other_tabs(application, window)
        window.close()
        session.close()
    print(f"Pictures in {OUT}")
    return 0


def _first_start(application: object) -> None:
    from PySide6.QtWidgets import QLineEdit

    from ui.dialogs.first_start_wizard import FirstStartWizard

    with tempfile.TemporaryDirectory() as folder:
        wizard = FirstStartWizard(lambda: NOW.astimezone(), Path(folder) / "Sổ Hàng Việt")
        wizard.show()
        _settle(application)
        _keep(wizard, "00_first_start_1")
        wizard.welcome.new_button.click()
        wizard.findChild(QLineEdit, "unit_search").setText("ham thuan bac")
        for place in (2, 3, 4):
            _settle(application)
            _keep(wizard, f"00_first_start_{place}")
            wizard.next_button.click()
        wizard.close()


def _parts(application: object, window: object, name: str) -> None:
    """Keep a picture of each further tab of a page of several lists."""
    from PySide6.QtWidgets import QTabBar

    bar = window.current_page().findChild(QTabBar, "page_tabs")
    for place in range(1, bar.count() if bar else 1):
        bar.setCurrentIndex(place)
        _settle(application)
        _keep(window, f"{name}_{place + 1}")


def _other_tabs(application: object, window: object) -> None:
    from PySide6.QtWidgets import QTabWidget

    window.show_page("settings")
    tabs = window.page("settings").findChild(QTabWidget)
    for place in range(1, tabs.count()):
        tabs.setCurrentIndex(place)
        _settle(application)
        _keep(window, f"settings_{place + 1}")


def _register_details(application: object, window: object) -> None:
    from PySide6.QtWidgets import QTableView, QTabWidget

    for key in ("activities", "awards"):
        window.show_page(key)
        page = window.page(key)
        table = page.findChild(QTableView)
        table.selectRow(2)
        _settle(application)
        tabs = page.findChild(QTabWidget)
        for place in range(tabs.count() if tabs else 0):
            tabs.setCurrentIndex(place)
            _settle(application)
            _keep(window, f"{key}_form_{place + 1}")


def _settle(application: object) -> None:
    """Let the window paint; pictures have no deadline, so a short fixed time is enough."""
    ends = time.monotonic() + 0.4
    while time.monotonic() < ends:
        application.processEvents()


def _keep(window: object, name: str) -> None:
    path = OUT / f"{name}.png"
    window.screen().grabWindow(window.winId()).save(str(path))
    print(f"  {path}")


if __name__ == "__main__":
    sys.exit(main())

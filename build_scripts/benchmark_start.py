"""The start of the program: from process start to the first painted window, in turn with an empty PySide6 window."""

import dataclasses
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

STARTS = 11


@dataclasses.dataclass(frozen=True)
class Figure:
    """One measured figure: what, the measured text, the cap as text, whether it is reached."""

    what: str
    measured: str
    cap: str
    reached: bool


def start(folder: Path) -> Figure:
    """Time from process start to the first painted window, in turn with an empty PySide6 window."""
    from desktop_app.ledger import create_sample_ledger

    path = folder / "start.sohangviet"
    create_sample_ledger(path).close()
    empty, ours = [], []
    for turn in range(STARTS + 1):  # the first turn warms the file cache
        times = _painted(EMPTY_WINDOW), _painted(OUR_WINDOW, str(path))
        if turn:
            empty.append(times[0])
            ours.append(times[1])
    ratio = median(ours) / median(empty)
    text = f"{ratio:.2f} × ({median(ours) * 1000:.0f} ms against {median(empty) * 1000:.0f} ms)"
    return Figure(
        "start to first painted window, against an empty PySide6 window", text, "≤ 2.5 ×", ratio <= 2.5
    )


REPORT_FIRST_PAINT = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.time() - float(os.environ["STARTED"]), flush=True)
            os._exit(0)
        return False
watcher = Watcher()
def watch(window):
    window.centralWidget().installEventFilter(watcher)
    window.show()
    QApplication.instance().exec()
"""
EMPTY_WINDOW = f"""{REPORT_FIRST_PAINT}
from PySide6.QtWidgets import QMainWindow, QTableView
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableView())
watch(window)
"""
OUR_WINDOW = f"""
from pathlib import Path
from ui.app import build_session, make_application
from desktop_app.ledger import open_ledger
{REPORT_FIRST_PAINT}
application = make_application([])
session = build_session(open_ledger(Path(sys.argv[1])))
watch(session.window)
"""


def _painted(code: str, *arguments: str) -> float:
    """Return the seconds from starting a process to the first paint of its window."""
    settings = os.environ | {"STARTED": str(time.time())}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=settings,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return float(done.stdout.split()[-1])

"""Proves starting: how long it takes, a second start, a double click on a ledger, the program's own test."""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from packing import names as known

from wine import links
from wine.proof_desk import Desk
from wine.proof_job import MAIN, await_state
from wine.proof_record import check

_FEWEST, _MOST = 5, 20
"""Starts after one that warms up. The quickest counts: whatever else this computer does only makes a start slower; so
more are made as long as none is quick enough."""

_COLOURS = 12
"""A painted page has more colours than this in the middle of the screen; an empty window has one or two."""

_EMPTY_TITLE = "Trống"
_EMPTY = f"""
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["empty"])
window = QWidget()
window.setWindowTitle("{_EMPTY_TITLE}")
window.showMaximized()
application.exec()
"""
"""What a start cannot be quicker than: Python, Qt, a window with nothing in it."""


@dataclass(frozen=True)
class StartTimes:
    """How long a warm start takes, in seconds from the start of the process.

    Attributes:
        shown: Until the program's window stands on the screen.
        painted: Until its first page is painted.
        empty: Until an empty window of Python and Qt stands on the screen, measured in turn with the others.
    """

    shown: float
    painted: float
    empty: float


def measure(desk: Desk, exe: Path, enough: float) -> StartTimes:
    """Start the program with its last ledger, and an empty window, in turn; Wine's server runs all the while.

    Args:
        desk: Where nothing is open.
        exe: The program.
        enough: Seconds; when a start has taken no longer, it is not measured on and on.
    """
    desk.screen.xdotool("mousemove", "0", "0")  # The pointer has colours, too.
    # As long as it runs, Wine's server does.
    keeper = desk.prefix.start([str(desk.python), "-c", "import time; time.sleep(3600)"], desk.screen)
    program: list[tuple[float, float]] = []
    empty: list[tuple[float, float]] = []
    while len(program) <= _FEWEST or (len(program) <= _MOST and min(program[1:])[0] > enough):
        program.append(_start(desk, [str(exe)], MAIN, _COLOURS))
        empty.append(_start(desk, [str(desk.python), "-X", "utf8", "-c", _EMPTY], _EMPTY_TITLE, 0))
    keeper.stop()
    shown, painted = (min(times) for times in zip(*program[1:], strict=True))
    return StartTimes(shown, painted, min(times[0] for times in empty[1:]))


def _start(desk: Desk, command: list[str], title: str, colours: int) -> tuple[float, float]:
    """Return when a window was seen, and when the middle of the screen had more colours; close it."""
    bare = desk.screen.colours()
    check(len(bare) == 1, "nothing else is on the screen")
    begin = time.monotonic()
    running = desk.prefix.start(command, desk.screen)
    # The screen's memory is read, no program asked: that would take time from the one that starts.
    shown = await_state(lambda: desk.screen.colours() != bare, "a window is seen") - begin
    painted = await_state(lambda: len(desk.screen.colours()) > colours, "it is painted") - begin
    desk.screen.bring_forward(desk.screen.wait_for(title, 60))
    desk.keys("alt+F4")
    running.wait(60)
    await_state(lambda: desk.screen.colours() == bare, "the screen is empty")
    return shown, painted


def second_start(desk: Desk, exe: Path) -> None:
    """Start the program while its window is minimised: the window comes forward, no second one opens.

    Raises:
        ProofError: It does not.
    """
    first = desk.screen.wait_for(MAIN, 60)
    desk.screen.xdotool("windowminimize", str(first.number))
    await_state(lambda: not desk.screen.windows(MAIN), "the window is minimised")
    code, output = desk.prefix.run([str(exe)], desk.screen, timeout=60)
    check(code == 0, f"the second start ends by itself: {code} {output[-500:]}")
    await_state(lambda: MAIN in desk.screen.active(), "the first window comes forward")
    check(len(desk.screen.windows(MAIN)) == 1, "there is one window")
    desk.picture("second_start_brings_the_window_forward")


def double_click(desk: Desk, ledger: Path) -> None:
    r"""Open a ledger as the Explorer does.

    Windows looks for file types in HKCU\Software\Classes and in HKLM\Software\Classes, Wine 10 in the second only: what
    the installer has written for the user is copied there as long as it is needed.

    Raises:
        ProofError: Windows knows no program for it.
        TimeoutError: No window came.
    """
    kinds = (known.LEDGER_SUFFIX, known.LEDGER_TYPE)
    for kind in kinds:
        own, common = rf"HKCU\Software\Classes\{kind}", rf"HKLM\Software\Classes\{kind}"
        check(desk.prefix.run(["reg", "copy", own, common, "/s", "/f"]).code == 0, f"{own} is there")
    desk.open(ledger)
    desk.screen.wait_for(MAIN, 60)
    desk.find("Tổng quan", "text", MAIN)
    for kind in kinds:
        desk.prefix.run(["reg", "delete", rf"HKLM\Software\Classes\{kind}", "/f"])


def start_by_link(desk: Desk, link: Path, title: str) -> None:
    """Start the program by a link of the installer, as the Start menu does; see `links` for what Wine lacks.

    Raises:
        TimeoutError: No window with that title came.
    """
    followed = desk.prefix.home / link.name
    followed.write_bytes(links.without_code_page(link.read_bytes()))
    desk.open(followed)
    desk.screen.wait_for(title, 60)
    followed.unlink()


def self_test(desk: Desk, exe: Path, folder: Path) -> int:
    """Let the installed program test itself; return how many checks it made.

    Raises:
        ProofError: A check failed; it is named.
    """
    folder.mkdir(parents=True, exist_ok=True)
    code, output = desk.prefix.run(
        [str(exe), "--self-test", desk.prefix.windows(folder)], desk.screen, timeout=600
    )
    result = folder / "result.json"
    check(result.is_file(), f"the self-test tells its result: {code} {output[-2000:]}")
    told = json.loads(result.read_text(encoding="utf-8"))
    failed = [f"{one['name']}: {one['detail']}" for one in told["checks"] if not one["ok"]]
    check(code == 0 and told["ok"] and told["frozen"], f"the self-test holds: {code} {failed}")
    return len(told["checks"])

"""Proves starting: how long it takes, a second start, a double click on a ledger, the program's own test."""

import json
import time
from pathlib import Path

from packing import names as known

from wine import links
from wine.proof_desk import Desk
from wine.proof_job import MAIN, await_state, close
from wine.proof_record import check

_STARTS = 4
"""The first one warms up; the last one counts."""

_COLOURS = 12
"""A painted page has more colours than this in the middle of the screen; an empty window has one or two."""


def measure(desk: Desk, exe: Path) -> tuple[list[float], list[float]]:
    """Start the program several times with its last ledger, Wine's server running all the while.

    Returns:
        Seconds from the start of the process until its window stands on the screen, and until its content is painted;
        without the first start.
    """
    keeper = desk.prefix.start(["cmd", "/c", "pause"], desk.screen)  # As long as it runs, Wine's server does.
    shown, painted = [], []
    for _ in range(_STARTS):
        begin = time.monotonic()
        desk.prefix.start([str(exe)], desk.screen)
        # The screen's memory is read, no program asked: that would take time from the one that starts.
        shown.append(await_state(lambda: desk.screen.colours() > 1, "a window is seen") - begin)
        painted.append(await_state(lambda: desk.screen.colours() > _COLOURS, "it is painted") - begin)
        desk.find("Tổng quan", "text", MAIN)
        close(desk)
        await_state(lambda: desk.screen.colours() == 1, "the screen is empty")
    keeper.stop()
    return shown[1:], painted[1:]


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

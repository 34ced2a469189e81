"""A screen that nobody sees: an X server and a window manager, windows found and pictured, keys and clicks sent."""

import re
import struct
import tempfile
import time
import typing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

if typing.TYPE_CHECKING:
    from wine.machine import Machine, Result, Running

_STEP = 0.05
"""Seconds between two looks at the screen."""


_NUMBER = re.compile(r"^\d+$", re.MULTILINE)
"""The line in which the X server tells its number."""


@dataclass(frozen=True)
class Window:
    """A visible window: its number, title, and where its inside stands on the screen, in pixels."""

    number: int
    title: str
    x: int
    y: int
    width: int
    height: int


class Screen:
    """One screen; made by `Machine.screen`, used in a `with`.

    Attributes:
        display: What stands in DISPLAY, such as ":0".
        size: Width and height in pixels.
    """

    def __init__(self, machine: "Machine", size: tuple[int, int]) -> None:
        self._machine = machine
        self._started: list[Running] = []
        self.size = size
        self.display = ""

    def __enter__(self) -> "Screen":
        """Start it.

        Raises:
            SystemExit: The X server does not start.
        """
        width, height = self.size
        tmp = self._machine.seen_from_outside("/tmp")  # Goes with the room, however that ends.
        self._memory = Path(tempfile.mkdtemp(prefix="screen-", dir=tmp))
        server = self._machine.start(
            [
                *("Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"),
                *("-fbdir", f"/tmp/{self._memory.name}"),
            ]
        )
        self._started.append(server)
        # It grumbles first about a number that an earlier screen of this room has left taken.
        if not self._until(lambda: _NUMBER.search(server.output), 30):
            raise SystemExit(f"The X server did not start: {server.output}")
        self.display = f":{_NUMBER.findall(server.output)[0]}"
        self._started.append(self.start("openbox"))
        self._until(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").output, 30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for started in reversed(self._started):
            started.stop()

    def run(self, *command: str, timeout: float = 30) -> "Result":
        """Run a program of Linux on this screen, such as xdotool, to its end."""
        return self._machine.run(command, {"DISPLAY": self.display}, timeout)

    def start(self, *command: str) -> "Running":
        """Start a program of Linux on this screen."""
        return self._machine.start(command, {"DISPLAY": self.display})

    def colours(self) -> set[bytes]:
        """Return the colours of a grid of points in the middle of the screen: a single one when nothing is there.

        It reads the memory of the screen, which takes less than a millisecond and no time of the programs shown.
        """
        content = (self._memory / "Xvfb_screen0").read_bytes()
        # X Window Dump, version 7: 32-bit numbers, the larger byte first; then the colour table, then the lines.
        head = struct.unpack(">25I", content[:100])
        start, line = head[0] + head[19] * 12, head[12]
        width, height = self.size
        columns = range(width // 6, width * 7 // 8, 11)
        starts = [start + y * line for y in range(height // 8, height * 7 // 8, 7)]
        return {content[one + x * 4 : one + x * 4 + 3] for one in starts for x in columns}

    def xdotool(self, *words: str, timeout: float = 60) -> str:
        """Run xdotool and return what it prints.

        Raises:
            RuntimeError: It failed.
        """
        code, output = self.run("xdotool", *words, timeout=timeout)
        if code:
            raise RuntimeError(f"xdotool {' '.join(words)}: {output.strip() or code}")
        return output

    def key(self, *keys: str) -> None:
        """Press keys in turn, such as "ctrl+s", "Tab", "Return", in the window that has the focus."""
        self.xdotool("key", "--clearmodifiers", *keys)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a point of the screen."""
        self.xdotool("mousemove", str(x), str(y), "click", str(button))

    def windows(self, title: str = "") -> list[Window]:
        """Return the visible windows whose title holds the regular expression `title`."""
        code, output = self.run("xdotool", "search", "--onlyvisible", "--name", title or ".")
        found = []
        for number in output.split() if code == 0 else []:
            known = self.run("xwininfo", "-id", number)
            name = self.run("xdotool", "getwindowname", number)
            if known.code == name.code == 0:  # It may have been closed in the meantime.
                found.append(read_window(int(number), name.output.rstrip("\n"), known.output))
        return [window for window in found if re.search(title, window.title)]

    def wait_for(self, title: str, seconds: float) -> Window:
        """Wait until a window with such a title is seen; return it.

        Raises:
            TimeoutError: There was none; the titles that are to be seen are named.
        """
        seen: list[Window] = []

        def look() -> bool:
            seen[:] = self.windows(title)
            return bool(seen)

        if not self._until(look, seconds):
            titles = ", ".join(repr(window.title) for window in self.windows()) or "nothing"
            raise TimeoutError(f"no window {title!r} after {seconds:.0f} s; to be seen: {titles}")
        return seen[0]

    def wait_until_gone(self, title: str, seconds: float) -> None:
        """Wait until no window with such a title is seen.

        Raises:
            TimeoutError: It is still there.
        """
        if not self._until(lambda: not self.windows(title), seconds):
            raise TimeoutError(f"the window {title!r} is still there after {seconds:.0f} s")

    def bring_forward(self, window: Window) -> None:
        """Give a window the focus and put it above the others."""
        self.xdotool("windowactivate", "--sync", str(window.number))

    def active(self) -> str:
        """Return the title of the window that has the focus; "" when none has."""
        code, output = self.run("xdotool", "getactivewindow", "getwindowname")
        return output.rstrip("\n") if code == 0 else ""

    def picture(self, path: Path) -> Path:
        """Write what is to be seen into a PNG file; return its path."""
        shot = self.start("import", "-silent", "-window", "root", "png:-")
        code, output = shot.wait(60)
        if code:
            raise RuntimeError(f"no picture: {output}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shot.raw)
        return path

    @staticmethod
    def _until(state: typing.Callable[[], object], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not state():
            if time.monotonic() > end:
                return False
            time.sleep(_STEP)
        return True


def read_window(number: int, title: str, answer: str) -> Window:
    """Return the window that xwininfo has told about."""

    def value(name: str) -> int:
        found = re.search(rf"{name}:\s+(-?\d+)", answer)
        return int(found[1]) if found else 0

    return Window(
        number,
        title,
        x=value("Absolute upper-left X"),
        y=value("Absolute upper-left Y"),
        width=value("Width"),
        height=value("Height"),
    )

"""A person at the proof's Windows: sees controls as a screen reader does, clicks, types Vietnamese, takes pictures."""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wine.machine import Machine
from wine.prefix import Prefix
from wine.screen import Screen

AGENT = Path(__file__).with_name("proof_agent.py")
_WAIT = 120.0
_WHEEL_DOWN = 5
_SCROLLS = 12
_MARGIN = 60
"""Pixels at the lower edge of the screen where the status line and buttons lie over what is scrolled."""


@dataclass(frozen=True)
class Element:
    """A control as screen readers know it: its kind, name and place on the screen in pixels."""

    kind: str
    name: str
    left: int
    top: int
    right: int
    bottom: int

    @property
    def centre(self) -> tuple[int, int]:
        """Return the point to click at."""
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


class Desk:
    """One Windows with its screen.

    Attributes:
        prefix: The Windows.
        screen: What is seen.
        python: The Python of Windows, which has the program's libraries.
    """

    def __init__(
        self, machine: Machine, prefix: Prefix, screen: Screen, python: Path, pictures: Path
    ) -> None:
        self.prefix = prefix
        self.screen = screen
        self.python = python
        self._pictures = pictures
        self._taken = 0
        self._known: list[Element] = []
        # The room sees the work folder only, not the project.
        self._agent = Path(shutil.copy(AGENT, machine.work / AGENT.name))

    def look(
        self, title: str = "", until: str = "", seconds: float = _WAIT, *, deep: bool = False
    ) -> list[Element]:
        """Return the elements of the first window with `title` in its title, once one is called `until…`.

        What was seen is remembered until something else than a field or a tab is clicked, or a key but Tab pressed.

        Raises:
            RuntimeError: No such window or element came in that time.
        """
        self._known = self._see(title, until, seconds, "--whole", *(["--deep"] if deep else []))
        return self._known

    def find(
        self, name: str, kind: str = "", title: str = "", seconds: float = _WAIT, *, deep: bool = False
    ) -> Element:
        """Return the first element whose name begins with `name`, of that kind if one is given.

        Raises:
            RuntimeError: There is none.
        """
        seen = self._see(title, name, seconds, "--kind", kind, *(["--deep"] if deep else []))
        found = among(seen, name, kind)
        if found is None:
            names = [(one.kind, one.name) for one in seen if one.name]
            raise RuntimeError(f"no {kind} {name!r}; seen: {names}")
        return found

    def click(self, name: str, kind: str = "", title: str = "", *, deep: bool = False) -> None:
        """Click at an element, scrolled into sight if need be."""
        self._click_at(self._in_sight(name, kind, title, deep=deep))
        if kind != "tab item":
            self._known = []

    def fill(self, name: str, text: str, title: str = "") -> None:
        """Click into a field, select what stands there, and type."""
        self._click_at(self._in_sight(name, "edit", title))
        self.screen.key("ctrl+a")
        self.type(text)

    def choose(self, name: str, place: int, title: str = "") -> None:
        """Open a closed list by a click and take the entry at a place, counted from 0, by keys."""
        self._click_at(self._in_sight(name, "combo", title))
        self.screen.key("Home", *["Down"] * place, "Return")

    def type(self, text: str) -> None:
        """Type into what has the focus: plain letters by the keyboard, others as Unikey sends them."""
        if text.isascii():
            self.screen.xdotool("type", "--delay", "15", "--", text)
        else:
            self._ask(["type", text], _WAIT)

    def open(self, file: Path) -> None:
        """Open a file or a link as a double click does."""
        self._ask(["open", self.prefix.windows(file)], _WAIT)

    def paste(self, text: str) -> None:
        """Put a text into the clipboard from another program, and paste it."""
        file = self._agent.with_name("clipboard.txt")
        file.write_text(text, encoding="utf-8")
        clipboard = ("xclip", "-selection", "clipboard")
        self.screen.start(
            *clipboard, "-quiet", str(file)
        )  # It gives the text to whoever pastes, until others copy.
        while self.screen.run(*clipboard, "-out").output != text:
            pass
        self.screen.key("ctrl+v")

    def keys(self, *keys: str) -> None:
        """Press keys in turn."""
        self.screen.key(*keys)
        if set(keys) != {"Tab"}:
            self._known = []

    def picture(self, name: str) -> Path:
        """Keep what is to be seen, once it stands still, under a number and a name."""
        self._taken += 1
        return self.still(self._pictures / f"{self._taken:02d}_{name}.png")

    def still(self, path: Path) -> Path:
        """Write the picture of the screen as soon as two in a row are the same, a blinking cursor aside."""
        before = b""
        for _ in range(20):
            now = self.screen.picture(path).read_bytes()
            if now == before:
                break
            before = now
        return path

    def _in_sight(self, name: str, kind: str, title: str, *, deep: bool = False) -> Element:
        element = among(self._known, name, kind) or self.find(name, kind, title, deep=deep)
        for _ in range(_SCROLLS):
            if element.bottom <= self.screen.size[1] - _MARGIN:
                break
            self.screen.click(element.centre[0], self.screen.size[1] // 2, _WHEEL_DOWN)
            self._known = []
            element = self.find(name, kind, title, deep=deep)
        return element

    def _see(self, title: str, until: str, seconds: float, *more: str) -> list[Element]:
        words = ["look", title, "--until", until, "--seconds", str(seconds), *more]
        return [Element(*json.loads(line)) for line in self._ask(words, seconds + _WAIT).splitlines()]

    def _click_at(self, element: Element) -> None:
        self.screen.click(*element.centre)

    def _ask(self, words: Sequence[str], timeout: float) -> str:
        command = [str(self.python), "-X", "utf8", self.prefix.windows(self._agent), *words]
        code, output = self.prefix.run(command, self.screen, timeout=timeout)
        if code:
            raise RuntimeError(re.sub(r"\s+", " ", output).strip() or f"the agent ended with {code}")
        return output


def among(elements: Sequence[Element], name: str, kind: str) -> Element | None:
    """Return the first element whose name begins with `name`, of that kind unless it is ""."""
    return next((one for one in elements if one.name.startswith(name) and kind in ("", one.kind)), None)

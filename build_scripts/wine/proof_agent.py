"""Runs in the Windows of the proof: tells what a screen reader would read of a window, and types as Unikey does.

    python proof_agent.py look [TITLE] [--until NAME] [--kind KIND] [--whole] [--seconds N] [--deep]
        prints the elements as JSON, one a line
    python proof_agent.py open PATH
        opens a file as a double click does
    python proof_agent.py type TEXT
        types into the window that has the focus

The tree is the one that Qt gives to screen readers (UI Automation), so the program needs no help for tests in it, and
a control without a name cannot be found by the proof either. Letters are sent as Unikey sends them: as characters,
whatever the keyboard has. Only the standard library of Python, since nothing else is there.
"""

import argparse
import ctypes
import json
import os
import sys
import time
from ctypes import wintypes
from typing import NamedTuple

KINDS = {
    50000: "button", 50002: "check", 50003: "combo", 50004: "edit", 50005: "link", 50007: "item", 50008: "list",
    50011: "menu item", 50013: "radio", 50014: "scroll bar", 50016: "spinner", 50018: "tab", 50019: "tab item",
    50020: "text", 50024: "tree item", 50025: "custom", 50026: "group", 50028: "grid", 50029: "data", 50030: "document",
    50032: "window", 50033: "pane", 50034: "header", 50035: "header item", 50036: "table",
}  # fmt: skip
_OPEN = {"custom", "group", "pane", "window", "tab", "spinner"}
"""Kinds whose inside is looked at; lists and tables are too when `--deep` is given."""

_CHILDREN = 2
_NULL_MESSAGE, _GET_TEXT = 0, 0x000D
_ABORT_IF_HUNG = 2
_KEYBOARD, _UNICODE, _KEY_UP = 1, 4, 2

ole = ctypes.OleDLL("ole32") if sys.platform == "win32" else None
user = ctypes.WinDLL("user32") if sys.platform == "win32" else None


class _Guid(ctypes.Structure):
    _fields_ = (("bytes", ctypes.c_ubyte * 16),)


class _Key(ctypes.Structure):
    _fields_ = (
        ("virtual", wintypes.WORD),
        ("scan", wintypes.WORD),
        ("flags", wintypes.DWORD),
        ("time", wintypes.DWORD),
        ("extra", ctypes.c_size_t),
    )


class _Input(ctypes.Structure):
    _fields_ = (("kind", wintypes.DWORD), ("key", _Key), ("rest", ctypes.c_ubyte * 8))


class Goal(NamedTuple):
    """The element that is looked for: what its name begins with, its kind ("": any), and whether to go on after it."""

    name: str
    kind: str
    whole: bool

    def met(self, element: list[object]) -> bool:
        """Tell whether it is this one."""
        return str(element[1]).startswith(self.name) and self.kind in ("", element[0])

    def ends(self, element: list[object]) -> bool:
        """Tell whether no more need be read after this one."""
        return bool(self.name) and not self.whole and self.met(element)


class Reader:
    """Reads the elements of a window."""

    def __init__(self) -> None:
        ole.CoInitializeEx(None, 0)
        self._automation = ctypes.c_void_p()
        ole.CoCreateInstance(
            _guid("{ff48dba4-60ef-4201-aa87-54103eef594e}"),
            None,
            1,
            _guid("{30cbe57d-d9d0-452a-ab13-7ac5ac4825ee}"),
            ctypes.byref(self._automation),
        )
        self._all = _result(self._automation, 21)

    def elements(self, handle: int, goal: "Goal", *, deep: bool) -> list[list[object]]:
        """Return kind, name, left, top, right, bottom of each element of a window.

        Args:
            handle: The window.
            goal: The element after which no more are read.
            deep: Look into lists and tables too.
        """
        found: list[list[object]] = []
        window = _result(self._automation, 6, ctypes.c_void_p(handle))
        self._walk(window, found, goal, deep=deep)
        return found + own_controls(handle)

    def _walk(self, element: ctypes.c_void_p, found: list[list[object]], goal: "Goal", *, deep: bool) -> None:
        number = ctypes.c_int()
        _call(element, 21, ctypes.byref(number))
        kind = KINDS.get(number.value, str(number.value))
        place = wintypes.RECT()
        _call(element, 43, ctypes.byref(place))
        found.append([kind, _text(element, 23), place.left, place.top, place.right, place.bottom])
        if kind not in _OPEN and not (deep and kind in ("list", "table", "grid", "tree item")):
            return
        for child in self._children(element):
            try:
                if not goal.ends(found[-1]):
                    self._walk(child, found, goal, deep=deep)
            except OSError:
                continue  # It went while it was read.
            finally:
                _release(child)

    def _children(self, element: ctypes.c_void_p) -> list[ctypes.c_void_p]:
        several = _result(element, 6, ctypes.c_int(_CHILDREN), self._all)
        if not several:
            return []
        count = ctypes.c_int()
        _call(several, 3, ctypes.byref(count))
        children = [_result(several, 4, ctypes.c_int(place)) for place in range(count.value)]
        _release(several)
        return children


def _guid(text: str) -> object:
    guid = _Guid()
    ole.CLSIDFromString(text, ctypes.byref(guid))
    return ctypes.byref(guid)


def _call(thing: ctypes.c_void_p, place: int, *arguments: object) -> None:
    """Call the method at a place of the table of a COM object.

    Raises:
        OSError: It failed – or the element has gone in the meantime.
    """
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [
        ctypes.c_void_p if not isinstance(one, ctypes.c_int) else ctypes.c_int for one in arguments
    ]  # Everything but numbers is handed over by its address.
    words = [
        ctypes.cast(one, ctypes.c_void_p) if not isinstance(one, ctypes.c_int | ctypes.c_void_p) else one
        for one in arguments
    ]
    method = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place])
    code = method(thing, *words)
    if code < 0:
        raise OSError(f"method {place}: {code & 0xFFFFFFFF:x}")


def _release(thing: ctypes.c_void_p) -> None:
    """Say that an object is needed no more: the program that is read keeps it until then."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)(table[2])(thing)


def _result(thing: ctypes.c_void_p, place: int, *arguments: object) -> ctypes.c_void_p:
    result = ctypes.c_void_p()
    _call(thing, place, *arguments, ctypes.byref(result))
    return result


def _text(element: ctypes.c_void_p, place: int) -> str:
    text = _result(element, place)
    if not text:
        return ""
    words = ctypes.wstring_at(text.value)
    ctypes.WinDLL("oleaut32").SysFreeString(text)
    return words


def windows() -> dict[int, str]:
    """Return the visible top windows: handle -> title."""
    found: dict[int, str] = {}

    @ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    def see(handle: int, _more: int) -> int:
        title = ctypes.create_unicode_buffer(500)
        user.GetWindowTextW(wintypes.HWND(handle), title, 500)
        if user.IsWindowVisible(wintypes.HWND(handle)) and title.value:
            found[handle] = title.value
        return 1

    user.EnumWindows(see, 0)
    return found


def own_controls(handle: int) -> list[list[object]]:
    """Return the controls that Windows itself draws, in installers and file dialogs; Wine's UI Automation has none."""
    found: list[list[object]] = []

    @ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    def see(child: int, _more: int) -> int:
        one = wintypes.HWND(child)
        kind, words = ctypes.create_unicode_buffer(100), ctypes.create_unicode_buffer(2000)
        user.GetClassNameW(one, kind, 100)
        user.SendMessageW(one, _GET_TEXT, 2000, words)
        place = wintypes.RECT()
        user.GetWindowRect(one, ctypes.byref(place))
        if user.IsWindowVisible(one) and user.IsWindowEnabled(one) and words.value:
            name = words.value.replace("&", "")
            found.append([kind.value.lower(), name, place.left, place.top, place.right, place.bottom])
        return 1

    user.EnumChildWindows(wintypes.HWND(handle), see, 0)
    return found


def look(title: str, goal: Goal, seconds: float, *, deep: bool) -> list[list[object]]:
    """Return the elements of the first window with `title` in its title, once the one that is meant is there.

    Raises:
        SystemExit: No such window or element in that time; what there was is told.
    """
    reader = Reader()
    end = time.monotonic() + seconds
    found: list[list[object]] = []
    while True:
        handle = next((one for one, name in windows().items() if title in name), 0)
        try:
            found = reader.elements(handle, goal, deep=deep) if handle else []
        except OSError:
            found = []  # The window was changing: look again.
        if found and (not goal.name or any(goal.met(one) for one in found)):
            return found
        if time.monotonic() > end:
            names = [one[1] for one in found if one[1]]
            sys.exit(
                f"no {goal.kind} {goal.name!r} in {title!r}; windows: {list(windows().values())}; elements: {names}"
            )


def type_text(text: str) -> None:
    """Send characters to the window that has the focus, each when the one before was worked off."""
    handle = wintypes.HWND(user.GetForegroundWindow())
    units = text.encode("utf-16-le")
    for place in range(0, len(units), 2):
        code = int.from_bytes(units[place : place + 2], "little")
        for flags in (_UNICODE, _UNICODE | _KEY_UP):
            sent = _Input(_KEYBOARD, _Key(scan=code, flags=flags))
            if user.SendInput(1, ctypes.byref(sent), ctypes.sizeof(_Input)) != 1:
                sys.exit(f"Windows did not take the letter {chr(code)!r}")
        _wait_for(handle)


def _wait_for(handle: wintypes.HWND) -> None:
    """Wait until the window's program has read what was sent before: it answers between two messages only."""
    answer = ctypes.c_size_t()
    for _ in range(3):
        user.SendMessageTimeoutW(
            handle, _NULL_MESSAGE, None, None, _ABORT_IF_HUNG, 20_000, ctypes.byref(answer)
        )


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("action", choices=("look", "open", "type"))
    parser.add_argument("text", nargs="?", default="")
    parser.add_argument("--until", default="")
    parser.add_argument("--kind", default="")
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("--whole", action="store_true")
    wishes = parser.parse_args()
    if wishes.action == "type":
        type_text(wishes.text)
        return
    if wishes.action == "open":
        os.startfile(wishes.text)
        return
    goal = Goal(wishes.until, wishes.kind, wishes.whole)
    for element in look(wishes.text, goal, wishes.seconds, deep=wishes.deep):
        print(json.dumps(element, ensure_ascii=False))


if __name__ == "__main__":
    main()

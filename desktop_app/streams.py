"""Standard streams that can always be written: Vietnamese anywhere, and something even where there are none.

A program without a console (pythonw, the built program) begins with `sys.stdout` and `sys.stderr` None.
"""

import os
import sys
from typing import TextIO

_PARENT_PROCESS = -1
"""ATTACH_PARENT_PROCESS of AttachConsole in the Windows API."""


def prepare_streams(*, for_command: bool) -> None:
    """Let every stream take Vietnamese letters, and open those that are missing.

    Args:
        for_command: what is printed is to be read; on Windows it goes to the console from which the program was
            started, if there is one. Otherwise nobody waits for it.
    """
    missing = [name for name in ("stdin", "stdout", "stderr") if getattr(sys, name) is None]
    has_console = bool(missing) and for_command and _attach_console()
    for name in missing:
        setattr(sys, name, _opened(name, has_console=has_console))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _opened(name: str, *, has_console: bool) -> TextIO:
    if name == "stdin":
        return open("CONIN$" if has_console else os.devnull, encoding="utf-8")
    return open("CONOUT$" if has_console else os.devnull, "w", encoding="utf-8")


def _attach_console() -> bool:
    """Join the console of the program that started this one; say whether there is one."""
    has_console = False
    if sys.platform == "win32":
        # Imported only here: no start of the window needs it.
        import ctypes

        has_console = bool(ctypes.windll.kernel32.AttachConsole(_PARENT_PROCESS))
    return has_console

"""Tells the installer that the program is running, so that it asks to close it before it replaces the files."""

import sys

NAME = r"Local\SoHangViet.running"
"""The mutex; build_scripts/packing/names.py has the same name for installer and uninstaller."""


def hold_running_mark() -> None:
    """Hold the named mutex until this process ends; Windows gives it back by itself. Elsewhere there is none."""
    if sys.platform == "win32":
        # Imported only here: nothing else of a start needs it.
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, NAME)

"""`python -m desktop_app`: a command when one is named, else the window."""

import os
import sys

from desktop_app.opened_files import names_a_file
from desktop_app.running_mark import hold_running_mark
from desktop_app.streams import prepare_streams

WINDOW_OPTIONS = ("--open", "--data-dir", "-platform", "--platform")
"""What the window takes, with a file of the program; every other first word is for the command line."""

SELF_TEST = "--self-test"
"""The build runs the built program with it, and so can anybody who doubts an installation."""


def main(arguments: list[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    hold_running_mark()
    opens_window = _opens_window(arguments)
    prepare_streams(for_command=not opens_window)
    if opens_window:
        # Imported only here: commands work without a screen and without Qt.
        from ui.app import main as open_window

        return open_window(arguments)
    if arguments[0] == SELF_TEST:
        return _test_itself(arguments[1:])
    from desktop_app.commands.main import main as run_command

    run_command(arguments, prog_name=_name())
    return 0


def _test_itself(arguments: list[str]) -> int:
    from desktop_app.commands.self_test import Checks
    from desktop_app.commands.self_test import main as test_itself

    # Imported only in these: whatever is missing, of Qt or of the libraries, is then a result of the test.
    def core() -> Checks:
        from desktop_app.commands.self_test_core import checks

        return checks

    def window() -> Checks:
        from ui.self_test import checks

        return checks

    return test_itself(arguments, {"core": core, "window": window})


def _name() -> str:
    """Return what is typed to start this program, for the lines that tell how a command is used."""
    return os.path.basename(sys.executable) if getattr(sys, "frozen", False) else "python -m desktop_app"


def _opens_window(arguments: list[str]) -> bool:
    if not arguments:
        return True
    first = arguments[0]
    return first.partition("=")[0] in WINDOW_OPTIONS or names_a_file(first)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m desktop_app`: a command when one is named, else the window."""

import sys

WINDOW_OPTIONS = ("--open", "--data-dir", "-platform", "--platform")
"""What the window takes; every other first word is for the command line."""

SELF_TEST = "--self-test"
"""The build runs the built program with it, and so can anybody who doubts an installation."""


def main(arguments: list[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    opens_window = not arguments or arguments[0] in WINDOW_OPTIONS or arguments[0].endswith(".sohangviet")
    if opens_window:
        # Imported only here: commands work without a screen and without Qt.
        from ui.app import main as open_window

        return open_window(arguments)
    if arguments[0] == SELF_TEST:
        return _test_itself(arguments[1:])
    from desktop_app.commands.main import main as run_command

    run_command(arguments, prog_name="python -m desktop_app")
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Runs the built program's own test and reads what it says."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 600


def run(command: Sequence[str], folder: Path) -> dict[str, object]:
    """Run `command` (the built program) with `--self-test folder`; return its result.json.

    Raises:
        SystemExit: It did not end with 0, or wrote no result, or a check failed; the failed checks are named.
    """
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / "result.json"
    result.unlink(missing_ok=True)
    try:
        done = subprocess.run(
            [*command, "--self-test", str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SystemExit(f"The built program's self-test did not end within {_SECONDS} s.") from None
    said = done.stdout.decode("utf-8", "replace")[-3000:]
    return read(result, done.returncode, said)


def read(result: Path, code: int, said: str) -> dict[str, object]:
    """Return what a self-test wrote.

    Args:
        result: Its result.json.
        code: Its exit code.
        said: What it printed, for the message.

    Raises:
        SystemExit: It failed, or its result cannot be read.
    """
    try:
        found = json.loads(result.read_text(encoding="utf-8"))
        checks = list(found["checks"])
        failed = [f"  {one['name']}: {one['detail']}" for one in checks if not one["ok"]]
        is_good = found["ok"] is True and bool(checks) and not failed and code == 0
    except (OSError, ValueError, KeyError, TypeError):
        raise SystemExit(f"The self-test ended with {code} and wrote no result.\n{said}") from None
    if not is_good:
        raise SystemExit("\n".join([f"The self-test failed (exit code {code}):", *failed, said]))
    return found

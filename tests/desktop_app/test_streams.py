"""Programs that begin without standard streams, as every windowed program does on Windows."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WITHOUT_STREAMS = """
import os, sys
for number in (0, 1, 2):
    os.close(number)
os.execv(sys.executable, [sys.executable, "-m", "desktop_app", *sys.argv[1:]])
"""


def _run(*arguments: object) -> int:
    command = [sys.executable, "-c", WITHOUT_STREAMS, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def test_commands_work_without_streams(tmp_path: Path) -> None:
    ledger = tmp_path / "Sổ mẫu.sohangviet"
    assert _run("sample", "--ledger", ledger) == 0
    assert _run("totals", "--ledger", ledger, "--year", 2023) == 0
    assert _run("sample", "--ledger", ledger) == 3
    assert _run("totals", "--ledger", tmp_path / "không có.sohangviet", "--year", 2023) == 3


def test_wrong_usage_and_help_work_without_streams() -> None:
    assert _run("nonsense") == 2
    assert _run("totals") == 2
    assert _run("--help") == 0
    assert _run("--version") == 0


def test_missing_streams_are_there_afterwards() -> None:
    code = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None\n"
        "from desktop_app.streams import prepare_streams\n"
        "prepare_streams(for_command=True)\n"
        "print('Số liệu', file=sys.stderr); print('Số liệu'); assert sys.stdin.read() == ''\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

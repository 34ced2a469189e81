"""The build scripts speak whatever the console can show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILD_SCRIPTS = Path(__file__).parents[2] / "build_scripts"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_vietnamese_paths_are_printed_on_any_console(encoding):
    code = "import environment; environment.speak_any_letter(); print('Sổ của Đào', '\\udcc3')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=BUILD_SCRIPTS,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(BUILD_SCRIPTS)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").strip() == "Sổ của Đào \\udcc3"

"""Pictures of every page and dialog in a real window, on the sample, into out/screenshots.

    python3 build_scripts/screenshots.py                      as on a screen of 1366 × 768
    python3 build_scripts/screenshots.py --scale 1.25 --dark  with larger text, in dark colours
    python3 build_scripts/screenshots.py --all                light and dark, at 100, 125 and 150 %

Without a screen it starts a virtual one (Debian: apt-get install xvfb).
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment

OUT = environment.ROOT / "out" / "screenshots"
WALK = Path(__file__).with_name("picture_walk.py")
SCALES = ("1", "1.25", "1.5")
_SCREEN = "1920x1200x24"
"""Larger than the window and every dialog: what does not fit would be missing in the picture."""


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Pictures of every page and dialog in a real window.")
    parser.add_argument("--scale", default="1", help="factor of the screen's scaling (1, 1.25, 1.5)")
    parser.add_argument("--dark", action="store_true", help="in dark colours")
    parser.add_argument("--all", action="store_true", help="every scale, light and dark")
    options = parser.parse_args()
    environment.prepare(screen=True)
    wanted = [(options.scale, options.dark)]
    if options.all:
        wanted = [(scale, is_dark) for is_dark in (False, True) for scale in SCALES]
    for scale, is_dark in wanted:
        code = take(scale, is_dark=is_dark)
        if code:
            return code
    return 0


def take(scale: str, *, is_dark: bool) -> int:
    """Take the pictures of one scale in light or dark colours; return the exit code."""
    out = OUT / f"{'dark' if is_dark else 'light'}_{round(float(scale) * 100)}"
    arguments = [str(environment.PYTHON), str(WALK), "--out", str(out), "--scale", scale]
    arguments += ["--dark"] if is_dark else []
    settings = os.environ | {"QT_SCALE_FACTOR": scale, "PYTHONPATH": str(environment.ROOT)}
    code = _run(arguments, settings)
    if code == 0:
        print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return code


def _run(arguments: list[str], settings: dict[str, str]) -> int:
    """Run on the screen, or on a virtual one where there is none."""
    if environment.has_screen():
        return subprocess.run(arguments, env=settings, check=False).returncode
    server = shutil.which("Xvfb")
    if server is None:
        print("There is no screen. Install a virtual one and run this again: apt-get install -y xvfb")
        return 1
    read_end, write_end = os.pipe()
    command = [server, "-displayfd", str(write_end), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write_end], stderr=subprocess.DEVNULL) as virtual:
        try:
            display = os.read(read_end, 16).decode().strip()
            return subprocess.run(
                arguments, env=settings | {"DISPLAY": f":{display}"}, check=False
            ).returncode
        finally:
            virtual.terminate()


if __name__ == "__main__":
    sys.exit(main())

"""The main job in one command: set up, make a sample ledger, export its report, open the window.

python3 build_scripts/run.py               everything; the window where there is a screen
python3 build_scripts/run.py --no-window   for machines
"""

import argparse
import json
import subprocess
import sys

import environment

OUT = environment.ROOT / "out"
LEDGER = OUT / "Mau_Ham_Thuan_Bac.sohangviet"
SAMPLE_YEAR = "2023"


def main() -> int:
    """Run the main job; return the exit code."""
    parser = argparse.ArgumentParser(
        description="Set up, make a sample ledger, export its report, open the window."
    )
    parser.add_argument("--no-window", action="store_true", help="do not open the window")
    opens_window = not parser.parse_args().no_window and environment.has_screen()
    environment.prepare(screen=opens_window)
    if not LEDGER.exists() and environment.run("-m", "desktop_app", "sample", "--ledger", str(LEDGER)):
        return 1
    code = _export()
    if code or not opens_window:
        if not code:
            print("No window: run this with a screen and without --no-window to open it.")
        return code
    print("Opening the window …", flush=True)
    return environment.run("-m", "desktop_app", "--open", str(LEDGER))


def _export() -> int:
    command = [
        "-m",
        "desktop_app",
        "export",
        "--ledger",
        str(LEDGER),
        "--year",
        SAMPLE_YEAR,
        "--out",
        str(OUT),
        "--json",
    ]
    done = subprocess.run(
        [str(environment.PYTHON), *command],
        cwd=environment.ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return done.returncode
    print("Report files:")
    for file in json.loads(done.stdout)["files"]:
        print(f"  {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

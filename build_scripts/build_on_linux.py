"""The Windows program in one command on Linux, through Wine: folder, portable zip, installer, and the proof.

python3 build_scripts/build_on_linux.py                 everything, into out/windows (as root, on Debian 12 or later)
python3 build_scripts/build_on_linux.py --no-proof      build only
python3 build_scripts/build_on_linux.py --only-proof    prove what the last run has built

On Windows: python build_scripts/build.py
"""

import os
import sys
from pathlib import Path

import environment
from wine import needs


def main(arguments: list[str]) -> None:
    """Make this machine and the private environment ready, then go on as the private environment's Python."""
    environment.speak_any_letter()
    if not {"-h", "--help"} & set(arguments):
        needs.ensure()
    environment.prepare(screen=False)
    scripts = str(Path(__file__).resolve().parent)
    command = [str(environment.PYTHON), "-m", "wine", *arguments]
    sys.stdout.flush()
    os.execve(command[0], command, os.environ | {"PYTHONPATH": scripts})


if __name__ == "__main__":
    main(sys.argv[1:])

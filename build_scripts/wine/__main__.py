"""The command behind build_on_linux.py, run by the Python of the private environment."""

import argparse
import sys
from pathlib import Path

import environment

from wine import make, proof
from wine.machine import Machine
from wine.steps import Steps
from wine.work_folder import WorkFolder, is_full

OUT = environment.ROOT / "out" / "windows"
WORK = Path.home() / ".cache" / "so-hang-viet" / "windows"


def main(wishes: argparse.Namespace) -> int:
    """Build, then prove; return the exit code: 0 all right, 1 the proof failed."""
    work = WorkFolder(wishes.work)
    steps = Steps()
    code = 0
    with work.locked():
        make.debian_folder(work, wishes.mirror, steps)
        if not wishes.only_proof:
            make.take_source(work, environment.ROOT)
        with Machine(work.path) as machine:
            maker = make.Maker(work, machine, steps)
            products = maker.products(OUT, with_older=not wishes.no_proof)
            if not wishes.no_proof:
                with steps.step("proof"):
                    code = proof.prove(machine, products, OUT / "proof")
    print(steps.table())
    for product in (products.installer, products.portable, products.folder):
        print(f"{product.relative_to(environment.ROOT)}")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_on_linux.py",
        description="Build the Windows program on Linux with Wine (folder, portable zip and installer in out/windows)"
        " and prove that it works. Root is needed, 8 GB of disk the first time.",
    )
    parser.add_argument(
        "--work", type=Path, default=WORK, metavar="FOLDER", help=f"where Wine and the rest are kept ({WORK})"
    )
    parser.add_argument(
        "--mirror", metavar="ADDRESS", help="Debian mirror, if not the one that apt uses on this machine"
    )
    proving = parser.add_mutually_exclusive_group()
    proving.add_argument("--no-proof", action="store_true", help="build only")
    proving.add_argument("--only-proof", action="store_true", help="prove what an earlier run has built")
    return parser


def _run(wishes: argparse.Namespace) -> int:
    """Run `main`; what stops it is told in a sentence.

    Raises:
        SystemExit: It was stopped by the user, or by a full disk; or by what it says itself.
    """
    try:
        return main(wishes)
    except KeyboardInterrupt:
        sys.exit("Stopped. What was whole is kept for the next run.")
    except (OSError, SystemExit) as error:
        # Tools fail in many ways on a full disk, some without a word.
        full = [folder for folder in (wishes.work, OUT) if is_full(folder)]
        if not full:
            raise
        print(error, file=sys.stderr)
        sys.exit(f"The disk of {full[0]} is full: make room, or give a folder on another one: --work FOLDER")


if __name__ == "__main__":
    environment.speak_any_letter()
    sys.exit(_run(_parser().parse_args()))

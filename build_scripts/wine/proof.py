"""Proves the built program in an empty Windows: installed, used, upgraded, uninstalled, carried on a stick."""

from pathlib import Path

from wine.machine import Machine
from wine.products import Products


def prove(machine: Machine, products: Products, out: Path) -> int:
    """Prove what was built; return 0 if all holds, 1 if a step failed (it is named).

    Args:
        machine: The open room; the proof makes its own screens and prefixes in it.
        products: What was built.
        out: The folder that gets the pictures and proof.json.
    """
    raise NotImplementedError

"""The little library that stands for one of Windows 10 which Wine lacks; for trying the program only."""

from pathlib import Path

from wine.machine import Machine
from wine.prefix import STAND_IN

SOURCE = Path(__file__).with_name("icuuc.c")


def make(machine: Machine) -> Path:
    """Compile it into the work folder, unless that was done from this very source; return it.

    Raises:
        SystemExit: The compiler found a fault.
    """
    target = machine.work / STAND_IN
    source = machine.work / SOURCE.name
    wanted = SOURCE.read_bytes()
    if target.exists() and source.exists() and source.read_bytes() == wanted:
        return target
    target.unlink(missing_ok=True)
    source.write_bytes(wanted)
    beside = target.with_suffix(".new")
    compiler = "x86_64-w64-mingw32-gcc-win32"
    code, output = machine.run([compiler, "-shared", "-O2", "-s", "-o", str(beside), str(source)])
    if code:
        raise SystemExit(f"{source} could not be compiled:\n{output}")
    beside.rename(target)
    return target

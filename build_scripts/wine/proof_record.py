"""What the proof has found: its steps, checks and figures, written to proof.json after each step."""

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class ProofError(Exception):
    """Something of the program is not as it must be."""


def check(holds: object, words: str) -> None:
    """Make sure that something holds.

    Raises:
        ProofError: It does not; `words` say what should be.
    """
    if not holds:
        raise ProofError(words)


@dataclass(frozen=True)
class Figure:
    """A measured value and its limit.

    Attributes:
        value: The measured value.
        limit: What it must not exceed; None when there is no such demand.
        unit: "MB" (millions of bytes) or "s".
    """

    value: float
    limit: float | None
    unit: str

    @property
    def holds(self) -> bool:
        """Tell whether the value is within its limit."""
        return self.limit is None or self.value <= self.limit


class Record:
    """The record of one proof.

    Attributes:
        failed: The step that failed, or "".
    """

    def __init__(self, path: Path, version: str) -> None:
        self._path = path
        self._version = version
        self._begin = time.monotonic()
        self._steps: list[dict[str, object]] = []
        self._figures: dict[str, Figure] = {}
        self.failed = ""

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Name what is being proved; what goes wrong in it is put down before it goes on its way."""
        print(f"   {name}", end="", flush=True)
        begin = time.monotonic()
        done: dict[str, object] = {"step": name, "ok": False}
        self._steps.append(done)
        self.failed = name
        try:
            yield
            done["ok"] = True
            self.failed = ""
        except Exception as error:
            done["error"] = f"{type(error).__name__}: {error}"
            print(f": FAILED\n   {done['error']}", end="")
            raise
        finally:
            done["seconds"] = round(time.monotonic() - begin, 1)
            print(f"  {done['seconds']} s", flush=True)
            self.write()

    def measure(self, name: str, value: float, limit: float | None, unit: str) -> None:
        """Put down a figure; whether it holds is judged at the end."""
        self._figures[name] = Figure(round(value, 2), limit, unit)

    def exceeded(self) -> list[str]:
        """Return the figures beyond their limits, in words."""
        return [
            f"{name}: {one.value} {one.unit}, at most {one.limit}"
            for name, one in self._figures.items()
            if not one.holds
        ]

    def table(self) -> str:
        """Return the figures, one a line."""
        return "\n".join(
            f"   {name}: {one.value} {one.unit}"
            + (f" (at most {one.limit:g})" if one.limit is not None else "")
            for name, one in self._figures.items()
        )

    def write(self) -> None:
        """Write proof.json."""
        words = {
            "version": self._version,
            "ok": not self.failed and not self.exceeded(),
            "seconds": round(time.monotonic() - self._begin),
            "figures": {
                name: {"value": one.value, "limit": one.limit, "unit": one.unit, "ok": one.holds}
                for name, one in self._figures.items()
            },
            "steps": self._steps,
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(words, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

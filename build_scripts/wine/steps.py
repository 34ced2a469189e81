"""Says which step of the build is at work, and how long each took."""

import contextlib
import time
from collections.abc import Iterator


class Steps:
    """The steps of one run.

    Attributes:
        seconds: Step -> how long it took, in the order in which they ran.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Name a step while it is at work, and measure it."""
        print(f"== {name}", flush=True)
        begin = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - begin

    def table(self) -> str:
        """Return the steps with their seconds and the sum, one a line."""
        rows = [*self.seconds.items(), ("together", sum(self.seconds.values()))]
        return "\n".join(f"{seconds:8.1f} s  {name}" for name, seconds in rows)

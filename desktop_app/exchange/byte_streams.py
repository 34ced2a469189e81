"""Streams that count what goes through them, remember their own faults, or compare instead of writing."""

from collections.abc import Callable
from typing import IO

CHUNK = 1 << 20
Tell = Callable[[int, int], object]
"""(bytes done, bytes in all); what it raises (`CancelledError`) ends the work."""


class Compared:
    """Takes bytes as a file does and compares them with those of a file.

    Attributes:
        is_same: nothing so far was different.
    """

    def __init__(self, original: IO[bytes]) -> None:
        self._original = original
        self.is_same = True

    def write(self, data: bytes) -> int:
        """Compare the next bytes."""
        self.is_same = self.is_same and self._original.read(len(data)) == data
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""


class Watched:
    """A stream for a library that reads and writes by itself and hides what goes wrong meanwhile.

    Attributes:
        error: what reading or writing raised; the library's own error then only repeats it.
    """

    def __init__(self, stream: "IO[bytes] | Compared") -> None:
        self._stream = stream
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Read at most so many bytes."""
        try:
            if isinstance(self._stream, Compared):
                raise TypeError("nothing can be read from a comparison")
            data = self._stream.read(size)
            self._passed(len(data))
        except BaseException as error:
            self.error = error
            raise
        return data

    def write(self, data: bytes) -> int:
        """Write bytes."""
        try:
            self._before(len(data))
            written = self._stream.write(data)
            self._passed(len(data))
        except BaseException as error:
            self.error = error
            raise
        return written

    def flush(self) -> None:
        """Hand on what is kept back."""
        try:
            self._stream.flush()
        except BaseException as error:
            self.error = error
            raise

    def _before(self, size: int) -> None:
        """Refuse bytes that may not be written."""

    def _passed(self, size: int) -> None:
        """Note bytes that went through."""


class Counted(Watched):
    """A watched stream of a known length.

    Attributes:
        done: bytes so far.
    """

    def __init__(self, stream: "IO[bytes] | Compared", total: int, tell: Tell) -> None:
        super().__init__(stream)
        self._total, self._tell = total, tell
        self._told = 0
        self.done = 0

    def _before(self, size: int) -> None:
        if self.done + size > self._total:
            raise ValueError("longer than it says")

    def _passed(self, size: int) -> None:
        self.done += size
        if self.done - self._told >= CHUNK or (self.done == self._total and size):
            self._told = self.done
            self._tell(self.done, self._total)

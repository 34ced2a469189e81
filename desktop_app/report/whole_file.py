"""A file appears under its name only when it is whole; what stood there before stays until then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the path of a file to write, which then takes the name `path`; nothing half written is left.

    Raises:
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():  # a device is written as it is; a folder refuses by itself
        yield path
        return
    building = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        yield building
        os.replace(building, path)
    finally:
        with suppress(OSError):
            building.unlink(missing_ok=True)

"""A sample year, as the pages about the whole year need it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ledger import Ledger, create_sample_ledger
from tests.ui.conftest import fixed_clock
from ui.operations import Operations


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Ledger]:
    with create_sample_ledger(tmp_path / "Sổ mẫu.sohangviet", clock=fixed_clock) as opened:
        yield opened


@pytest.fixture
def operations(sample: Ledger) -> Iterator[Operations]:
    made = Operations(sample)
    yield made
    made.close()


@pytest.fixture
def settled(qtbot, operations: Operations) -> Callable[[], None]:
    """Wait until everything that pages wished to read is shown."""
    return lambda: qtbot.waitUntil(lambda: not operations.is_reading(), timeout=60_000)

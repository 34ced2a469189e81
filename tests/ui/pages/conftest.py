"""A sample year, as the pages about the whole year need it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.ledger import Ledger, create_sample_ledger
from tests.ui.conftest import fixed_clock
from ui.operations import Operations
from ui.pages.report_page import ReportPage


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


@pytest.fixture
def unread(qtbot, sample: Ledger, operations: Operations, tmp_path: Path) -> ReportPage:
    """The report's page before anything was read."""
    made = ReportPage(sample, operations, str(tmp_path / "Báo cáo gửi tỉnh"))
    operations.changed.connect(made.receive_changes)
    qtbot.addWidget(made, before_close_func=ReportPage.keep_typing)
    made.resize(1166, 680)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def report_page(unread: ReportPage, settled) -> ReportPage:
    """The report's page with its report."""
    settled()
    return unread

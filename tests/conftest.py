"""What all tests share: Qt without a screen, a clock that stands still, ledgers in a folder of a real user."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.domain.plans import load_plan
from desktop_app.ledger import create_ledger, create_sample_ledger, open_ledger
from tests.records import OFFICE

# Property tests give the same result on every run and every machine.
settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=200)
settings.load_profile("steady")


class StandingClock:
    """Shows the same moment until it is moved."""

    def __init__(self):
        self.now = datetime(2023, 11, 20, 8, 30, tzinfo=timezone(timedelta(hours=7)))

    def __call__(self):
        return self.now

    def move(self, **time):
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    return StandingClock()


@pytest.fixture
def ledger_path(tmp_path) -> Path:
    return tmp_path / "Nguyễn Thị Đào" / "Sổ hàng Việt.sohangviet"


@pytest.fixture
def ledger(ledger_path, clock):
    """An empty ledger of a district with the Bình Thuận plan for 2023."""
    with create_ledger(ledger_path, OFFICE, load_plan("BT2023"), 2023, clock, "Đào") as opened:
        yield opened


@pytest.fixture
def beside(ledger, clock):
    """The same ledger, opened by another program."""
    with open_ledger(ledger.path, clock, "Bình") as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped_samples(tmp_path_factory) -> Path:
    """A folder with both sample ledgers; copy, do not open."""
    folder = tmp_path_factory.mktemp("mẫu")
    for district in ("ham_thuan_bac", "thap_muoi"):
        create_sample_ledger(folder / f"{district}.sohangviet", district, StandingClock()).close()
    return folder


@pytest.fixture
def sample_of(shipped_samples, ledger_path, clock):
    """Open a copy of a district's sample ledger."""
    opened = []

    def open_sample(district):
        path = ledger_path.with_name(f"{district}.sohangviet")
        path.parent.mkdir(exist_ok=True)
        shutil.copy(shipped_samples / path.name, path)
        opened.append(open_ledger(path, clock, "Đào"))
        return opened[-1]

    yield open_sample
    for ledger in opened:
        ledger.close()


@pytest.fixture
def sample(sample_of):
    return sample_of("ham_thuan_bac")

"""Exports with writers that take no time; `test_report_folder` also runs the real ones once."""

from pathlib import Path

import pytest

from desktop_app.ledger import open_ledger
from desktop_app.report import writers


@pytest.fixture
def quick_writers(monkeypatch):
    """Write the words of the report as they are, in place of PDF, Word and Excel."""
    written = []

    def write(format_name, report, path, **_options):
        written.append(Path(path))
        Path(path).write_text(f"{format_name}\n{report!r}", encoding="utf-8")

    monkeypatch.setattr(writers, "write", write)
    return written


@pytest.fixture
def export(sample, quick_writers, tmp_path):
    """Export the sample year into the folder "Báo cáo gửi tỉnh"."""

    def run(**options):
        return sample.export(sample.reports.period(2023), tmp_path / "Báo cáo gửi tỉnh", **options)

    return run


@pytest.fixture
def beside_sample(sample, clock):
    """The same sample ledger, opened by another window."""
    with open_ledger(sample.path, clock, "Bình") as opened:
        yield opened

"""A district's report on its way, with writers that take no time."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.report import writers

HEAD = ReportHead(number="45", issued_on=date(2023, 11, 20))


@pytest.fixture
def quick_writers(monkeypatch):
    """Write the words of the report as they are, in place of PDF, Word and Excel."""

    def write(format_name, report, path, **_options):
        Path(path).write_text(f"{format_name}\n{report!r}", encoding="utf-8")

    monkeypatch.setattr(writers, "write", write)


class Office:
    """What an officer does with the report of a sample year, in few words."""

    def __init__(self, ledger, out):
        self.ledger, self.out = ledger, out
        self.period = ledger.reports.period(2023)
        self.desk = ledger.reporting.issuing

    @property
    def view(self):
        return self.desk.view(self.period)

    @property
    def state(self):
        return self.view.current.state

    def export(self):
        return self.ledger.export(self.period, self.out)

    def change(self, text="Đã sửa."):
        self.ledger.reports.save_narrative(self.period, "next_tasks", text)

    def submit(self):
        self.export()
        return self.desk.submit(self.period)

    def issue(self, head=HEAD, scans=(), **options):
        return self.desk.issue(self.period, head, scans, **options)

    def issued(self, head=HEAD, scans=()):
        self.submit()
        return self.issue(head, scans)


@pytest.fixture
def office(sample, quick_writers, tmp_path):
    """The sample district."""
    return Office(sample, tmp_path / "Báo cáo gửi tỉnh")

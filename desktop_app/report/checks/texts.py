"""Not yet."""
from __future__ import annotations


def text_remarks(source: ReportSource):
    return ()

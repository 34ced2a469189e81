"""Not yet."""
from __future__ import annotations


def misquote_remarks(source: ReportSource):
    return ()

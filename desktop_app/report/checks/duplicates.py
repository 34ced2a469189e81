"""Not yet."""
from __future__ import annotations


def duplicate_remarks(records: PeriodRecords):
    return ()

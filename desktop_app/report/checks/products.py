"""Not yet."""
from __future__ import annotations


def product_remarks(records: PeriodRecords):
    return ()

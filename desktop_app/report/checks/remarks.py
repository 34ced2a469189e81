"""One thing to look at again, for the checks before an export."""

from typing import NamedTuple

from desktop_app.domain.checking import ProblemKind

OFFICE, REPORT = "settings", "report"
"""Places of problems that are in no record."""


class Remark(NamedTuple):
    """A warning beside a record, in the settings or in the report.

    Attributes:
        sentence: what is wrong, where, and what to do.
        register: name of the register that holds the record, or OFFICE, or REPORT.
        record_id: the record, "" for OFFICE and REPORT.
        field: its field; attribute of the office; key of the section of the report.
        rule: which check found it, with what makes it one of several of the same field ("most:attendees").
        kind: the group in which it is listed.
    """

    sentence: str
    register: str
    record_id: str
    field: str
    rule: str
    kind: ProblemKind = ProblemKind.CONTRADICTION

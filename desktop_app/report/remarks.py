"""One thing to look at again that no single record can tell, for the checks before an export."""

from typing import NamedTuple


class Remark(NamedTuple):
    """A warning beside a record.

    Attributes:
        sentence: what is wrong, where, and what to do.
        register: name of the register that holds the record.
        record_id: the record.
        field: its field.
    """

    sentence: str
    register: str
    record_id: str
    field: str

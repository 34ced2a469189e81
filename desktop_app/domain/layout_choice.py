"""A layout profile as it is chosen: by the name of a shipped one, or by the hash of a file that the ledger keeps."""

from typing import NamedTuple

USUAL_LAYOUT = "mttq_nd30"


class LayoutChoice(NamedTuple):
    """One profile to choose.

    Attributes:
        key: what `Office.layout_profile` holds.
        title: for people.
        is_own: a file of the office, not one of the program's.
    """

    key: str
    title: str
    is_own: bool = False

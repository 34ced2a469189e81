"""What the clerk and the signer give a report: number, date, signer; kept outside the report's data and code."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class ReportHead:
    """The part of a report that makes no new revision.

    Attributes:
        number: the clerk's number; "" leaves room for the hand.
        issued_on: None leaves the day blank.
        signer_name, signer_post: empty means the office's usual signer.
        symbol: of an issue, what stands behind the number; "" for a draft. The office's own symbol may change in the
            same year, the name of an issued report never does.
    """

    number: str = ""
    issued_on: date | None = None
    signer_name: str = ""
    signer_post: str = ""
    symbol: str = ""

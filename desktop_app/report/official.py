"""An official document that is no report, as data: a Tờ trình, a công văn, a list, minutes.

The front (names on top, number, kind, addressees) is that of a `Report`; the body is a list of blocks.
"""

from dataclasses import dataclass
from enum import Enum

from desktop_app.report.model import Report, Table


class TextKind(Enum):
    """How a paragraph is set."""

    BASIS = "basis"
    BODY = "body"
    HEADING = "heading"
    DATE = "date"


@dataclass(frozen=True)
class Text:
    """A paragraph; `keep` holds it on one page with what follows."""

    text: str
    kind: TextKind = TextKind.BODY
    keep: bool = False


@dataclass(frozen=True)
class Blank:
    """A line of dots to the right margin for the hand, behind a label."""

    label: str = ""
    lines: int = 1


Block = Text | Blank | Table


class Head(Enum):
    """What stands on top of the first page.

    Attributes:
        OFFICE: the issuing body, number and date, kind and subject, addressees.
        UNDATED: the same without the line of the date, as minutes have it.
        NOMINEE: the body above and the body itself without a number; the Quốc hiệu alone when there is none.
        LIST: kind and subject alone, and the document that it belongs to.
        LETTER: a công văn: no kind on paper, the subject as "V/v …" under the number, then Kính gửi.
    """

    OFFICE = "office"
    UNDATED = "undated"
    NOMINEE = "nominee"
    LIST = "list"
    LETTER = "letter"


@dataclass(frozen=True)
class SignPlace:
    """Where somebody signs.

    Attributes:
        lines: in capitals, "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN".
        caption: "(Ký, ghi rõ họ tên)"; may be empty.
        name: may be empty, a blank stays for the hand.
        post: printed under the name; may be empty.
        post_above: the post stands right above the name instead.
    """

    lines: tuple[str, ...]
    caption: str = ""
    name: str = ""
    post: str = ""
    post_above: bool = False


@dataclass(frozen=True)
class OfficialDocument:
    """One file.

    Attributes:
        file_name: ASCII, without its ending; it holds no name of a person.
        front: gives the words of the head, the recipients, and the properties of the file; of a công văn its
            kind "CÔNG VĂN" stands in the properties alone, its symbol is "MTTQ-BTT", its subject "đính chính …".
        reference: under the subject of a list: "(Kèm theo Tờ trình số …)".
        left, right: who signs; without a left one the Nơi nhận stand there, else below both.
    """

    file_name: str
    front: Report
    blocks: tuple[Block, ...]
    head: Head = Head.OFFICE
    reference: str = ""
    left: SignPlace | None = None
    right: SignPlace | None = None
    landscape: bool = False

"""The report as data: every word and figure that is printed, without any format.

`report.build` makes it, the writers (PDF, Word, Excel) only see this. The blocks are those of an official
Vietnamese report (Nghị định 30/2020/NĐ-CP, Phụ lục I); sizes and places stand in the layout profile.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from desktop_app.report.formulas import Formula, Place
from desktop_app.report.model_pictures import CHART_INK as CHART_INK
from desktop_app.report.model_pictures import Chart as Chart
from desktop_app.report.model_pictures import ChartKind as ChartKind
from desktop_app.report.model_pictures import Charts as Charts
from desktop_app.report.model_pictures import Photo as Photo
from desktop_app.report.model_pictures import Photos as Photos
from desktop_app.report.model_pictures import Series as Series

Cell = str | int | float | date | None
Progress = Callable[[int, int], None]
"""Called as `progress(done, total)`; it may raise `CancelledError` to stop the job."""


class CellKind(Enum):
    """What a column holds; it decides how a cell is written and on which side it stands.

    CHANGE is a difference with its sign, one decimal.
    """

    TEXT = "text"
    ORDINAL = "ordinal"
    INTEGER = "integer"
    MONEY = "money"
    DECIMAL = "decimal"
    DATE = "date"
    CHANGE = "change"


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        key: ASCII name, the heading in data files.
        title: heading as printed.
        kind: what the cells are; MONEY is whole đồng.
        width: share of the table's width, in parts (only the ratio between columns counts).
        unit: of the cells, behind the heading where no note stands above the table (Excel).
    """

    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    width: float = 1.0
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """A table of typed cells; every row has one cell for each column.

    Attributes:
        key: ASCII name ("figures", "nominations"), also the name of the data file.
        title: name as printed and as the name of the Excel sheet (the sheet may shorten it).
        unit_note: printed above the right end, for example "Đơn vị tính: đồng"; may be empty.
        bold_rows: positions of rows that are headings or totals.
        formulas: cells that follow from others of the table; their values stand in the rows all the same.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    unit_note: str = ""
    bold_rows: frozenset[int] = frozenset()
    formulas: Mapping[Place, Formula] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A numbered part of the report.

    Attributes:
        key: position in the outline ("II.1"), stable over the years.
        number: as printed, without its dot ("II", "1", "a").
        level: 1 for Roman numerals, 2 for Arabic numbers, 3 for letters.
        paragraphs: running text, plain; a line break inside a paragraph starts a new one.
        table: below the paragraphs; reports have theirs in annexes, a plan among its sections.
    """

    key: str
    number: str
    title: str
    level: int
    paragraphs: tuple[str, ...] = ()
    children: tuple["Section", ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Annex:
    """An annex with its own page numbers.

    Attributes:
        number: Roman numeral; empty when the report has a single annex.
        landscape: the table is too wide for an upright page.
    """

    number: str
    title: str
    content: Table | Charts | Photos
    landscape: bool = False

    @property
    def table(self) -> Table | None:
        """Its table, None for an annex of pictures."""
        return self.content if isinstance(self.content, Table) else None

    @property
    def unit_note(self) -> str:
        """What stands above the right end of its table; empty for pictures."""
        return self.content.unit_note if isinstance(self.content, Table) else ""


@dataclass(frozen=True)
class Signature:
    """Who signs.

    Attributes:
        authority_lines: "TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC" …, in order.
        name: full name, may be empty (a blank stays for the hand).
        post: the signer's post in the agency, printed under the name as the Bình Thuận plan does; may be empty.
        post_above: the post stands right above the name instead (NĐ 30/2020, Phụ lục I, ô 7b).
    """

    authority_lines: tuple[str, ...]
    name: str = ""
    post: str = ""
    post_above: bool = False


@dataclass(frozen=True)
class Identity:
    """What ties the paper to the data.

    Attributes:
        unit_code: official code of the reporting unit, ASCII.
        period: "" for the yearly report, else the period's ASCII code.
        revision: 1 for the first, higher for each change of content.
        check: the 10-character check code; empty until it is computed.
    """

    unit_code: str
    unit_name: str
    year: int
    period: str = ""
    revision: int = 1
    check: str = ""


@dataclass(frozen=True)
class Report:
    """The whole report.

    Attributes:
        superior_lines: block 2, the body above, upright capitals.
        issuer_lines: block 2, the issuing body, bold capitals.
        number: the clerk's number ("05"); empty leaves room for the hand.
        symbol: behind the number: "BC-MTTQ-BCĐ".
        place_name: địa danh of the date line.
        issued_on: None leaves day (and month) blank; the year printed is then `identity.year`.
        kind_name: "BÁO CÁO".
        subject: trích yếu.
        contact_line: address, e-mail and phone at the foot of the first page (ô 13); usually empty.
        bases: căn cứ, one a paragraph, printed in italics; a report has none.
        addressees: Kính gửi, one or more; a plan has none.
        lead: paragraphs before section I.
        closing: last paragraph; the writers put "./." behind it.
        recipients: lines of Nơi nhận without their dash and end marks.
        replaces: the report that this one replaces; the sentence that says so stands in `lead`.
        issuer_name: the issuing body in running text ("Ban Chỉ đạo Cuộc vận động huyện Hàm Thuận Bắc"), for the
            line that ties an annex to its report; the unit's name if empty.
        definitions: what the figures mean; only files that are read by people who add up have it (Excel).
        prints_code: check code and QR stand at the foot of the last annex.
    """

    identity: Identity
    superior_lines: tuple[str, ...]
    issuer_lines: tuple[str, ...]
    symbol: str
    place_name: str
    subject: str
    addressees: tuple[str, ...]
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: str
    recipients: tuple[str, ...]
    signature: Signature
    annexes: tuple[Annex, ...] = ()
    number: str = ""
    issued_on: date | None = None
    kind_name: str = "BÁO CÁO"
    issuer_name: str = ""
    bases: tuple[str, ...] = ()
    replaces: str = ""
    contact_line: str = ""
    definitions: Table | None = None
    prints_code: bool = False

    def tables(self) -> list[tuple[Annex, Table]]:
        """Return the annexes with a table, each with its table, in printing order; pictures are left out."""
        return [(annex, annex.content) for annex in self.annexes if isinstance(annex.content, Table)]

    def walk(self) -> Iterator[Section]:
        """Yield every section, parents before their children, in printing order."""
        pending = list(reversed(self.sections))
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.children))

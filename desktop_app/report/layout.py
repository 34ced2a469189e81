"""The layout profile: page, margins and every block's size and place, read from `resources/layout`."""

from enum import Enum
from typing import Annotated

import msgspec

from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

POINTS_PER_MM = 72 / 25.4

Length = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Positive = Annotated[float, msgspec.Meta(gt=0, le=1000)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Align(Enum):
    """On which side lines stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class TextStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one block of text is set.

    Attributes:
        size_pt: font size in points.
        caps: printed in capitals, whatever the data holds.
        first_indent_mm: indent of the first line of a paragraph.
        space_before_pt: gap above, dropped at the top of a page.
        line_spacing: multiple of the font's single line height.
    """

    size_pt: Positive
    bold: bool = False
    italic: bool = False
    align: Align = Align.LEFT
    caps: bool = False
    first_indent_mm: Length = 0
    space_before_pt: Length = 0
    line_spacing: Positive = 1

    def text(self, text: str) -> str:
        """Return the text as this style prints it."""
        return text.upper() if self.caps else text


class PageSize(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of page, lengths in millimetres.

    Attributes:
        page_number_mm: from the paper's upper edge to the page number.
    """

    width_mm: Positive
    height_mm: Positive
    top_mm: Length
    bottom_mm: Length
    left_mm: Length
    right_mm: Length
    page_number_mm: Length

    @property
    def text_width_mm(self) -> float:
        """Width between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


class HeaderColumns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Widths of the two columns on top of the first page, in millimetres."""

    left_mm: Positive
    right_mm: Positive


class SignatureBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nơi nhận and signature, side by side.

    Attributes:
        name_gap_mm: room for the hand and the seal, between the post and the name.
    """

    left_mm: Positive
    right_mm: Positive
    name_gap_mm: Length
    space_before_pt: Length


class AddresseeBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kính gửi, when it does not fit on one centred line.

    Attributes:
        label_left_mm: from the left margin to the words "Kính gửi:".
    """

    label_left_mm: Length


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lines drawn under blocks of text.

    Attributes:
        gap_pt: between the text and the line.
        issuer_share: length as a share of the text's longest line (NĐ 30: 1/3 to 1/2); the line under the
            Tiêu ngữ is always as long as its text.
    """

    width_pt: Positive
    gap_pt: Length
    issuer_share: Share
    subject_share: Share
    annex_share: Share


class TableStyle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Tables of the annexes.

    Attributes:
        min_column_mm: no column gets narrower, whatever its share.
    """

    rule_pt: Positive
    padding_x_mm: Length
    padding_y_mm: Length
    space_before_pt: Length
    min_column_mm: Positive


class Styles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One style for each block of the report (domain words: see the names in `report.model`)."""

    national_name: TextStyle
    motto: TextStyle
    superior: TextStyle
    issuer: TextStyle
    number_line: TextStyle
    date_line: TextStyle
    kind_name: TextStyle
    subject: TextStyle
    addressee: TextStyle
    basis: TextStyle
    body: TextStyle
    place_date: TextStyle
    caption: TextStyle
    heading_1: TextStyle
    heading_2: TextStyle
    heading_3: TextStyle
    authority: TextStyle
    signer_name: TextStyle
    signer_post: TextStyle
    recipients_title: TextStyle
    recipients: TextStyle
    page_number: TextStyle
    annex_number: TextStyle
    annex_title: TextStyle
    annex_reference: TextStyle
    unit_note: TextStyle
    table_heading: TextStyle
    table_cell: TextStyle
    # Of a công văn, "V/v …" under the number (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 5b); older profiles do not name it.
    letter_subject: TextStyle = TextStyle(size_pt=12, align=Align.CENTER, space_before_pt=6)
    contact_line: TextStyle = TextStyle(size_pt=11, align=Align.CENTER)

    def heading(self, level: int) -> TextStyle:
        """Return the style of a section's heading; levels below the third look like the third."""
        return (self.heading_1, self.heading_2, self.heading_3)[min(max(level, 1), 3) - 1]


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole profile.

    Attributes:
        title: its name for people.
        font_family: named in the Word file; the PDF embeds it where it is installed.
        line_height_em: the font's single line height in ems (Times New Roman: 1.15).
    """

    name: str
    title: str
    font_family: str
    line_height_em: Positive
    portrait: PageSize
    landscape: PageSize
    header: HeaderColumns
    signature: SignatureBlock
    addressee: AddresseeBlock
    rule: Rules
    table: TableStyle
    styles: Styles

    def page(self, *, landscape: bool) -> PageSize:
        """Return the kind of page."""
        return self.landscape if landscape else self.portrait

    def line_height_pt(self, style: TextStyle) -> float:
        """Return the distance between two baselines, in points."""
        return style.size_pt * self.line_height_em * style.line_spacing


def load_layout(name: str = "mttq_nd30") -> Layout:
    """Read a shipped profile.

    Raises:
        ResourceError: if there is no such profile, or it does not fit its schema.
    """
    path = resource("layout", f"{name}.json")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Layout)
    except OSError as error:
        raise ResourceError(
            f"Không đọc được bố cục văn bản “{name}” ({path}); hãy cài đặt lại chương trình."
        ) from error
    except msgspec.MsgspecError as error:
        raise ResourceError(
            f"Bố cục văn bản “{name}” ({path}) sai cấu trúc: {error}; hãy cài đặt lại chương trình."
        ) from error

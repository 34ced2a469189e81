"""The paper: pages with their numbers, a cursor, and text, rules and bookmarks drawn as plain data."""

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from desktop_app.report.fonts import Font, FontSet
from desktop_app.report.layout import POINTS_PER_MM, Layout, PageSize, TextStyle
from desktop_app.report.lines import Line
from desktop_app.report.measures import DESCENT_EM
from desktop_app.report.pdf.archive import PDF_VERSION, describe, part_streams
from desktop_app.report.wording import Properties

# The streams as bytes: a quarter smaller and quicker than reportlab's ASCII form.
rl_config.useA85 = 0

_TOLERANCE = 0.01  # lengths in millimetres do not add up exactly


class Sheet:
    """Pages of a PDF, drawn from top to bottom.

    Attributes:
        y: the cursor in points above the paper's lower edge.
        left: left margin in points.
        width: between the margins, in points.
        page_height: between the margins, in points.
    """

    def __init__(self, layout: Layout, fonts: FontSet, properties: Properties) -> None:
        self.layout = layout
        self.fonts = fonts
        self._canvas = Canvas(
            "",
            pageCompression=1,
            invariant=1,  # no time of export: the same report gives the same bytes
            initialFontName=fonts.font().name,  # else every file refers to a Helvetica that is not embedded
            lang="vi-VN",
            pdfVersion=PDF_VERSION,
        )
        describe(self._canvas, properties)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._open = False
        self._page = layout.portrait
        self._number = 0
        self._hide_first = False
        self._bookmarks = 0
        self._last_level = -1
        self.y = self.left = self.width = self.page_height = 0.0

    def begin(self, page: PageSize, *, hide_first: bool = False) -> None:
        """Start a part of the document on a new page, with page numbers of its own."""
        self._close_page()
        self._page = page
        self._number = 0
        self._hide_first = hide_first
        self._open_page()

    def turn(self) -> None:
        """Go on at the top of the next page."""
        self._close_page()
        self._open_page()

    def finish(self) -> bytes:
        """Close the last page and return the whole file."""
        self._close_page()
        return part_streams(self._canvas.getpdfdata())

    @property
    def canvas(self) -> Canvas:
        """What pictures are drawn on (`pdf.pictures`); everything else is drawn by the methods here."""
        return self._canvas

    @property
    def at_top(self) -> bool:
        """Nothing stands on this page yet."""
        return self.fits(self.page_height)

    @property
    def room(self) -> float:
        """Height left on this page, in points."""
        return self.y - self._page.bottom_mm * POINTS_PER_MM

    def fits(self, height: float) -> bool:
        """Tell whether so many points are left on this page."""
        return self.room > height - _TOLERANCE

    def _close_page(self) -> None:
        if self._open:
            self._canvas.showPage()
        self._open = False

    def _open_page(self) -> None:
        page = self._page
        self._canvas.setPageSize((page.width_mm * POINTS_PER_MM, page.height_mm * POINTS_PER_MM))
        self._open = True
        self._number += 1
        self.left = page.left_mm * POINTS_PER_MM
        self.width = page.text_width_mm * POINTS_PER_MM
        self.page_height = (page.height_mm - page.top_mm - page.bottom_mm) * POINTS_PER_MM
        self.y = (page.height_mm - page.top_mm) * POINTS_PER_MM
        if self._number > 1 or not self._hide_first:
            self._draw_number()

    def _draw_number(self) -> None:
        style = self.layout.styles.page_number
        font = self.fonts.of(style)
        text = str(self._number)
        width = font.width(text, style.size_pt)
        top = (self._page.height_mm - self._page.page_number_mm) * POINTS_PER_MM
        self.line((text, width), style, self.left + (self.width - width) / 2, top)

    def line(self, line: Line, style: TextStyle, x: float, top: float, *, stretch: float = 0.0) -> None:
        """Draw one line of a block.

        Args:
            line: what `wrap` gave.
            style: the block's style.
            x: left end in points.
            top: upper edge of the line's strip in points.
            stretch: points added to each space, for a justified line.
        """
        baseline = top - self.layout.line_height_pt(style) + DESCENT_EM * style.size_pt
        writing = self.writing(self.fonts.of(style), style.size_pt)
        writing.setTextOrigin(x, baseline)
        if stretch:
            writing.setWordSpace(stretch)
        writing.textOut(line[0])
        if stretch:
            writing.setWordSpace(0)
        self.write(writing)

    def writing(self, font: Font, size: float) -> PDFTextObject:
        """Open a text object for many lines in one font; `write` draws it."""
        writing = self._canvas.beginText()
        writing.setFont(font.name, size)
        return writing

    def write(self, writing: PDFTextObject) -> None:
        """Draw a text object."""
        self._canvas.drawText(writing)

    def rules(self, lines: list[tuple[float, float, float, float]], width: float) -> None:
        """Draw straight lines from (x1, y1) to (x2, y2), all in points."""
        self._canvas.setLineWidth(width)
        self._canvas.lines(lines)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline; the level, 0 being the highest, never jumps over one."""
        self._bookmarks += 1
        self._last_level = min(max(level, 0), self._last_level + 1)
        key = f"part-{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(title, key, self._last_level)

"""The pages of a PDF as pictures, and where words stand on them: for the preview, printing and tests.

pdfium is not thread-safe. Everybody who calls it holds `PDFIUM` meanwhile, and closes what he opened himself, so
that nothing of it is left to Python's collector, which may run in any thread. The window's thread never calls it.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import RLock
from types import TracebackType
from typing import Any, Self

import pypdfium2
from pypdfium2 import raw

from desktop_app.errors import ExportError
from desktop_app.vietnamese.folding import D_WITH_STROKE, fold

PDFIUM = RLock()
"""Held during every call of pdfium in this process; the calls give Python's own lock away."""

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Bitmap:
    """A page as pixels: `stride` bytes a row, three bytes (red, green, blue) a pixel."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True)
class Box:
    """A place on a page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Hit:
    """Found words; those that go on in another line have several boxes."""

    page: int
    boxes: tuple[Box, ...]


class PdfPages:
    """An open PDF; any thread may use it, one after the other.

    Attributes:
        count: number of pages; they are counted from 0.
        sizes: width and height of each page in points.
    """

    def __init__(self, data: bytes) -> None:
        """Open a PDF from its bytes.

        Raises:
            ExportError: these are not the bytes of a whole PDF.
        """
        with PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(data)
                self.count = len(self._document)
                self.sizes = self._page_sizes()
            except pypdfium2.PdfiumError as error:
                raise ExportError(
                    "Không đọc được bản PDF này, có thể đã hỏng; hãy xuất lại báo cáo."
                ) from error
        self._texts: dict[int, str] = {}
        self._forms: dict[tuple[int, bool], str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the memory back."""
        with PDFIUM:
            self._document.close()

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        return self.sizes[page]

    def render(self, page: int, dpi: float) -> Bitmap:
        """Draw a page on white, `dpi` pixels an inch."""
        with PDFIUM:
            opened = self._document[page]
            try:
                bitmap = opened.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
                try:
                    data = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
                    return Bitmap(bitmap.width, bitmap.height, bitmap.stride, data)
                finally:
                    bitmap.close()
            finally:
                opened.close()

    def text(self, page: int) -> str:
        """Return the words of a page, a line break where a line ends."""
        if page not in self._texts:
            with self._text_of(page) as text:
                self._texts[page] = _characters(text)
        return self._texts[page]

    def search(self, text: str) -> list[Hit]:
        """Return all places of some words, in reading order; see `find`."""
        return [hit for page in range(self.count) for hit in self.find(page, text)]

    def find(self, page: int, text: str) -> list[Hit]:
        """Return the places of some words on one page.

        Words typed with accents are found with just these; words typed without any are found with and without.
        Case and line ends make no difference.
        """
        exact = _has_marks(text)
        wanted = " ".join((unicodedata.normalize("NFC", text).lower() if exact else fold(text)).split())
        if not wanted:
            return []
        if (page, exact) not in self._forms:
            self._forms[page, exact] = "".join(form for _, form in _forms(self.text(page), exact=exact))
        form = self._forms[page, exact]
        if wanted not in form:
            return []
        places = [place for place, part in _forms(self.text(page), exact=exact) for _ in part]
        starts = list(_starts(form, wanted))
        with self._text_of(page) as opened:
            return [
                Hit(page, self._boxes(opened, page, places[at], places[at + len(wanted) - 1]))
                for at in starts
            ]

    def _page_sizes(self) -> tuple[tuple[float, float], ...]:
        try:
            return tuple(self._document.get_page_size(page) for page in range(self.count))
        except pypdfium2.PdfiumError:
            self._document.close()
            raise

    def _boxes(self, text: "_OpenText", page: int, first: int, last: int) -> tuple[Box, ...]:
        height = self.sizes[page][1]
        boxes = []
        for place in range(text.page.count_rects(first, last - first + 1)):
            left, bottom, right, top = text.page.get_rect(place)
            boxes.append(Box(left, height - top, right - left, top - bottom))
        return tuple(boxes)

    def _text_of(self, page: int) -> "_OpenText":
        return _OpenText(self._document, page)


class _OpenText:
    """The characters of a page, as long as they are looked at."""

    def __init__(self, document: Any, page: int) -> None:  # noqa: ANN401 - pdfium's own object
        self._document, self._number = document, page

    def __enter__(self) -> Self:
        PDFIUM.acquire()
        self._page = self._document[self._number]
        self.page = self._page.get_textpage()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.page.close()
        self._page.close()
        PDFIUM.release()


def _characters(text: _OpenText) -> str:
    """Return one character for each place that pdfium counts."""
    count = text.page.count_chars()
    found: str = text.page.get_text_range() if count else ""
    if len(found) == count:
        return found
    # pdfium leaves a character out of its text, or puts one in: then each is asked for by its place.
    return "".join(chr(raw.FPDFText_GetUnicode(text.page, place) or 32) for place in range(count))


def _has_marks(text: str) -> bool:
    return any(
        char in D_WITH_STROKE or unicodedata.combining(char)
        for char in unicodedata.normalize("NFD", text.lower())
    )


_FOLDED: dict[str, str] = {}


def _folded(char: str) -> str:
    if char not in _FOLDED:
        # Between letters, so that a space or a dash is not trimmed away.
        _FOLDED[char] = fold(f"a{char}a")[1:-1]
    return _FOLDED[char]


def _forms(text: str, *, exact: bool) -> Iterator[tuple[int, str]]:
    """Yield the searched form of each character with its place; spaces in a row are one."""
    was_space = False
    for place, char in enumerate(text):
        form = (" " if char.isspace() else char.lower()) if exact else _folded(char)
        if form == " " and was_space:
            continue
        was_space = form == " " or (was_space and not form)
        yield place, form


def _starts(form: str, wanted: str) -> Iterator[int]:
    at = form.find(wanted)
    while at >= 0:
        yield at
        at = form.find(wanted, at + len(wanted))

"""Characters that no office font is sure to have, with the places of the report where they stand."""

from collections.abc import Iterator

from desktop_app.report import wording
from desktop_app.report.model import Annex, Charts, Photos, Report, Table
from desktop_app.vietnamese.text import shorten

Places = dict[str, tuple[str, ...]]
"""A character to the places where it stands, in Vietnamese, in printing order."""

MOST_PLACES = 5
"""Places remembered for one character; the sentence of a warning holds no more."""

_LONGEST_NAME = 60
_LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
# In every Times New Roman with Vietnamese letters and in Liberation Serif; whatever else is looked up in the font.
SURE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(
    _LETTERS + _LETTERS.upper() + "\n“”‘’–—…₫•°·±×÷½¼¾§«»©®²³"
)


def unusual_characters(report: Report) -> Places:
    """Return the characters that have to be looked up in the font; it needs no font itself."""
    found: dict[str, list[str]] = {}
    for place, text in _texts(report):
        if text.isascii():
            continue
        for char in sorted(set(wording.plain(text)) - SURE):
            places = found.setdefault(char, [])
            if len(places) < MOST_PLACES and place not in places:
                places.append(place)
    return {char: tuple(places) for char, places in found.items()}


def character_name(char: str) -> str:
    """Return how a warning names a character, whether or not the reader's screen can show it: "😀 (U+1F600)"."""
    return f"{char} (U+{ord(char):04X})"


def _texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text that is printed, with its place."""
    signature = report.signature
    yield from _at("phần đầu văn bản", report.superior_lines, report.issuer_lines, _front_texts(report))
    yield from _at("Kính gửi", report.addressees)
    yield from _at("phần căn cứ", report.bases)
    yield from _at("lời mở đầu", report.lead)
    for place, section in wording.section_places(report):
        name = f"mục {place}" if place else f"mục “{shorten(section.title, _LONGEST_NAME)}”"
        yield from _at(name, (section.title,), section.paragraphs)
        if section.table is not None:
            yield from _table_texts(name, section.table)
    yield from _at("lời kết", (report.closing,))
    yield from _at("Nơi nhận", report.recipients)
    yield from _at("chân trang đầu", (report.contact_line,))
    yield from _at("phần chữ ký", signature.authority_lines, (signature.name, signature.post))
    for annex in report.annexes:
        yield from _annex_texts(annex)


def _at(place: str, *texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((place, text) for group in texts for text in group)


def _front_texts(report: Report) -> tuple[str, ...]:
    return (
        report.number, report.symbol, report.place_name, report.kind_name, report.subject, report.issuer_name,
        report.contact_line,
    )  # fmt: skip


def _annex_texts(annex: Annex) -> Iterator[tuple[str, str]]:
    label, content = wording.annex_label(annex), annex.content
    yield label, annex.title
    if isinstance(content, Table):
        yield from _table_texts(label, content)
    elif isinstance(content, Charts):
        for chart in content.charts:
            for text in (chart.title, chart.unit, *chart.categories, *(one.name for one in chart.series)):
                yield f"{label}, biểu đồ “{shorten(chart.title, _LONGEST_NAME)}”", text
    elif isinstance(content, Photos):
        for number, photo in enumerate(content.photos, 1):
            yield f"{label}, ảnh {number}", photo.caption


def _table_texts(label: str, table: Table) -> Iterator[tuple[str, str]]:
    for text in (table.unit_note, *(column.title for column in table.columns)):
        yield label, text
    for number, row in enumerate(table.rows, 1):
        texts = [cell for cell in row if isinstance(cell, str)]
        if all(text.isascii() for text in texts):
            continue
        name = next((text for text in texts if text.strip()), "")
        place = f"{label}, dòng {number} “{shorten(name, _LONGEST_NAME)}”"
        for text in texts:
            yield place, text

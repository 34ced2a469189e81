"""The fixed lines of an official report, put together once for all writers (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from desktop_app.report.model import Annex, Report, Section
from desktop_app.vietnamese.dates import long_date
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.text import clean, shorten

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSEE_LABEL = "Kính gửi:"
RECIPIENTS_LABEL = "Nơi nhận:"
END_MARK = "./."
ANNEXES_ENCLOSED = "(kèm theo các phụ lục)"
"""How a closing says that annexes follow; on paper it names them (NĐ 30/2020, Phụ lục I, III.1)."""
_ABOUT = "V/v"

_NUMBER_ROOM = " " * 8
_DAY_ROOM = " " * 7
_LETTER_LEVEL = 3
_LONGEST_PROPERTY = 255
_SURROGATE = re.compile("[\ud800-\udfff]")
# Whatever `clean` would change: control, formatting and combining characters, odd spaces, noncharacters.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0300-\u036f\u0600-\u0605\u061c\u06dd\u070f\u1680\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffc\ufffe\uffff"
    "\U0001bca0-\U0010ffff]"
)


def plain(text: str) -> str:
    """Return the text as every writer prints it: no control characters, line breaks as line feeds.

    Texts from the ledger are in this form already; half a surrogate pair becomes U+FFFD, not nothing.
    """
    if not _SUSPECT.search(text):
        return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return clean(_SURROGATE.sub("\ufffd", text), multiline=True)


def one_line(text: str) -> str:
    """Return the text on a single line."""
    return " ".join(plain(text).split("\n"))


def paragraphs(*texts: str) -> list[str]:
    """Return the paragraphs of running texts: each line break starts a new one, empty ones are left out."""
    return [line.strip(" ") for text in texts for line in plain(text).split("\n") if line.strip(" ")]


def document_number(report: Report) -> str:
    """Return "21/BC-MTTQ-BCĐ"; numbers below 10 get a zero, a missing one leaves room for the hand."""
    number = one_line(report.number)
    if number.isascii() and number.isdigit() and int(number) < 10:
        number = two_digits(int(number))
    return f"{number or _NUMBER_ROOM}/{one_line(report.symbol)}"


def _after(words: str, report: Report) -> str:
    """Put the number behind its words; a missing one brings its own room."""
    number = document_number(report)
    return words + (number if number.startswith(" ") else f" {number}")


def number_line(report: Report) -> str:
    """Return "Số: 21/BC-MTTQ-BCĐ", or "Số:        /BC-MTTQ-BCĐ"."""
    return _after("Số:", report)


def issue_date(report: Report) -> str:
    """Return "ngày 22 tháng 11 năm 2023", or with room for day and month."""
    if report.issued_on is not None:
        return long_date(report.issued_on)
    return f"ngày{_DAY_ROOM}tháng{_DAY_ROOM}năm {report.identity.year}"


def date_line(report: Report) -> str:
    """Return "Hàm Thuận Bắc, ngày 22 tháng 11 năm 2023"."""
    place = one_line(report.place_name)
    return f"{place}, {issue_date(report)}" if place else issue_date(report)


def _list_lines(items: tuple[str, ...]) -> list[str]:
    """Return "- a;", "- b." as addressees and recipients are listed."""
    names = [name for name in (one_line(item).strip(" -;.") for item in items) if name.strip(" +:")]
    return [_list_line(name, is_last=place == len(names)) for place, name in enumerate(names, 1)]


def _list_line(name: str, *, is_last: bool) -> str:
    """Return one line with its signs; a line that ends in a colon heads the group of "+" lines below it."""
    sign = "" if name.startswith("+") else "- "
    end = "." if is_last else "" if name.endswith(":") else ";"
    return f"{sign}{name}{end}"


def addressee_lines(report: Report) -> list[str]:
    """Return what follows "Kính gửi:": one name on the same line, or several with dashes, one a line."""
    lines = _list_lines(report.addressees)
    return [lines[0].removeprefix("- ")] if len(lines) == 1 else lines


def basis_lines(report: Report) -> list[str]:
    """Return the căn cứ: each ends with a semicolon, the last one with a full stop (NĐ 30/2020, Phụ lục I)."""
    lines = [line.rstrip(" .;,") for line in paragraphs(*report.bases)]
    return [f"{line}{'.' if place == len(lines) else ';'}" for place, line in enumerate(lines, 1)]


def recipient_lines(report: Report) -> list[str]:
    """Return the lines under "Nơi nhận:"."""
    return _list_lines(report.recipients)


def closing_paragraphs(report: Report) -> list[str]:
    """Return the last paragraphs with "./." behind the last sentence."""
    lines = paragraphs(report.closing.replace(ANNEXES_ENCLOSED, _enclosed(report.annexes)))
    if lines:
        lines[-1] = lines[-1].rstrip(" ./") + END_MARK
    return lines


def _enclosed(annexes: Sequence[Annex]) -> str:
    """Return "(kèm theo các Phụ lục từ I đến XIV)" as far as there are annexes, "(kèm theo Phụ lục)" for one."""
    names = [annex_label(one) for one in annexes]
    if len(names) < 3:
        return f"(kèm theo {' và '.join(names)})" if names else ANNEXES_ENCLOSED
    first, last = (one_line(one.number) for one in (annexes[0], annexes[-1]))
    return f"(kèm theo các Phụ lục từ {first} đến {last})"


def title_lines(report: Report) -> list[str]:
    """Return the lines of the trích yếu."""
    return paragraphs(report.subject)


def letter_subject(report: Report) -> str:
    """Return the trích yếu of a công văn, "V/v đính chính Báo cáo …"; empty without a subject."""
    subject = " ".join(title_lines(report))
    return subject if not subject or subject.startswith(_ABOUT) else f"{_ABOUT} {subject}"


def kind_in_sentence(report: Report) -> str:
    """Return "Báo cáo"."""
    return one_line(report.kind_name).capitalize()


class Properties(NamedTuple):
    """What a file says of itself; each text short enough for Word and Excel.

    Attributes:
        day: of issue, else the first of the report's year; a file holds no time of export.
    """

    title: str
    author: str
    subject: str
    keywords: str
    day: date


def properties(report: Report) -> Properties:
    """Return the properties of the written file."""
    identity = report.identity
    texts = (
        " ".join([kind_in_sentence(report), *title_lines(report)]),
        issuer_name(report),
        number_line(report),
        " ".join([identity.unit_code, str(identity.year), identity.period, identity.check]),
    )
    title, author, subject, keywords = (shorten(one_line(text), _LONGEST_PROPERTY) for text in texts)
    day = report.issued_on or date(identity.year, 1, 1)
    return Properties(title, author, subject, keywords, day)


def issuer_name(report: Report) -> str:
    """Return the issuing body in running text."""
    return one_line(report.issuer_name) or one_line(report.identity.unit_name)


def section_mark(section: Section) -> str:
    """Return "I.", "1." or "a)"; empty for a section without a number."""
    number = one_line(section.number)
    if not number:
        return ""
    return f"{number})" if section.level >= _LETTER_LEVEL else f"{number}."


def section_heading(section: Section) -> str:
    """Return "I. Công tác lãnh đạo, chỉ đạo"; empty when only a number stands (see `section_texts`)."""
    title = one_line(section.title)
    return f"{section_mark(section)} {title}".strip(" ") if title else ""


def section_places(report: Report) -> Iterator[tuple[str, Section]]:
    """Yield each section with its printed place ("II.6"), parents before their children, in printing order."""
    pending = [("", section) for section in reversed(report.sections)]
    while pending:
        above, section = pending.pop()
        place = ".".join(filter(None, (above, one_line(section.number))))
        yield place, section
        pending.extend((place, child) for child in reversed(section.children))


class SectionText(NamedTuple):
    """A section as it is printed; the heading may be empty."""

    heading: str
    paragraphs: list[str]


def section_text(section: Section) -> SectionText:
    """Return heading and paragraphs; without a title the number stands before the first paragraph."""
    heading, texts = section_heading(section), paragraphs(*section.paragraphs)
    mark = section_mark(section)
    if not heading and mark:
        texts[:1] = [f"{mark} {texts[0]}" if texts else mark]
    return SectionText(heading, texts)


def annex_label(annex: Annex) -> str:
    """Return "Phụ lục II", or "Phụ lục" for the only one."""
    return f"Phụ lục {one_line(annex.number)}".rstrip(" ")


def annex_heading(annex: Annex) -> str:
    """Return "Phụ lục II. Đề nghị khen thưởng", for outlines."""
    return ". ".join(filter(None, (annex_label(annex), one_line(annex.title))))


def annex_reference(report: Report) -> str:
    """Return the line that ties an annex to its report: "(Kèm theo Báo cáo số … ngày … của …)"."""
    issuer = issuer_name(report)
    document = _after(f"Kèm theo {kind_in_sentence(report)} số", report)
    return f"({document} {issue_date(report)}{f' của {issuer}' if issuer else ''})"

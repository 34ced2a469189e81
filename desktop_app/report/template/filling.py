"""Fill the parts of a template in the sandbox: words at once, blocks as marks that are replaced afterwards."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from jinja2 import TemplateError as JinjaError
from lxml import etree
from markupsafe import Markup

from desktop_app.domain.word_template import BLOCKS, LISTS, WORDS
from desktop_app.errors import TemplateError
from desktop_app.report import wording
from desktop_app.report.model import Report
from desktop_app.report.template.language import environment, from_lines
from desktop_app.report.template.opening import TemplatePart

MARK = "{urn:so-hang-viet:khoi}khoi"
SECONDS = 10.0
"""A template that takes longer is given up."""
_LARGEST = 20 * 2**20
_TOO_LONG = (
    "Mẫu Word chạy quá lâu hoặc tạo ra văn bản quá lớn nên không dùng được; hãy bớt các vòng lặp trong mẫu."
)
_BROKEN = "Mẫu Word tạo ra văn bản sai cấu trúc (thường do lệnh if, for mở ở đoạn này, đóng ở bảng khác); hãy sửa mẫu."

Clock = Callable[[], float]


class Watch:
    """Ends what takes too long, and passes on the wish to stop.

    Attributes:
        step: called now and then; may raise `CancelledError`.
    """

    def __init__(
        self, step: Callable[[], None], clock: Clock = time.monotonic, seconds: float = SECONDS
    ) -> None:
        self.step = step
        self._clock, self._ends = clock, clock() + seconds

    def look(self) -> None:
        """Raise `TemplateError` when the time is over."""
        if self._clock() > self._ends:
            raise TemplateError(_TOO_LONG)


class _Lines:
    """A list of a template: going through it looks at the watch."""

    def __init__(self, lines: Sequence[str], watch: Watch) -> None:
        self._lines, self._watch = lines, watch

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._watch.look()
            yield line

    def __len__(self) -> int:
        return len(self._lines)


class _Block:
    """A block in the sandbox: true when there is something to print; written as a mark that no text can forge."""

    def __init__(self, name: str, is_full: bool) -> None:
        self._name, self._is_full = name, is_full

    def __bool__(self) -> bool:
        return self._is_full

    def __html__(self) -> str:
        return Markup('<shv:khoi xmlns:shv="urn:so-hang-viet:khoi" ten="{}"/>').format(self._name)


def context(report: Report, full: set[str], watch: Watch) -> Mapping[str, object]:
    """Return what the names in a template stand for; `full` are the blocks that print something."""
    lists = {
        "ds_co_quan": wording.paragraphs(*report.superior_lines, *report.issuer_lines),
        "ds_kinh_gui": wording.addressee_lines(report),
        "ds_noi_nhan": wording.recipient_lines(report),
        "ds_quyen_han": wording.paragraphs(*report.signature.authority_lines),
    }
    blocks = {one.name: _Block(one.name, one.name in full) for one in BLOCKS}
    return {**_words(report), **blocks, **{name: _Lines(lines, watch) for name, lines in lists.items()}}


def empty_context(watch: Watch) -> Mapping[str, object]:
    """Return the names of a template with nothing behind any of them: every `if` takes its other way."""
    blocks = {one.name: _Block(one.name, False) for one in BLOCKS}
    lists = {one.name: _Lines((), watch) for one in LISTS}
    return {**{one.name: "" for one in WORDS}, **blocks, **lists}


def _words(report: Report) -> dict[str, str]:
    identity = report.identity
    words = {
        "co_quan_chu_quan": " ".join(wording.paragraphs(*report.superior_lines)),
        "co_quan_ban_hanh": " ".join(wording.paragraphs(*report.issuer_lines)),
        # "Số: " stands before it in the template; the room for the hand begins with that blank.
        "so_ky_hieu": wording.document_number(report).removeprefix(" "),
        "dia_danh": report.place_name,
        "ngay_thang": wording.issue_date(report),
        "dia_danh_ngay": wording.date_line(report),
        "ten_loai": report.kind_name,
        "trich_yeu": " ".join(wording.title_lines(report)),
        "ten_don_vi": identity.unit_name,
        "nam": str(identity.year),
        "nguoi_ky": report.signature.name,
        "chuc_vu": report.signature.post,
        "lan_bao_cao": str(identity.revision),
        "ma_kiem_tra": identity.check,
        "dong_lien_he": report.contact_line,
    }
    return {name: wording.one_line(text) for name, text in words.items()}


def filled(part: TemplatePart, values: Mapping[str, object], watch: Watch) -> BaseOxmlElement:
    """Return the root of a part with its names replaced.

    Raises:
        TemplateError: it takes too long, grows too large, or what comes out is no markup.
    """
    try:
        pieces: list[str] = []
        size = 0
        for piece in environment().from_string(part.source).generate(values):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST:
                raise TemplateError(_TOO_LONG)
            watch.look()
            watch.step()
        return parse_xml(from_lines("".join(pieces)))
    except (JinjaError, etree.XMLSyntaxError) as error:
        raise TemplateError(_BROKEN) from error

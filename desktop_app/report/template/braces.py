"""Look at the braces of a template before docxtpl does: its patterns take minutes where a brace is left open."""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from desktop_app.vietnamese.text import shorten

MOST_TAGS = 300
_TAG = re.compile(r"\{\{([^{}]*)\}\}|\{%([^{}%]*)%\}|\{#[^{}#]*#\}")
_OPEN = re.compile(r"\{[{%#]|[%#}]\}|\{$|^\}")
_COMMAND = re.compile(r"-?(?:(?:p|tr|tc|r)\s)?\s*(?:if|elif|else|endif|for|endfor)\b")
_LONGEST = 300
_SHOWN = 60


def brace_faults(markup: str, place: str) -> list[str]:
    """Return what is wrong with the braces of a part, whole sentences; every tag must end in its own paragraph.

    Args:
        markup: of the body, or of a whole header or footer.
        place: where it is, for sentences.
    """
    # Read plainly: the elements of python-docx have a `text` of their own, which is not what stands in them.
    root = etree.fromstring(markup)
    found: list[str] = []
    tags = 0
    for text in _paragraph_texts(root):
        matches = list(_TAG.finditer(text))
        tags += len(matches)
        words = shorten(" ".join(text.split()), _SHOWN)
        if _OPEN.search(_TAG.sub("", text).strip()):
            found.append(
                f"Từ khóa ở đoạn “{words}” ({place}) viết chưa đúng; hãy kiểm tra đủ dấu {{{{ }}}}, {{% %}}."
            )
        elif any(len(one[0]) > _LONGEST for one in matches):
            found.append(f"Từ khóa ở đoạn “{words}” ({place}) quá dài.")
        elif any(one[2] is not None and not _COMMAND.match(one[2].strip()) for one in matches):
            found.append(f"Đoạn “{words}” ({place}) dùng lệnh không được phép; chỉ dùng được if và for.")
    if tags > MOST_TAGS:
        found.insert(0, f"Mẫu có quá nhiều từ khóa trong {place}; nhiều nhất {MOST_TAGS} từ khóa.")
    if any(_OPEN.search(text) and len(text) > 1 for text in _other_texts(root)):
        found.append(
            f"Có từ khóa đặt trong trường, hình vẽ hoặc thuộc tính ({place}); hãy gõ từ khóa như chữ thường."
        )
    return found


def _paragraph_texts(root: etree.Element) -> Iterator[str]:
    """Yield the texts of paragraphs with braces."""
    pieces: dict[etree.Element, list[str]] = {}
    for text in root.iter(qn("w:t")):
        paragraph = next(text.iterancestors(qn("w:p")), root)
        pieces.setdefault(paragraph, []).append(text.text or "")
    joined = ("".join(parts) for parts in pieces.values())
    return (text for text in joined if "{" in text or "}" in text)


def _other_texts(root: etree.Element) -> Iterator[str]:
    """Yield texts that are none of a paragraph's, and the values of attributes."""
    for one in root.iter():
        yield from (value for value in one.attrib.values() if "{{" in value or "{%" in value or "{#" in value)
        if one.tag != qn("w:t") and one.text and "{" in one.text:
            yield one.text
        if one.tail and "{" in one.tail:
            yield one.tail

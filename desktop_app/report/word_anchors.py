"""The invisible bookmarks by which the running text of an exported Word file is found again."""

import re

CLOSING = "_shv_ket"
"""On the first paragraph behind the sections."""
OUTSIDE = "_shv_ngoai"
"""Begins the names of bookmarks on paragraphs of a template that belong to no section."""

_SECTION = "_shv_muc_"
_LONGEST_NAME = 40  # Word cuts longer names of bookmarks off
_ODD = re.compile("[^A-Za-z0-9]")


def section_anchor(key: str) -> str:
    """Return the bookmark of a section; Word hides bookmarks that begin with an underscore."""
    return (_SECTION + _ODD.sub("_", key))[:_LONGEST_NAME]


def is_section_anchor(name: str) -> bool:
    """Say whether a bookmark is that of a section."""
    return name.startswith(_SECTION)


def anchored(paragraph: str, name: str, number: int) -> str:
    """Return the markup of a paragraph with a bookmark around its text.

    Args:
        paragraph: with its properties.
        name: of the bookmark.
        number: unlike those of the other bookmarks of the file.
    """
    begin = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    opened = paragraph.replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    return f'{opened.removesuffix("</w:p>")}<w:bookmarkEnd w:id="{number}"/></w:p>'

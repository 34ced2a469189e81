"""WordprocessingML as text: paragraphs and attributes, every word escaped."""

from xml.sax.saxutils import escape, quoteattr

_TWIPS_PER_POINT = 20


def twips(points: float) -> int:
    """Return a length in Word's unit, a twentieth of a point."""
    return round(points * _TWIPS_PER_POINT)


def attribute(value: str) -> str:
    """Return a quoted attribute value."""
    return quoteattr(value)


def text_run(text: str, *, bold: bool = False) -> str:
    """Return a run; a line feed becomes a line break within the paragraph."""
    if not text:
        return ""
    marks = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    content = escape(text)
    if "\n" in content:
        content = content.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{marks}<w:t xml:space="preserve">{content}</w:t></w:r>'


def paragraph(style_id: str, text: str = "", *, properties: str = "", bold: bool = False) -> str:
    """Return a paragraph.

    Args:
        style_id: id of its style.
        text: plain text in the form that `wording.plain` gives.
        properties: further paragraph properties as markup, in the order of the schema.
        bold: printed bold whatever the style says.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{text_run(text, bold=bold)}</w:p>'


def indents(left: float = 0.0, right: float = 0.0, hanging: float = 0.0) -> str:
    """Return the indents of a paragraph, given in points."""
    first = f'w:hanging="{twips(hanging)}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" {first}/>'

"""What makes the file fit for archives (PDF/A-2b, ISO 19005-2): XMP metadata, colour profile, parted streams."""

from datetime import date
from itertools import pairwise
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import ResourceError
from desktop_app.report.wording import Properties
from desktop_app.resources_path import resource

CREATOR = "Sổ Hàng Việt"
PRODUCER = "Sổ Hàng Việt, ReportLab"
PDF_VERSION = (1, 7)  # on which PDF/A-2 stands; NĐ 30/2020/NĐ-CP asks for 1.4 or newer
_PROFILE = "sRGB IEC61966-2.1"
_END = b"endstream\nendobj\n"
_ENTRY = 20
"""Bytes of an entry in the table of offsets (ISO 32000-1, 7.5.4)."""


class _PlainStream(PDFObject):  # type: ignore[misc]
    """Metadata as every program can read them: neither compressed nor with an empty list of filters."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: object) -> bytes:
        head = b"<< /Type /Metadata /Subtype /XML /Length %d >>" % len(self._content)
        return b"%b\nstream\n%bendstream\n" % (head, self._content)


def describe(canvas: Canvas, properties: Properties) -> None:
    """Write what the file says of itself, twice with the same words: in its information dictionary and as XMP.

    Raises:
        ResourceError: if the colour profile is gone.
    """
    day = properties.day
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setKeywords(properties.keywords)
    canvas.setCreator(CREATOR)
    canvas.setProducer(PRODUCER)
    # No time of export: the same report gives the same bytes.
    canvas.setDateFormatter(lambda *_: f"D:{day.year:04}{day:%m%d}000000+00'00'")
    catalog = canvas._doc.Catalog
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _PlainStream(xmp_packet(properties))
    catalog.OutputIntents = PDFArray([_output_intent(canvas)])


def _output_intent(canvas: Canvas) -> PDFDictionary:
    """Say which red, green and blue the file's colours are; black text is the same in every profile."""
    path = resource("color", "sRGB.icc")
    try:
        profile = path.read_bytes()
    except OSError as error:
        raise ResourceError(
            f"Không đọc được hồ sơ màu đi kèm ({path}); hãy cài đặt lại chương trình."
        ) from error
    stream = PDFStream(PDFDictionary({"N": 3}), profile)
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_PROFILE),
            "Info": PDFString(_PROFILE),
            "DestOutputProfile": canvas._doc.Reference(stream),
        }
    )


def xmp_packet(properties: Properties) -> bytes:
    """Return the metadata as an XMP packet (ISO 16684-1) that claims PDF/A-2b."""
    title, author, subject, keywords = (
        escape(text)
        for text in (properties.title, properties.author, properties.subject, properties.keywords)
    )
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{_moment(properties.day)}</xmp:CreateDate>
<xmp:ModifyDate>{_moment(properties.day)}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    return packet.encode("utf-8")


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+00:00"


def part_streams(data: bytes) -> bytes:
    """Put a line end before each `endstream`, as PDF/A asks and reportlab does not, and correct the offsets.

    Args:
        data: a whole file with one table of offsets, its objects in the order of their numbers.
    """
    table = int(data[data.rindex(b"startxref") :].split()[1])
    first = data.index(b"0000000000 65535 f", table)
    count = int(data[table:first].split()[2])
    entries = [data[first + place * _ENTRY :][:10] for place in range(1, count)]
    offsets = [*map(int, entries), table]
    parts, moved, length = [data[: offsets[0]]], [], offsets[0]
    for start, end in pairwise(offsets):
        part = data[start:end]
        if part.endswith(_END):
            part = part[: -len(_END)] + b"\n" + _END
        moved.append(length)
        parts.append(part)
        length += len(part)
    lines = [b"%010d 00000 n \n" % offset for offset in moved]
    rest = data[first + count * _ENTRY : data.rindex(b"startxref")]
    parts += [data[table : first + _ENTRY], *lines, rest, b"startxref\n%d\n%%%%EOF\n" % length]
    return b"".join(parts)

"""The rules of PDF/A-2b (ISO 19005-2) that can be checked by reading the file back; the clause is named at each."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from desktop_app.errors import ResourceError
from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex
from desktop_app.report.pdf import archive, write_pdf
from desktop_app.report.pdf.archive import part_streams, xmp_packet
from desktop_app.report.wording import properties
from desktop_app.resources_path import resource
from tests.desktop_app.report.pictured import CHARTS, photos
from tests.desktop_app.report.sample import ManyRows, make_report, with_rows

DC, PDF, XMP = (
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/pdf/1.3/",
    "http://ns.adobe.com/xap/1.0/",
)
CLAIM = "http://www.aiim.org/pdfa/ns/id/"
FORBIDDEN_KEYS = {
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/AF", "/AcroForm", "/XFA", "/NeedAppearances",
    "/Encrypt", "/SMask", "/Group", "/TR", "/HTP", "/OPI", "/Ref", "/PS", "/Alternates", "/PresSteps", "/Requirements",
    "/F",
}  # fmt: skip
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}


SUBJECT = "Kết quả <b>&amp;</b> “năm 2023”"
PICTURES = (Annex("III", "Biểu đồ", CHARTS), Annex("IV", "Hình ảnh", photos((640, 480), (300, 500))))


@pytest.fixture(params=["plain", "pictures"])
def data(request: pytest.FixtureRequest, pdf_path: Path, layout: Layout) -> bytes:
    report = make_report(subject=SUBJECT)
    if request.param == "pictures":
        report = replace(report, annexes=(*report.annexes, *PICTURES), prints_code=True)
    write_pdf(report, pdf_path, layout)
    return pdf_path.read_bytes()


@pytest.fixture
def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def _objects(reader: PdfReader) -> Iterator[object]:
    """Yield every object that the trailer leads to, once."""
    pending: list[object] = [reader.trailer]
    seen: set[int] = set()
    while pending:
        one = pending.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        yield one
        if isinstance(one, DictionaryObject):
            pending.extend(one.raw_get(key) for key in one)
        elif isinstance(one, ArrayObject):
            pending.extend(list.__iter__(one))


def test_header_and_trailer(data: bytes, reader: PdfReader) -> None:
    # 6.1.2, 6.1.3: version, a comment of bytes above 127, an identifier, nothing behind the end, no encryption
    first, second = data.split(b"\n", 2)[:2]
    assert first == b"%PDF-1.7"
    assert all(byte > 127 for byte in second[1:5])
    assert second.startswith(b"%")
    identifiers = reader.trailer["/ID"]
    assert len(identifiers) == 2
    assert len(identifiers[0].original_bytes) == 16
    assert data.endswith(b"%%EOF\n")
    assert data.count(b"%%EOF") == 1


def test_streams_are_as_long_as_they_say_and_end_with_a_line_end(data: bytes) -> None:
    # 6.1.7.1
    starts = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\n", data))
    assert len(starts) == data.count(b"endstream") > 5
    for start in starts:
        end = start.end() + int(start[1])
        assert data[end : end + 10] == b"\nendstream"


def test_offsets_are_right(pdf_path: Path, layout: Layout) -> None:
    # 6.1.4; strict reading raises at a wrong offset
    write_pdf(with_rows(ManyRows(300)), pdf_path, layout)
    data = pdf_path.read_bytes()
    table = data.rindex(b"xref\n0 ")
    for number, entry in enumerate(re.findall(rb"(\d{10}) 00000 n ", data[table:]), 1):
        assert data[int(entry) :].startswith(b"%d 0 obj\n" % number)
    assert len(PdfReader(BytesIO(data), strict=True).pages) > 3


def test_streams_are_parted_whatever_they_end_with() -> None:
    body = b"%PDF-1.7\n1 0 obj\n<< /Length 2 >>\nstream\na\nendstream\nendobj\n2 0 obj\n<<  >>\nendobj\n"
    rows = b"0000000000 65535 f \n0000000009 00000 n \n%010d 00000 n \n" % body.index(b"2 0 obj")
    whole = body + b"xref\n0 3\n" + rows + b"trailer\n<< /Size 3 >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    parted = part_streams(whole)
    assert b"stream\na\n\nendstream" in parted
    assert len(parted) == len(whole) + 1
    assert b"%010d 00000 n \n" % parted.index(b"2 0 obj") in parted
    assert int(parted.split(b"startxref\n")[1].split()[0]) == parted.index(b"xref\n0")


def test_metadata_claim_the_standard_and_say_what_the_dictionary_says(reader: PdfReader) -> None:
    # 6.6.2, 6.6.4
    stream = reader.trailer["/Root"]["/Metadata"].get_object()
    assert stream["/Type"] == "/Metadata"
    assert stream["/Subtype"] == "/XML"
    assert "/Filter" not in stream
    root = ET.fromstring(stream.get_data().decode("utf-8"))
    info = reader.trailer["/Info"]

    def text(namespace: str, name: str) -> str:
        (one,) = root.iter(f"{{{namespace}}}{name}")
        return "".join(one.itertext()).strip()

    assert (text(CLAIM, "part"), text(CLAIM, "conformance")) == ("2", "B")
    assert text(DC, "title") == info["/Title"] == "Báo cáo Kết quả <b>&amp;</b> “năm 2023”"
    assert text(DC, "creator") == info["/Author"]
    assert text(DC, "description") == info["/Subject"]
    assert text(PDF, "Keywords") == info["/Keywords"]
    assert text(PDF, "Producer") == info["/Producer"]
    assert text(XMP, "CreatorTool") == info["/Creator"] == "Sổ Hàng Việt"
    assert text(XMP, "CreateDate") == text(XMP, "ModifyDate") == "2023-11-22T00:00:00+00:00"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20231122000000+00'00'"


def test_a_report_without_date_is_of_its_year() -> None:
    assert b"<xmp:CreateDate>2023-01-01T" in xmp_packet(properties(make_report(issued_on=None)))


def test_colours_are_told_by_a_profile(reader: PdfReader) -> None:
    # 6.2.3
    (intent,) = reader.trailer["/Root"]["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    stream = intent.get_object()["/DestOutputProfile"].get_object()
    profile = stream.get_data()
    assert stream["/N"] == 3
    assert profile == resource("color", "sRGB.icc").read_bytes()
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"mntr", b"RGB ", b"acsp")
    assert profile[8] <= 4  # of the ICC's fourth edition at most
    assert len(profile) == int.from_bytes(profile[:4], "big")


def test_a_lost_profile_is_told(monkeypatch: pytest.MonkeyPatch, pdf_path: Path, layout: Layout) -> None:
    monkeypatch.setattr(archive, "resource", lambda *parts: Path("/nowhere", *parts))
    with pytest.raises(ResourceError, match="cài đặt lại"):
        write_pdf(make_report(), pdf_path, layout)
    assert not pdf_path.exists()


def test_nothing_forbidden_stands_in_the_file(reader: PdfReader) -> None:
    # 6.1.7.2, 6.2.5 to 6.2.10, 6.3 to 6.5: no actions, scripts, attachments, transparency, foreign filters
    dictionaries = [one for one in _objects(reader) if isinstance(one, DictionaryObject)]
    assert len(dictionaries) > 20
    for one in dictionaries:
        assert not FORBIDDEN_KEYS & set(one)
        assert one.get("/S") not in {"/JavaScript", "/Launch", "/URI", "/SubmitForm"}
        for opacity in ("/CA", "/ca"):
            assert one.get(opacity, 1) == 1
    for one in dictionaries:
        if isinstance(one, StreamObject):
            filters = one.get("/Filter", ())
            assert not FORBIDDEN_FILTERS & set([filters] if isinstance(filters, str) else filters)


def test_fonts_are_embedded_parts_with_a_way_back_to_unicode(reader: PdfReader) -> None:
    # 6.2.11.4, 6.2.11.6: a symbolic TrueType font names no encoding
    fonts = [one for one in _objects(reader) if isinstance(one, DictionaryObject) and "/BaseFont" in one]
    assert len(fonts) >= 4
    for font in fonts:
        descriptor = font["/FontDescriptor"].get_object()
        assert font["/Subtype"] == "/TrueType"
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        assert font["/BaseFont"] == descriptor["/FontName"]
        assert len(descriptor["/FontFile2"].get_object().get_data()) < 120_000  # of 400,000
        assert descriptor["/Flags"] & 4
        assert "/Encoding" not in font
        assert "/ToUnicode" in font
        assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1


def test_pictures_have_colours_of_the_profile(reader: PdfReader) -> None:
    # 6.2.4.3: grey and red, green, blue belong to the profile; a CMYK photo of a printer would not
    images = [
        one for one in _objects(reader) if isinstance(one, StreamObject) and one.get("/Subtype") == "/Image"
    ]
    assert all(one["/ColorSpace"] in {"/DeviceRGB", "/DeviceGray"} for one in images)
    assert not [one for one in images if one.get("/Interpolate")]
    whole = b"".join(page.get_contents().get_data() for page in reader.pages)
    assert not re.search(rb"(^|\s)[kK]\s*$", whole, re.MULTILINE)


def test_language_and_title_are_for_readers(reader: PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "vi-VN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not False


def test_same_report_gives_the_same_bytes(tmp_path: Path, layout: Layout) -> None:
    for name in ("a", "b"):
        write_pdf(make_report(), tmp_path / name, layout)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

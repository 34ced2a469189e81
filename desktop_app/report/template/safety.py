"""What may not stand in a template: links to the outside, embedded programs, fields that fetch, huge parts."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from desktop_app.errors import TemplateError
from desktop_app.report.word_package import CONTENT_TYPES, WordPackage

MOST_MEGABYTES = 20
_LARGEST_TEXT_PART = 2**20
_LARGEST_MARKUP = 8 * 2**20
_TEXT_PARTS = re.compile(
    r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml", re.IGNORECASE
)
_EMBEDDED = (
    "/oleobject",
    "/control",
    "/activexcontrolbinary",
    "/afchunk",
    "/subdocument",
    "/package",
    "/vbaproject",
)
_FETCHING = re.compile(
    r"\b(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|EMBED|MACROBUTTON|AUTOTEXTLIST)\b",
    re.IGNORECASE,
)
_HARMLESS_LINKS = ("http://", "https://", "mailto:")


def refuse_unsafe(package: WordPackage) -> None:
    """Check what a template holds besides its text.

    Raises:
        TemplateError: something in it could fetch, run, or take long.
    """
    if b"wordprocessingml.template" in package.parts[CONTENT_TYPES]:
        raise TemplateError(
            f"“{package.name}” là tệp mẫu của Word (.dotx). Hãy mở bằng Word, lưu thành “Tài liệu Word (.docx)” "
            "rồi chọn lại."
        )
    for name, data in package.xml_parts():
        _refuse_large(package.name, name, len(data))
        if name.endswith(".rels"):
            _refuse_relations(package.name, data)
        elif name.startswith("word/"):
            _refuse_fields(package.name, data)
    if any(part.lower().startswith(("word/embeddings/", "word/activex/")) for part in package.parts):
        raise _embedded(package.name)


def _embedded(name: str) -> TemplateError:
    return TemplateError(
        f"Tệp “{name}” có đối tượng nhúng (OLE, ActiveX hoặc tài liệu khác) nên không dùng làm mẫu được. "
        "Hãy xóa đối tượng đó trong Word rồi chọn lại; lô-gô thì chèn dạng ảnh."
    )


def _refuse_large(file: str, part: str, size: int) -> None:
    if size > (_LARGEST_TEXT_PART if _TEXT_PARTS.fullmatch(part) else _LARGEST_MARKUP):
        raise TemplateError(
            f"Tệp “{file}” quá dài để làm mẫu; mẫu chỉ cần phần trình bày và các từ khóa. "
            "Hãy xuất lại mẫu của chương trình rồi sửa."
        )


def _refuse_relations(file: str, data: bytes) -> None:
    for _name, attributes in _elements(data):
        kind = attributes.get("Type", "").lower()
        if kind.endswith(_EMBEDDED):
            raise _embedded(file)
        if attributes.get("TargetMode", "").lower() != "external" and not kind.endswith("/attachedtemplate"):
            continue
        target = attributes.get("Target", "").strip().lower()
        if not (kind.endswith("/hyperlink") and target.startswith(_HARMLESS_LINKS)):
            raise TemplateError(
                f"Tệp “{file}” liên kết tới tệp hoặc địa chỉ bên ngoài (mẫu đính kèm, ảnh liên kết…) nên không dùng "
                "làm mẫu được. Hãy bỏ liên kết trong Word (ảnh thì chèn hẳn vào tệp; mẫu đính kèm: Nhà phát triển > "
                "Mẫu tài liệu > Normal) rồi chọn lại."
            )


def _refuse_fields(file: str, data: bytes) -> None:
    if any(_FETCHING.search(code) for code in _field_codes(data)):
        raise TemplateError(
            f"Tệp “{file}” có trường (field) lấy nội dung từ nơi khác nên không dùng làm mẫu được. "
            "Hãy xóa trường đó trong Word rồi chọn lại."
        )


def _field_codes(data: bytes) -> list[str]:
    """Return the codes of all fields; one that is spread over several runs is read as a whole."""
    codes: list[str] = []
    pieces: list[str] = []
    reading = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal reading
        kind = name.rpartition(":")[2]
        reading = kind == "instrText"
        codes.extend(value for key, value in attributes.items() if key.endswith(":instr"))
        if kind == "fldChar":
            codes.append("".join(pieces))
            pieces.clear()

    def end(_name: str) -> None:
        nonlocal reading
        reading = False

    def take(text: str) -> None:
        if reading:
            pieces.append(text)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, take
    parser.Parse(data, True)
    return [*codes, "".join(pieces)]


def _elements(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.Parse(data, True)
    return iter(found)

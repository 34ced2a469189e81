"""Templates for tests: the shipped one, changed as an officer would change it in Word, or as an attacker would."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from desktop_app.report.layout import load_layout
from desktop_app.report.template.shipped import write_shipped


def shipped() -> bytes:
    """Return the template of the program."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mẫu.docx"
        write_shipped(path, load_layout())
        return path.read_bytes()


def edited(change: Callable[[WordDocument], object], template: bytes | None = None) -> bytes:
    """Return the template after a change in Word."""
    document = Document(BytesIO(template or shipped()))
    change(document)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def with_line(text: str, template: bytes | None = None) -> bytes:
    """Return the template with one more paragraph before the running text."""
    return edited(lambda word: place_of(word, "noi_dung").insert_paragraph_before(text), template)


def place_of(document: WordDocument, name: str):  # type: ignore[no-untyped-def]
    """Return the paragraph of a placeholder in the body."""
    return next(one for one in document.paragraphs if one.text == f"{{{{ {name} }}}}")


def replaced(text: str, new: str) -> bytes:
    """Return the template with one paragraph of the body saying something else."""

    def change(document: WordDocument) -> None:
        next(one for one in document.paragraphs if one.text == text).text = new

    return edited(change)


def with_parts(changes: dict[str, bytes | Callable[[bytes], bytes]], template: bytes | None = None) -> bytes:
    """Return the template with parts added or changed."""
    packed = BytesIO()
    with ZipFile(BytesIO(template or shipped())) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            change = changes.get(name)
            old = source.read(name)
            target.writestr(name, old if change is None else change(old) if callable(change) else change)
        for name, data in changes.items():
            if name not in source.namelist() and isinstance(data, bytes):
                target.writestr(name, data)
    return packed.getvalue()


def texts(document: WordDocument) -> list[str]:
    """Return the texts of all paragraphs of the body, those of tables too."""
    lines = []
    for paragraph in document.element.body.iter(qn("w:p")):
        parts = (
            one.text or "" if one.tag == qn("w:t") else "\n" for one in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        lines.append("".join(parts))
    return lines


def packed_of(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return parts as a file."""
    packed = BytesIO()
    with ZipFile(packed, "w", method) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return packed.getvalue()

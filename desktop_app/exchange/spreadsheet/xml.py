"""One pass over an XML part that refuses document types and entities."""

from collections.abc import Callable
from xml.parsers import expat

from desktop_app.exchange.spreadsheet.archive import damaged, suspicious

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def parser(file: str) -> expat.XMLParserType:
    """Return a parser; a document type raises `SheetFileError` that names the file."""

    def refuse(*_: object) -> None:
        raise suspicious(file)

    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    return made


def run(made: expat.XMLParserType, data: bytes, file: str) -> None:
    """Parse a whole part.

    Raises:
        SheetFileError: it is no well-formed XML.
    """
    try:
        made.Parse(data, True)
    except expat.ExpatError as error:
        raise damaged(file) from error


def elements(data: bytes, file: str) -> list[tuple[str, dict[str, str]]]:
    """Return all start tags of a small part: local name and attributes by local name."""
    found: list[tuple[str, dict[str, str]]] = []
    made = parser(file)
    made.StartElementHandler = lambda name, attributes: found.append(
        (local(name), {local(key): value for key, value in attributes.items()})
    )
    run(made, data, file)
    return found

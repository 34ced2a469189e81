"""Writes what Windows shows under Properties › Details of the program, as PyInstaller reads it."""

from pathlib import Path

from packing.names import Names

_VIETNAMESE, _UNICODE = 0x042A, 1200

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable({table!r}, [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [{language}, {page}])]),
  ],
)
"""


def write(names: Names, target: Path) -> Path:
    """Write the version resource of the program into `target` and return it.

    Args:
        names: Names and version of the build.
        target: A text file; UTF-8.
    """
    strings = {
        "CompanyName": names.publisher,
        "FileDescription": names.product,
        "FileVersion": names.version,
        "InternalName": names.program,
        "LegalCopyright": f"© {names.publisher}. Giấy phép MIT.",
        "OriginalFilename": names.exe,
        "ProductName": names.description,
        "ProductVersion": names.version,
    }
    rows = "\n".join(f"      StringStruct({key!r}, {value!r})," for key, value in strings.items())
    text = _TEXT.format(
        numbers=names.numbers,
        table=f"{_VIETNAMESE:04x}{_UNICODE:04x}",
        strings=rows,
        language=_VIETNAMESE,
        page=_UNICODE,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target

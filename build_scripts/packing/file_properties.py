"""What Windows shows under Properties > Details of the program, in the words that PyInstaller reads."""

from packing.names import Names

_VIETNAMESE, _UTF16 = 0x042A, 1200


def text(names: Names) -> str:
    """Return the version resource of the program as PyInstaller's `--version-file` wants it."""
    shown = {
        "CompanyName": names.publisher,
        "FileDescription": names.product,
        "FileVersion": names.version,
        "InternalName": names.program,
        "LegalCopyright": f"© {names.publisher}. Giấy phép MIT.",
        "OriginalFilename": names.exe,
        "ProductName": names.product,
        "ProductVersion": names.version,
        "Comments": names.description,
    }
    rows = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in shown.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={names.numbers}, prodvers={names.numbers}, mask=0x3F, flags=0,"
        " OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('{_VIETNAMESE:04X}{_UTF16:04X}', [{rows}])]),"
        f" VarFileInfo([VarStruct('Translation', [{_VIETNAMESE}, {_UTF16}])])])\n"
    )

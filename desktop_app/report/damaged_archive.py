"""What Python raises for a zip that is damaged, cut short or packed in an unknown way."""

import lzma
import zipfile
import zlib

DAMAGED_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,  # bz2 says so
    EOFError,
    NotImplementedError,
    ValueError,
)
"""An entry that needs a password is a `RuntimeError`, which is not among them."""

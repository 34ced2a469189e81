"""Files of pictures that come from outside."""

import struct

DAMAGED_PICTURE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    struct.error,
)
"""What Pillow raises for a damaged picture, depending on where it meets the damage; it has no class for that."""

"""Sizes of files as a person reads them."""

from desktop_app.vietnamese.numbers import format_decimal, format_integer

_KILO = 1024


def format_size(count: int) -> str:
    """Return a number of bytes in the unit that fits: 0 KB, 340 KB, 1,2 MB, 2,5 GB (1 KB is 1,024 bytes)."""
    if count < _KILO * _KILO * 0.9995:
        return f"{format_integer(-(-count // _KILO))} KB"
    if count < _KILO**3 * 0.9995:
        return f"{format_decimal(count / _KILO**2).removesuffix(',0')} MB"
    return f"{format_decimal(count / _KILO**3).removesuffix(',0')} GB"

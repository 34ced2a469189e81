"""Numbers and money: how they are printed, and how typed ones are read."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.amounts import read_money, read_number, read_whole
from desktop_app.vietnamese.text import clean, shorten

_MILLION, _BILLION = 10**6, 10**9
_MOST_DIGITS = 15
_SIGNS = "-–—−‐‑+"


def format_integer(n: int) -> str:
    """Return the number with points between thousands: 1.234.567."""
    return f"{n:,}".replace(",", ".")


def _format_decimal(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if rounded.is_zero():
        rounded = abs(rounded)  # no “-0,0”
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def format_decimal(x: float, places: int = 1) -> str:
    """Return the number with exactly that many decimals, halves rounded up as by hand: 82,4."""
    return _format_decimal(Decimal(str(x)), places)


def format_number(x: float) -> str:
    """Return the number with the decimals that it has, two at most: 96, 93,5, 1.234,25."""
    text = format_decimal(x, 2)
    return text.rstrip("0").rstrip(",")


def format_percent(x: float) -> str:
    """Return a percentage with one decimal, or none when it is whole: 82,4%, 80%."""
    return format_decimal(x).removesuffix(",0") + "%"


def format_money(vnd: int) -> str:
    """Return the sum in full: 1.500.000 đồng."""
    return f"{format_integer(vnd)} đồng"


def format_money_short(vnd: int) -> str:
    """Return the sum in the largest fitting unit, rounded to two decimals at most: 4,4 tỷ đồng.

    Below one million it is told in full.
    """
    if vnd < _MILLION:
        return format_money(vnd)
    # 999.999.999 would round to 1.000 triệu: that is 1 tỷ.
    unit, word = (_MILLION, "triệu") if vnd < _BILLION - _MILLION // 200 else (_BILLION, "tỷ")
    number = _format_decimal(Decimal(vnd) / unit, 2).rstrip("0").rstrip(",")
    return f"{number} {word} đồng"


def two_digits(n: int) -> str:
    """Return a count as reports print it, with a zero before a single digit: 05, 12, 1.234."""
    return f"{n:02d}" if 0 <= n <= 9 else format_integer(n)


def _shown(text: str) -> str:
    return f"“{shorten(clean(text), 40)}”"


def _refuse_empty_or_signed(text: str, what: str, example: str) -> None:
    text = clean(text)
    if not text:
        raise InvalidValueError(f"Hãy nhập {what}, ví dụ {example}.")
    if text[0] in _SIGNS and any(char.isdigit() for char in text):
        reason = "không cần dấu cộng ở đầu" if text[0] == "+" else "không được là số âm"
        raise InvalidValueError(f"Giá trị {_shown(text)} {reason}; hãy nhập {what}, ví dụ {example}.")


def _refuse_too_large(value: Fraction | int, text: str, example: str) -> None:
    if value >= 10**_MOST_DIGITS:
        raise InvalidValueError(
            f"Giá trị {_shown(text)} có nhiều hơn {_MOST_DIGITS} chữ số; "
            f"hãy kiểm tra và nhập lại, ví dụ {example}."
        )


def parse_integer(text: str) -> int:
    """Read a whole number that is not negative: 1234, 1.234, 1 234.

    Raises:
        InvalidValueError: if it is none, or has more than 15 digits.
    """
    example = "12 hoặc 1.234"
    _refuse_empty_or_signed(text, "số nguyên", example)
    value = read_whole(clean(text))
    if value is None and "," in text and read_number(clean(text)) is not None:
        raise InvalidValueError(
            f"Giá trị {_shown(text)} không phải số nguyên; hãy nhập số nguyên, ví dụ {example}."
        )
    if value is None:
        raise InvalidValueError(
            f"Không hiểu số {_shown(text)}; hãy nhập số nguyên, "
            f"dấu chấm chỉ dùng để tách từng nhóm ba chữ số, ví dụ {example}."
        )
    _refuse_too_large(value, text, example)
    return value


def parse_decimal(text: str) -> float:
    """Read a number that is not negative, with or without decimals: 93,5, 96, 1.234,5; 93.5 is understood too.

    Raises:
        InvalidValueError: if it is none, or has more than 15 digits.
    """
    example = "96 hoặc 93,5"
    _refuse_empty_or_signed(text, "số", example)
    value = read_number(clean(text).removesuffix("%").strip())
    if value is None:
        raise InvalidValueError(
            f"Không hiểu số {_shown(text)}; hãy nhập số, dấu phẩy đứng trước phần lẻ, ví dụ {example}."
        )
    _refuse_too_large(value, text, example)
    return float(value)


def parse_money(text: str) -> int:
    """Read a sum of money in whole đồng: 1.500.000, 1,5 triệu, 2 tỷ 300 triệu, 300 nghìn đồng.

    Raises:
        InvalidValueError: if it is none, is no whole number of đồng, or has more than 15 digits.
    """
    example = "1.500.000 hoặc 1,5 triệu"
    _refuse_empty_or_signed(text, "số tiền", example)
    value = read_money(text)
    if value is None:
        raise InvalidValueError(
            f"Không hiểu số tiền {_shown(text)}; hãy nhập số đồng hoặc số kèm đơn vị, ví dụ {example}."
        )
    if value.denominator != 1:
        raise InvalidValueError(
            f"Số tiền {_shown(text)} có phần lẻ nhỏ hơn một đồng; hãy nhập số tròn đồng, ví dụ {example}."
        )
    _refuse_too_large(value, text, example)
    return int(value)

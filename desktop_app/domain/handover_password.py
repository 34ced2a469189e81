"""The password of a handover file: its one form, what is refused, how good it is in plain words, a suggestion.

The file is protected by scrypt with a work of about a second for each guess (age-encryption.org/v1), so a password need
not be long, but it must not be one that anybody tries first.
"""

import math
import secrets
import unicodedata
from enum import StrEnum
from itertools import pairwise

from desktop_app.errors import InvalidValueError

LEAST, MOST = 8, 200
_GROUPS, _DIGITS = 4, 4
_FAIR_BITS, _STRONG_BITS = 36, 52
_LEAST_DIFFERENT = 5
_USUAL = ("matkhau", "password", "bangiao", "hangviet", "sohangviet", "mattran", "mttq", "123456", "qwerty")


class Strength(StrEnum):
    """How hard a password is to guess."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


STRENGTH_WORDS = {
    Strength.WEAK: "Yếu: người khác có thể đoán ra. Nên dài hơn, ví dụ bốn từ không liên quan đến nhau.",
    Strength.FAIR: "Khá: đủ dùng khi tệp chỉ đi qua tay người tin cậy.",
    Strength.STRONG: "Tốt: rất khó đoán.",
}
MARKED_LETTERS = (
    "Mật khẩu có chữ có dấu. Nếu không cố ý, hãy tắt Unikey (bấm Ctrl+Shift) rồi gõ lại: người nhận phải gõ đúng "
    "từng dấu. Chọn “Hiện mật khẩu” để xem chữ đã gõ."
)
MARKED_LETTERS_TYPED = (
    "Mật khẩu đang gõ có chữ có dấu. Nếu người giao không đặt như vậy, hãy tắt Unikey (bấm Ctrl+Shift) rồi gõ lại. "
    "Chọn “Hiện mật khẩu” để xem chữ đã gõ."
)
WRONG = (
    "Mật khẩu không đúng. Hãy hỏi lại người giao; khi gõ, tắt Unikey (Ctrl+Shift), tắt phím Caps Lock, và chọn "
    "“Hiện mật khẩu” để xem chữ đã gõ."
)


def normal_form(password: str) -> str:
    """Return the one form that is used for the file: NFC, whatever the keyboard sends.

    Raises:
        InvalidValueError: it holds a line break or another control character, as pasted text does.
    """
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in password):
        raise InvalidValueError("Mật khẩu có dấu xuống dòng hoặc ký tự điều khiển; hãy gõ lại bằng tay.")
    return unicodedata.normalize("NFC", password)


def password_problem(password: str) -> str:
    """Return why a new password is refused, "" when it is not."""
    try:
        text = normal_form(password)
    except InvalidValueError as error:
        return str(error)
    if len(text) < LEAST:
        return f"Mật khẩu phải có ít nhất {LEAST} ký tự."
    if len(text) > MOST:
        return f"Mật khẩu dài quá {MOST} ký tự."
    if text != text.strip():
        return "Mật khẩu có dấu cách ở đầu hoặc cuối, khó đọc cho người nhận; hãy bỏ đi."
    if _worth(text) < _LEAST_DIFFERENT or _rest_of_usual(text) < _LEAST_DIFFERENT:
        return (
            "Mật khẩu quá dễ đoán (ký tự lặp lại, dãy liền nhau hoặc từ ai cũng thử); hãy đặt mật khẩu khác."
        )
    return ""


def strength(password: str) -> Strength:
    """Judge a password by its length and kinds of letters; repeats and rows such as 12345 count nothing."""
    text = unicodedata.normalize("NFC", password)
    kinds = (
        (any(letter.isdigit() for letter in text), 10),
        (any(letter.islower() and letter.isascii() for letter in text), 26),
        (any(letter.isupper() and letter.isascii() for letter in text), 26),
        (any(letter.isascii() and not letter.isalnum() for letter in text), 20),
        (not text.isascii(), 60),
    )
    alphabet = sum(size for is_there, size in kinds if is_there)
    bits = _worth(text) * math.log2(alphabet) if alphabet else 0.0
    if bits < _FAIR_BITS or password_problem(password):
        return Strength.WEAK
    return Strength.STRONG if bits >= _STRONG_BITS else Strength.FAIR


def has_marks(password: str) -> bool:
    """Tell whether it holds letters that an English keyboard does not give."""
    return not password.isascii()


def suggested() -> str:
    """Return a new password of digits alone, such as 4821-9037-5518-2264.

    Digits are typed the same with Unikey on and off, and can be said over the telephone.
    """
    groups = ["".join(secrets.choice("0123456789") for _ in range(_DIGITS)) for _ in range(_GROUPS)]
    return "-".join(groups)


def _worth(text: str) -> int:
    """Count the letters that do not follow from the one before (the same, or the next in a row)."""
    folded = text.casefold()
    steps = [ord(later) - ord(earlier) for earlier, later in pairwise(folded)]
    return min(len(text) and 1 + sum(step not in (-1, 0, 1) for step in steps), 3 * len(set(folded)))


def _rest_of_usual(text: str) -> int:
    rest = text.casefold()
    for usual in _USUAL:
        rest = rest.replace(usual, "")
    return len(rest) if rest != text.casefold() else len(text)

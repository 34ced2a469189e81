"""The words of the checks before an export: kinds of problems, and the reason why one is passed over."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """What is wrong; the list of problems is grouped by it, in this order."""

    MISSING = "missing"
    CONTRADICTION = "contradiction"
    UNUSUAL = "unusual"
    DUPLICATE = "duplicate"
    PERSONAL = "personal"
    LETTERS = "letters"
    FORMER = "former"
    FOLLOW_UP = "follow_up"

    @property
    def label(self) -> str:
        """The heading of the group."""
        return _LABELS[self]


_LABELS = {
    ProblemKind.MISSING: "Còn thiếu",
    ProblemKind.CONTRADICTION: "Mâu thuẫn",
    ProblemKind.UNUSUAL: "Số liệu khác thường",
    ProblemKind.DUPLICATE: "Có thể trùng lặp",
    ProblemKind.PERSONAL: "Có thể là dữ liệu cá nhân",
    ProblemKind.LETTERS: "Ký tự không in được",
    ProblemKind.FORMER: "Tên cơ quan đã thay đổi",
    ProblemKind.FOLLOW_UP: "Cần theo dõi, nhắc nhở",
}


@dataclass(frozen=True)
class Reason:
    """Why a warning is passed over.

    Attributes:
        sentence: the warning as it was read; another one asks again.
        at: ISO 8601 local time with offset. who: the user's name.
    """

    sentence: str
    reason: str
    at: str
    who: str

    def explains(self, sentence: str) -> bool:
        """Tell whether it was given for a warning in these words."""
        return self.sentence == sentence

"""One line of a list of problems: what it says, where it leads, why it is passed over."""

from dataclasses import dataclass

from ui.roles import Tone

ERROR_WORD, WARNING_WORD, EXPLAINED_WORD = "Lỗi", "Cần xem lại", "Đã giải trình"


@dataclass(frozen=True)
class ProblemEntry:
    """One thing to mend.

    Attributes:
        place: key of the page where it is mended.
        target: the record, the field or the section there.
        word: on the pill; empty for the usual one of an error or a warning.
        key: of the problem, where a reason can be given for it; "" where none is asked.
        group: heading under which it is listed; "" in a plain list.
        reason: why it is passed over. by: who said so, and when.
    """

    is_error: bool
    sentence: str
    place: str
    target: str
    word: str = ""
    key: str = ""
    group: str = ""
    reason: str = ""
    by: str = ""

    @property
    def pill(self) -> tuple[str, Tone]:
        """Word and tone of the pill."""
        if self.reason:
            return self.word or EXPLAINED_WORD, Tone.NEUTRAL
        usual, tone = (ERROR_WORD, Tone.BAD) if self.is_error else (WARNING_WORD, Tone.WARNING)
        return self.word or usual, tone

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        asked = " Chưa ghi lý do." if self.key and not self.reason else ""
        given = f" Lý do: {self.reason} ({self.by})." if self.reason else ""
        return f"{self.pill[0]}: {self.sentence}{given or asked}"

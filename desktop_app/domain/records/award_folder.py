"""What an officer says when an award dossier is made: the authority, the head of the Tờ trình, the meeting."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class AwardMeeting:
    """The meeting that reviewed the nominations; empty texts leave room for the hand.

    Attributes:
        time: "08 giờ 00". ended: when it ended, "09 giờ 30".
        chair, secretary: name and post as the minutes print them ("Ông Nguyễn Văn A, Trưởng Ban Chỉ đạo").
        present: the others who took part, one an entry.
        absent: those who did not, with the reason, one an entry.
    """

    held_on: date | None = None
    time: str = ""
    ended: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AwardFolder:
    """One dossier for one deciding authority.

    Attributes:
        authority: as the nominations name it.
        ids: of the nominations.
        year: of the campaign's work.
        number, issued_on: of the Tờ trình; empty leaves room for the hand.
        minutes_number: of the minutes.
        bases: lines behind "Căn cứ"; empty means those of the day.
    """

    authority: str
    ids: tuple[str, ...]
    year: int
    number: str = ""
    issued_on: date | None = None
    minutes_number: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    meeting: AwardMeeting = AwardMeeting()

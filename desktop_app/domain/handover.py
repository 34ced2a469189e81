"""Handing a ledger over to a successor: who gave it to whom and when, and the sentences that say so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.rules import clean_texts
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.folding import fold

FILE_SUFFIX = ".bangiao"
LONGEST_NAME, LONGEST_NOTE = 200, 1_000
_UNREAD = "Sổ này đã được bàn giao nên chỉ để xem; thay đổi này chưa được ghi."


@dataclass(frozen=True, kw_only=True)
class Handover:
    """A ledger given away; it stands in the ledger of the giver.

    Attributes:
        receiver: who goes on with it ("Bà Trần Thị Bưởi, Phó Chủ tịch UBMTTQ xã").
        on: the day; `date.min` where the mark can no longer be read.
        giver: who gave it; may be "".
        note: the minutes of the handover, a number, a remark; may be "".
        file: path of the handover file when it was written; may be "".
        id: of the handover file, 16 hexadecimal digits.
    """

    receiver: str
    on: date
    giver: str = ""
    note: str = ""
    file: str = ""
    id: str = ""


class HandoverStep(StrEnum):
    """What happened to a ledger between two people."""

    GIVEN = "given"
    TAKEN = "taken"
    CONTINUED = "continued"


@dataclass(frozen=True, kw_only=True)
class HandoverEvent:
    """One line of the ledger's story.

    Attributes:
        on: the day.
        giver, receiver: as they were named.
        note: of the giver; of `CONTINUED` the reason.
        who: the user name of the computer.
        id: of the handover file.
    """

    step: HandoverStep
    on: date
    giver: str = ""
    receiver: str = ""
    note: str = ""
    who: str = ""
    id: str = ""


@dataclass(frozen=True, kw_only=True)
class HandoverWish:
    """What the giver fills in; names are cleaned by `cleaned`."""

    receiver: str
    giver: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class HandoverContents:
    """What goes along.

    Attributes:
        records: of all registers, those in the trash too. files: attached. bytes: of the ledger's file.
        people: nominations, members and others with personal values (national id, birth date, telephone, address).
        years: those with a plan.
    """

    records: int
    files: int
    bytes: int
    people: int
    years: tuple[int, ...]


def cleaned(wish: HandoverWish) -> HandoverWish:
    """Return the wish as it is kept."""
    return clean_texts(wish)


def problems(wish: HandoverWish) -> dict[str, str]:
    """Return what a cleaned wish lacks: attribute -> sentence."""
    found = {}
    if not wish.receiver:
        found["receiver"] = "Hãy ghi họ tên, chức vụ người nhận."
    for name, what in (("receiver", "Người nhận"), ("giver", "Người giao")):
        if len(getattr(wish, name)) > LONGEST_NAME:
            found[name] = f"{what} dài quá {LONGEST_NAME} ký tự; hãy ghi ngắn lại."
    if len(wish.note) > LONGEST_NOTE:
        found["note"] = f"Ghi chú dài quá {LONGEST_NOTE} ký tự; hãy ghi ngắn lại."
    return found


def handed_over_sentence(handover: Handover) -> str:
    """Say to whom and when a ledger was given.

    >>> handed_over_sentence(Handover(receiver="bà Trần Thị Bưởi", on=date(2023, 11, 20), giver="ông Lê Văn Tám"))
    'Sổ này đã bàn giao cho bà Trần Thị Bưởi ngày 20/11/2023 (người giao: ông Lê Văn Tám).'
    """
    if handover.on == date.min:
        return "Sổ này đã được bàn giao cho người khác."
    giver = f" (người giao: {handover.giver})" if handover.giver else ""
    return f"Sổ này đã bàn giao cho {handover.receiver} ngày {format_date(handover.on)}{giver}."


def refusal(handover: Handover) -> str:
    """Return what is said to a write."""
    if handover.on == date.min:
        return f"{_UNREAD} Nếu vẫn phải dùng sổ này, bấm “Tiếp tục dùng sổ này…”."
    return (
        f"{handed_over_sentence(handover)} Sổ chỉ còn để xem nên thay đổi này chưa được ghi; "
        "nếu vẫn phải dùng sổ này, mở sổ trong cửa sổ chương trình rồi bấm “Tiếp tục dùng sổ này…”."
    )


def event_sentence(event: HandoverEvent) -> str:
    """Say one line of the story."""
    day = format_date(event.on)
    match event.step:
        case HandoverStep.GIVEN:
            giver = f"{event.giver} bàn giao" if event.giver else "Bàn giao"
            text = f"{day}: {giver} cho {event.receiver}."
        case HandoverStep.TAKEN:
            text = f"{day}: {event.receiver or 'Người nhận'} đã nhận bàn giao trên máy này."
        case HandoverStep.CONTINUED:
            text = f"{day}: Sổ được dùng tiếp, lần bàn giao trước không còn hiệu lực."
    return f"{text} {event.note}" if event.note else text


def usual_file_name(unit_code: str, unit_name: str, on: date) -> str:
    """Return the ASCII name of a handover file.

    >>> usual_file_name("60-597", "huyện Đức Linh", date(2023, 11, 20))
    'BanGiao_HuyenDucLinh_2023-11-20.bangiao'
    """
    words = [word.capitalize() for word in fold(unit_name).split()]
    name = "".join(letter for word in words for letter in word if letter.isascii() and letter.isalnum())
    return f"BanGiao_{name[:40] or unit_code or 'So'}_{on.isoformat()}{FILE_SUFFIX}"

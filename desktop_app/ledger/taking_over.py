"""Taking a ledger over from a handover file: a new ledger that appears only when it is whole and tells its story."""

import glob
import os
import re
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.handover import LONGEST_NAME, HandoverEvent, HandoverStep
from desktop_app.domain.handover_password import normal_form
from desktop_app.errors import HandoverError
from desktop_app.exchange import handover_file
from desktop_app.exchange.handover_file import Head as Head  # what the window gets
from desktop_app.ledger.handover_places import (
    ROOM,
    Telling,
    folder_kept,
    free_place,
    in_sentences,
    no_room,
    stretch,
)
from desktop_app.long_paths import extended
from desktop_app.storage.database import open_database, set_aside_old_log
from desktop_app.storage.file_sentences import SUFFIX
from desktop_app.storage.handover import HandoverStore
from desktop_app.storage.operations import Clock
from desktop_app.storage.schema import SCHEMA_VERSION
from desktop_app.vietnamese.text import clean, shorten

_BUILDING = ".dang-nhan"
_CHECKING, _OPENING, _WRITING = "Đang kiểm tra tệp…", "Đang mở khóa bằng mật khẩu…", "Đang mở sổ…"
_LONGEST_FILE_NAME = 100
_MOST_NAME_BYTES = 180
"""Vietnamese letters take up to three; the system allows 255 with all endings."""
_WORKING_ROOM = 4 << 20
"""What SQLite writes beside the ledger while it is signed."""
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f]')


@dataclass(frozen=True, kw_only=True)
class Taking:
    """What the successor says.

    Attributes:
        file: the handover file. password: as typed.
        target: the new ledger, ending in `.sohangviet`; nothing is ever overwritten.
        receiver: name in the ledger's story; may be "".
    """

    file: Path
    password: str
    target: Path
    receiver: str = ""


def read_handover(path: Path) -> Head:
    """Return what a handover file says of itself without its password.

    Raises:
        HandoverFileError: it cannot be read, is no handover file, damaged or newer.
    """
    head = handover_file.read_head(extended(path))
    return Head(
        id=head.id,
        program=clean(head.program),
        ledger_schema=head.ledger_schema,
        ledger_name=head.ledger_name,
        ledger_bytes=head.ledger_bytes,
        unit_code=clean(head.unit_code),
        unit_name=clean(head.unit_name),
        years=head.years,
        giver=clean(head.giver),
        receiver=clean(head.receiver),
        handed_over_on=head.handed_over_on,
    )


def usual_place(head: Head, folder: Path) -> Path:
    """Return a free name for the new ledger in a folder; the name in the file is only a wish."""
    wished = re.split(r"[\\/]", head.ledger_name)[-1].removesuffix(SUFFIX)
    short = shorten(clean(_UNSAFE.sub("", wished)), _LONGEST_FILE_NAME)
    stem = short.encode()[:_MOST_NAME_BYTES].decode(errors="ignore").strip(". ") or "So_nhan_ban_giao"
    return free_place(folder / f"{stem}{SUFFIX}")


def take_over(taking: Taking, clock: Clock, who: str, tell: Telling) -> Path:
    """Make the successor's ledger of a handover file and return where it lies.

    Args:
        taking: file, password, and where to.
        clock: the program's one clock.
        who: name in the journal.
        tell: hears how far it is; may raise `CancelledError`.

    Raises:
        HandoverFileError: the file is damaged, altered, newer, or `WrongPasswordError`.
        HandoverError: the new ledger cannot be written, or there is one of this name.
        LedgerFileError: the ledger inside is damaged or of a newer program.
    """
    target, file = extended(taking.target, ROOM), extended(taking.file)
    if target.suffix != SUFFIX:
        raise HandoverError(f"Tên sổ phải có đuôi {SUFFIX}.")
    with in_sentences(target, 0):
        free_place(target, only=True)
    head = read_handover(file)
    size = head.ledger_bytes
    handover_file.check_seal(file, stretch(tell, 0, 2 * size, _CHECKING))
    tell(size, 2 * size, _OPENING)
    # No password begins or ends with a space (`password_problem`): one that does was pasted with it.
    identity = handover_file.open_key(file, normal_form(taking.password.strip()))
    building = target.with_name(target.name + _BUILDING)
    room = _room(head)
    with in_sentences(target, room):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _clear(building)
            if shutil.disk_usage(target.parent).free < room:
                raise HandoverError(no_room(target, room))
            with building.open("wb") as plain:
                handover_file.unlock_ledger(file, identity, plain, stretch(tell, size, 2 * size, _WRITING))
                plain.flush()
                os.fsync(plain.fileno())
            _sign(building, taking.target, _event(head, taking, clock, who), clock)
            set_aside_old_log(target)
            os.rename(building, free_place(target, only=True))
            folder_kept(target.parent)
        finally:
            _clear(building)
    return taking.target


def _room(head: Head) -> int:
    """Return how many bytes the new ledger needs, with the copy that is kept while an old one is brought up to date."""
    copies = 2 if head.ledger_schema < SCHEMA_VERSION else 1
    return copies * head.ledger_bytes + _WORKING_ROOM


def _event(head: Head, taking: Taking, clock: Clock, who: str) -> HandoverEvent:
    return HandoverEvent(
        step=HandoverStep.TAKEN,
        on=clock().date(),
        giver=head.giver,
        receiver=clean(taking.receiver)[:LONGEST_NAME] or head.receiver,
        who=who,
        id=head.id,
    )


def _sign(building: Path, shown: Path, event: HandoverEvent, clock: Clock) -> None:
    """Check the ledger, bring an old one up to date, and note in it who took it over."""
    with closing(open_database(building, shown)) as database:
        HandoverStore(database, clock, event.who).tell(event)


def _clear(building: Path) -> None:
    """Throw away what this or an interrupted attempt has half written, SQLite's own files beside it too."""
    for one in building.parent.glob(f"{glob.escape(building.name)}*"):
        with suppress(OSError):
            one.unlink()

"""Giving a ledger to a successor: one protected file is written and read back, only then the ledger is marked."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from desktop_app.domain.handover import (
    FILE_SUFFIX,
    LONGEST_NAME,
    Handover,
    HandoverContents,
    HandoverEvent,
    HandoverStep,
    HandoverWish,
    cleaned,
    problems,
    usual_file_name,
)
from desktop_app.domain.handover_password import normal_form, password_problem
from desktop_app.domain.records.office import Office
from desktop_app.errors import HandoverError, HandoverFileError
from desktop_app.exchange import handover_file
from desktop_app.exchange.byte_streams import Compared
from desktop_app.ledger.handover_places import ROOM, Telling, folder_kept, free_place, in_sentences, stretch
from desktop_app.long_paths import extended
from desktop_app.storage.backups import back_up
from desktop_app.storage.database import Database, open_database
from desktop_app.storage.handover import HandoverStore
from desktop_app.storage.operations import Clock
from desktop_app.storage.schema import SCHEMA_VERSION
from desktop_app.version import VERSION
from desktop_app.vietnamese.text import shorten

_OCCASION = "truoc-khi-ban-giao"
_BUILDING = ".dang-ghi"
_COPYING, _LOCKING, _CHECKING = "Đang chép sổ…", "Đang khóa tệp bàn giao…", "Đang đọc lại tệp vừa ghi…"
_UNREADABLE = (
    "Tệp vừa ghi ra “{}” đọc lại không đúng (ổ đĩa hoặc thẻ nhớ có thể bị hỏng) nên đã được xóa; sổ chưa được đánh dấu "
    "bàn giao. Hãy chọn ổ đĩa khác rồi làm lại."
)


class HandoverDesk:
    """Handing over of one open ledger."""

    def __init__(self, database: Database, office: Callable[[], Office], clock: Clock, who: str) -> None:
        self._database, self._office, self._clock, self._who = database, office, clock, who
        self._store = HandoverStore(database, clock, who)

    def contents(self) -> HandoverContents:
        """Count what goes along."""
        return self._store.contents()

    def story(self) -> tuple[HandoverEvent, ...]:
        """Return who gave the ledger to whom so far, oldest first."""
        return self._store.story()

    def usual_place(self, folder: Path) -> Path:
        """Return a name for the handover file in a folder that no file has yet."""
        office = self._office()
        name = usual_file_name(office.unit_code, office.unit_name, self._clock().date())
        return free_place(folder / name)

    def go_on(self, reason: str) -> None:
        """Take a ledger that was given away back into use; the reason is kept.

        Raises:
            ConflictError: it is in use already.
        """
        self._store.go_on(reason)

    def hand_over(
        self, wish: HandoverWish, target: Path, password: str, tell: Telling | None = None
    ) -> Handover:
        """Write the whole ledger into a protected file, read that back, and mark this ledger as given away.

        In this order: a kill or a full disk leaves either the ledger as it was, perhaps with a file too many, or a
        marked ledger with a whole file; never a mark without a file.

        Args:
            wish: who gives it to whom.
            target: the file to write, ending in `.bangiao`; nothing is ever overwritten.
            password: as typed.
            tell: hears how far it is.

        Raises:
            HandoverError: a name is missing, the password is too weak, the file exists or cannot be written.
            HandedOverError: the ledger was given away already.
            ConflictError: somebody wrote into the ledger meanwhile; the file is thrown away.
            LedgerFileError: the ledger cannot be copied.
            CancelledError: `tell` raised it; nothing is left behind.
        """
        wish, password = self._checked(wish, target, password)
        self._store.require_in_use()
        telling: Telling = tell or _tell_nobody
        place = extended(target, ROOM)
        state = self._database.state()
        event = HandoverEvent(
            step=HandoverStep.GIVEN,
            on=self._clock().date(),
            giver=wish.giver,
            receiver=wish.receiver,
            note=wish.note,
            who=self._who,
            id=os.urandom(8).hex(),
        )
        telling(0, 0, _COPYING)
        with self._copied(event) as copy:
            self._write(copy, self._head(copy, event), password, place, telling)
        handover = Handover(
            receiver=wish.receiver,
            on=event.on,
            giver=wish.giver,
            note=wish.note,
            file=str(target),
            id=event.id,
        )
        try:
            self._store.mark(handover, event, state)
        except BaseException:
            with suppress(OSError):
                place.unlink()
            raise
        return handover

    def _checked(self, wish: HandoverWish, target: Path, password: str) -> tuple[HandoverWish, str]:
        wish = cleaned(wish)
        found = [*problems(wish).values(), password_problem(password)]
        if target.suffix.lower() != FILE_SUFFIX:
            found.append(f"Tên tệp bàn giao phải có đuôi {FILE_SUFFIX}.")
        for problem in filter(None, found):
            raise HandoverError(problem)
        with in_sentences(target, 0):
            free_place(target, only=True)
        return wish, normal_form(password)

    @contextmanager
    def _copied(self, event: HandoverEvent) -> Iterator[Path]:
        """Give a checked copy of the ledger that already tells of the handover; it goes with the block."""
        copy = back_up(self._database, self._clock, _OCCASION)
        try:
            with closing(open_database(copy)) as database:
                HandoverStore(database, self._clock, self._who).tell(event)
            yield copy
        finally:
            with suppress(OSError):
                copy.unlink()

    def _head(self, copy: Path, event: HandoverEvent) -> handover_file.Head:
        office = self._office()
        return handover_file.Head(
            id=event.id,
            program=VERSION,
            ledger_schema=SCHEMA_VERSION,
            ledger_name=self._database.path.name,
            ledger_bytes=copy.stat().st_size,
            unit_code=shorten(office.unit_code, LONGEST_NAME),
            unit_name=shorten(office.unit_name, LONGEST_NAME),
            years=self._store.contents().years,
            giver=event.giver,
            receiver=event.receiver,
            handed_over_on=event.on,
        )

    def _write(
        self, copy: Path, head: handover_file.Head, password: str, target: Path, telling: Telling
    ) -> None:
        building = target.with_name(target.name + _BUILDING)
        size = head.ledger_bytes
        with in_sentences(target, size):
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                handover_file.write_file(
                    copy, head, password, building, stretch(telling, 0, 3 * size, _LOCKING)
                )
                _read_back(building, copy, password, target, size, telling)
                # Not `replace`: on Windows, the officer's system, it then never overwrites.
                os.rename(building, free_place(target, only=True))
                folder_kept(target.parent)
            finally:
                with suppress(OSError):
                    building.unlink(missing_ok=True)


def _read_back(building: Path, copy: Path, password: str, target: Path, size: int, telling: Telling) -> None:
    """Open the file as the successor will, and compare every byte with what was to go into it."""
    try:
        handover_file.check_seal(building, stretch(telling, size, 3 * size, _CHECKING))
        telling(2 * size, 3 * size, _CHECKING)
        identity = handover_file.open_key(building, password)
        with copy.open("rb") as original:
            compared = Compared(original)
            ended = stretch(telling, 2 * size, 3 * size, _CHECKING)
            handover_file.unlock_ledger(building, identity, compared, ended)
            is_same = compared.is_same and not original.read(1)
    except HandoverFileError as error:
        raise HandoverError(_UNREADABLE.format(target)) from error
    if not is_same:
        raise HandoverError(_UNREADABLE.format(target))


def _tell_nobody(done: int, total: int, text: str = "") -> None:
    """Hear it."""

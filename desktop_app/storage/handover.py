"""What a ledger keeps of its handovers: the mark of one that was given away, and its story."""

import msgspec

from desktop_app.domain.handover import (
    Handover,
    HandoverContents,
    HandoverEvent,
    HandoverStep,
    event_sentence,
    handed_over_sentence,
)
from desktop_app.errors import ConflictError, HandedOverError
from desktop_app.storage.database import Database
from desktop_app.storage.handed_over import MARK
from desktop_app.storage.office import OfficeStore
from desktop_app.storage.operations import HANDOVER, Clock, timestamp
from desktop_app.storage.settings import Settings
from desktop_app.storage.tables import TABLES

_STORY = "handover_story"
_LONGEST_STORY = 200
_CHANGED = (
    "Trong lúc lập tệp bàn giao, sổ có thay đổi (ở cửa sổ khác, hoặc bản nháp vừa tự lưu) nên tệp chưa đủ và đã được "
    "xóa. Hãy làm lại."
)


class HandoverStore:
    """The mark and the story of one ledger."""

    def __init__(self, database: Database, clock: Clock, who: str) -> None:
        self._database, self._clock, self._who = database, clock, who
        self._settings = Settings(database)
        self._office = OfficeStore(database)

    def story(self) -> tuple[HandoverEvent, ...]:
        """Return what happened, oldest first."""
        events: tuple[HandoverEvent, ...] = self._settings.value(_STORY, tuple[HandoverEvent, ...], ())
        return events

    def contents(self) -> HandoverContents:
        """Count what goes along with the ledger."""
        value = self._database.value
        with self._database.read():
            return HandoverContents(
                records=sum(value(f'SELECT count(*) FROM "{name}"') for name in TABLES),
                files=value("SELECT count(*) FROM attachments"),
                bytes=value("PRAGMA page_count") * value("PRAGMA page_size"),
                people=value("SELECT count(DISTINCT record_id) FROM personal_data"),
                years=tuple(
                    row["year"] for row in self._database.rows("SELECT year FROM plans ORDER BY year")
                ),
            )

    def tell(self, event: HandoverEvent) -> None:
        """Add an event to the story and to the journal; one that is there already is not told twice."""
        with self._database.write(handed_over_too=True):
            story = self.story()
            if event not in story:
                self._settings.keep(_STORY, (*story, event)[-_LONGEST_STORY:])
                self._note(event_sentence(event))

    def mark(self, handover: Handover, event: HandoverEvent, state: int) -> None:
        """Mark the ledger as given away, unless somebody has written into it since.

        Args:
            handover: to whom and when.
            event: the same for the story.
            state: `Database.state` before the ledger was copied.

        Raises:
            ConflictError: another connection has written; nothing is marked.
            HandedOverError: it was given away by another window meanwhile.
        """
        with self._database.write():
            if self._database.state() != state:
                raise ConflictError(_CHANGED)
            self._settings.keep_text(MARK, msgspec.json.encode(handover).decode())
            self._settings.keep(_STORY, (*self.story(), event)[-_LONGEST_STORY:])
            self._note(handed_over_sentence(handover))

    def go_on(self, reason: str) -> None:
        """Take the ledger back into use; the reason stays in the story and the journal.

        Raises:
            ConflictError: it is in use already.
        """
        with self._database.write(handed_over_too=True):
            given = self._office.handed_over
            if given is None:
                raise ConflictError("Sổ này đang được dùng bình thường, không cần mở lại.")
            event = HandoverEvent(
                step=HandoverStep.CONTINUED,
                on=self._clock().date(),
                giver=given.giver,
                receiver=given.receiver,
                note=reason,
                who=self._who,
                id=given.id,
            )
            self._settings.forget(MARK)
            self.tell(event)

    def require_in_use(self) -> None:
        """Raise `HandedOverError` when the ledger was given away."""
        given = self._office.handed_over
        if given is not None:
            raise HandedOverError(
                f"{handed_over_sentence(given)} Muốn bàn giao lần nữa thì trước hết bấm “Tiếp tục dùng sổ này…”."
            )

    def _note(self, label: str) -> None:
        row = {"kind": HANDOVER, "at": timestamp(self._clock), "who": self._who, "label": label}
        self._database.insert("operations", row)

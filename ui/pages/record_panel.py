"""The form beside a table: opens, saves, copies, deletes one record, and never loses what is typed."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal

from desktop_app.domain.records.base import Record
from desktop_app.errors import ConflictError, InvalidRecordError, UserError
from desktop_app.ledger import Ledger
from ui.dialogs.history_dialog import HistoryDialog
from ui.operations import Operations
from ui.pages.record_attachments import RecordAttachments
from ui.pages.stores import Store
from ui.pages.unsaved_typing import UnsavedTyping, Values
from ui.widgets.editors.context import FormContext
from ui.widgets.form import Form
from ui.widgets.record_frame import RecordFrame

R = TypeVar("R", bound=Record)

_FILES = "Tài liệu"


class RecordPanel(RecordFrame, Generic[R]):
    """The form with its logic.

    Attributes:
        record_shown: id of the record that the form shows now, "" for a new one.
        record_saved: id of the record that was saved.
        closed: the form has nothing more to show.
        typing_changed: other records than before have something unsaved.
    """

    record_shown = Signal(str)
    record_saved = Signal(str)
    closed = Signal()
    typing_changed = Signal()

    def __init__(
        self,
        store: Store[R],
        ledger: Ledger,
        operations: Operations,
        context: FormContext,
        make: Callable[[], R],
        remark: Callable[[R], str] = lambda _record: "",
        draft_part: str = "",
    ) -> None:
        """Build the panel.

        Args:
            store: the register.
            ledger: for drafts and files.
            operations: how the ledger is called.
            context: what the editors ask.
            make: gives the record that a new form begins with.
            remark: gives the line under the name of the record as it is typed.
            draft_part: tells the drafts of this panel from those of another page of the same register.
        """
        form: Form[R] = Form(store.register, context)
        super().__init__(form)
        self.form = form
        self._store, self._operations, self._make = store, operations, make
        self._remark_on = remark
        self._words = store.register.words
        self._record: R = make()
        self._given_up: Values | None = None
        drafted = f"{store.register.name}:{draft_part}" if draft_part else store.register.name
        self._typing = UnsavedTyping(drafted, ledger, operations, self.form.raw_values, self)
        self.attachments = RecordAttachments(store.register, ledger, operations, self)
        self.form.add_tab(self.attachments.view, _FILES)
        self.put_foot_after(self.attachments.view.save_record_button)
        self.hide()

        self.form.edited.connect(self._on_edited)
        self.form.finished.connect(self._on_finished)
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(self.copy)
        self.delete_button.clicked.connect(self.delete)
        self.history_button.clicked.connect(self.show_history)
        self.recover_button.clicked.connect(self._on_recover)
        self.drop_button.clicked.connect(self._on_drop)
        self.reload_button.clicked.connect(self._on_reload)
        self._typing.changed.connect(self.typing_changed)
        self.attachments.counted.connect(self._on_files_counted)
        self.attachments.wanted.connect(self._on_files_wanted)
        self.attachments.save_requested.connect(self.save)

    def open(self, record_id: str) -> None:
        """Show a saved record, with what was typed in it and not saved."""
        self._typing.leave()
        try:
            record = self._store.get(record_id)
        except UserError as error:
            self._operations.refused.emit(str(error))
            return
        self._show(record, self._typing.typed(record_id))

    def open_new(self) -> None:
        """Show an empty form, or the new record that was begun before."""
        self._typing.leave()
        self._show(self._make(), self._typing.typed(""))
        self.form.focus_first()

    def copy(self) -> None:
        """Begin a new record with the same content; personal data are not copied."""
        if not self.isVisible():
            return
        if self._typing.has(""):
            self.open_new()
            self._operations.refused.emit(f"Hãy lưu hoặc bỏ {self._words.one} mới này trước khi tạo bản sao.")
            return
        specs = self._store.register.specs
        typed = {name: raw for name, raw in self.form.raw_values().items() if not specs[name].personal}
        self._typing.leave()
        self._show(self._make(), typed)
        self._on_edited()
        self.form.focus_first()

    def save(self) -> None:
        """Save, or show what prevents it."""
        if not self.isVisible():
            return
        bad = self.form.problems()
        if bad:
            self.form.show_problems(bad)
            self._operations.refused.emit(next(iter(bad.values())))
            return
        if not self.form.is_changed():
            return
        record = self.form.current_record()
        self._operations.run(
            lambda: self._store.save(record),
            changed={self._store.register.name},
            done=self._on_saved,
            failed=self._on_refused,
        )

    def delete(self) -> None:
        """Move the record to the trash, or give up a new one; both can be taken back at once."""
        if not self._record.id:
            self._on_drop()
            return
        record_id = self._record.id
        self._typing.set_aside(record_id)
        self._operations.run(
            lambda: self._store.delete(record_id), changed={self._store.register.name, "trash"}
        )

    def show_history(self) -> None:
        """Open the history of the record."""
        HistoryDialog.show_history(self, self.title(), self._store.history(self._record.id))

    def refresh(self) -> None:
        """Follow what happened to the record elsewhere, but never over what is being typed."""
        if not self._record.id or self.isHidden():
            return
        self.attachments.refresh()
        try:
            record = self._store.get(self._record.id)
        except UserError:
            record = None
        if record is None or record.deleted_at:
            self._close()
        elif record.save_count != self._record.save_count and not self.form.is_changed():
            self._show(record, None)

    def offer_new_draft(self) -> bool:
        """Show the new record that was being typed before a crash, if there is one."""
        if self._typing.offered("") is None:
            return False
        self._show(self._make(), None)
        return True

    def keep_typing(self) -> None:
        """Write the draft and the captions of files before the window closes."""
        self.attachments.commit()
        self._typing.leave()

    def has_typing(self, record_id: str) -> bool:
        """Say whether a record has something typed and not saved."""
        return self._typing.has(record_id)

    def record_id(self) -> str:
        """Return the id of the record in the form, "" for a new one or none."""
        return self._record.id

    def _show(self, record: R, typed: Mapping[str, object] | None) -> None:
        self._record = record
        self._given_up = None
        self.form.show_record(record, typed)
        self.attachments.show_record(record.id, fresh=True)
        self.show()
        self._update()
        draft = None if typed else self._typing.offered(record.id)
        if typed and record.id:
            self.say("Đang sửa dở, chưa lưu.", drop="Bỏ thay đổi")
        elif draft is not None:
            time = draft.saved_at[11:16]
            self.say(f"Có bản nháp chưa lưu lúc {time}.", recover=True, drop="Bỏ bản nháp")
        else:
            self.say("")
        self.record_shown.emit(record.id)

    def _close(self) -> None:
        self._record = self._make()
        self.hide()
        self.closed.emit()

    def _update(self) -> None:
        record = self.form.current_record()
        name = str(getattr(record, self._store.register.naming_field))
        one = self._words.one
        changed, is_new = self.form.is_changed(), not self._record.id
        self.show_state(
            name or f"{one[:1].upper()}{one[1:]} mới",
            changed=changed,
            is_new=is_new,
            savable=changed and not self.form.problems(),
        )
        self.show_remark(self._remark_on(record))

    def _on_edited(self) -> None:
        if self.form.is_changed():
            self._given_up = None
            self._typing.note(self._record.id)
        else:
            self._typing.forget(self._record.id)
            self.say("")
        self._update()

    def _on_finished(self) -> None:
        """Go on to Lưu; where it cannot be pressed, say why instead of doing nothing."""
        if self.save_button.isEnabled():
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.save()

    def _on_saved(self, record: R) -> None:
        if self.save_button.hasFocus():
            # A button that is switched off hands the focus to the next one: a second Enter would delete.
            self.form.focus_tabs()
        self._typing.forget(self._record.id)
        self._record = record
        self.form.accept_saved(record)
        self.attachments.show_record(record.id)
        self.say("")
        self._update()
        self.record_saved.emit(record.id)

    def _on_refused(self, error: UserError) -> None:
        self._operations.refused.emit(str(error))
        if isinstance(error, InvalidRecordError):
            self.form.show_problems(error.problems)
        else:
            self._typing.note(self._record.id)
            self.say(str(error), reload=isinstance(error, ConflictError))

    def _on_files_counted(self, count: int) -> None:
        self.form.set_tab_title(self.attachments.view, f"{_FILES}  {count}" if count else _FILES)

    def _on_files_wanted(self) -> None:
        self.form.show_tab(self.attachments.view)

    def _on_recover(self) -> None:
        draft = self._typing.offered(self._record.id)
        typed = self._given_up or (draft.values if draft else None)
        if typed:
            self._show(self._record, typed)
            self._on_edited()
        self.form.focus_first()

    def _on_drop(self) -> None:
        given_up = self.form.raw_values() if self.form.is_changed() else None
        self._typing.forget(self._record.id)
        self._show(self._record, None)
        self.form.focus_first()
        if given_up:
            self._given_up = given_up
            self.say("Đã bỏ nội dung chưa lưu.", recover=True)

    def _on_reload(self) -> None:
        self._typing.set_aside(self._record.id)
        self.open(self._record.id)

"""Taking a ledger over: what the file says, its password, where the new ledger goes; works without a ledger."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.handover_password import MARKED_LETTERS_TYPED, has_marks
from desktop_app.domain.labels.words import FieldWords
from desktop_app.errors import UserError, WrongPasswordError
from desktop_app.ledger import Clock
from desktop_app.ledger.making import user_name
from desktop_app.ledger.taking_over import Head, Taking, read_handover, take_over, usual_place
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.sizes import format_size
from ui.dialogs.answer import answer_of
from ui.dialogs.ask import tell
from ui.dialogs.working_dialog import WorkingDialog
from ui.side_job import SideJob
from ui.widgets.card import Card, label
from ui.widgets.editors.choice import FlagEditor
from ui.widgets.editors.secret import SecretEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import focus_field, show_problems
from ui.widgets.place_field import PlaceField

TITLE = "Nhận bàn giao"
_SIZE = (680, 560)
_WORDS = {
    "password": FieldWords("Mật khẩu", "Người giao báo riêng cho bạn; chữ hoa, chữ thường khác nhau."),
    "receiver": FieldWords("Người nhận", "Họ tên của bạn, ghi vào sổ cùng ngày nhận."),
}
_PLACES = {"password": (0, 0, 1), "receiver": (0, 1, 1)}
_TWICE = "Thư mục này đã có sổ “{}”, có thể tệp đã được nhận rồi. Nhận nữa thì có hai sổ riêng; sổ đã có vẫn như cũ."
_SLOW = "Đang mở khóa bằng mật khẩu; cửa sổ có thể đứng yên vài giây…"


class TakeOverDialog(WorkingDialog):
    """Asks for the password and makes the ledger."""

    def __init__(
        self, file: Path, head: Head, folder: Path, clock: Clock, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            file: the handover file.
            head: what it says.
            folder: where new ledgers go.
            clock: the program's one clock.
            parent: the owner.
        """
        super().__init__("take_over_dialog", TITLE, "Nhận bàn giao", _SIZE, parent)
        self._file, self._clock = file, clock
        self._taken: Path | None = None
        self._job: SideJob | None = None
        self._password = SecretEditor()
        card = Card("Tệp bàn giao")
        for line in head_lines(file, head):
            card.content.addWidget(label(line, wrap=True))
        self.body.addWidget(card)
        self.add_fields(
            _WORDS, {"password": self._password, "receiver": TextEditor()}, _PLACES, required=("password",)
        )
        self.fields["receiver"].editor.set_value(head.receiver)
        self.shown_box = FlagEditor()
        self.shown_box.bind("is_shown", FieldWords("Hiện mật khẩu"))
        self._marks = label("", tone="warning", size="small", wrap=True)
        self._marks.setObjectName("password_marks")
        self._marks.hide()
        self.place = PlaceField(
            "target",
            FieldWords("Nơi để sổ", "Nên để trên ổ đĩa của máy."),
            "Nơi để sổ",
            ".sohangviet",
            "Sổ Hàng Việt",
        )
        usual = usual_place(head, folder)
        self.place.set_place(usual)
        for widget in (self.shown_box, self._marks, self.place):
            self.body.addWidget(widget)
        wished = folder / Path(head.ledger_name).name
        if usual.name != wished.name and os.path.exists(wished):
            self.body.addWidget(
                label(_TWICE.format(head.ledger_name), tone="warning", size="small", wrap=True)
            )
        self.body.addStretch()

        self._password.edited.connect(self._on_typed)
        self.shown_box.edited.connect(lambda: self._password.set_shown(is_shown=self.shown_box.value()))
        self.go_on(self.place.setFocus)
        self.place.advanced.connect(self.done_button.setFocus)
        focus_field(self.fields, "password")

    def taken(self) -> Path | None:
        """Return the new ledger."""
        return self._taken

    def missing(self) -> dict[str, str]:
        """Return that there is no password yet."""
        return {} if self._password.value() else {"password": "Hãy gõ mật khẩu mà người giao đã báo."}

    def problem(self) -> str:
        """Return the first thing that is missing."""
        found, place = self.missing(), self.place.problem()
        show_problems(self.fields, found)
        self.place.field.show_message(place, "")
        if found:
            focus_field(self.fields, "password")
        elif place:
            self.place.setFocus(Qt.FocusReason.TabFocusReason)
        return next(iter(found.values()), place)

    def begin(self) -> None:
        """Open the file beside the window."""
        taking = Taking(
            file=self._file,
            password=self._password.value(),
            target=self.place.place(),
            receiver=str(self.fields["receiver"].editor.value()),
        )
        self._job = SideJob(partial(take_over, taking, self._clock, user_name()), self)
        self._job.progressed.connect(self.show_progress)
        self._job.succeeded.connect(self._on_taken)
        self._job.failed.connect(self._on_failed)
        self.work_on(self._job.cancel, _SLOW)
        self._job.begin()

    def done(self, result: int) -> None:
        """Close; nothing works on behind it."""
        if self._job is not None:
            self._job.end()
        super().done(result)

    def _on_taken(self, path: Path) -> None:
        self._taken = path
        self.done_working()

    def _on_failed(self, error: UserError) -> None:
        self.failed_working(error)
        if isinstance(error, WrongPasswordError):
            self.fields["password"].show_message("Mật khẩu không đúng.", "")
            self._password.select_all()

    def _on_typed(self) -> None:
        self.fields["password"].show_message("", "")
        text = MARKED_LETTERS_TYPED if has_marks(self._password.value()) else ""
        self._marks.setText(text)
        self._marks.setVisible(bool(text))


def open_handover(path: Path, folder: Path, clock: Clock, parent: QWidget | None) -> Path | None:
    """Take a handed-over ledger, or say why that cannot be.

    Args:
        path: the handover file.
        folder: where new ledgers go.
        clock: the program's one clock.
        parent: the owner of the dialog.

    Returns:
        The new ledger, closed; None when the user gave up or the file cannot be used.
    """
    try:
        head = read_handover(path)
    except UserError as error:
        tell(parent, TITLE, str(error))
        return None
    return answer_of(TakeOverDialog(path, head, folder, clock, parent), TakeOverDialog.taken)


def head_lines(file: Path, head: Head) -> list[str]:
    """Return what is shown of a handover file."""
    giver = head.giver or "chưa ghi người giao"
    years = (
        f", {'các ' if len(head.years) > 1 else ''}năm {', '.join(map(str, head.years))}"
        if head.years
        else ""
    )
    return [
        f"Sổ của {head.unit_name or 'đơn vị chưa ghi tên'}{years}",
        f"Người giao: {giver} · Người nhận: {head.receiver or 'chưa ghi'} · ngày {format_date(head.handed_over_on)}",
        f"Tệp “{file.name}”, sổ bên trong khoảng {format_size(head.ledger_bytes)}. Tệp này giữ nguyên sau khi nhận.",
    ]

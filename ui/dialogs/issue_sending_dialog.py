"""One time that the report was sent: how, to whom, when, and what proves that it arrived."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.report_issue import WAY_WORDS, Sending, SendingWay
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import focus_field

_SIZE = (640, 440)
_HELP = (
    "Ghi từng lần gửi. Khi có xác nhận của nơi nhận thì ghi thêm ngày nhận và số đến, mã bưu gửi "
    "hoặc tên người nhận. Có thể sửa sau."
)
_WORDS = {
    "way": FieldWords("Cách gửi"),
    "sent_at": FieldWords("Ngày gửi", "", "ngày/tháng/năm"),
    "sent_to": FieldWords("Gửi đến", "Nơi nhận, địa chỉ thư hoặc người nhận."),
    "received_on": FieldWords("Nơi nhận đã nhận ngày", "Để trống khi chưa có xác nhận.", "ngày/tháng/năm"),
    "receipt": FieldWords("Số đến, mã bưu gửi, người nhận", "Điều chứng tỏ nơi nhận đã nhận."),
    "note": FieldWords("Ghi chú"),
}
_PLACES = {
    "way": (0, 0, 1),
    "sent_at": (0, 1, 1),
    "sent_to": (1, 0, 2),
    "received_on": (2, 0, 1),
    "receipt": (2, 1, 1),
    "note": (3, 0, 2),
}


class SendingDialog(FieldsDialog):
    """The fields of a sending."""

    def __init__(
        self,
        sending: Sending | None,
        usual_to: Mapping[SendingWay, str],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            sending: what was noted, None for a new one.
            usual_to: whom the report goes to by each way.
            today: the day of a new sending.
            parent: the owner.
        """
        title, done = ("Sửa lần gửi", "Lưu") if sending else ("Ghi nhận đã gửi", "Ghi nhận")
        super().__init__("sending_dialog", title, done, _SIZE, _HELP, parent)
        self._sending = sending or Sending(way=SendingWay.EMAIL, sent_to=usual_to[SendingWay.EMAIL])
        self._usual_to, self._today = usual_to, today
        self._way = ChoiceEditor(WAY_WORDS)
        editors = {
            "way": self._way,
            "sent_at": DateEditor(today),
            "sent_to": TextEditor(),
            "received_on": DateEditor(today),
            "receipt": TextEditor(),
            "note": TextEditor(),
        }
        self.add_fields(_WORDS, editors, _PLACES, required=("sent_at", "sent_to"))
        self._show()
        self.body.addStretch()

        self._way.edited.connect(self._on_way_changed)
        self.go_on(self.done_button.setFocus)
        focus_field(self.fields, "way")

    @classmethod
    def ask(
        cls,
        sending: Sending | None,
        usual_to: Mapping[SendingWay, str],
        today: Callable[[], date],
        parent: QWidget,
    ) -> Sending | None:
        """Return what was noted, None when the dialog was left."""
        return answer_of(cls(sending, usual_to, today, parent), cls.sending)

    def sending(self) -> Sending:
        """Return what stands here; an unchanged day keeps the moment that was noted."""
        values = {name: field.editor.value() for name, field in self.fields.items()}
        day: date | None = values["sent_at"]
        at = "" if day is None else day.isoformat()
        return replace(
            self._sending,
            way=values["way"],
            sent_at=self._sending.sent_at if self._sending.sent_at[:10] == at else at,
            sent_to=clean(values["sent_to"]),
            received_on=values["received_on"],
            receipt=clean(values["receipt"]),
            note=clean(values["note"]),
        )

    def missing(self) -> dict[str, str]:
        """Return what is missing or cannot be."""
        day, received = (self.fields[name].editor.value() for name in ("sent_at", "received_on"))
        found = {}
        if day is None:
            found["sent_at"] = "Hãy ghi ngày gửi."
        elif day > self._today():
            found["sent_at"] = "Ngày gửi không thể sau hôm nay."
        if not self.sending().sent_to:
            found["sent_to"] = "Hãy ghi nơi nhận."
        if day and received and received < day:
            found["received_on"] = "Ngày nhận không thể trước ngày gửi."
        return found

    def _show(self) -> None:
        at = self._sending.sent_at
        day = datetime.fromisoformat(at).date() if at else self._today()
        for name in ("way", "sent_to", "received_on", "receipt", "note"):
            self.fields[name].editor.set_value(getattr(self._sending, name))
        self.fields["sent_at"].editor.set_value(day)

    def _on_way_changed(self) -> None:
        """Name the usual recipient of the way, but never over what was typed."""
        field = self.fields["sent_to"].editor
        if field.value() in ("", *self._usual_to.values()):
            field.set_value(self._usual_to[self._way.value()])

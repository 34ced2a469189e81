"""One reason for several warnings of a report."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.text import clean, shorten
from ui.dialogs.answer import answer_of
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import label
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field
from ui.widgets.tooltip import as_tip

_REASON = FieldWords(
    "Lý do",
    "Được lưu cùng từng mục với người ghi và ngày ghi, và in được thành bảng giải trình.",
    "Ví dụ: số liệu đúng thực tế, đã đối chiếu với hồ sơ",
)
_LONGEST = 500
_MOST_USED = 5


class ReasonDialog(DialogFrame):
    """Asks for the reason; those given before are offered."""

    def __init__(self, count: int, used: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            "reason_dialog",
            "Ghi lý do",
            "Ghi lý do",
            (560, 330),
            f"Lý do này được ghi cho {two_digits(count)} mục cần xem lại.",
            parent,
        )
        self._field = make_field("reason", _REASON, TextEditor(), required=True)
        self.body.addWidget(self._field)
        if used:
            self.body.addWidget(label("Lý do đã dùng", tone="muted", size="small"))
        for place, text in enumerate(used[:_MOST_USED]):
            button = make_button(shorten(text, 80), f"used_{place}_button", kind=LINK)
            button.setToolTip(as_tip(text))
            button.clicked.connect(partial(self._take, text))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        self._field.editor.advanced.connect(self.finish)
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget, count: int, used: Sequence[str]) -> str | None:
        """Return the reason, None when the dialog was given up."""
        return answer_of(cls(count, used, parent), lambda dialog: dialog.reason())

    def reason(self) -> str:
        """Return what is typed."""
        return clean(str(self._field.editor.value()))

    def problem(self) -> str:
        """Return that there is no reason yet, or that it is too long."""
        if len(self.reason()) > _LONGEST:
            return f"Lý do dài quá {_LONGEST} ký tự; hãy rút gọn."
        return "" if self.reason() else "Hãy ghi lý do."

    def _take(self, text: str) -> None:
        self._field.editor.set_value(text)
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

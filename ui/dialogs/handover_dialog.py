"""Giving the ledger to a successor: to whom, where the file goes, its password; the file is written meanwhile."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.handover import (
    FILE_SUFFIX,
    Handover,
    HandoverContents,
    HandoverWish,
    cleaned,
    problems,
)
from desktop_app.domain.handover_password import (
    MARKED_LETTERS,
    STRENGTH_WORDS,
    Strength,
    has_marks,
    password_problem,
    strength,
    suggested,
)
from desktop_app.domain.labels.words import FieldWords
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.sizes import format_size
from ui.dialogs.answer import answer_of
from ui.dialogs.working_dialog import WorkingDialog
from ui.operations import ANYTHING, Operations
from ui.theme import mark
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.choice import FlagEditor
from ui.widgets.editors.secret import SecretEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import focus_field, show_problems
from ui.widgets.form_field import FormField
from ui.widgets.place_field import PlaceField
from ui.worker import Progress

_SIZE = (720, 690)
_LEAD = (
    "Chương trình ghi cả sổ vào một tệp có mật khẩu, đọc lại để kiểm tra, rồi đánh dấu sổ này là đã bàn giao: "
    "từ đó sổ này chỉ còn để xem. Người nhận mở tệp trên máy của mình và làm tiếp."
)
_LEFT_OUT = (
    "Không đi theo: thư mục báo cáo đã xuất (BC_…), hồ sơ khen thưởng và bản sao lưu nằm ngoài sổ. Báo cáo đã phát "
    "hành thì nằm sẵn trong sổ; nếu cần các thư mục khác, hãy chép riêng."
)
_WORDS = {
    "receiver": FieldWords("Người nhận", "Họ tên, chức vụ.", "Bà Trần Thị Bưởi, cán bộ phụ trách CVĐ"),
    "giver": FieldWords("Người giao", "Họ tên, chức vụ.", "Ông Lê Văn Tám, Phó Chủ tịch"),
    "note": FieldWords(
        "Ghi chú", "Nằm trong sổ, người nhận đọc được.", "Theo Biên bản bàn giao ngày 20/11/2023"
    ),
    "password": FieldWords("Mật khẩu của tệp", "Ít nhất 8 ký tự."),
    "again": FieldWords("Gõ lại mật khẩu"),
    "is_noted": FieldWords(
        "Tôi đã ghi lại mật khẩu và sẽ báo cho người nhận bằng đường khác (gọi điện, gặp trực tiếp)",
        "Không ai lấy lại được mật khẩu đã quên, kể cả người làm ra chương trình.",
    ),
}
_PLACES = {
    "receiver": (0, 0, 1),
    "giver": (0, 1, 1),
    "note": (1, 0, 2),
    "password": (2, 0, 1),
    "again": (2, 1, 1),
}
_FORGOTTEN = "Quên mật khẩu thì không lấy lại được; khi đó chỉ còn cách mở lại sổ này và bàn giao lần nữa."


@dataclass(frozen=True)
class Given:
    """What came of it: the mark of the ledger and the file."""

    handover: Handover
    file: Path


class HandoverDialog(WorkingDialog):
    """The fields; the work is done in the worker while the dialog is open."""

    def __init__(self, ledger: Ledger, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__("handover_dialog", "Bàn giao sổ", "Lập tệp bàn giao", _SIZE, parent)
        self._operations = operations
        self._given: Given | None = None
        desk = ledger.reporting.handover
        self._password, self._again, self._noted = SecretEditor(), SecretEditor(), FlagEditor()
        self.body.addWidget(label(_LEAD, wrap=True))
        self.body.addWidget(label(contents_sentence(desk.contents()), tone="muted", wrap=True))
        self.body.addWidget(label(_LEFT_OUT, tone="muted", wrap=True))
        editors = {
            "receiver": TextEditor(),
            "giver": TextEditor(),
            "note": TextEditor(),
            "password": self._password,
            "again": self._again,
            "is_noted": self._noted,
        }
        self.add_fields(_WORDS, editors, _PLACES, required=("receiver", "password", "again"))
        self.place = PlaceField(
            "file",
            FieldWords("Tệp bàn giao", "Có thể để trên thẻ nhớ USB."),
            "Nơi ghi tệp bàn giao",
            FILE_SUFFIX,
            "Tệp bàn giao Sổ Hàng Việt",
        )
        self.place.set_place(desk.usual_place(ledger.path.parent))
        self.shown_box = FlagEditor()
        self.shown_box.bind("is_shown", FieldWords("Hiện mật khẩu"))
        self.suggest_button = make_button("Gợi ý mật khẩu", "suggest_button", icon_name="sprout")
        self._strength = label("", size="small", wrap=True)
        self._strength.setObjectName("password_strength")
        self._marks = label("", tone="warning", size="small", wrap=True)
        self._marks.setObjectName("password_marks")
        self._lay_out_password()

        for field in self.fields.values():
            field.editor.edited.connect(partial(self._take_back_message, field))
        self._password.edited.connect(self._judge)
        self.shown_box.edited.connect(self._on_shown)
        self.suggest_button.clicked.connect(self._on_suggest)
        self._bind_enter()
        self._judge()
        focus_field(self.fields, "receiver")

    @classmethod
    def ask(cls, ledger: Ledger, operations: Operations, parent: QWidget) -> Given | None:
        """Return what was written, None when the dialog was given up."""
        return answer_of(cls(ledger, operations, parent), cls.given)

    def given(self) -> Given | None:
        """Return what was written."""
        return self._given

    def missing(self) -> dict[str, str]:
        """Return what is missing or cannot be."""
        found = problems(self._wish())
        password = self._password.value()
        if problem := password_problem(password):
            found["password"] = problem
        elif password != self._again.value():
            found["again"] = "Hai lần gõ mật khẩu khác nhau; chọn “Hiện mật khẩu” để xem chữ đã gõ."
        elif not self._noted.value():
            found["is_noted"] = "Hãy ghi lại mật khẩu rồi đánh dấu vào ô này."
        return found

    def problem(self) -> str:
        """Return the first thing that is missing; the place of the file is looked at last."""
        found = self.missing()
        place = self.place.problem()
        show_problems(self.fields, found)
        self.place.field.show_message(place, "")
        if found:
            focus_field(self.fields, next(iter(found)))
        elif place:
            self.place.setFocus(Qt.FocusReason.TabFocusReason)
        return next(iter(found.values()), place)

    def begin(self) -> None:
        """Write the file in the worker."""
        wish, file, password = self._wish(), self.place.place(), self._password.value()

        def job(own: Ledger, progress: Progress) -> Given:
            def tell(done: int, total: int, text: str = "") -> None:
                # Numbers of bytes are larger than a signal's whole numbers.
                progress(*(round(1000 * done / total), 1000) if total else (0, 0), text)

            return Given(own.reporting.handover.hand_over(wish, file, password, tell), file)

        running = self._operations.start(
            job,
            text="Đang bàn giao sổ…",
            on_done=self._on_given,
            on_error=self.failed_working,
            on_progress=self.show_progress,
            changed={ANYTHING},
        )
        self.work_on(running.cancel, "Đang chép sổ…")

    def _wish(self) -> HandoverWish:
        values = {name: self.fields[name].editor.value() for name in ("receiver", "giver", "note")}
        return cleaned(HandoverWish(**values))

    def _on_given(self, given: Given) -> None:
        self._given = given
        self.done_working()

    def _take_back_message(self, field: FormField) -> None:
        """Say no longer what is being mended."""
        field.show_message("", "")
        self.say("")

    def _judge(self) -> None:
        """Say how good the password is while it is typed."""
        password = self._password.value()
        if not password:
            self._strength.setText(_FORGOTTEN)
            mark(self._strength, tone="muted")
            self._marks.hide()
            return
        judged = strength(password)
        self._strength.setText(f"{password_problem(password) or STRENGTH_WORDS[judged]} {_FORGOTTEN}")
        mark(self._strength, tone={Strength.WEAK: "bad", Strength.FAIR: "warning"}.get(judged, "good"))
        self._marks.setText(MARKED_LETTERS if has_marks(password) else "")
        self._marks.setVisible(has_marks(password))

    def _on_shown(self) -> None:
        for editor in (self._password, self._again):
            editor.set_shown(is_shown=self.shown_box.value())

    def _on_suggest(self) -> None:
        """Put a password of digits into both fields, and show it: it has to be written down."""
        password = suggested()
        self.shown_box.set_value(True)
        self._on_shown()
        for editor in (self._password, self._again):
            editor.set_value(password)
        self._judge()
        self.say("")
        for name in ("password", "again"):
            self.fields[name].show_message("", "")
        self._noted.setFocus(Qt.FocusReason.TabFocusReason)

    def _bind_enter(self) -> None:
        names = ("receiver", "giver", "note", "password", "again")
        followers = [*(self.fields[name].editor for name in names[1:]), self.place]
        for name, following in zip(names, followers, strict=True):
            self.fields[name].editor.advanced.connect(following.setFocus)
        self.place.advanced.connect(self._noted.setFocus)

    def _lay_out_password(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.shown_box)
        row.addWidget(self.suggest_button)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self._strength)
        self.body.addWidget(self._marks)
        self.body.addWidget(self.place)
        self.body.addWidget(self.fields["is_noted"])
        self.body.addStretch()


def contents_sentence(contents: HandoverContents) -> str:
    """Say what goes along with a ledger."""
    years = f"{'các ' if len(contents.years) > 1 else ''}năm {', '.join(map(str, contents.years))}"
    people = (
        f" Sổ có dữ liệu cá nhân của {format_integer(contents.people)} người (số căn cước, ngày sinh, điện thoại, địa "
        "chỉ), vì vậy chỉ giao cho người được phân công và giữ kín mật khẩu."
        if contents.people
        else ""
    )
    return (
        f"Đi theo: {format_integer(contents.records)} mục của {years}, {format_integer(contents.files)} tệp "
        "đính kèm, kế hoạch, cài đặt, báo cáo đã phát hành, bản nháp, thùng rác và lịch sử "
        f"(khoảng {format_size(contents.bytes)}).{people}"
    )

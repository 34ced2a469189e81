"""Moving several nominations on at once: the new state, its day, the number of the paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.award_fit import FOLLOWING, STATES
from desktop_app.domain.award_steps import StepForMany
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import AwardNomination, AwardStatus
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.checklist import Checklist
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, make_field
from ui.widgets.notice_bar import NoticeBar

_SIZE = (680, 560)
_NUMBERS = {AwardStatus.SUBMITTED: "Số Tờ trình", AwardStatus.DECIDED: "Số quyết định"}


class AwardStepsDialog(DialogFrame):
    """The nominations of one deciding authority, and the step that the chosen ones take."""

    def __init__(
        self, nominations: Sequence[AwardNomination], day: date, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            nominations: of the year.
            day: what stands in the date at first.
            parent: the owner.
        """
        super().__init__(
            "award_steps_dialog",
            "Chuyển trạng thái đề nghị khen thưởng",
            "Chuyển trạng thái",
            _SIZE,
            "Các đề nghị được chọn cùng chuyển trong một thao tác; hoàn tác được.",
            parent,
        )
        self._nominations = nominations
        self._authority = ListedEditor()
        names = sorted({one.award_authority for one in nominations})
        self._authority.set_choices([("", "Mọi cấp khen"), *((name, name) for name in names if name)])
        self._status = ChoiceEditor(STATES)
        self._status.set_value(_usual_step(nominations))
        self._on = DateEditor(lambda: day, lambda: day.year)
        self._on.set_value(day)
        self._number, self._note = TextEditor(), TextEditor()
        self._fields = {
            "authority": make_field("authority", FieldWords("Cấp có thẩm quyền khen"), self._authority),
            "status": make_field("status", FieldWords("Chuyển sang"), self._status),
            "on": make_field("on", FieldWords("Ngày", "", "ngày/tháng/năm"), self._on),
            "number": make_field("number", FieldWords("Số văn bản"), self._number),
            "note": make_field("note", FieldWords("Ghi chú", "Lý do trả lại, rút đề nghị…"), self._note),
        }
        self._list = Checklist("nominations", "Đề nghị khen thưởng", "đề nghị")
        self._jumps = NoticeBar("triangle-alert", "warning")
        self._fill_body()
        self._follow()

        self._authority.edited.connect(self._follow)
        self._status.edited.connect(self._follow)
        self._list.changed.connect(self._tell_jumps)

    def problem(self) -> str:
        """Return what is missing."""
        if not self._list.chosen():
            return "Hãy chọn ít nhất một đề nghị."
        return self._on.problem() or ("" if self._on.value() else "Hãy ghi ngày của bước này.")

    def ids(self) -> tuple[str, ...]:
        """Return the chosen nominations."""
        return self._list.chosen()

    def step(self) -> StepForMany:
        """Return the step that they take."""
        number = self._number.value().strip() if self._number.isEnabled() else ""
        return StepForMany(
            status=self._status.value(), on=self._on.value(), note=self._note.value().strip(), number=number
        )

    def _fill_body(self) -> None:
        places = {"authority": (0, 0, 2), "status": (1, 0, 1), "on": (1, 1, 1), "number": (2, 0, 1)}
        self.body.addLayout(fields_grid(self._fields, places | {"note": (2, 1, 1)}))
        self._list.setMinimumHeight(150)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._jumps)

    def _follow(self) -> None:
        """Offer the nominations of the authority; those whose next step it is are chosen."""
        status, authority = self._status.value(), self._authority.value()
        self._list.show_entries(
            [
                (
                    one.id,
                    f"{one.name} – {one.award_form} ({STATES[one.status].lower()})",
                    _leads_on(one.status, status),
                )
                for one in self._nominations
                if one.status is not status and authority in ("", one.award_authority)
            ]
        )
        self._number.setEnabled(status in _NUMBERS)
        self._number.bind("number", FieldWords(_NUMBERS.get(status, "Số văn bản")))

    def _tell_jumps(self) -> None:
        chosen, status = set(self._list.chosen()), self._status.value()
        jumping = [
            one for one in self._nominations if one.id in chosen and status not in FOLLOWING[one.status]
        ]
        self._jumps.say(
            f"{len(jumping)} đề nghị được chọn chưa qua bước liền trước; vẫn chuyển được, nên ghi đủ các bước sau."
            if jumping
            else ""
        )


def _leads_on(before: AwardStatus, after: AwardStatus) -> bool:
    """Whether a step comes next and goes on; a way back is open but never offered."""
    order = list(AwardStatus)
    return after in FOLLOWING[before] and order.index(after) > order.index(before)


def _usual_step(nominations: Sequence[AwardNomination]) -> AwardStatus:
    """Return the step that those least far on take next."""
    states = {one.status for one in nominations}
    waiting = [state for state in AwardStatus if state in states and FOLLOWING[state]]
    return FOLLOWING[waiting[0]][0] if waiting else AwardStatus.REVIEWED

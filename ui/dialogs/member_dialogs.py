"""Changes of a committee: one member replaced by another, a new decision for many members at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.committee import Decision, Newcomer
from desktop_app.domain.labels.steering_committee import WORDS, role_name
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.awards import Honorific
from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.checklist import Checklist
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor, FlagEditor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, make_field

Suggest = Callable[[str, str], list[str]]
"""(field, what is typed) -> what was typed there before."""

_REPLACE_SIZE = (640, 470)
_DECISION_SIZE = (680, 560)
_DECISION_PLACES = {"decision_number": (0, 0, 1), "decision_date": (0, 1, 1), "decided_by": (1, 0, 2)}


@dataclass(frozen=True)
class Replacement:
    """Who comes in, by which decision, from which day."""

    newcomer: Newcomer
    decision: Decision
    begins: date


@dataclass(frozen=True)
class NewDecision:
    """A decision, the members that it names, and whether the others leave."""

    decision: Decision
    ids: tuple[str, ...]
    others_leave: bool


class ReplaceMemberDialog(DialogFrame):
    """Another person for the place of one member."""

    def __init__(
        self, member: CommitteeMember, day: date, suggest: Suggest, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            member: who is replaced.
            day: what stands in the dates at first.
            suggest: for posts and decisions.
            parent: the owner.
        """
        post = f" ({member.position})" if member.position else ""
        super().__init__(
            "replace_member_dialog",
            f"Thay thế {member.full_name}",
            "Thay thế",
            _REPLACE_SIZE,
            f"{member.full_name}{post} thôi tham gia từ ngày trước ngày dưới đây; người mới giữ chức danh "
            f"{role_name(member.body, member.role)}. Hoàn tác được trong một lần.",
            parent,
        )
        self._member = member
        self._editors: dict[str, Editor] = {
            "full_name": TextEditor(),
            "honorific": ChoiceEditor(WORDS.choices[Honorific]),
            "position": TextEditor(lambda typed: suggest("position", typed)),
            "valid_from": DateEditor(lambda: day, lambda: day.year),
            **_decision_editors(day, suggest),
        }
        self._editors["position"].set_value(member.position)
        self._editors["valid_from"].set_value(day)
        fields = {name: make_field(name, WORDS.fields[name], one) for name, one in self._editors.items()}
        places = {
            "full_name": (0, 0, 1),
            "honorific": (0, 1, 1),
            "position": (1, 0, 2),
            "decision_number": (2, 0, 1),
            "decision_date": (2, 1, 1),
            "decided_by": (3, 0, 2),
            "valid_from": (4, 0, 1),
        }
        self.body.addLayout(fields_grid(fields, places))
        self.body.addStretch()

    @classmethod
    def ask(cls, member: CommitteeMember, day: date, suggest: Suggest, parent: QWidget) -> Replacement | None:
        """Return the replacement, None when the dialog was left."""
        return answer_of(cls(member, day, suggest, parent), cls.replacement)

    def problem(self) -> str:
        """Return what is missing or impossible."""
        if not clean(self._editors["full_name"].value()):
            return "Hãy ghi họ và tên người mới."
        begins = self._editors["valid_from"].value()
        if begins is None:
            return self._editors["valid_from"].problem() or "Hãy ghi ngày người mới tham gia."
        since = self._member.valid_from
        if since is not None and begins <= since:
            return (
                f"Ngày tham gia phải sau ngày {format_date(since)}, ngày {self._member.full_name} tham gia."
            )
        return self._editors["decision_date"].problem()

    def replacement(self) -> Replacement:
        """Return what was typed."""
        values = {name: editor.value() for name, editor in self._editors.items()}
        newcomer = Newcomer(clean(values["full_name"]), clean(values["position"]), values["honorific"])
        return Replacement(newcomer, _decision(self._editors, values["valid_from"]), values["valid_from"])


class NewDecisionDialog(DialogFrame):
    """A new decision on the body: its number and day for all members that it names."""

    def __init__(
        self, members: Sequence[CommitteeMember], day: date, suggest: Suggest, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            members: the present ones, in order.
            day: what stands in the date at first.
            suggest: for decisions.
            parent: the owner.
        """
        super().__init__(
            "new_decision_dialog",
            "Kiện toàn theo quyết định mới",
            "Ghi quyết định",
            _DECISION_SIZE,
            "Số, ngày quyết định được ghi cho mọi thành viên được chọn trong một thao tác; ngày tham gia giữ nguyên.",
            parent,
        )
        self._editors = _decision_editors(day, suggest)
        self._leave = FlagEditor()
        self._list = Checklist("members", "Thành viên theo quyết định", "thành viên")
        self._list.setMinimumHeight(150)
        fields = {name: make_field(name, WORDS.fields[name], one) for name, one in self._editors.items()}
        words = FieldWords(
            "Thành viên không được chọn thôi tham gia",
            "Ngày cuối tham gia của họ là ngày trước ngày quyết định.",
        )
        fields["others_leave"] = make_field("others_leave", words, self._leave)
        self.body.addLayout(fields_grid(fields, {**_DECISION_PLACES, "others_leave": (2, 0, 2)}))
        self.body.addWidget(self._list, 1)
        self._list.show_entries([(one.id, _member_words(one), True) for one in members])

    @classmethod
    def ask(
        cls, members: Sequence[CommitteeMember], day: date, suggest: Suggest, parent: QWidget
    ) -> NewDecision | None:
        """Return the decision, None when the dialog was left."""
        return answer_of(cls(members, day, suggest, parent), cls.new_decision)

    def problem(self) -> str:
        """Return what is missing."""
        if not self._list.chosen():
            return "Hãy chọn ít nhất một thành viên."
        if not clean(self._editors["decision_number"].value()):
            return "Hãy ghi số quyết định."
        if self._editors["decision_date"].value() is None:
            return self._editors["decision_date"].problem() or "Hãy ghi ngày quyết định."
        return ""

    def new_decision(self) -> NewDecision:
        """Return what was typed and chosen."""
        day = self._editors["decision_date"].value()
        return NewDecision(_decision(self._editors, day), self._list.chosen(), self._leave.value())


def _decision_editors(day: date, suggest: Suggest) -> dict[str, Editor]:
    made: dict[str, Editor] = {
        "decision_number": TextEditor(lambda typed: suggest("decision_number", typed)),
        "decision_date": DateEditor(lambda: day, lambda: day.year),
        "decided_by": TextEditor(lambda typed: suggest("decided_by", typed)),
    }
    made["decision_date"].set_value(day)
    return made


def _decision(editors: dict[str, Editor], usual_day: date) -> Decision:
    number, decided_by = (clean(editors[name].value()) for name in ("decision_number", "decided_by"))
    return Decision(number, editors["decision_date"].value() or usual_day, decided_by)


def _member_words(member: CommitteeMember) -> str:
    post = f" – {member.position}" if member.position else ""
    return f"{member.full_name}{post} ({role_name(member.body, member.role)})"

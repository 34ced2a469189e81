"""Ban Chỉ đạo and Tổ giúp việc: the members by their place, changes by decision, the composition checked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from desktop_app.domain.committee import ended, in_order, next_place, reappointed, replaced
from desktop_app.domain.committee_rules import composition_faults
from desktop_app.domain.labels.steering_committee import TEAM_WORDS, WORDS, role_name
from desktop_app.domain.query import Query, Span
from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from ui.dialogs.member_dialogs import NewDecisionDialog, ReplaceMemberDialog
from ui.operations import Operations
from ui.pages.common_columns import gap_column
from ui.pages.outlet_columns import state_column
from ui.pages.register_page import RegisterPage
from ui.pages.stores import Store
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.buttons import make_button
from ui.widgets.filter_bar import Filter
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.table_model import Column

STATE = "state"
FORMER, EVERYBODY = "former", "all"
_MOST = 1_000
_KIND = "steering_committee"


class MembersPage(RegisterPage[CommitteeMember]):
    """The members of one body; the pages below say which."""

    icon_name = "users"
    body_shown: ClassVar[CommitteeBody] = CommitteeBody.COMMITTEE

    def __init__(self, store: Store[CommitteeMember], ledger: Ledger, operations: Operations) -> None:
        super().__init__(store, ledger, operations)
        self._operations = operations
        self.replace_button = make_button(
            "Thay thế",
            "replace_button",
            icon_name="user-plus",
            help_text="Thay thế thành viên đang mở: người cũ thôi tham gia, người mới vào thay, trong một thao tác.",
        )
        self.decision_button = make_button(
            "Kiện toàn",
            "decision_button",
            icon_name="clipboard-check",
            help_text="Kiện toàn theo quyết định mới: ghi số, ngày quyết định cho nhiều thành viên cùng lúc.",
        )
        self.header.add(self.replace_button, before=self.new_button)
        self.header.add(self.decision_button, before=self.new_button)
        self.notice = NoticeBar("triangle-alert", "warning")
        self.body.insertWidget(0, self.notice)
        self.table.order_by("place", descending=False)

        self.replace_button.clicked.connect(self._on_replace)
        self.decision_button.clicked.connect(self._on_decision)
        self.panel.record_shown.connect(self._tell_buttons)
        self.panel.closed.connect(self._tell_buttons)

    def columns(self) -> list[Column[CommitteeMember]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("TT", lambda one: str(one.place or ""), sort="place", width=44, number=True),
            Column(register.label("full_name"), _full_name, sort="full_name", width=176),
            Column("Chức vụ, đơn vị", lambda one: one.position, sort="position"),
            Column(
                "Chức danh", lambda one: role_name(one.body, one.role), sort="role", width=190, optional=True
            ),
            replace(state_column(self._state, self._is_unsaved, 128, sort="valid_from"), optional=True),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filter by membership; without a choice only present members are shown."""
        choices = [("", "Đang tham gia"), (FORMER, "Đã thôi"), (EVERYBODY, "Tất cả")]
        return (Filter(STATE, "Tham gia", choices),)

    def fixed_filter(self) -> Mapping[str, str]:
        """Return the body that this page shows."""
        return {"body": self.body_shown.value}

    def query(self) -> Query:
        """Return the query with the membership as days."""
        query = super().query()
        where = dict(query.where)
        state, day = where.pop(STATE, ""), working_day(self._ledger)
        spans = {
            "": {"valid_to": Span(first=day, or_empty=True)},
            FORMER: {"valid_to": Span(last=day - timedelta(days=1))},
            EVERYBODY: {},
        }[state]
        return replace(query, where=where, spans=spans)

    def refresh(self) -> None:
        """Read the list and say what the composition lacks."""
        super().refresh()
        faults = composition_faults(
            self._members(), self.body_shown, self._ledger.office.level, working_day(self._ledger)
        )
        self.notice.say(f"So với thành phần thường gặp: {'; '.join(faults)}." if faults else "")
        self._tell_buttons()

    def new_record(self) -> CommitteeMember:
        """Begin with this body and the place after the last one."""
        return CommitteeMember(body=self.body_shown, place=next_place(self._present()))

    def _members(self) -> list[CommitteeMember]:
        return self._store.fetch(Query(where=self.fixed_filter()), 0, _MOST)

    def _present(self) -> list[CommitteeMember]:
        day = working_day(self._ledger)
        return in_order(one for one in self._members() if one.is_member_on(day))

    def _state(self, member: CommitteeMember) -> tuple[str, Tone]:
        day = working_day(self._ledger)
        if member.is_member_on(day):
            return "Đang tham gia", Tone.GOOD
        if member.valid_to and member.valid_to < day:
            return f"Thôi {format_date(member.valid_to)}", Tone.NEUTRAL
        return "Chưa tham gia", Tone.WARNING

    def _tell_buttons(self) -> None:
        self.decision_button.setEnabled(bool(self._present()))
        self.replace_button.setEnabled(not self.panel.isHidden() and bool(self.panel.record_id()))

    def _on_replace(self) -> None:
        if self.panel.form.is_changed():
            self._operations.refused.emit("Hãy lưu hoặc bỏ thay đổi đang gõ trước khi thay thế thành viên.")
            return
        member = self._store.get(self.panel.record_id())
        day = working_day(self._ledger)
        if member.valid_to is not None and member.valid_to < day:
            self._operations.refused.emit(f"{member.full_name} đã thôi tham gia từ trước.")
            return
        answer = ReplaceMemberDialog.ask(member, day, self.suggest, self)
        if answer is None:
            return
        left, new = replaced(member, answer.newcomer, answer.decision, answer.begins)
        self._save(f"Đã thay “{member.full_name}” bằng “{new.full_name}”", [left, new])

    def _on_decision(self) -> None:
        if self.panel.form.is_changed():
            self._operations.refused.emit("Hãy lưu hoặc bỏ thay đổi đang gõ trước khi kiện toàn.")
            return
        present = self._present()
        answer = NewDecisionDialog.ask(present, working_day(self._ledger), self.suggest, self)
        if answer is None:
            return
        whole = [
            self._store.get(one.id) for one in present
        ]  # with personal values, which a list does not have
        named = [one for one in whole if one.id in answer.ids]
        others = [one for one in whole if one.id not in answer.ids] if answer.others_leave else []
        changed = [
            *reappointed(named, answer.decision),
            *ended(others, _day_before(answer.decision.day)),
        ]
        self._save(f"Đã ghi quyết định {answer.decision.number} cho {len(named)} thành viên", changed)

    def _save(self, label: str, members: Sequence[CommitteeMember]) -> None:
        store = self._ledger.register(_KIND)
        self._operations.run(lambda: store.save_together(label, members), changed={_KIND})


class CommitteeMembersPage(MembersPage):
    """Ban Chỉ đạo."""

    own_words = replace(WORDS, page="Ban Chỉ đạo")


class SupportTeamPage(MembersPage):
    """Tổ giúp việc."""

    own_words = TEAM_WORDS
    body_shown = CommitteeBody.SUPPORT_TEAM
    draft_part = CommitteeBody.SUPPORT_TEAM.value


def _full_name(member: CommitteeMember) -> str:
    return f"{member.honorific} {member.full_name}".strip()


def _day_before(day: date) -> date:
    return day - timedelta(days=1)

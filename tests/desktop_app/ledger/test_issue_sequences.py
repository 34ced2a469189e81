"""Whatever an officer clicks, in any order: no impossible state, no step lost, no issued package lost or changed."""

import random
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.report_issue import (
    OPEN_STATES,
    Action,
    IssueState,
    Reply,
    ReplyKind,
    Sending,
    SendingWay,
    settled_state,
)
from desktop_app.errors import IssueError, ReportProblemsError
from tests.desktop_app.ledger.conftest import Office
from tests.records import activity

DAY = date(2023, 11, 20)
STEPS = 150


class Clicker:
    """Does one thing after another, as chance will have it, and remembers what must never be lost."""

    def __init__(self, office, seed):
        self.office, self.desk, self.chance = office, office.desk, random.Random(seed)
        self.packages, self.steps, self.done, self.refused = {}, {}, set(), set()
        self.deeds = {
            Action.SUBMIT: lambda: self.desk.submit(office.period),
            Action.WITHDRAW: lambda: self.desk.withdraw(office.period),
            Action.ISSUE: self.issue,
            Action.NOTE_SENDING: self.send,
            Action.NOTE_REPLY: self.hear,
            Action.OPEN_NEXT: lambda: self.desk.open_next(office.period, "Bổ sung"),
            Action.REGISTER_DOCUMENT: lambda: self.desk.register_document(office.period),
        }
        self.others = (self.export, self.change, self.forget_sending, self.forget_reply)

    def issue(self):
        number = str(self.chance.randrange(100, 10**6))
        issued = self.desk.issue(self.office.period, ReportHead(number=number, issued_on=DAY))
        self.packages[issued.package] = self.office.ledger.reporting.kept_files.data(issued.package)

    def send(self):
        received = DAY if self.chance.random() < 0.3 else None
        self.desk.note_sending(
            self.office.period,
            Sending(
                way=self.chance.choice(list(SendingWay)),
                sent_at=DAY.isoformat(),
                received_on=received,
                revision=self.some_issued(),
            ),
        )

    def hear(self):
        view = self.office.view
        revision = self.some_issued() if view.earlier or view.current.is_issued else 0
        kind = self.chance.choice(list(ReplyKind))
        self.desk.note_reply(self.office.period, Reply(kind=kind, replied_on=DAY, revision=revision))

    def some_issued(self):
        view = self.office.view
        known = [one.revision for one in (*view.earlier, view.current) if one.is_issued]
        return self.chance.choice(known) if known else 0

    def export(self):
        if any(one.is_error for one in self.office.ledger.check(self.office.period)):
            with pytest.raises(ReportProblemsError, match="Hãy mở lần báo cáo mới"):
                self.office.export()
        else:
            self.office.export()

    def change(self):
        self.office.change(f"Đã sửa {self.chance.random()}.")

    def forget_sending(self):
        for one in self.office.view.sendings[-1:]:
            self.desk.remove_sending(one.id)

    def forget_reply(self):
        for one in self.office.view.replies[:1]:
            self.desk.remove_reply(one.id)

    def click(self):
        """Do one thing; what the view offers must work, what it refuses must fail and change nothing."""
        if self.chance.random() < 0.4:
            self.chance.choice(self.others)()
            return
        before = self.office.view
        wanted = [one for one in self.deeds if (one in before.may) is (self.chance.random() < 0.8)]
        action = self.chance.choice(wanted or list(self.deeds))
        if action in before.may:
            self.deeds[action]()
            self.done.add(action)
        else:
            with pytest.raises(IssueError) as told:
                self.deeds[action]()
            assert str(told.value) == before.refused[action]
            assert self.office.view == before
            self.refused.add(action)

    def look(self):
        """Check what must hold after every click."""
        view = self.office.view
        issued = [one for one in (view.current, *view.earlier) if one.is_issued]
        revisions = [one.revision for one in issued]
        assert revisions == sorted(set(revisions), reverse=True)
        assert all(one.revision < view.current.revision for one in view.earlier)
        assert all(one.is_issued for one in view.earlier)
        for one in issued:
            assert one.state is settled_state(
                [sent for sent in view.sendings if sent.revision == one.revision],
                [said for said in view.replies if said.revision == one.revision],
            )
            assert one.head.number
            assert one.head.issued_on
            kept = self.steps.get(one.revision, ())
            assert one.steps[: len(kept)] == kept
            assert [step.state for step in one.steps].index(IssueState.SUBMITTED) < len(one.steps) - 1
            assert one.steps[-1].state is one.state
            self.steps[one.revision] = one.steps
        assert set(self.steps) == set(revisions)
        if view.current.state in OPEN_STATES and issued:
            assert view.current.replaces
        for mark, data in self.packages.items():
            assert self.office.ledger.reporting.kept_files.data(mark) == data
        assert {one.package for one in issued} <= set(self.packages)


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_clicks_keeps_everything(ledger, quick_writers, tmp_path, seed):
    ledger.activities.save(activity())
    ledger.save_office(replace(ledger.office, unit_code="60.597"))
    clicker = Clicker(Office(ledger, tmp_path / "ra"), seed)
    for _ in range(STEPS):
        clicker.click()
        clicker.look()
    assert len(clicker.done) >= 5
    assert len(clicker.refused) >= 3
    assert clicker.packages

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from desktop_app.domain.records.activities import Activity
from desktop_app.errors import CancelledError, ConflictError, LedgerFileError
from desktop_app.ledger import Ledger
from tests.ui.conftest import NOW
from ui.operations import ANYTHING, Operations
from ui.tree_end import end_tree
from ui.worker import Progress


@pytest.fixture
def operations(qtbot, ledger: Ledger) -> Iterator[Operations]:
    made = Operations(ledger)
    yield made
    made.close()


def save_one(ledger: Ledger, title: str = "Phiên chợ hàng Việt") -> Activity:
    return ledger.activities.save(Activity(title=title, date_start=NOW.date()))


def test_a_write_tells_what_changed_and_offers_to_take_it_back(qtbot, operations, ledger) -> None:
    with qtbot.waitSignal(operations.changed) as changed, qtbot.waitSignal(operations.status) as status:
        assert operations.run(lambda: save_one(ledger), changed={"activities"})
    assert changed.args == [{"activities"}]
    assert status.args == ["Đã thêm “Phiên chợ hàng Việt”", True]


def test_a_refused_write_says_why_and_changes_nothing(qtbot, operations, ledger) -> None:
    with qtbot.assertNotEmitted(operations.changed), qtbot.waitSignal(operations.refused) as refused:
        assert not operations.run(lambda: ledger.activities.get("không có"), changed={"activities"})
    assert "không còn trong sổ" in refused.args[0]


def test_the_caller_can_take_the_refusal_itself(qtbot, operations, ledger) -> None:
    errors: list[Exception] = []
    with qtbot.assertNotEmitted(operations.refused):
        operations.run(lambda: ledger.activities.get("x"), changed=set(), failed=errors.append)
    assert isinstance(errors[0], ConflictError)


def test_faults_of_ours_are_not_swallowed(operations) -> None:
    with pytest.raises(ZeroDivisionError):
        operations.run(lambda: 1 // 0, changed=set())


def test_undo_takes_back_and_says_what(qtbot, operations, ledger) -> None:
    save_one(ledger)
    with qtbot.waitSignal(operations.changed) as changed, qtbot.waitSignal(operations.status) as status:
        assert operations.undo()
    assert changed.args[0] == {ANYTHING}
    assert status.args == ["Đã hoàn tác: đã thêm “Phiên chợ hàng Việt”", False]
    with qtbot.waitSignal(operations.refused):
        assert not operations.undo()


def test_slow_work_has_its_own_ledger_and_comes_back(qtbot, operations, ledger) -> None:
    save_one(ledger)
    steps: list[tuple[int, int, str]] = []
    results: list[object] = []

    def job(own: Ledger, progress: Progress) -> tuple[bool, str]:
        progress(1, 2, "Đang đọc")
        progress(2, 2, "Đang ghi")
        first = own.activities.between(NOW.date(), NOW.date())[0]
        return own is ledger, first.title

    operations.start(
        job,
        text="Đang làm",
        on_done=results.append,
        on_progress=lambda *step: steps.append(step),
        changed={"activities"},
    )
    with qtbot.waitSignal(operations.changed):
        pass
    assert results == [(False, "Phiên chợ hàng Việt")]
    assert steps == [(1, 2, "Đang đọc"), (2, 2, "Đang ghi")]


def test_slow_work_can_be_stopped(qtbot, operations) -> None:
    errors: list[Exception] = []

    def job(_own: Ledger, progress: Progress) -> None:
        while True:
            progress(0, 0)

    with qtbot.waitSignal(operations.busy_changed, check_params_cb=lambda text, *_: not text):
        operations.start(job, text="Đang làm", on_done=errors.append, on_error=errors.append)
        operations.cancel()
    assert [type(error) for error in errors] == [CancelledError]


def test_slow_work_that_the_user_can_mend_is_told(qtbot, operations) -> None:
    def job(_own: Ledger, _progress: Progress) -> None:
        raise LedgerFileError("Ổ đĩa đã đầy.")

    with qtbot.waitSignal(operations.refused) as refused:
        operations.start(job, text="Đang làm", on_done=print)
    assert refused.args == ["Ổ đĩa đã đầy."]


def test_a_fault_in_slow_work_reaches_the_crash_dialog(qtbot, operations, monkeypatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    operations.start(lambda _own, _progress: 1 // 0, text="Đang làm", on_done=print)
    qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0], ZeroDivisionError)


def test_a_page_that_waits_for_slow_work_goes_on_after_a_fault(qtbot, operations, monkeypatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda _kind, _error, _trace: None)
    told: list[str] = []
    operations.start(
        lambda _own, _progress: 1 // 0,
        text="Đang làm",
        on_done=print,
        on_error=lambda error: told.append(str(error)),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Chương trình gặp lỗi ngoài dự kiến")


def test_a_draft_is_kept_and_its_time_told(qtbot, operations, ledger) -> None:
    with qtbot.waitSignal(operations.draft_kept) as kept:
        operations.keep_draft("activities", "", {"title": "Đang gõ"})
    assert kept.args == ["09:42"]
    assert ledger.drafts.get("activities", "").values == {"title": "Đang gõ"}
    operations.discard_draft("activities", "")
    assert ledger.drafts.get("activities", "") is None


def test_everything_comes_back_in_the_window_s_thread(qtbot, operations) -> None:
    threads: set[int] = set()

    def note(*_: object) -> None:
        threads.add(threading.get_ident())

    operations.busy_changed.connect(note)

    def job(_own: Ledger, progress: Progress) -> int:
        progress(1, 1, "Đang làm")
        return threading.get_ident()

    results: list[int] = []
    with qtbot.waitSignal(operations.changed):
        operations.start(job, text="Đang làm", on_done=results.append, on_progress=note, changed={"x"})
    assert threads == {threading.get_ident()}
    assert results[0] not in threads


def test_reading_comes_back_and_only_the_newest_wish_is_shown(qtbot, operations, ledger) -> None:
    shown: list[object] = []
    for word in ("một", "hai", "ba"):
        operations.read("list", lambda own, word=word: (word, own is ledger), shown.append)
    operations.read("other", lambda own: own.year, shown.append)
    assert operations.is_reading()
    qtbot.waitUntil(lambda: not operations.is_reading())
    assert shown == [("ba", False), 2023]


def test_what_was_read_for_a_page_that_has_ended_is_dropped(qtbot, operations) -> None:
    class Shown(QObject):
        def show_year(self, _year: int) -> None:
            self.setObjectName("shown")

    ended, shown = Shown(), Shown()
    operations.read("ended", lambda own: own.year, ended.show_year)
    operations.read("unread", lambda own: own.activities.get("không có"), ended.show_year)
    operations.read("shown", lambda own: own.year, shown.show_year)
    end_tree(ended)
    with qtbot.assertNotEmitted(operations.refused):
        qtbot.waitUntil(lambda: not operations.is_reading())
    assert shown.objectName() == "shown"


def test_reading_is_no_slow_work_for_the_status_line(qtbot, operations) -> None:
    with qtbot.assertNotEmitted(operations.busy_changed):
        operations.read("list", lambda own: own.year, lambda year: None)
        qtbot.waitUntil(lambda: not operations.is_reading())


def test_what_reading_cannot_do_is_said(qtbot, operations) -> None:
    with qtbot.waitSignal(operations.refused) as refused:
        operations.read("list", lambda own: own.activities.get("không có"), lambda found: None)
    assert "không còn trong sổ" in refused.args[0]


def test_a_window_that_closes_waits_for_no_reading(qtbot, ledger) -> None:
    made, shown = Operations(ledger), []
    made.read("list", lambda own: own.year, shown.append)
    made.close()
    assert shown == []
    assert not made.is_reading()

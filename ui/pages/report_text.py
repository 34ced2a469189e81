"""The sections of the report on its page: which one is shown, what the officer does with its text."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.narrative_changes import Change, Taken
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import two_digits
from ui.dialogs.versions_dialog import VersionsDialog
from ui.operations import Operations
from ui.pages.report_narrative import Narrative
from ui.pages.report_reading import ReportReading
from ui.pages.report_steps import ReportSteps
from ui.widgets.section_editor import SectionEditor
from ui.widgets.section_list import SectionEntry

_ONE_TAKEN = {
    Taken.REPLACED: "Đã thay câu cũ bằng câu mới.",
    Taken.APPENDED: "Đã thêm câu mới vào cuối mục.",
    Taken.REMOVED: "Đã bỏ câu không còn đúng với số liệu.",
    Taken.UNTOUCHED: "Câu này không còn trong mục hoặc đã có; nội dung của đơn vị không thay đổi.",
}
_NOT_FOUND = "Câu cũ đã được đơn vị sửa nên câu mới được thêm vào cuối mục; hãy xem lại."
_PARTS = {
    Taken.REPLACED: "{} câu thay tại chỗ",
    Taken.APPENDED: "{} câu thêm vào cuối mục",
    Taken.REMOVED: "{} câu được bỏ",
    Taken.UNTOUCHED: "{} câu không cần thay đổi",
}


class ReportText(QObject):
    """Joins the list of sections, the editor and the texts.

    Attributes:
        opened: a section is to be seen.
        checks_wanted: the problems may be others now.
        narrative: the texts.
        key: of the section that is shown, "" before there is one.
    """

    opened = Signal()
    checks_wanted = Signal()

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        steps: ReportSteps,
        editor: SectionEditor,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._operations, self._page = operations, page
        self._steps, self._editor = steps, editor
        self._headings: dict[str, str] = {}
        self.key = ""
        self._is_edited = False
        self.narrative = Narrative(ledger, operations, self)

        steps.section_chosen.connect(self.open)
        self.narrative.kept.connect(self._on_kept)
        editor.edited.connect(self._on_edited)
        editor.left.connect(self._on_left)
        editor.reset_requested.connect(self._on_reset_wanted)
        editor.step_requested.connect(self._on_step_wanted)
        editor.versions_requested.connect(self._on_versions_wanted)
        editor.changes.take_requested.connect(self._on_take_wanted)
        editor.changes.take_all_requested.connect(self._on_take_all_wanted)
        editor.changes.keep_requested.connect(self._on_keep_wanted)

    def section_keys(self) -> Sequence[str]:
        """Return the keys of all sections, in printing order."""
        return list(self._headings)

    def read(self, reading: ReportReading) -> None:
        """Show the sections of a report; the one that is shown stays if it can."""
        self._headings = dict(self.narrative.read(reading))
        self._steps.show_sections(
            [SectionEntry(key, text, self.narrative.state(key)) for key, text in self._headings.items()]
        )
        if self.key not in self._headings:
            self.key = next(iter(self._headings), "")
        self._show()

    def open(self, key: str) -> None:
        """Show another section."""
        self.narrative.write_now()
        self.key = key
        self._show()
        self.opened.emit()

    def _show(self) -> None:
        if self.key:
            self._editor.show_section(self._headings[self.key], self.narrative.text(self.key))
            self._show_state()

    def _show_state(self, kept: str = "") -> None:
        state = self.narrative.state(self.key)
        changes = self.narrative.changes(self.key)
        self._editor.show_state(state, self.narrative.suggestion(self.key), kept, changes)
        self._steps.show_state(self.key, state)

    def _show_anew(self) -> None:
        """Show a text that was not typed; Ctrl+Z brings the one before back."""
        self._editor.replace_text(self.narrative.text(self.key))
        self._show_state()
        self.checks_wanted.emit()

    def _say(self, sentence: str) -> None:
        self._operations.status.emit(sentence, False)

    def _on_edited(self) -> None:
        self._is_edited = True
        self.narrative.note(self.key, self._editor.text())
        self._show_state()

    def _on_left(self) -> None:
        self.narrative.write_now()
        if self._is_edited:  # a text that was only looked at is read by nobody anew
            self._is_edited = False
            self.checks_wanted.emit()

    def _on_kept(self, key: str, time: str) -> None:
        if key == self.key:
            self._show_state(f"Đã lưu lúc {time}")

    def _on_step_wanted(self, by: int) -> None:
        self._steps.sections.choose(self.key)
        self._steps.sections.step(by)

    def _on_reset_wanted(self) -> None:
        self.narrative.reset(self.key)
        self._show_anew()
        self._say("Đã lấy lại gợi ý; bấm Ctrl+Z hoặc mở “Các phiên bản” để trở về nội dung đã ghi.")

    def _on_take_wanted(self, place: int) -> None:
        change = self._editor.changes.changes()[place]
        self._take([change])

    def _on_take_all_wanted(self) -> None:
        self._take(self._editor.changes.changes())

    def _take(self, chosen: Sequence[Change]) -> None:
        how = self.narrative.take(self.key, chosen)
        if not how:
            return  # the status line says why
        self._show_anew()
        if len(chosen) == 1:
            missed = how[0] is Taken.APPENDED and bool(chosen[0].old)
            self._say(_NOT_FOUND if missed else _ONE_TAKEN[how[0]])
            return
        counts = Counter(how)
        parts = [_PARTS[one].format(two_digits(counts[one])) for one in Taken if counts[one]]
        self._say(f"Đã lấy các câu mới: {', '.join(parts)}.")

    def _on_keep_wanted(self) -> None:
        if self.narrative.keep(self.key):
            self._show_state()
            self.checks_wanted.emit()
            self._editor.focus_text()
            self._say("Đã giữ nội dung của đơn vị; mục này được coi là đã xem lại.")

    def _on_versions_wanted(self) -> None:
        key, heading = self.key, self._headings[self.key]
        version = VersionsDialog.choose(
            self._page,
            heading,
            self.narrative.versions(key),
            self.narrative.text(key),
            self.narrative.suggestion(key),
        )
        if version is not None and self.narrative.restore(key, version):
            self._show_anew()
            self._say(f"Đã khôi phục bản {_moment(version.at)}; bản trước đó vẫn còn trong “Các phiên bản”.")


def _moment(at: str) -> str:
    """Return "ngày 22/11/2023 lúc 08:30" for an ISO time."""
    when = datetime.fromisoformat(at)
    return f"ngày {format_date(when.date())} lúc {when:%H:%M}"

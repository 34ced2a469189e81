"""Văn bản kế hoạch: the text of the office's own plan, its number and date, and the file that is printed."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.domain.labels.plans import PLAN_TEXTS
from desktop_app.domain.plan_content import PlanPart, PlanTexts, PlanVersion, with_text
from desktop_app.domain.registers import REGISTERS
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import clean
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.plan_printing import PDF, WORD, PlanPrinting
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import Card
from ui.widgets.editors.base import Editor
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, make_field, show_usual
from ui.widgets.form_field import FormField
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.plan_part_editor import PlanPartEditor
from ui.widgets.section_list import SectionEntry, SectionList, SectionState

_LAG_MS = 1500
_LIST_WIDTH = 330


class PlanTextPage(Page):
    """Parts of the plan at the left, the one that is written at the right; everything keeps itself."""

    def __init__(self, ledger: Ledger, operations: Operations) -> None:
        super().__init__(
            "Văn bản kế hoạch", shows={*REGISTERS, "office", "plan", "year", "plan_text", "plan_versions"}
        )
        self._ledger, self._operations = ledger, operations
        self._year = ledger.year
        self._texts = PlanTexts()
        self._parts: dict[str, PlanPart] = {}
        self._unwritten = False
        self._written_file = Path()
        self.word_button = make_button("In ra Word…", "word_button", kind=PRIMARY, icon_name="file-text")
        self.pdf_button = make_button("In ra PDF…", "pdf_button", icon_name="file-down")
        self.header.add(self.pdf_button)
        self.header.add(self.word_button)
        self.notice = NoticeBar("info", "plain")
        self.open_button = self.notice.add("Mở tệp vừa in", "open_file_button")
        self.open_button.hide()
        self._editors: dict[str, Editor] = {
            "subject": TextEditor(),
            "number": TextEditor(),
            "issued_on": DateEditor(ledger.today, lambda: self._year),
            "note": TextEditor(),
        }
        self.fields: dict[str, FormField] = {
            name: make_field(name, PLAN_TEXTS[name], editor) for name, editor in self._editors.items()
        }
        self.sections = SectionList()
        self.sections.setAccessibleName("Các phần của kế hoạch")
        self.editor = PlanPartEditor()
        self.printing = PlanPrinting(ledger, operations, self)
        self._timer = QTimer(self, interval=_LAG_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.sections.chosen.connect(self._show_part)
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self.keep_typing)
        self.editor.reset_requested.connect(self._on_reset)
        for name in ("subject", "number", "issued_on"):
            self._editors[name].edited.connect(self._on_head_edited)
            self._editors[name].left.connect(self.keep_typing)
        self.word_button.clicked.connect(partial(self._print, WORD))
        self.pdf_button.clicked.connect(partial(self._print, PDF))
        self.open_button.clicked.connect(self._on_open)
        self.printing.written.connect(self._on_written)
        self._timer.timeout.connect(self._write)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.sections.step, by))

    def take_focus(self) -> None:
        """Begin in the list of parts."""
        self.sections.setFocus()

    def refresh(self) -> None:
        """Read texts and parts again; what is being typed stays."""
        self.keep_typing()
        planning = self._ledger.planning
        self._year = self._ledger.year
        self._texts = planning.store.texts(self._year)
        self._parts = {part.key: part for part in planning.parts(self._year)}
        self._show_head(planning.usual_subject(self._year))
        self.sections.show_entries(
            [SectionEntry(part.key, part.heading, self._state(part.key)) for part in self._parts.values()]
        )
        key = self.sections.current_key()
        if key in self._parts:
            self._show_part(key)
        else:
            self.sections.choose(next(iter(self._parts)))
        self._tell_version()

    def keep_typing(self) -> None:
        """Write what is typed at once."""
        if self._timer.isActive() or self._unwritten:
            self._write()

    def _show_head(self, usual_subject: str) -> None:
        for name in ("subject", "number", "issued_on"):
            if self._editors[name].value() != getattr(self._texts, name):
                self._editors[name].set_value(getattr(self._texts, name))
        show_usual(self.fields["subject"], usual_subject)

    def _show_part(self, key: str) -> None:
        self.keep_typing()
        part = self._parts[key]
        text = self._texts.texts.get(key, part.usual)
        self.editor.show_part(part.heading, text, is_own=key in self._texts.texts)

    def _state(self, key: str) -> SectionState:
        if key in self._texts.texts:
            return SectionState.WRITTEN
        return SectionState.SUGGESTED if self._parts[key].usual else SectionState.EMPTY

    def _tell_version(self) -> None:
        versions = self._ledger.planning.store.versions(self._year)
        changed = self._ledger.planning.is_changed(self._year)
        self.fields["note"].setVisible(bool(versions) and changed)
        self.notice.say(_version_words(versions, changed=changed))
        self.header.set_count(f"Năm {self._year}")

    def _on_edited(self) -> None:
        key = self.sections.current_key()
        self._texts = with_text(self._texts, key, clean(self.editor.text(), multiline=True))
        self.editor.show_origin(is_own=True)
        self.sections.show_state(key, self._state(key))
        self._start_timer()

    def _on_head_edited(self) -> None:
        problem = self._editors["issued_on"].problem()
        self.fields["issued_on"].show_message(problem, "")
        values = {name: self._editors[name].value() for name in ("subject", "number", "issued_on")}
        self._texts = PlanTexts(texts=self._texts.texts, **values)
        self._start_timer()

    def _on_reset(self) -> None:
        key = self.sections.current_key()
        self._texts = with_text(self._texts, key, None)
        self._write()
        self._show_part(key)
        self.sections.show_state(key, self._state(key))
        self.editor.focus_text()

    def _start_timer(self) -> None:
        self._unwritten = True
        if not self._timer.isActive():
            self._timer.start()

    def _write(self) -> None:
        self._timer.stop()
        texts, year = self._texts, self._year
        self._unwritten = False
        self._unwritten = not self._operations.run(
            lambda: self._ledger.planning.save_texts(year, texts), changed={"plan_text"}, message=""
        )
        if not self._unwritten:
            key = self.sections.current_key()
            self.editor.show_origin(
                is_own=key in self._texts.texts, kept=f"Đã lưu {self._ledger.clock():%H:%M}"
            )

    def _print(self, ending: str) -> None:
        self.keep_typing()
        versions = self._ledger.planning.store.versions(self._year)
        changed = self._ledger.planning.is_changed(self._year)
        note = clean(str(self._editors["note"].value()))
        if versions and changed and not note:
            self.fields["note"].show_message("Hãy ghi lý do điều chỉnh, bổ sung so với bản in trước.", "")
            self._editors["note"].setFocus()
            return
        self.fields["note"].show_message("", "")
        number = len(versions) + 1 if changed else versions[0].version
        year = self._year
        self.printing.write(
            ending, year, number, lambda ledger, path: ledger.planning.print_now(year, path, note)
        )

    def _on_written(self, path: str) -> None:
        self._written_file = Path(path)
        self.open_button.show()
        self._editors["note"].set_value("")

    def _on_open(self) -> None:
        self.printing.open_file(self._written_file)

    def _lay_out(self) -> None:
        head = Card()
        places = {"subject": (0, 0, 3), "number": (0, 3, 1), "issued_on": (0, 4, 1), "note": (1, 0, 5)}
        grid = fields_grid(self.fields, places)
        for column in range(3):
            grid.setColumnStretch(column, 2)
        head.content.addLayout(grid)
        list_card, text_card = Card("Các phần của kế hoạch"), Card()
        list_card.content.addWidget(self.sections)
        list_card.setMaximumWidth(_LIST_WIDTH)
        text_card.content.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(list_card, 2)
        row.addWidget(text_card, 3)
        self.body.addWidget(self.notice)
        self.body.addWidget(head)
        self.body.addLayout(row, 1)


def _version_words(versions: list[PlanVersion], *, changed: bool) -> str:
    if not versions:
        return (
            "Chưa in lần nào. Căn cứ, nội dung và bảng nhiệm vụ được lấy từ kế hoạch và danh sách nhiệm vụ."
        )
    last = versions[0]
    day = format_date(datetime.fromisoformat(last.at).date())
    if changed:
        return f"Nội dung đã khác bản {last.version} in ngày {day}; in lại sẽ thành bản {last.version + 1}."
    return f"Nội dung đúng như bản {last.version} in ngày {day}."

"""Các bản đã in: the versions of the office's plan, how each differs from the one before, and printing one again."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from desktop_app.domain.plan_content import PlanVersion, differences
from desktop_app.domain.registers import REGISTERS
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.plan_printing import PDF, WORD, PlanPrinting
from ui.theme import mark
from ui.widgets.buttons import LINK, make_button
from ui.widgets.card import Card, label
from ui.widgets.empty_state import EmptyState
from ui.widgets.tooltip import as_tip

_NOW = 0
"""Number of the plan as it stands, which is not printed yet."""
_EMPTY = (
    "Chưa in kế hoạch lần nào. Mở “Văn bản kế hoạch” rồi bấm “In ra Word”; "
    "mỗi lần nội dung đổi và in lại là một bản."
)


class PlanVersionsPage(Page):
    """Versions at the left, newest first; what the chosen one says otherwise than the one before at the right."""

    def __init__(self, ledger: Ledger, operations: Operations) -> None:
        super().__init__(
            "Các bản kế hoạch đã in",
            shows={*REGISTERS, "office", "plan", "year", "plan_text", "plan_versions"},
        )
        self._ledger = ledger
        self._versions: dict[int, PlanVersion] = {}
        self._written_file = Path()
        self.list = _plain_list("versions", "Các bản đã in")
        self.changes = _plain_list("changes", "Khác bản trước")
        self._title = label("", strong=True, wrap=True)
        self._about = label("", tone="muted", wrap=True)
        self.word_button = make_button("In lại ra Word…", "word_button", icon_name="file-text")
        self.pdf_button = make_button("In lại ra PDF…", "pdf_button", icon_name="file-down")
        self.open_button = make_button("Mở tệp vừa in", "open_file_button", kind=LINK)
        self.open_button.hide()
        self.printing = PlanPrinting(ledger, operations, self)
        self._stack = QStackedWidget()
        self._lay_out()

        self.list.currentItemChanged.connect(self._on_chosen)
        self.word_button.clicked.connect(partial(self._print, WORD))
        self.pdf_button.clicked.connect(partial(self._print, PDF))
        self.open_button.clicked.connect(self._on_open)
        self.printing.written.connect(self._on_written)

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the versions again."""
        year = self._ledger.year
        versions = self._ledger.planning.store.versions(year)
        self._versions = {one.version: one for one in versions}
        self.header.set_count(f"{len(versions)} bản năm {year}" if versions else "")
        entries = [(one.version, _line(one)) for one in versions]
        if versions and self._ledger.planning.is_changed(year):
            entries.insert(0, (_NOW, "Hiện nay · chưa in"))
        chosen = self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for number, text in entries:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setToolTip(as_tip(text))
            self.list.addItem(item)
        rows = [number for number, _ in entries]
        self.list.blockSignals(False)
        self._stack.setCurrentIndex(0 if versions else 1)
        if entries:
            self.list.setCurrentRow(rows.index(chosen) if chosen in rows else 0)

    def _chosen(self) -> int:
        item = self.list.currentItem()
        return int(item.data(Qt.ItemDataRole.UserRole)) if item is not None else -1

    def _on_chosen(self) -> None:
        number = self._chosen()
        if number < 0:
            return
        version = self._versions.get(number)
        before = self._versions.get((number or max(self._versions) + 1) - 1)
        self.word_button.setEnabled(version is not None)
        self.pdf_button.setEnabled(version is not None)
        self._title.setText(f"Bản {number}" if version else "Nội dung hiện nay, chưa in")
        self._about.setText(_about(version))
        self._show_changes(version, before)

    def _show_changes(self, version: PlanVersion | None, before: PlanVersion | None) -> None:
        self.changes.clear()
        if before is None:
            lines: Sequence[str] = ["Bản đầu tiên của năm."]
        else:
            planning = self._ledger.planning
            content = version.stored.content if version else planning.content(before.year)
            lines = [f"So với bản {before.version}:", *differences(before.stored.content, content)]
        for line in lines:
            self.changes.addItem(line)

    def _print(self, ending: str) -> None:
        version = self._versions.get(self._chosen())
        if version is not None:
            self.printing.write(
                ending,
                version.year,
                version.version,
                lambda ledger, path: ledger.planning.print_version(version, path),
            )

    def _on_written(self, path: str) -> None:
        self._written_file = Path(path)
        self.open_button.show()

    def _on_open(self) -> None:
        self.printing.open_file(self._written_file)

    def _lay_out(self) -> None:
        left, right = Card("Các bản đã in"), Card()
        left.content.addWidget(self.list)
        right.content.addWidget(self._title)
        right.content.addWidget(self._about)
        right.content.addWidget(self.changes, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.word_button)
        buttons.addWidget(self.pdf_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch()
        right.content.addLayout(buttons)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left, 2)
        row.addWidget(right, 3)
        self._stack.addWidget(holder)
        self._stack.addWidget(EmptyState("history", _EMPTY))
        self.body.addWidget(self._stack, 1)


def _plain_list(name: str, title: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWordWrap(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    mark(made, boxed=True)
    return made


def _line(version: PlanVersion) -> str:
    at = datetime.fromisoformat(version.at)
    note = f" · {version.note}" if version.note else ""
    return f"Bản {version.version} · {format_date(at.date())} {at:%H:%M}{note}"


def _about(version: PlanVersion | None) -> str:
    if version is None:
        return "In ở thẻ “Văn bản kế hoạch” để thành một bản mới."
    stored = version.stored
    issued = f" ngày {format_date(stored.issued_on)}" if stored.issued_on else ""
    number = f"Số {stored.number}{issued}. " if stored.number else "Chưa ghi số. "
    who = f"Người in: {version.who}. " if version.who else ""
    return f"{number}{who}{len(stored.content.tasks)} nhiệm vụ."

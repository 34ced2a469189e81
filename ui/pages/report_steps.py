"""The left side of the report page: its steps and the sections of the report."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.roles import Tone
from ui.widgets.action_card import ActionCard
from ui.widgets.card import Card
from ui.widgets.pill import Pill
from ui.widgets.section_list import SectionEntry, SectionList, SectionState

_WIDTH, _NARROW, _NARROWEST = 404, 344, 308
_ROOM_ACROSS, _LITTLE_ROOM = 1000, 890
"""Width of the page from which the steps may take all they like."""
_ROOM = 620
"""Height from which the cards may take two lines and still leave room for the sections."""


class Step(StrEnum):
    """What is shown at the right."""

    CHECK = "check"
    SECTION = "section"
    HEAD = "head"
    PREVIEW = "preview"
    EXPORT = "export"
    ISSUE = "issue"


class ReportSteps(QWidget):
    """A card for each step; that of the sections holds them all.

    Attributes:
        step_chosen: the user wants to see another step.
        section_chosen: key of the section that he wants to write.
    """

    step_chosen = Signal(Step)
    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fit(_ROOM_ACROSS)
        self._cards = {
            Step.CHECK: ActionCard("1. Kiểm tra", "check_step", "shield-check"),
            Step.HEAD: ActionCard("3. Số, ngày, người ký", "head_step", "pencil"),
            Step.PREVIEW: ActionCard("4. Xem trước", "preview_step", "eye"),
            Step.EXPORT: ActionCard("5. Xuất báo cáo", "export_step", "file-down"),
            Step.ISSUE: ActionCard("6. Phát hành và gửi", "issue_step", "mail"),
        }
        for card in self._cards.values():
            card.setCheckable(True)
        self.sections = SectionList()
        self._filled = Pill()
        middle = Card("2. Phần thuyết minh", margin=12)
        middle.add_to_head(self._filled)
        middle.content.addWidget(self.sections, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._cards[Step.CHECK])
        layout.addWidget(middle, 1)
        for step in (Step.HEAD, Step.PREVIEW, Step.EXPORT, Step.ISSUE):
            layout.addWidget(self._cards[step])

        self.sections.chosen.connect(self.section_chosen)
        for card in self._cards.values():
            card.clicked.connect(self._on_clicked)

    def fit(self, width: int) -> None:
        """Leave room for what stands beside the steps on a page of this width."""
        narrow = _NARROW if width >= _LITTLE_ROOM else _NARROWEST
        self.setFixedWidth(_WIDTH if width >= _ROOM_ACROSS else narrow)

    def summary(self, step: Step) -> str:
        """Return the line on a card."""
        return self._cards[step].summary()

    def pills(self, step: Step) -> list[str]:
        """Return the small words on a card."""
        return self._cards[step].pills()

    def show_current(self, step: Step) -> None:
        """Mark the step that is shown at the right."""
        for one, card in self._cards.items():
            card.setChecked(one is step)
        if step is not Step.SECTION:
            self.sections.clear_choice()

    def show_sections(self, entries: Sequence[SectionEntry]) -> None:
        """Show the sections, and how many have a text."""
        self.sections.show_entries(entries)
        self._count()

    def show_state(self, key: str, state: SectionState) -> None:
        """Show another state of one section."""
        self.sections.show_state(key, state)
        self._count()

    def show_checks(self, errors: int, warnings: int, explained: int = 0) -> None:
        """Say what stands in the way; warnings with a reason are told apart."""
        pills = []
        if errors:
            pills.append((f"{errors} lỗi", Tone.BAD))
        if warnings:
            pills.append((f"{warnings} cần xem lại", Tone.WARNING))
        if explained:
            pills.append((f"{explained} đã giải trình", Tone.NEUTRAL))
        card = self._cards[Step.CHECK]
        card.set_pills(*(pills or [("Đã đủ", Tone.GOOD)]))
        card.set_summary(
            "Có lỗi thì chưa xuất được"
            if errors
            else "Không còn lỗi"
            if warnings or explained
            else "Không còn lỗi, không thiếu mục nào"
        )

    def show_head(self, text: str) -> None:
        """Say what is known of number, date and signer."""
        self._cards[Step.HEAD].set_summary(text)

    def show_preview(self, text: str) -> None:
        """Say what the preview shows."""
        self._cards[Step.PREVIEW].set_summary(text)

    def show_export(self, text: str, is_done: bool) -> None:
        """Say when the report was last exported."""
        card = self._cards[Step.EXPORT]
        card.set_summary(text)
        card.set_pills(*([("Đã xuất", Tone.GOOD)] if is_done else []))

    def show_issue(self, text: str, *pills: tuple[str, Tone]) -> None:
        """Say how far the report is on its way to the province."""
        card = self._cards[Step.ISSUE]
        card.set_summary(text)
        card.set_pills(*pills)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sections the room that the cards can spare."""
        super().resizeEvent(event)
        for card in self._cards.values():
            card.set_low(self.height() < _ROOM)

    def _count(self) -> None:
        entries = self.sections.entries()
        told = [one for one in entries if one.state is not SectionState.OPTIONAL]
        filled = sum(one.state is not SectionState.EMPTY for one in told)
        tone = Tone.GOOD if filled == len(told) else Tone.WARNING
        self._filled.set(f"{filled}/{len(told)} mục có nội dung", tone)

    def _on_clicked(self) -> None:
        step = next(one for one, card in self._cards.items() if card is self.sender())
        self.show_current(step)
        self.step_chosen.emit(step)

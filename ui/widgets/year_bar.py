"""Which year is worked on, and which shipped plan is to be copied into it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.plans import Plan
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.fields import make_field
from ui.widgets.notice_bar import NoticeBar

_YEAR = FieldWords("Năm làm việc", "Số liệu, báo cáo trong cửa sổ là của năm này.")
_SOURCE = FieldWords("Kế hoạch có sẵn", "Chép vào năm đang chọn rồi sửa; kế hoạch có sẵn không thay đổi.")
_YEAR_WIDTH = 260


class YearBar(Card):
    """A card with both choices.

    Attributes:
        year_chosen: another year. copy_requested: code of the plan to copy. new_requested: begin a new year.
    """

    year_chosen = Signal(int)
    copy_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, plans: Sequence[Plan], parent: QWidget | None = None) -> None:
        super().__init__("Năm và kế hoạch", parent=parent)
        self._year, self._source = ListedEditor(), ListedEditor()
        self._source.set_choices([(plan.code, plan.name) for plan in plans])
        self._year_field = make_field("year", _YEAR, self._year)
        self._year_field.setFixedWidth(_YEAR_WIDTH)
        self.copy_button = make_button("Chép vào năm này", "copy_button", icon_name="copy")
        self.new_year_button = make_button("Bắt đầu năm mới…", "new_year_button", icon_name="plus")
        self.add_to_head(self.new_year_button)
        self._borrowed = NoticeBar("info", "plain")
        self._locked = label("Hãy lưu hoặc bỏ thay đổi trước khi đổi năm.", tone="muted", size="small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._year_field)
        row.addWidget(make_field("source", _SOURCE, self._source), 1)
        beside = QWidget()
        below_label = QHBoxLayout(beside)
        below_label.setContentsMargins(0, 20, 0, 0)
        below_label.addWidget(self.copy_button)
        row.addWidget(beside)
        self.content.addLayout(row)
        self.content.addWidget(self._locked)
        self.content.addWidget(self._borrowed)

        self._year.edited.connect(self._on_year_chosen)
        self.copy_button.clicked.connect(self._on_copy)
        self.new_year_button.clicked.connect(self.new_requested)

    def show_year(self, year: int, planned: Sequence[int], offered: Sequence[int]) -> None:
        """Show the year among those offered; `planned` have a plan of their own."""
        self._year.set_choices(
            [(str(one), f"{one}" if one in planned else f"{one} – chưa có kế hoạch riêng") for one in offered]
        )
        self._year.set_value(str(year))
        self._borrowed.say(
            ""
            if year in planned
            else f"Năm {year} chưa có kế hoạch riêng; bên dưới là kế hoạch của năm gần nhất. "
            "Sửa nếu cần rồi bấm “Lưu” để dùng cho năm này."
        )

    def set_locked(self, locked: bool) -> None:
        """Keep the year while something is unsaved."""
        self._year.setEnabled(not locked)
        self.new_year_button.setEnabled(not locked)
        self._locked.setVisible(locked)

    def _on_year_chosen(self) -> None:
        self.year_chosen.emit(int(self._year.value()))

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._source.value())

"""What a new year begins with: which plan, which tasks; what simply stays is said."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.new_year import NewYear
from desktop_app.domain.plans import Plan
from ui.dialogs.answer import answer_of
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label, rule
from ui.widgets.editors.listed import ListedEditor
from ui.widgets.fields import make_field

_WIDTH = 560
_SOURCE = FieldWords(
    "Kế hoạch của năm mới",
    "Số, ngày ban hành, trích yếu và các nội dung sửa được trong Cài đặt bất cứ lúc nào.",
)
_STAYS = (
    "Ban Chỉ đạo, Tổ giúp việc, đơn vị cấp dưới, điểm bán, sản phẩm OCOP, doanh nghiệp, mô hình là danh sách dùng "
    "chung cho các năm nên được giữ nguyên. Hoạt động, khen thưởng, văn bản, kinh phí của năm cũ vẫn ở năm cũ; "
    "đổi năm làm việc ở Tổng quan để xem lại."
)
_STANDING = "Ngày trong năm của kế hoạch (15/3, 18/11…) được ghi sẵn thành nhiệm vụ của năm mới."


class NewYearDialog(QDialog):
    """One question and two boxes."""

    def __init__(
        self,
        year: int,
        before: int,
        plans: Sequence[Plan],
        suggested: Plan,
        tasks: int,
        has_issued: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            year: the new year.
            before: the year that it follows.
            plans: that can be chosen; the first is the copy of the last year's.
            suggested: the one that is chosen beforehand.
            tasks: how many tasks could be carried over.
            has_issued: lower units have noted that they issued their plans.
            parent: the owner.
        """
        super().__init__(parent)
        self._year, self._plans = year, plans
        self.setObjectName("new_year_dialog")
        self.setWindowTitle(f"Bắt đầu năm {year}")
        self.setMinimumWidth(_WIDTH)
        self.source = ListedEditor()
        self.source.set_choices([(str(place), _name(place, one, before)) for place, one in enumerate(plans)])
        self.source.set_value(str(plans.index(suggested)))
        self.carry_tasks = QCheckBox(
            f"Chuyển {tasks} nhiệm vụ của năm {before} sang, hạn lùi một năm, chưa thực hiện"
        )
        self.carry_tasks.setObjectName("carry_tasks")
        self.carry_tasks.setChecked(tasks > 0)
        self.carry_tasks.setVisible(tasks > 0)
        self.reset_plans = QCheckBox("Đơn vị cấp dưới: bỏ đánh dấu “đã ban hành kế hoạch” của năm cũ")
        self.reset_plans.setObjectName("reset_plans")
        self.reset_plans.setChecked(has_issued)
        self.reset_plans.setVisible(has_issued)
        self.begin_button = make_button(f"Bắt đầu năm {year}", "begin_button", kind=PRIMARY)
        self.cancel_button = make_button("Hủy", "cancel_button")
        self.begin_button.setDefault(True)
        self._lay_out()

        self.begin_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        year: int,
        before: int,
        plans: Sequence[Plan],
        suggested: Plan,
        tasks: int,
        has_issued: bool,
    ) -> NewYear | None:
        """Return what was chosen, None when the user gives up; the arguments are those of the dialog."""
        return answer_of(cls(year, before, plans, suggested, tasks, has_issued, parent), cls.wanted)

    def wanted(self) -> NewYear:
        """Return what is chosen."""
        plan = self._plans[int(self.source.value())]
        return NewYear(self._year, plan, self.carry_tasks.isChecked(), self.reset_plans.isChecked())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.begin_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(make_field("source", _SOURCE, self.source))
        layout.addWidget(self.carry_tasks)
        layout.addWidget(self.reset_plans)
        layout.addWidget(label(_STANDING, tone="muted", wrap=True))
        layout.addWidget(rule())
        layout.addWidget(label(_STAYS, tone="muted", wrap=True))
        layout.addStretch()
        layout.addLayout(buttons)


def _name(place: int, plan: Plan, before: int) -> str:
    return f"Chép kế hoạch năm {before}, số và ngày để trống" if place == 0 else plan.name

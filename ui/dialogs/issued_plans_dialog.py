"""Which lower units have issued their plan of the year, ticked in one list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.records.subunits import Subunit
from ui.dialogs.answer import answer_of
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.checklist import Checklist

_SIZE = (520, 560)


class IssuedPlansDialog(DialogFrame):
    """All units of the day; those that have a plan are ticked."""

    def __init__(self, units: Sequence[Subunit], year: int, parent: QWidget | None = None) -> None:
        super().__init__(
            "issued_plans_dialog",
            f"Kế hoạch năm {year} của đơn vị cấp dưới",
            "Ghi nhận",
            _SIZE,
            "Đánh dấu những đơn vị đã ban hành kế hoạch; số và ngày của từng kế hoạch ghi trong phiếu của đơn vị.",
            parent,
        )
        self._list = Checklist("units", "Đơn vị đã ban hành kế hoạch", "đơn vị")
        self._list.setMinimumHeight(180)
        self._list.show_entries([(one.id, one.name, one.plan_issued) for one in units])
        self.body.addWidget(self._list, 1)

    @classmethod
    def ask(cls, units: Sequence[Subunit], year: int, parent: QWidget) -> frozenset[str] | None:
        """Return the ids of the units that have a plan, None when the dialog was left."""
        return answer_of(cls(units, year, parent), cls.issued)

    def issued(self) -> frozenset[str]:
        """Return the ids of the ticked units."""
        return frozenset(self._list.chosen())

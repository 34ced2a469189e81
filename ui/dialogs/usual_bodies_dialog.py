"""Adding the bodies that the office usually asks: agencies of the committee, and lower units."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.usual_bodies import UsualBody
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.checklist import Checklist

_SIZE = (560, 560)
_HELP = (
    "Lấy từ cơ quan của thành viên Ban Chỉ đạo, Tổ giúp việc và danh sách đơn vị cấp dưới ở trang Tổ chức chỉ đạo; "
    "đơn vị đã có trong danh sách năm nay không hiện lại."
)


class UsualBodiesDialog(DialogFrame):
    """A list with boxes."""

    def __init__(self, bodies: Sequence[UsualBody], parent: QWidget | None = None) -> None:
        super().__init__(
            "usual_bodies_dialog", "Thêm các đơn vị thường gửi", "Thêm đơn vị", _SIZE, _HELP, parent
        )
        self._bodies = {str(place): body for place, body in enumerate(bodies)}
        self.bodies = Checklist("usual_bodies", "Đơn vị thường gửi số liệu", "đơn vị")
        self.bodies.show_entries([(key, body.name, True) for key, body in self._bodies.items()])
        self.bodies.setMinimumHeight(220)
        self.body.addWidget(self.bodies, 1)

    def chosen(self) -> list[UsualBody]:
        """Return the bodies to add."""
        return [self._bodies[key] for key in self.bodies.chosen()]

    def problem(self) -> str:
        """Return that nothing is chosen."""
        return "" if self.chosen() else "Hãy đánh dấu ít nhất một đơn vị."

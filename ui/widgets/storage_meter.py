"""How much room the attached files take in the ledger, and the button that gives the room of unused ones back."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop_app.domain.attachments import LARGE_LEDGER_BYTES, AttachmentUsage
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.sizes import format_size
from ui.theme import mark
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label

_STEPS = 1000
_USUAL = (
    "Ảnh được thu nhỏ khi thêm vào; tài liệu được giữ nguyên. Tệp đã gỡ vẫn nằm trong sổ để hoàn tác được, cho "
    "đến khi dọn."
)
_LARGE = (
    f"Sổ đã có hơn {format_size(LARGE_LEDGER_BYTES)} tệp kèm theo nên chép, sao lưu sẽ chậm. Hãy gỡ bớt tài liệu "
    "lớn không cần nữa rồi bấm Dọn tệp không dùng."
)


class StorageMeter(Card):
    """The size meter.

    Attributes:
        clean_requested: the unused files are to be erased.
    """

    clean_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tệp kèm theo", parent=parent)
        self._total = label("", strong=True)
        self._total.setObjectName("storage_total")
        self._bar = QProgressBar()
        self._bar.setObjectName("storage_bar")
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Dung lượng tệp kèm theo")
        self._registers = label("", tone="muted", wrap=True)
        self._registers.setObjectName("storage_registers")
        self._note = label("", size="small", wrap=True)
        self._note.setObjectName("storage_note")
        self.clean_button = make_button("Dọn tệp không dùng", "clean_button", icon_name="trash-2")
        self._unused = label("", tone="muted", size="small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.clean_button)
        row.addWidget(self._unused, 1)
        for widget in (self._total, self._bar, self._registers, self._note):
            self.content.addWidget(widget)
        self.content.addLayout(row)

        self.clean_button.clicked.connect(self.clean_requested)

    def show_usage(self, usage: AttachmentUsage, names: Mapping[str, str]) -> None:
        """Show what is used.

        Args:
            usage: bytes and numbers.
            names: register -> name of its page.
        """
        limit = format_size(LARGE_LEDGER_BYTES)
        self._total.setText(
            f"{format_size(usage.size)} trong mức nên dùng {limit} · {format_integer(usage.count)} tệp"
        )
        share = min(_STEPS, -(-usage.size * _STEPS // LARGE_LEDGER_BYTES))
        self._bar.setValue(share)
        mark(self._bar, tone="warning" if usage.is_large else "")
        lines = [
            f"{names.get(register, register)}: {format_integer(count)} tệp, {format_size(size)}"
            for register, size, count in usage.by_register
        ]
        self._registers.setText(" · ".join(lines))
        self._registers.setVisible(bool(lines))
        self._note.setText(_LARGE if usage.is_large else _USUAL)
        mark(self._note, tone="warning" if usage.is_large else "muted")
        self.clean_button.setEnabled(bool(usage.unused_count))
        self._unused.setText(
            f"{format_integer(usage.unused_count)} tệp không dùng, {format_size(usage.unused_size)}"
            if usage.unused_count
            else "Không có tệp nào cần dọn."
        )

    def set_busy(self, *, busy: bool) -> None:
        """Lock the button while the files are being erased."""
        self.clean_button.setEnabled(not busy and self.clean_button.isEnabled())

"""The size meter of the attached files on the settings page: shows the room, erases unused files in the worker."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import AttachmentUsage
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer
from desktop_app.vietnamese.sizes import format_size
from ui.dialogs.ask import ask
from ui.operations import Operations
from ui.pages.record_attachments import CHANGED
from ui.widgets.storage_meter import StorageMeter

_QUESTION = (
    "{count} tệp ({size}) đã gỡ khỏi mọi mục sẽ bị xóa hẳn khỏi sổ và không hoàn tác được nữa.\n"
    "Tệp của các mục trong thùng rác vẫn được giữ."
)


class StorageCleaning(QObject):
    """What the size meter does.

    Attributes:
        view: the meter.
    """

    def __init__(self, ledger: Ledger, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._operations = ledger, operations
        self._names = {one.register.name: one.register.words.page for one in ledger.registers}
        self._usage = AttachmentUsage()
        self.view = StorageMeter()

        self.view.clean_requested.connect(self.clean)

    def refresh(self) -> None:
        """Measure again."""
        self._usage = self._ledger.attachments.usage()
        self.view.show_usage(self._usage, self._names)

    def clean(self) -> None:
        """Ask, and erase the files that no record holds any more."""
        count, size = format_integer(self._usage.unused_count), format_size(self._usage.unused_size)
        text = _QUESTION.format(count=count, size=size)
        if not ask(self.view, "Dọn tệp không dùng", text, "Dọn", careful=True):
            return
        self.view.set_busy(busy=True)
        self._operations.start(
            lambda ledger, _progress: ledger.attachments.purge_unused(),
            text="Đang dọn tệp không dùng…",
            on_done=self._on_done,
            on_error=self._on_error,
            changed={CHANGED},
        )

    def _on_done(self, erased: AttachmentUsage) -> None:
        self.refresh()
        self._operations.status.emit(
            f"Đã dọn {format_integer(erased.unused_count)} tệp, {format_size(erased.unused_size)}.", False
        )

    def _on_error(self, error: UserError) -> None:
        self.refresh()
        self._operations.refused.emit(str(error))

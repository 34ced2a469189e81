"""The files of the record in a form: adds them in the worker, keeps captions and order, opens and saves them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.attachments import (
    DOCUMENT_TYPES,
    PHOTO_ENDINGS,
    AddedFiles,
    Attachment,
    FileToAttach,
    pasted_name,
)
from desktop_app.domain.rules import Register
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.widgets.attachment_list import AttachmentList
from ui.widgets.file_drop import FileDrop, local_files
from ui.worker import Progress

CHANGED = "attachments"
"""The kind that a change of attached files tells."""

_FILTER = (
    f"Ảnh và tài liệu ({' '.join(f'*{ending}' for ending in (*PHOTO_ENDINGS, *DOCUMENT_TYPES))});;Mọi tệp (*)"
)
_COUNT = "Đang đính kèm tệp {at}/{total}: {name}"

Wanted = FileToAttach | QImage
"""A file, or a picture from the clipboard, which is written as a file in the worker."""


class RecordAttachments(QObject):
    """What the tab with the files of a record does.

    Attributes:
        view: the tab.
        counted: how many files the record has.
        save_requested: the new record is to be saved, so that it can have files.
        wanted: files were dropped or pasted, so the tab is to be shown.
    """

    counted = Signal(int)
    save_requested = Signal()
    wanted = Signal()

    def __init__(
        self, register: Register[Any], ledger: Ledger, operations: Operations, frame: QWidget
    ) -> None:
        """Make the tab; files dropped anywhere onto `frame` are added."""
        super().__init__(frame)
        self._register, self._ledger, self._operations = register, ledger, operations
        self._record_id = ""
        self._files: dict[str, Attachment] = {}
        self._waiting: list[Wanted] = []
        self._copies: QTemporaryDir | None = None
        self.view = AttachmentList()
        self._drop = FileDrop(frame)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.view)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        self._drop.dropped.connect(self.add_paths)
        paste.activated.connect(self.paste)
        self.view.shown.connect(self._show_cards)
        self.view.add_requested.connect(self.choose_files)
        self.view.paste_requested.connect(self.paste)
        self.view.save_record_requested.connect(self.save_requested)
        self.view.caption_changed.connect(self._on_caption)
        self.view.chosen.connect(self._on_chosen)
        self.view.move_requested.connect(self._on_move)
        self.view.remove_requested.connect(self._on_remove)
        self.view.open_requested.connect(self.open_file)
        self.view.save_requested.connect(self.save_file)

    def show_record(self, record_id: str, *, fresh: bool = False) -> None:
        """Show the files of a record, "" for a new one.

        Args:
            record_id: which record.
            fresh: another record comes into the form; else the new one in it was saved, and the files that
                waited for that are added.
        """
        self.view.commit()
        waiting = [] if fresh else self._waiting
        self._waiting = []
        if record_id != self._record_id:
            self.view.show_refused(())
        self._record_id = record_id
        self.refresh()
        if record_id:
            self.add(waiting)

    def refresh(self) -> None:
        """Read the list again; the pictures only when the tab is seen."""
        found = self._ledger.attachments.of(self._register.name, self._record_id) if self._record_id else []
        self._files = {file.id: file for file in found}
        self.counted.emit(len(found))
        if self.view.isVisible():
            self._show_cards()

    def commit(self) -> None:
        """Keep captions that are being typed."""
        self.view.commit()

    def choose_files(self) -> None:
        """Ask for files and add them."""
        names, _ = QFileDialog.getOpenFileNames(self.view, "Thêm tệp kèm theo", "", _FILTER)
        self.add_paths(names)

    def add_paths(self, paths: Sequence[str]) -> None:
        """Add files by their paths."""
        self.add([FileToAttach(Path(path), Path(path).name) for path in paths])

    def paste(self) -> None:
        """Add the files or the picture that lie in the clipboard."""
        clipboard = QGuiApplication.clipboard()
        paths = local_files(clipboard.mimeData())
        image = clipboard.image()
        if paths:
            self.add_paths(paths)
        elif not image.isNull():
            self.add([image])
        else:
            self._operations.refused.emit(
                "Bộ nhớ tạm không có ảnh hay tệp nào. Hãy sao chép ảnh hoặc tệp trước rồi dán."
            )

    def add(self, wanted: Sequence[Wanted]) -> None:
        """Attach files to the record in the worker; those of a new record wait until it is saved."""
        if not wanted:
            return
        self.wanted.emit()
        self.view.show_refused(())
        if not self._record_id:
            self._waiting += wanted
            self._show_cards()
            return
        name, record_id, day = self._register.name, self._record_id, self._ledger.today()
        taken = len(self._files)

        def work(ledger: Ledger, progress: Progress) -> AddedFiles:
            files = [
                one
                if isinstance(one, FileToAttach)
                else FileToAttach(_png(one), pasted_name(day, taken + at))
                for at, one in enumerate(wanted, 1)
            ]

            def tell(done: int, total: int, file_name: str) -> None:
                progress(done, total, _COUNT.format(at=done + 1, total=total, name=file_name))

            return ledger.attachments.add_all(name, record_id, files, tell)

        def show(result: AddedFiles) -> None:
            self._on_added(record_id, result)

        self._operations.start(work, text="Đang đính kèm tệp…", on_done=show, changed={CHANGED})

    def open_file(self, link_id: str) -> None:
        """Open a copy of a file in the computer's own program; the copy goes when the window closes."""
        file = self._files[link_id]
        if self._copies is None:
            self._copies = QTemporaryDir()
        folder = Path(self._copies.path()) / file.id
        path = folder / file.file_name
        try:
            folder.mkdir(exist_ok=True)
            if not path.exists():
                path.write_bytes(self._ledger.attachments.read(file.sha256))
                path.chmod(0o444)  # what is changed in the copy would be lost: let the program say so
        except UserError as error:
            self._operations.refused.emit(str(error))
            return
        except OSError:
            self._operations.refused.emit(
                f"Không tạo được bản mở tạm của “{file.file_name}”. Hãy kiểm tra ổ đĩa còn chỗ trống."
            )
            return
        refusal = f"Máy này không có chương trình mở “{file.file_name}”; hãy dùng Lưu ra tệp."
        open_outside(path, self._operations, refusal)

    def save_file(self, link_id: str) -> None:
        """Ask where, and write a file there."""
        file = self._files[link_id]
        name, _ = QFileDialog.getSaveFileName(self.view, "Lưu tệp kèm theo", file.file_name)
        if not name:
            return
        try:
            Path(name).write_bytes(self._ledger.attachments.read(file.sha256))
        except UserError as error:
            self._operations.refused.emit(str(error))
        except OSError:
            self._operations.refused.emit(
                f"Không ghi được “{Path(name).name}”. Hãy chọn thư mục khác, ví dụ thư mục Tài liệu."
            )
        else:
            self._operations.status.emit(f"Đã lưu “{Path(name).name}”.", False)

    def _show_cards(self) -> None:
        if self._record_id:
            self.view.show_files(list(self._files.values()), self._ledger.attachments.thumbnail)
            return
        one, count = self._register.words.one, len(self._waiting)
        what = f"{count} tệp đang chờ sẽ được thêm ngay" if count else "sau đó kéo thả hoặc chọn tệp"
        self.view.show_unsaved(f"Lưu {one} này trước khi thêm tài liệu; {what}.")

    def _on_added(self, record_id: str, result: AddedFiles) -> None:
        if result.added:
            self._operations.tell_last()
        if record_id == self._record_id:
            self.refresh()
            self.view.show_refused(result.refused)
        elif result.refused:
            self._operations.refused.emit(result.refused[0][1])

    def _on_caption(self, link_id: str, text: str) -> None:
        self._write(lambda: self._ledger.attachments.save_caption(link_id, text))

    def _on_chosen(self, link_id: str, chosen: bool) -> None:
        self._write(lambda: self._ledger.attachments.set_in_report(link_id, chosen))

    def _on_move(self, link_id: str, to: int) -> None:
        self._write(lambda: self._ledger.attachments.move(link_id, to))

    def _on_remove(self, link_id: str) -> None:
        self._write(lambda: self._ledger.attachments.remove(link_id))

    def _write(self, action: Callable[[], None]) -> None:
        self._operations.run(action, changed={CHANGED})
        self.refresh()  # also after a refusal: it comes from a list that is old


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())

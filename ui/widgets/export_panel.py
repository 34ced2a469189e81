"""Exporting a report: what stands in the way, where it goes, how far it is, and what to do with the files."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.labels.words import FieldWords
from ui.widgets.buttons import make_button
from ui.widgets.card import label
from ui.widgets.editors.text import TextEditor
from ui.widgets.exported_files import ExportedFiles
from ui.widgets.fields import make_field
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.tooltip import as_tip

_FOLDER = FieldWords(
    "Thư mục lưu báo cáo",
    "Mỗi lần xuất tạo một thư mục mới bên trong: bản PDF để in, Word để sửa, Excel, gói gửi tỉnh và thư soạn sẵn.",
)
_REASON = FieldWords(
    "Một lý do cho các mục còn lại",
    "Được lưu cho từng mục chưa có lý do riêng và cùng lần xuất này.",
    "Ví dụ: số liệu sẽ bổ sung sau",
)
_NEEDS_REASON = "Hãy ghi lý do cho các mục còn lại, hoặc ghi riêng từng mục ở bước Kiểm tra."
_EXPLAINS = "Kèm bảng giải trình các mục cần xem lại (Word)"
_HOW_TO_CHOOSE = "Chọn ảnh ở thẻ Tài liệu của từng hoạt động, ô “In vào báo cáo”."


class ExportPanel(QWidget):
    """The last step of the report.

    Attributes:
        export_requested, cancel_requested: the user wants to begin, or to stop.
        problems_requested: he wants to see what stands in the way.
        changes_requested: he wants to see what changed since the last export.
    """

    export_requested = Signal()
    cancel_requested = Signal()
    problems_requested = Signal()
    changes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errors = NoticeBar("circle-alert", "bad")
        self.errors_button = self._errors.add("Xem lỗi", "errors_button")
        self._warnings = NoticeBar("triangle-alert", "warning")
        self.warnings_button = self._warnings.add("Xem các mục", "warnings_button")
        self._changes = NoticeBar("git-compare", "plain")
        self.changes_button = self._changes.add("Xem thay đổi", "see_changes_button")
        self._folder = make_field("folder", _FOLDER, TextEditor())
        self.folder_button = make_button("Chọn…", "folder_button", icon_name="folder-open")
        self._reason = make_field("reason", _REASON, TextEditor())
        self.explains = QCheckBox(_EXPLAINS)
        self.explains.setObjectName("explains")
        self.export_now_button = make_button("Xuất báo cáo", "export_now_button", icon_name="file-down")
        self._failure = NoticeBar("circle-alert", "bad")
        self._notes = NoticeBar("triangle-alert", "warning")
        self._busy = QWidget()
        self._photos = label("", tone="muted", size="small", wrap=True)
        self._step = label("")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Tiến độ xuất báo cáo")
        self._progress.setTextVisible(False)
        self.cancel_button = make_button("Hủy", "cancel_button", icon_name="x")
        self.files = ExportedFiles()
        self._lay_out()
        self.show_idle()

        self.export_now_button.clicked.connect(self.export_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.errors_button.clicked.connect(self.problems_requested)
        self.warnings_button.clicked.connect(self.problems_requested)
        self.changes_button.clicked.connect(self.changes_requested)
        self.folder_button.clicked.connect(self._on_choose_folder)
        self._folder.editor.left.connect(self._on_folder_left)
        self._reason.editor.advanced.connect(self.export_requested)

    def folder(self) -> str:
        """Return where the reports go."""
        return str(self._folder.editor.value()).strip()

    def reason(self) -> str:
        """Return why warnings are passed over."""
        return str(self._reason.editor.value()).strip() if self._reason.isVisibleTo(self) else ""

    def asks_reason(self) -> bool:
        """Say whether warnings without a reason stand in the way, and ask for it."""
        asks = self._reason.isVisibleTo(self) and not self.reason()
        self._reason.show_message(_NEEDS_REASON if asks else "", "")
        return asks

    def wants_explanation(self) -> bool:
        """Say whether the table of reasons goes with the report."""
        return self.explains.isVisibleTo(self) and self.explains.isChecked()

    def step(self) -> str:
        """Return what the export is doing."""
        return self._step.text()

    def failure(self) -> str:
        """Return why the last export was not made."""
        return self._failure.text()

    def notes(self) -> str:
        """Return what is said of the files of the last export."""
        return self._notes.text()

    def show_notes(self, sentences: list[str]) -> None:
        """Say what should be known of the files just made."""
        self._notes.say(" ".join(sentences))

    def changes(self) -> str:
        """Return what is said of the changes since the last export."""
        return self._changes.text()

    def show_changes(self, sentence: str) -> None:
        """Say what changed since the last export, "" when there was none."""
        self._changes.say(sentence)

    def photos(self) -> str:
        """Return what is said of the photos."""
        return self._photos.text()

    def show_photos(self, count: int | None) -> None:
        """Say how many photos are printed; None when the office prints none."""
        told = f"In kèm {count} ảnh hoạt động." if count else "Chưa chọn ảnh nào để in kèm báo cáo."
        self._photos.setText(f"{told} {_HOW_TO_CHOOSE}")
        self._photos.setVisible(count is not None)

    def show_folder(self, folder: str) -> None:
        """Show where the reports go."""
        self._folder.editor.set_value(folder)

    def show_checks(self, errors: int, first_error: str, unexplained: int, warnings: int) -> None:
        """Say what stands in the way: errors, and how many of the warnings have no reason yet."""
        more = f" Và {errors - 1} lỗi khác." if errors > 1 else ""
        self._errors.say(f"Chưa xuất được: {first_error}{more}" if errors else "")
        self._warnings.say(
            f"Còn {unexplained} mục cần xem lại chưa có lý do; ghi lý do rồi mới xuất được."
            if unexplained and not errors
            else ""
        )
        self._reason.setVisible(bool(unexplained) and not errors)
        self._reason.show_message("", "")
        self.explains.setVisible(bool(warnings) and not errors)
        self.export_now_button.setEnabled(not errors and not self._busy.isVisibleTo(self))

    def show_step(self, text: str, done: int, total: int) -> None:
        """Say how far the export is."""
        self._busy.show()
        self._failure.say("")
        self._notes.say("")
        self.export_now_button.setEnabled(False)
        self._step.setText(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_idle(self, failure: str = "") -> None:
        """Say that nothing is being exported, and why the last one was not made."""
        self._busy.hide()
        self._failure.say(failure)
        self.export_now_button.setEnabled(not self._errors.isVisibleTo(self))

    def focus_reason(self) -> None:
        """Put the cursor where the reason is asked, else on the button."""
        if self._reason.isVisibleTo(self):
            self._reason.editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.export_now_button.setFocus(Qt.FocusReason.TabFocusReason)

    def clear_reason(self) -> None:
        """Forget the reason: it belonged to one export."""
        self._reason.editor.set_value("")

    def _lay_out(self) -> None:
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self._folder, 1)
        folder.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignBottom)
        actions = QHBoxLayout()
        actions.addWidget(self.export_now_button)
        actions.addStretch()
        busy = QVBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self._step, 1)
        line.addWidget(self.cancel_button)
        busy.addLayout(line)
        busy.addWidget(self._progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label("Xuất báo cáo", strong=True))
        layout.addWidget(self._errors)
        layout.addWidget(self._warnings)
        layout.addWidget(self._changes)
        layout.addWidget(self._reason)
        layout.addWidget(self.explains)
        layout.addLayout(folder)
        layout.addWidget(self._photos)
        layout.addLayout(actions)
        layout.addWidget(self._busy)
        layout.addWidget(self._failure)
        layout.addWidget(self._notes)
        layout.addWidget(self.files)
        layout.addStretch()

    def _on_choose_folder(self) -> None:
        start = self.folder() or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục lưu báo cáo", start)
        if chosen:
            self._folder.editor.set_value(str(Path(chosen)))
            self._on_folder_left()

    def _on_folder_left(self) -> None:
        line = self._folder.editor.focus_target()
        self._folder.show_message("" if self.folder() else "Cần có thư mục để lưu báo cáo.", "")
        if isinstance(line, QLineEdit):
            line.setToolTip(as_tip(self.folder()))

"""What the user sees when the program is at fault: that nothing saved is lost, and a text to pass on."""

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.dialogs.answer import show_until_closed
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label


def crash_text(error: BaseException, trace: TracebackType | None) -> str:
    """Return the text to pass on: program parts and the place of the fault, no data of the ledger."""
    places = "".join(traceback.format_tb(trace))
    versions = f"Python {platform.python_version()} · Qt {qVersion()} · {QSysInfo.prettyProductName()}"
    return f"{versions}\n{places}{type(error).__name__}: {error}"


class CrashDialog(QDialog):
    """The text, Sao chép and Đóng."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle("Chương trình gặp lỗi")
        self.resize(640, 400)
        self._details = QPlainTextEdit(text)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Nội dung lỗi")
        self._copy = make_button("Sao chép", "copy_details_button", icon_name="copy")
        self._close = make_button("Đóng", "close_button", kind=PRIMARY)
        foot = QHBoxLayout()
        foot.addWidget(self._copy)
        foot.addStretch()
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(label("Chương trình gặp lỗi ngoài dự kiến.", strong=True))
        explanation = (
            "Những gì đã lưu vẫn còn nguyên; nội dung đang gõ còn trong bản nháp. Bạn có thể làm tiếp; "
            "nếu lỗi lặp lại, hãy sao chép nội dung dưới đây và gửi cho người hỗ trợ."
        )
        layout.addWidget(label(explanation, tone="muted", wrap=True))
        layout.addWidget(self._details, 1)
        layout.addLayout(foot)
        self._close.setFocus()

        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.accept)

    @classmethod
    def show_error(
        cls, error: BaseException, trace: TracebackType | None, parent: QWidget | None = None
    ) -> None:
        """Open the dialog until it is closed; a fault that repeats meanwhile opens no second one."""
        if not isinstance(QApplication.activeModalWidget(), cls):
            show_until_closed(cls(crash_text(error, trace), parent))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())

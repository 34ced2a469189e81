"""What a check of a Word template found, and the list of what may stand in a template."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.word_template import PLACEHOLDERS, PlaceholderKind, TemplateReview
from ui.dialogs.answer import answer_of, show_until_closed
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label

_REVIEW_SIZE, _HELP_SIZE = (720, 420), (720, 520)
_MOST_OF_SCREEN = 0.9
_REFUSED = "Chưa nhận được mẫu “{}”; hãy sửa trong Word rồi chọn lại. Mẫu đang dùng không thay đổi."
_DOUBTFUL = "Mẫu “{}” dùng được, nhưng có chỗ cần xem lại:"
_HELP = (
    "Gõ từ khóa vào mẫu đúng như dưới đây; khi xuất báo cáo, chương trình thay bằng nội dung trong sổ. "
    "Khối đứng riêng một đoạn; từ ngữ đặt ở đâu cũng được; danh sách lặp từng dòng "
    "(dòng mở, dòng {{ dong }}, dòng {%p endfor %}). Phần chỉ in khi có: {%p if phu_luc %} … {%p endif %}."
)
_KINDS = {
    PlaceholderKind.BLOCK: "khối",
    PlaceholderKind.WORDS: "từ ngữ",
    PlaceholderKind.LIST: "danh sách",
}


class TemplateReviewDialog(QDialog):
    """The list of faults or of doubts; a template with faults cannot be taken."""

    def __init__(self, review: TemplateReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template_review_dialog")
        self.setWindowTitle(f"Kiểm tra mẫu Word – {review.name}")
        _fit(self, _REVIEW_SIZE)
        text = (_REFUSED if review.problems else _DOUBTFUL).format(review.name)
        self._summary = label(text, tone="bad" if review.problems else "", strong=True, wrap=True)
        self.list = _list("template_remarks", "Chỗ cần sửa" if review.problems else "Chỗ cần xem lại")
        self.list.addItems(review.problems or review.warnings)
        self.take_button = make_button("Vẫn dùng mẫu này", "take_button", kind=PRIMARY)
        self.take_button.setVisible(not review.problems)
        self.close_button = make_button("Đóng" if review.problems else "Hủy", "close_button")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        _lay_out(self, self._summary, self.list, foot)

        self.take_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)

    @classmethod
    def ask(cls, review: TemplateReview, parent: QWidget) -> bool:
        """Show what was found and return whether the template is to be used all the same."""
        return answer_of(cls(review, parent), lambda _dialog: True) is not None

    def summary(self) -> str:
        """Return the sentence on top."""
        return self._summary.text()


class PlaceholderDialog(QDialog):
    """What may stand in a template; one of them can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placeholder_dialog")
        self.setWindowTitle("Các từ khóa của mẫu Word")
        _fit(self, _HELP_SIZE)
        self.list = _list("placeholders", "Các từ khóa")
        for one in PLACEHOLDERS:
            self.list.addItem(QListWidgetItem(f"{one.written}\n{_KINDS[one.kind]}: {one.meaning}"))
        self.copy_button = make_button("Chép từ khóa", "copy_button", icon_name="copy")
        self.close_button = make_button("Đóng", "close_button")
        foot = QHBoxLayout()
        foot.addWidget(self.copy_button)
        foot.addStretch()
        foot.addWidget(self.close_button)
        _lay_out(self, label(_HELP, tone="muted", wrap=True), self.list, foot)
        self.list.setCurrentRow(0)

        self.copy_button.clicked.connect(self._on_copy)
        self.list.itemActivated.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)

    @classmethod
    def show_all(cls, parent: QWidget) -> None:
        """Show the list until it is closed."""
        show_until_closed(cls(parent))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(PLACEHOLDERS[self.list.currentRow()].written)


def _list(name: str, title: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(title)
    made.setProperty("boxed", True)
    made.setWordWrap(True)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return made


def _fit(dialog: QDialog, size: tuple[int, int]) -> None:
    screen = dialog.screen().availableSize()
    dialog.resize(
        min(size[0], int(screen.width() * _MOST_OF_SCREEN)),
        min(size[1], int(screen.height() * _MOST_OF_SCREEN)),
    )


def _lay_out(dialog: QDialog, above: QWidget, middle: QWidget, foot: QHBoxLayout) -> None:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 14)
    layout.setSpacing(10)
    layout.addWidget(above)
    layout.addWidget(middle, 1)
    layout.addLayout(foot)

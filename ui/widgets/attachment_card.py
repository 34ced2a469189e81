"""One attached file: its picture or kind, its caption, whether it is printed, and what can be done with it."""

from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.attachments import MOST_CAPTION, Attachment, ending_of
from desktop_app.vietnamese.sizes import format_size
from ui.roles import current_roles
from ui.theme import mark, text_font
from ui.widgets.buttons import ICON, make_button
from ui.widgets.card_button import CardButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tooltip import as_tip

_PICTURE = QSize(104, 78)
_WIDTH = 384
_RADIUS = 6


class Thumbnails(Protocol):
    """Gives the small picture of a photo by the hash of the file, None for a document."""

    def __call__(self, sha256: str, /) -> bytes | None:
        """Return JPEG bytes."""
        ...


class ThumbnailButton(CardButton):
    """The small picture of a photo, or the kind of a document in letters; a click opens the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("open_file_button", parent)
        self.setFixedSize(_PICTURE)
        self._picture = QPixmap()
        self._kind = ""

    def show_file(self, file: Attachment, picture: bytes | None) -> None:
        """Show another file."""
        self._picture = QPixmap()
        if picture:
            self._picture.loadFromData(picture)
        self._kind = ending_of(file.file_name).removeprefix(".").upper()
        self.setAccessibleName(f"Mở tệp {file.file_name}")
        self.setToolTip(as_tip(f"Mở {file.file_name}"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture whole in the middle of a tinted ground."""
        roles = current_roles()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = roles.focus if self.hasFocus() or self._hovered else roles.line
        painter.setPen(QPen(QColor(edge)))
        painter.setBrush(QColor(roles.neutral_tint))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
        if self._picture.isNull():
            painter.setPen(QColor(roles.neutral))
            painter.setFont(text_font(strong=True))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._kind)
            return
        size = self._picture.size().scaled(self.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, self._picture)


class AttachmentCard(QFrame):
    """An attached file.

    Attributes:
        caption_changed: (id, text) a caption was typed.
        chosen: (id, whether the photo is to be printed).
        open_requested, save_requested, remove_requested: id.
        move_requested: (id, -1 to the front or 1 to the back).
        passed: id of the file in whose caption Enter was pressed.
    """

    caption_changed = Signal(str, str)
    chosen = Signal(str, bool)
    open_requested = Signal(str)
    save_requested = Signal(str)
    remove_requested = Signal(str)
    move_requested = Signal(str, int)
    passed = Signal(str)

    def __init__(self, file: Attachment, picture: bytes | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.picture = ThumbnailButton()
        self.caption = QLineEdit(file.caption)
        self.caption.setObjectName("caption")
        self.caption.setMaxLength(MOST_CAPTION)
        self._name = ElidedLabel()
        self._facts = ElidedLabel()
        for one in (self._name, self._facts):
            mark(one, tone="muted", size="small")
        self.in_report = QCheckBox("In vào báo cáo")
        self.in_report.setObjectName("in_report")
        self.up_button = make_button("Lên trước (Alt+↑)", "move_up_button", kind=ICON, icon_name="arrow-up")
        self.down_button = make_button(
            "Xuống sau (Alt+↓)", "move_down_button", kind=ICON, icon_name="arrow-down"
        )
        self.save_button = make_button("Lưu ra tệp…", "save_file_button", kind=ICON, icon_name="file-down")
        self.remove_button = make_button("Gỡ tệp", "remove_file_button", kind=ICON, icon_name="trash-2")
        self._lay_out()
        self.show_file(file, picture)  # after: a check box without a parent would show as a window

        self.picture.clicked.connect(self._on_open)
        self.caption.editingFinished.connect(self.commit)
        self.caption.returnPressed.connect(self._on_passed)
        self.in_report.clicked.connect(self._on_chosen)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.save_button.clicked.connect(self._on_save)
        self.remove_button.clicked.connect(self._on_remove)

    def show_file(self, file: Attachment, picture: bytes | None) -> None:
        """Show the file as it is now, but never over a caption that is being typed."""
        if self.caption.text() == self.file.caption:
            self.caption.setText(file.caption)
            self.caption.setCursorPosition(0)
        self.file = file
        self.picture.show_file(file, picture)
        what = "ảnh" if file.is_photo else "tài liệu"
        self.caption.setPlaceholderText(f"Chú thích {what}")
        self.caption.setAccessibleName(f"Chú thích của {file.file_name}")
        pixels = f" · {file.width} × {file.height}" if file.width and file.height else ""
        self._name.setText(file.file_name)
        self._facts.setText(f"{format_size(file.size)}{pixels}")
        self.in_report.setVisible(file.is_printable)
        self.in_report.setChecked(file.in_report)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Say whether the file can go on to the front or the back."""
        self.up_button.setEnabled(not first)
        self.down_button.setEnabled(not last)

    def commit(self) -> None:
        """Tell of a caption that was typed."""
        if self.caption.text() != self.file.caption:
            self.caption_changed.emit(self.file.id, self.caption.text())
        if not self.caption.hasFocus():
            self.caption.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Ask for the width of a form; two stand side by side where there is room."""
        return QSize(_WIDTH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the file off with Delete; in the caption the key deletes letters."""
        if event.key() == Qt.Key.Key_Delete and not self.caption.hasFocus():
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def _on_open(self) -> None:
        self.open_requested.emit(self.file.id)

    def _on_passed(self) -> None:
        self.passed.emit(self.file.id)

    def _on_chosen(self, checked: bool) -> None:
        self.chosen.emit(self.file.id, checked)

    def _on_up(self) -> None:
        self.move_requested.emit(self.file.id, -1)

    def _on_down(self) -> None:
        self.move_requested.emit(self.file.id, 1)

    def _on_save(self) -> None:
        self.save_requested.emit(self.file.id)

    def _on_remove(self) -> None:
        self.remove_requested.emit(self.file.id)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self.caption)
        texts.addSpacing(2)
        texts.addWidget(self._name)
        texts.addWidget(self._facts)
        texts.addStretch()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.picture)
        head.addLayout(texts, 1)
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.in_report)
        foot.addStretch()
        for button in (self.up_button, self.down_button, self.save_button, self.remove_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(foot)

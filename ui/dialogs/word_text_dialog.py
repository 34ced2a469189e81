"""What the chair changed in the Word file, section by section; the user chooses what to take over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.word_text import WordReading, WordSection
from desktop_app.vietnamese.numbers import two_digits
from ui.dialogs.answer import answer_of
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.card import Card, label
from ui.widgets.difference_view import DifferenceView

_SIZE = (880, 640)
_HELP = (
    "Gạch ngang là chữ trong sổ sẽ mất, gạch chân là chữ lấy từ Word. Bản cũ vẫn còn trong “Các phiên bản”."
)
_NOTHING = "Phần thuyết minh trong tệp Word giống báo cáo trong sổ; không có gì để lấy."
_NONE_FOUND = "Không tìm thấy mục nào của báo cáo trong tệp Word này; hãy chọn đúng tệp báo cáo đã xuất."


class WordTextDialog(DialogFrame):
    """A box for each section that differs, with both texts as one."""

    def __init__(self, reading: WordReading, parent: QWidget | None = None) -> None:
        super().__init__(
            "word_text_dialog",
            f"Lấy phần thuyết minh từ Word – {reading.name}",
            "Lấy các mục đã chọn",
            _SIZE,
            parent=parent,
        )
        self._reading = reading
        self.boxes: dict[str, QCheckBox] = {}
        self.body.addWidget(self._summary())
        for note in reading.notes:
            self.body.addWidget(label(note, tone="muted", wrap=True))
        for one in reading.changed:
            self.body.addWidget(self._section(one))
        if reading.missing and len(reading.missing) < len(reading.sections):
            self.body.addWidget(self._missing())
        self.body.addStretch()
        self._tell()

    @classmethod
    def ask(cls, reading: WordReading, parent: QWidget) -> frozenset[str]:
        """Show the differences; return the keys of the sections to take over, none when it was given up."""
        return answer_of(cls(reading, parent), cls.chosen) or frozenset()

    def chosen(self) -> frozenset[str]:
        """Return the keys of the ticked sections."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def summary(self) -> str:
        """Return the sentence on top."""
        changed, missing = self._reading.changed, self._reading.missing
        if missing and len(missing) == len([one for one in self._reading.sections if one.printed]):
            return _NONE_FOUND
        if not changed:
            return _NOTHING
        return f"{two_digits(len(changed))} mục trong tệp Word khác báo cáo trong sổ. {_HELP}"

    def problem(self) -> str:
        """Return why there is nothing to take."""
        return "" if self.chosen() else "Chưa chọn mục nào."

    def _summary(self) -> QWidget:
        made = label(self.summary(), wrap=True, strong=not self._reading.changed)
        made.setObjectName("word_text_summary")
        return made

    def _section(self, one: WordSection) -> QWidget:
        card = Card()
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        box = QCheckBox("Lấy mục này")
        box.setObjectName(f"take_{one.key}")
        box.setAccessibleName(f"Lấy mục {one.heading}")
        box.setChecked(True)
        box.toggled.connect(self._tell)
        self.boxes[one.key] = box
        view = DifferenceView(fits=True)
        view.show_pieces(one.pieces())
        head = QHBoxLayout()
        head.addWidget(label(one.heading, strong=True, wrap=True), 1)
        head.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        card.content.addLayout(head)
        card.content.addWidget(view)
        for remark in one.remarks:
            card.content.addWidget(label(remark, tone="muted", size="small", wrap=True))
        return card

    def _missing(self) -> QWidget:
        part = QWidget()
        part.setProperty("see_through", True)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            label("Không tìm thấy trong tệp Word (giữ nguyên trong sổ):", strong=True, wrap=True)
        )
        for one in self._reading.missing:
            layout.addWidget(label(one.heading, tone="muted", wrap=True))
        return part

    def _tell(self) -> None:
        self.done_button.setEnabled(bool(self.chosen()))
        self.done_button.setVisible(bool(self.boxes))
        self.cancel_button.setText("Hủy" if self.boxes else "Đóng")

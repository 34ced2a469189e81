"""Phát hành: number, date and signer that the clerk gave, and the stamped scan that closes the package."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.labels.office import REPORT_HEAD
from desktop_app.domain.labels.words import FieldWords
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.vietnamese.text import clean
from ui.dialogs.answer import answer_of
from ui.dialogs.ask import ask
from ui.dialogs.dialog_frame import DialogFrame
from ui.widgets.card import label
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import fields_grid, focus_field, make_field, show_problems, show_usual, unread
from ui.widgets.file_drop import FileDrop
from ui.widgets.scan_list import FILTER, ScanList

_SIZE = (720, 640)
_HELP = (
    "Ghi số, ngày do văn thư cấp sau khi ký và đính kèm bản ký có dấu. Số, ngày, người ký và bản ký không làm đổi "
    "số liệu, số lần báo cáo và mã kiểm tra."
)
_SCAN_HELP = (
    "Bản ký có dấu: một tệp PDF đã quét, hoặc ảnh chụp từng trang (JPEG, PNG) theo thứ tự. Nên quét màu, từ 200 dpi, "
    "tỷ lệ 100 %."
)
_WITHOUT = (
    "Gói gửi tỉnh sẽ được đóng mà không kèm bản ký có dấu; sau khi đóng thì không thêm vào gói này được nữa."
)
_PLACES = {
    "number": (0, 0, 1),
    "issued_on": (0, 1, 1),
    "signer_name": (1, 0, 1),
    "signer_post": (1, 1, 1),
}


@dataclass(frozen=True)
class IssueAnswer:
    """What the officer gave: the head, and the files of the scan in their order, none for a package without."""

    head: ReportHead
    scans: tuple[Path, ...] = ()


class IssueReportDialog(DialogFrame):
    """Four fields and the files."""

    def __init__(
        self,
        title: str,
        answer: IssueAnswer,
        usual: tuple[str, str],
        today: Callable[[], date],
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            title: which report ("Báo cáo năm 2023, lần 1").
            answer: what stands here at first.
            usual: name and post of the signer where the fields stay empty.
            today: for “hôm nay”.
            year: for days typed without one.
            parent: the owner.
        """
        super().__init__("issue_report_dialog", f"Phát hành: {title}", "Phát hành", _SIZE, _HELP, parent)
        self._asks_scan = True
        self._today = today
        editors = {
            "number": TextEditor(),
            "issued_on": DateEditor(today, lambda: year),
            "signer_name": TextEditor(),
            "signer_post": TextEditor(),
        }
        words = {
            **REPORT_HEAD,
            "number": FieldWords("Số báo cáo", "Số do văn thư cấp, không ghi ký hiệu.", "21"),
        }
        self.fields = {
            name: make_field(name, words[name], editor, required=name in ("number", "issued_on"))
            for name, editor in editors.items()
        }
        for name, field in self.fields.items():
            field.editor.set_value(getattr(answer.head, name))
        show_usual(self.fields["signer_name"], usual[0])
        show_usual(self.fields["signer_post"], usual[1])
        self.scans = ScanList()
        self.scans.add(answer.scans)
        self.body.addLayout(fields_grid(self.fields, _PLACES))
        self.body.addWidget(label("Bản ký có dấu", strong=True))
        self.body.addWidget(label(_SCAN_HELP, tone="muted", wrap=True))
        self.body.addWidget(self.scans)
        self.body.addStretch()
        self._drop = FileDrop(self)

        order = list(self.fields.values())
        for field, following in zip(order, [*order[1:], None], strict=True):
            target = self.scans.add_button if following is None else following.editor
            field.editor.advanced.connect(target.setFocus)
        self.scans.add_requested.connect(self._on_add_wanted)
        self._drop.dropped.connect(self._on_dropped)
        focus_field(self.fields, "number")

    @classmethod
    def ask(
        cls,
        title: str,
        answer: IssueAnswer,
        usual: tuple[str, str],
        today: Callable[[], date],
        year: int,
        parent: QWidget,
    ) -> IssueAnswer | None:
        """Return what the officer gave, None when the dialog was left."""
        return answer_of(cls(title, answer, usual, today, year, parent), cls.answer)

    def answer(self) -> IssueAnswer:
        """Return what stands here."""
        values = {name: field.editor.value() for name, field in self.fields.items()}
        texts = {name: clean(values[name]) for name in ("number", "signer_name", "signer_post")}
        return IssueAnswer(ReportHead(issued_on=values["issued_on"], **texts), self.scans.paths())

    def problem(self) -> str:
        """Return what is missing; the field is coloured and gets the cursor."""
        found = unread(self.fields) or self._missing()
        show_problems(self.fields, found)
        if found:
            focus_field(self.fields, next(iter(found)))
            return next(iter(found.values()))
        return self.scans.problem()

    def finish(self) -> None:
        """Accept; ask once when there is no scan."""
        if not self.problem() and not self.scans.paths() and self._asks_scan:
            without = "Phát hành không kèm bản ký"
            if not ask(self, "Chưa có bản ký", _WITHOUT, without, "Chọn bản ký", careful=True):
                self.scans.add_button.setFocus()
                return
            self._asks_scan = False
        super().finish()

    def _missing(self) -> dict[str, str]:
        head = self.answer().head
        found = {}
        if not head.number:
            found["number"] = "Hãy ghi số báo cáo do văn thư cấp."
        if head.issued_on is None:
            found["issued_on"] = "Hãy ghi ngày ban hành."
        return found

    def _on_add_wanted(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Chọn bản ký có dấu", "", FILTER)
        self._on_dropped(names)

    def _on_dropped(self, names: list[str]) -> None:
        if names:
            self.scans.add([Path(name) for name in names])

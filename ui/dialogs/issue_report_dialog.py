"""Phát hành: number, date and signer that the clerk gave, and the stamped scan that closes the package."""

from collections.abc import Callable, Sequence
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
from ui.dialogs.fields_dialog import FieldsDialog
from ui.widgets.card import label
from ui.widgets.editors.parsed import DateEditor
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import focus_field, show_usual
from ui.widgets.file_drop import FileDrop
from ui.widgets.scan_list import FILTER, ScanList

_SIZE = (720, 640)
_HELP = (
    "Ghi số, ngày do văn thư cấp sau khi ký và đính kèm bản ký có dấu. Số, ngày, người ký và bản ký không làm đổi "
    "số liệu, số lần báo cáo và mã kiểm tra."
)
_SCAN_HELP = (
    "Bản ký có dấu: một tệp PDF đã quét, hoặc ảnh chụp từng trang (JPEG, PNG) theo thứ tự. Nên quét màu, từ 200 dpi, "
    "tỷ lệ 100%."
)
_KEPT = "Đã có bản ký trong gói; chỉ chọn tệp khi muốn thay bản ký đó."
_WITHOUT = "Gói gửi tỉnh sẽ được đóng mà không kèm bản ký có dấu. Trước khi gửi vẫn bổ sung bản ký được."
_DOUBTS = "Vẫn phát hành với số và ngày này?"
_WORDS = {
    **REPORT_HEAD,
    "number": FieldWords("Số báo cáo", "Số do văn thư cấp, không ghi ký hiệu.", "Ví dụ: 21"),
}
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


@dataclass(frozen=True)
class IssueOffer:
    """What the dialog begins with.

    Attributes:
        title: which report ("Báo cáo năm 2023, lần 1").
        answer: what stands there at first.
        usual: name and post of the signer where the fields stay empty.
        has_scan: the package has a scan already, which stays when no other is chosen.
        today: for “hôm nay”.
        year: for days typed without one.
        remarks: what looks wrong in a head.
    """

    title: str
    answer: IssueAnswer
    usual: tuple[str, str]
    has_scan: bool
    today: Callable[[], date]
    year: int
    remarks: Callable[[ReportHead], Sequence[str]]


class IssueReportDialog(FieldsDialog):
    """Four fields and the files."""

    def __init__(self, offer: IssueOffer, parent: QWidget | None = None) -> None:
        super().__init__(
            "issue_report_dialog", f"Phát hành: {offer.title}", "Phát hành", _SIZE, _HELP, parent
        )
        self._offer = offer
        self._passed: ReportHead | None = None
        editors = {
            "number": TextEditor(),
            "issued_on": DateEditor(offer.today, lambda: offer.year),
            "signer_name": TextEditor(),
            "signer_post": TextEditor(),
        }
        self.add_fields(_WORDS, editors, _PLACES, required=("number", "issued_on"))
        for name, field in self.fields.items():
            field.editor.set_value(getattr(offer.answer.head, name))
        show_usual(self.fields["signer_name"], offer.usual[0])
        show_usual(self.fields["signer_post"], offer.usual[1])
        self.scans = ScanList()
        self.scans.add(offer.answer.scans)
        self.body.addWidget(label("Bản ký có dấu", strong=True))
        self.body.addWidget(label(_KEPT if offer.has_scan else _SCAN_HELP, tone="muted", wrap=True))
        self.body.addWidget(self.scans)
        self.body.addStretch()
        self._drop = FileDrop(self)

        self.go_on(self.scans.add_button.setFocus)
        self.scans.add_requested.connect(self._on_add_wanted)
        self._drop.dropped.connect(self._on_dropped)
        focus_field(self.fields, "number")

    @classmethod
    def ask(cls, offer: IssueOffer, parent: QWidget) -> IssueAnswer | None:
        """Return what the officer gave, None when the dialog was left."""
        return answer_of(cls(offer, parent), cls.answer)

    def answer(self) -> IssueAnswer:
        """Return what stands here."""
        values = {name: field.editor.value() for name, field in self.fields.items()}
        texts = {name: clean(values[name]) for name in ("number", "signer_name", "signer_post")}
        return IssueAnswer(ReportHead(issued_on=values["issued_on"], **texts), self.scans.paths())

    def problem(self) -> str:
        """Return what is missing of the head, or wrong with the scan."""
        return super().problem() or self.scans.problem()

    def finish(self) -> None:
        """Accept; ask first when something looks wrong or when there is no scan."""
        if self.problem() or (self._is_sure() and self._goes_without()):
            super().finish()

    def _is_sure(self) -> bool:
        head = self.answer().head
        remarks = self._offer.remarks(head)
        if not remarks or head == self._passed:
            return True
        text = "\n".join([*remarks, "", _DOUBTS])
        if not ask(self, "Xem lại số, ngày", text, "Vẫn phát hành", "Sửa lại", careful=True):
            focus_field(self.fields, "number")
            return False
        self._passed = head
        return True

    def _goes_without(self) -> bool:
        if self.scans.paths() or self._offer.has_scan:
            return True
        without = "Phát hành không kèm bản ký"
        if ask(self, "Chưa có bản ký", _WITHOUT, without, "Chọn bản ký", careful=True):
            return True
        self.scans.add_button.setFocus()
        return False

    def missing(self) -> dict[str, str]:
        """Return that number or day are missing."""
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

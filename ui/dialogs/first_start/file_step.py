"""The last step: where the ledger lies, and what it will be."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.labels.office import OFFICE_PLACES
from desktop_app.domain.office_setup import usual_file_name
from desktop_app.domain.office_wording import issuer_name
from desktop_app.domain.plans import Plan
from desktop_app.domain.records.office import Office
from ui.dialogs.first_start.step import Step, refuse
from ui.widgets.buttons import make_button
from ui.widgets.card import Card, label
from ui.widgets.editors.text import TextEditor
from ui.widgets.fields import make_field

SUFFIX = ".sohangviet"
_LABEL_HEIGHT = 22
FILTER = f"Sổ Hàng Việt (*{SUFFIX})"


class FileStep(Step):
    """Asks for the file."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "Nơi lưu sổ",
            "Nên để sổ trên ổ đĩa của máy; chương trình không bao giờ ghi đè lên sổ đã có.",
            parent,
        )
        self._folder = folder
        self._given = ""
        self._path = TextEditor()
        self._fields = {"path": make_field("path", OFFICE_PLACES["path"], self._path, required=True)}
        self.choose_button = make_button("Chọn…", "choose_button", icon_name="folder-open")
        self._summary = Card("Sổ sẽ được lập")
        self._words = label("", wrap=True)
        self._lay_out()

        self._path.advanced.connect(self.advanced)
        self._path.edited.connect(self._on_edited)
        self.choose_button.clicked.connect(self._on_choose)

    def take_focus(self) -> None:
        """Begin with the file."""
        self._path.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self, office: Office, plan: Plan, year: int) -> None:
        """Suggest a file for a unit and year, and say what the ledger will be."""
        suggested = str(self._folder / f"{usual_file_name(office, year)}{SUFFIX}")
        if self._path.value() in ("", self._given):
            self._path.set_value(suggested)
        self._given = suggested
        self._words.setText(
            f"Đơn vị: {office.unit_name}, {office.province_name or 'chưa ghi tỉnh'} (mã {office.unit_code})\n"
            f"Nơi ban hành báo cáo: {issuer_name(office)}\n"
            f"Năm {year}, theo {plan.name}\n"
            f"Người ký: {office.signer_name or 'chưa ghi'}"
        )

    def path(self) -> Path:
        """Return the file, with the ending of a ledger."""
        typed = Path(self._path.value().strip().strip("“”\"'")).expanduser()
        return typed if typed.suffix == SUFFIX else typed.with_name(typed.name + SUFFIX)

    def check(self) -> bool:
        """Require a whole path to a file that does not exist yet."""
        typed = self._path.value().strip()
        problem = ""
        if not typed or not Path(typed).name or not Path(typed).expanduser().is_absolute():
            problem = "Hãy ghi đủ đường dẫn của tệp sổ, hoặc bấm “Chọn…”."
        elif self.path().exists():
            problem = "Đã có sổ tên này. Hãy đổi tên, hoặc quay lại bước đầu và chọn “Mở sổ đã có…”."
        return refuse(self._fields, {"path": problem} if problem else {})

    def _on_edited(self) -> None:
        self._fields["path"].show_message("", "")

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            "Chọn nơi lưu sổ",
            str(nearest_folder(self.path().parent) / self.path().name),
            FILTER,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._path.set_value(str(Path(name)))
            self._on_edited()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._fields["path"], 1, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        below_label = QVBoxLayout(beside)
        below_label.setContentsMargins(0, _LABEL_HEIGHT, 0, 0)
        below_label.addWidget(self.choose_button)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self._summary.content.addWidget(self._words)
        self.fields.addLayout(row)
        self.fields.addSpacing(6)
        self.fields.addWidget(self._summary)
        self.fields.addStretch()


def nearest_folder(folder: Path) -> Path:
    """Return the nearest folder that is there: a file dialog of Windows that is sent elsewhere starts anywhere."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path.home())

"""Bringing a spreadsheet in: read beside the window, shown row by row, written only when the user says so."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.import_preview import ImportChoices, ImportPreview, ImportResult, SheetChoice
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer
from ui.operations import ANYTHING, Operations
from ui.widgets.buttons import PRIMARY, make_button
from ui.widgets.card import label
from ui.widgets.import_overview import ImportOverview
from ui.widgets.import_sheets import ImportSheets
from ui.worker import Progress

_SIZE = (1040, 620)
_READING, _WRITING = "Đang đọc tệp…", "Đang nhập vào sổ…"


class ImportDialog(QDialog):
    """The preview of one file, and the button that writes it.

    Attributes:
        choices: name of a sheet -> what the user said of it.
    """

    def __init__(
        self, path: Path, ledger: Ledger, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path, self._ledger, self._operations = path, ledger, operations
        self.choices: dict[str, SheetChoice] = {}
        self._preview: ImportPreview | None = None
        self.setObjectName("import_dialog")
        self.setWindowTitle(f"Nhập từ Excel – {path.name}")
        self.resize(*_SIZE)
        self.overview, self.sheets = ImportOverview(), ImportSheets(ledger.spreadsheets.columns)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("import_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.overview, "Từng dòng")
        self.tabs.addTab(self.sheets, "Ghép cột")
        self._busy_text, self._bar = label(_READING), QProgressBar()
        self.stop_button = make_button("Dừng", "stop_button")
        self._failure = label("", wrap=True)
        self._question = label("", tone="warning", wrap=True)
        self._summary = label("", strong=True)
        self.import_button = make_button("Nhập vào sổ", "import_button", kind=PRIMARY, icon_name="check")
        self.close_button = make_button("Đóng", "close_button")
        self._stack = QStackedWidget()
        self._lay_out()

        self.sheets.chosen.connect(self._on_chosen)
        self.overview.answered.connect(self._on_answered)
        self.overview.changed.connect(self._tell)
        self.stop_button.clicked.connect(operations.cancel)
        self.import_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.reject)

    @classmethod
    def open_for(cls, path: Path, ledger: Ledger, operations: Operations, parent: QWidget) -> "ImportDialog":
        """Open the dialog of a file and begin to read it."""
        dialog = cls(path, ledger, operations, parent)
        dialog.open()
        dialog.read()
        return dialog

    def read(self) -> None:
        """Read the file in the worker, with everything that was answered so far."""
        path, choices = self._path, dict(self.choices)

        def job(ledger: Ledger, progress: Progress) -> ImportPreview:
            return ledger.spreadsheets.preview(path, choices, progress)

        self._work(_READING)
        self._operations.start(
            job, text=_READING, on_done=self._show, on_error=self._fail, on_progress=self._on_progress
        )

    def write(self) -> None:
        """Write the rows in the worker: a backup, then one operation."""
        preview = self._preview
        if preview is None:
            return
        choices = ImportChoices(self.overview.leaves_out_errors(), frozenset(self.overview.left_out()))
        learned = self._learned(preview)

        def job(ledger: Ledger, _progress: Progress) -> ImportResult:
            result = ledger.spreadsheets.apply(preview, choices)
            for register, columns in learned.items():
                ledger.spreadsheets.remember(register, columns)
            return result

        self._work(_WRITING)
        self._operations.start(
            job,
            text=_WRITING,
            on_done=self._on_written,
            on_error=self._on_refused,
            changed={ANYTHING},
        )

    def preview(self) -> ImportPreview | None:
        """Return what is shown, None while the file is read for the first time."""
        return self._preview

    def failure(self) -> str:
        """Return why the file cannot be read, "" while it can."""
        return self._failure.text()

    def reject(self) -> None:
        """Stop reading, and close."""
        self._operations.cancel()
        super().reject()

    def _learned(self, preview: ImportPreview) -> dict[str, dict[str, str]]:
        """Return the columns that the user matched by hand: register -> folded heading -> key."""
        found: dict[str, dict[str, str]] = {}
        for sheet in preview.sheets:
            choice = self.choices.get(sheet.name)
            if choice and choice.columns and sheet.match.register:
                found.setdefault(sheet.match.register, {}).update(choice.columns)
        return found

    def _work(self, text: str) -> None:
        self._busy_text.setText(text)
        self._bar.setRange(0, 0)
        self.import_button.setEnabled(False)
        self.stop_button.setVisible(text == _READING)
        self._stack.setCurrentIndex(0)

    def _show(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.overview.show_preview(preview)
        self.sheets.show_preview(preview, self.choices)
        self._stack.setCurrentIndex(1)
        unread = not any(sheet.match.register for sheet in preview.sheets)
        if unread or any(sheet.guess for sheet in preview.sheets):
            self.tabs.setCurrentWidget(self.sheets)
        self._tell()

    def _fail(self, error: UserError) -> None:
        if self._preview is not None:  # reading again was stopped: what was read before still stands
            self._stack.setCurrentIndex(1)
            self._tell()
            return
        self._failure.setText(str(error))
        self._stack.setCurrentIndex(2)

    def _on_refused(self, error: UserError) -> None:
        self._stack.setCurrentIndex(1)
        self._tell()
        self._question.setText(str(error))

    def _on_written(self, result: ImportResult) -> None:
        self.accept()
        self._operations.tell_last()

    def _on_progress(self, done: int, total: int, _text: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_chosen(self, sheet: str, choice: SheetChoice) -> None:
        self.choices[sheet] = choice
        self.read()

    def _on_answered(self, key: tuple[str, int], answer: str) -> None:
        if self._preview is not None:
            self._preview = self._ledger.spreadsheets.answer(self._preview, key, answer)
            self.overview.update_preview(self._preview)
            self._tell()

    def _tell(self) -> None:
        """Say what would be written, and what stands in the way."""
        preview = self._preview
        if preview is None:
            return
        added, changed = self.overview.to_write()
        self._summary.setText(
            f"Sẽ thêm {format_integer(added)} mục mới, sửa {format_integer(changed)} mục."
            if added + changed
            else "Không có gì để nhập."
        )
        questions = list(preview.open_questions)
        if self.overview.leaves_out_errors():
            questions = [one for one in questions if "bảng mã" in one]
        self._question.setText(" ".join(questions))
        self.import_button.setEnabled(bool(added + changed) and not questions)

    def _lay_out(self) -> None:
        busy = _centred(self._busy_text, self._bar, self.stop_button)
        failed = _centred(self._failure)
        for page in (busy, self.tabs, failed):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self._summary)
        foot.addWidget(self._question, 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.import_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)


def _centred(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(80, 0, 80, 0)
    column.addStretch()
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return page

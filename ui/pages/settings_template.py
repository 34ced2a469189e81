"""The office's own Word template on the settings page: out of the program, into Word, and back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.word_template import TemplateReview
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.dialogs.ask import ask
from ui.dialogs.template_dialogs import PlaceholderDialog, TemplateReviewDialog
from ui.operations import Operations
from ui.widgets.word_template_card import WordTemplateCard

_FILTER = "Tệp Word (*.docx)"
_OPENED = "Tệp Word (*.docx *.docm *.doc *.dotx);;Mọi tệp (*)"
_FILE = "Mau_bao_cao.docx"


class SettingsTemplate(QObject):
    """What the card does.

    Attributes:
        card: the card.
    """

    def __init__(self, ledger: Ledger, operations: Operations, parent: QWidget) -> None:
        super().__init__(parent)
        self._ledger, self._operations, self._page = ledger, operations, parent
        self.card = WordTemplateCard()

        self.card.export_requested.connect(self._on_export_wanted)
        self.card.choose_requested.connect(self._on_choose_wanted)
        self.card.save_own_requested.connect(self._on_save_own_wanted)
        self.card.drop_requested.connect(self.drop)
        self.card.help_requested.connect(self._on_help_wanted)

    def refresh(self) -> None:
        """Show which template the office of the working year has; whether it can be filled is told a little later."""
        office = self._ledger.office
        if not office.word_template:
            self.card.show_state("", "", "")
            return
        self._operations.read(
            "word_template",
            lambda own: own.reporting.templates.state(own.office),
            lambda state: self.card.show_state(state.name, state.chosen_at, state.problem),
        )

    def export(self, path: Path) -> None:
        """Write the shipped template beside the window."""
        self._write(path, lambda own: own.reporting.templates.export(path, own.office))

    def save_own(self, path: Path) -> None:
        """Write the template in force as a file."""
        self._write(path, lambda own: own.reporting.templates.save_own(path, own.office))

    def choose(self, path: Path) -> None:
        """Check a file beside the window and show what was found."""
        self._operations.start(
            lambda own, _progress: own.reporting.templates.review(path, own.office),
            text="Đang kiểm tra mẫu Word…",
            on_done=self._on_reviewed,
        )

    def drop(self) -> None:
        """Go back to the shipped template."""
        text = "Bản Word của báo cáo sẽ theo mẫu của chương trình. Tệp mẫu của đơn vị có thể chọn lại bất cứ lúc nào."
        if ask(self._page, "Dùng mẫu của chương trình", text, "Dùng mẫu của chương trình"):
            self._set("", "Bản Word sẽ theo mẫu của chương trình.")

    def _write(self, path: Path, write: Callable[[Ledger], None]) -> None:
        self._operations.start(
            lambda own, _progress: write(own),
            text="Đang lưu mẫu Word…",
            on_done=lambda _none: self._operations.status.emit(f"Đã lưu mẫu vào “{path.name}”.", False),
        )

    def _on_reviewed(self, review: TemplateReview) -> None:
        is_clean = not review.problems and not review.warnings
        if not is_clean and not TemplateReviewDialog.ask(review, self._page):
            return
        try:
            key = self._ledger.reporting.templates.keep(review)
        except UserError as error:
            self._operations.refused.emit(str(error))
            return
        self._set(key, f"Bản Word của báo cáo sẽ theo mẫu “{review.name}”.")

    def _set(self, key: str, message: str) -> None:
        office = replace(self._ledger.office, word_template=key)
        self._operations.run(lambda: self._ledger.save_office(office), changed={"office"}, message=message)

    def _on_export_wanted(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._page, "Xuất mẫu Word", _FILE, _FILTER)
        if name:
            self.export(Path(name))

    def _on_save_own_wanted(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self._page, "Lưu mẫu đang dùng", _FILE, _FILTER)
        if name:
            self.save_own(Path(name))

    def _on_choose_wanted(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._page, "Chọn mẫu Word", "", _OPENED)
        if name:
            self.choose(Path(name))

    def _on_help_wanted(self) -> None:
        PlaceholderDialog.show_all(self._page)

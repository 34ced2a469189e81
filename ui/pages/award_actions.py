"""What the page of nominations does with many of them: steps, quotas, the dossier, erasing personal data."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.records.award_folder import AwardFolder, AwardMeeting
from desktop_app.ledger import Ledger
from desktop_app.long_paths import plain_form
from ui.dialogs.answer import answer_of
from ui.dialogs.ask import ask
from ui.dialogs.award_folder_dialog import AwardFolderDialog
from ui.dialogs.award_quotas_dialog import AwardQuotasDialog
from ui.dialogs.award_steps_dialog import AwardStepsDialog
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.paths import folder_of_before
from ui.worker import Progress

_MAKING = "Đang lập hồ sơ khen thưởng…"
_NOTHING = "Năm này chưa có đề nghị khen thưởng nào; hãy thêm đề nghị trước."


class AwardActions(QObject):
    """Opens the dialogs and calls the ledger.

    Attributes:
        folder_made: the folder of a dossier that was written.
        erased: personal data are gone; what a form still shows of them must go too.
    """

    folder_made = Signal(str)
    erased = Signal()

    def __init__(
        self,
        ledger: Ledger,
        operations: Operations,
        suggest: Callable[[str, str], list[str]],
        day: Callable[[], date],
        parent: QWidget,
    ) -> None:
        """Build it.

        Args:
            ledger: for questions.
            operations: for writing.
            suggest: (field, what is typed) -> what was typed there before.
            day: the day that a new step gets.
            parent: the page, over which the dialogs stand.
        """
        super().__init__(parent)
        self._ledger, self._operations, self._suggest, self._day = ledger, operations, suggest, day
        self._page = parent

    def move_on(self) -> None:
        """Ask for a step and let the chosen nominations take it in one operation."""
        nominations = self._ledger.award_desk.of_year(self._ledger.year)
        if not nominations:
            self._operations.refused.emit(_NOTHING)
            return
        dialog = AwardStepsDialog(nominations, self._day(), self._page)
        answer = answer_of(dialog, lambda done: (done.ids(), done.step()))
        if answer:
            self._operations.run(lambda: self._ledger.award_desk.step_all(*answer), changed={"awards"})

    def set_quotas(self) -> None:
        """Ask for the year's quotas and the rule of votes."""
        year, desk = self._ledger.year, self._ledger.award_desk
        dialog = AwardQuotasDialog(
            year, desk.settings.rules(year), self._suggest, lambda: self._ledger.plan(year), self._page
        )
        rules = answer_of(dialog, AwardQuotasDialog.rules)
        if rules:
            self._operations.run(
                lambda: desk.settings.save_rules(year, rules),
                changed={"awards"},
                message=f"Đã lưu chỉ tiêu đề nghị năm {year}.",
            )

    def make_dossier(self) -> None:
        """Ask what the dossier needs and write it in the worker."""
        year, desk = self._ledger.year, self._ledger.award_desk
        nominations = [one for one in desk.of_year(year) if not one.is_given_up and one.award_authority]
        if not nominations:
            self._operations.refused.emit(
                "Chưa có đề nghị nào ghi cấp có thẩm quyền khen; hãy ghi rồi lập hồ sơ."
            )
            return
        dialog = AwardFolderDialog(
            nominations,
            self._ledger.office,
            self._ledger.plan(year),
            year,
            self._ledger.today(),
            desk.settings.meeting(year),
            folder_of_before(desk.settings.folder(), self._ledger.path.parent / "Hồ sơ khen thưởng"),
            self._page,
        )
        answer = answer_of(dialog, lambda done: (done.folder(), Path(done.out())))
        if answer:
            self._write(*answer)

    def erase_personal(self) -> None:
        """Ask twice over, then erase the personal values of the year's nominations for good."""
        year, desk = self._ledger.year, self._ledger.award_desk
        count = desk.count_personal(year)
        if not count:
            self._operations.status.emit(f"Năm {year} không có dữ liệu cá nhân để xóa.", False)
            return
        question = (
            f"{count} đề nghị khen thưởng năm {year} còn dữ liệu cá nhân (ngày sinh, số định danh, điện thoại, "
            "quê quán, nơi thường trú).\n\nXóa hẳn khỏi sổ, kể cả trong lịch sử, thùng rác, bản nháp? "
            "Không hoàn tác được. Họ tên, hình thức, cấp khen và kết quả vẫn còn để thống kê. "
            "Bản sao lưu và hồ sơ đã lập thì xóa riêng."
        )
        if ask(self._page, "Xóa dữ liệu cá nhân", question, "Xóa hẳn", careful=True):
            self._operations.run(
                lambda: desk.erase_personal(year),
                changed={"awards"},
                message=f"Đã xóa dữ liệu cá nhân của {count} đề nghị năm {year}.",
                done=lambda _count: self.erased.emit(),
            )

    def _write(self, folder: AwardFolder, out: Path) -> None:
        if not self._operations.run(
            lambda: self._keep(folder.year, folder.meeting, str(out)), changed=(), message=""
        ):
            return
        self._operations.start(
            partial(_make, folder, out),
            text=_MAKING,
            on_done=self._on_made,
            changed={"awards"},
        )

    def _keep(self, year: int, meeting: AwardMeeting, out: str) -> None:
        settings = self._ledger.award_desk.settings
        settings.save_meeting(year, meeting)
        settings.save_folder(out)

    def _on_made(self, folder: str) -> None:
        self._operations.status.emit(f"Đã lập hồ sơ khen thưởng trong thư mục “{Path(folder).name}”.", False)
        self.folder_made.emit(folder)
        refusal = f"Máy này không tự mở được thư mục; hãy mở “{plain_form(folder)}”."
        open_outside(Path(folder), self._operations, refusal)


def _make(folder: AwardFolder, out: Path, ledger: Ledger, progress: Progress) -> str:
    def tell(done: int, total: int) -> None:
        progress(done, total, _MAKING)

    return str(ledger.export_awards(folder, out, tell))

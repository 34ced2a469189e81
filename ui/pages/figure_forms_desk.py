"""Sending forms to other bodies and taking them in, for the page of their figures."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop_app.domain.figure_form import FormPreview, FormRequest, in_form_order, usual_indicators
from desktop_app.domain.periods import whole_year
from desktop_app.domain.query import Query
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.usual_bodies import UsualBody, usual_bodies
from desktop_app.ledger import Ledger
from ui.dialogs.receive_forms_dialog import ReceiveFormsDialog
from ui.dialogs.send_forms_dialog import SendFormsDialog, SendStart
from ui.dialogs.usual_bodies_dialog import UsualBodiesDialog
from ui.operations import Operations
from ui.pages.opening import open_outside
from ui.pages.stores import Store
from ui.pages.working_day import working_day
from ui.paths import folder_of_before
from ui.worker import Progress

REGISTER = "reported_figures"
_FILES = "Biểu số liệu (*.xlsx *.docx *.xls *.ods)"
_TERM = timedelta(days=10)
_FOLDER = "Biểu số liệu"


class FigureFormsDesk:
    """The three dialogs and what follows from them.

    Attributes:
        dialog: the one that is open, or was open last.
    """

    def __init__(
        self, page: QWidget, store: Store[ReportedFigures], ledger: Ledger, operations: Operations
    ) -> None:
        self._page, self._store, self._ledger, self._operations = page, store, ledger, operations
        self.dialog: QDialog | None = None

    def send(self) -> None:
        """Ask what to send to whom."""
        dialog = SendFormsDialog(self._start(), self._ledger.today, self._page)
        dialog.accepted.connect(self._on_sending)
        self._open(dialog)

    def receive(self) -> None:
        """Ask for the files that came back."""
        names, _ = QFileDialog.getOpenFileNames(self._page, "Chọn biểu đã nhận", "", _FILES)
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in the worker, then show what they hold."""

        def job(ledger: Ledger, progress: Progress) -> list[FormPreview]:
            progress(0, 0, "Đang đọc biểu…")
            return ledger.figure_forms().preview(paths)

        self._operations.start(job, text="Đang đọc biểu…", on_done=self._on_read)

    def add_usual(self) -> None:
        """Offer the bodies of the committee and the lower units."""
        bodies = self.usual()
        if not bodies:
            self._operations.refused.emit(
                "Không còn đơn vị nào để thêm; hãy ghi thành viên Ban Chỉ đạo và đơn vị cấp dưới ở trang "
                "Tổ chức chỉ đạo, hoặc bấm “Thêm đơn vị”."
            )
            return
        dialog = UsualBodiesDialog(bodies, self._page)
        dialog.accepted.connect(self._on_adding)
        self._open(dialog)

    def usual(self) -> list[UsualBody]:
        """Return the bodies that are not in this year's list."""
        known = [one.body for one in self._of_year()]
        members = self._ledger.register("steering_committee").all()
        units = self._ledger.register("subunits").all()
        return usual_bodies(members, units, known, working_day(self._ledger))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _of_year(self) -> list[ReportedFigures]:
        first, last = whole_year(self._ledger.year)
        query = Query(date_from=first, date_to=last, sort="body", descending=False)
        return self._store.fetch(query, 0, self._store.count(query))

    def _start(self) -> SendStart:
        ledger, settings = self._ledger, self._ledger.figure_form_settings
        period, today = ledger.reports.period(ledger.year), ledger.today()
        term = today + _TERM
        folder = folder_of_before(settings.folder(), ledger.path.parent / _FOLDER)
        return SendStart(
            self._of_year(),
            in_form_order(settings.indicators()) or usual_indicators(ledger.plan(ledger.year)),
            period.data_from,
            period.data_to,
            min(term, period.data_to) if today < period.data_to else term,
            Path(folder),
        )

    def _on_sending(self) -> None:
        if not isinstance(self.dialog, SendFormsDialog):
            return
        request, folder = self.dialog.request(), self.dialog.folder()

        def job(ledger: Ledger, progress: Progress) -> list[Path]:
            progress(0, 0, "Đang ghi biểu…")
            return ledger.figure_forms().write(request, folder)

        def done(paths: list[Path]) -> None:
            self._on_written(request, folder, paths)

        self._operations.start(job, text="Đang ghi biểu…", on_done=done)

    def _on_written(self, request: FormRequest, folder: Path, paths: list[Path]) -> None:
        self._ledger.figure_form_settings.save(request.indicators, str(folder))
        if request.records:
            self._operations.run(lambda: self._ledger.figure_forms().note_asked(request), changed={REGISTER})
        else:
            self._operations.status.emit(f"Đã ghi {len(paths)} tệp biểu vào “{folder}”.", False)
        open_outside(folder, self._operations)

    def _on_read(self, previews: list[FormPreview]) -> None:
        dialog = ReceiveFormsDialog(previews, self._page)
        dialog.accepted.connect(self._on_taking)
        self._open(dialog)

    def _on_taking(self) -> None:
        if isinstance(self.dialog, ReceiveFormsDialog):
            chosen = self.dialog.chosen()
            self._operations.run(lambda: self._ledger.figure_forms().save(chosen), changed={REGISTER})

    def _on_adding(self) -> None:
        if not isinstance(self.dialog, UsualBodiesDialog):
            return
        period = self._ledger.reports.period(self._ledger.year)
        added = [
            ReportedFigures(
                body=body.name, body_kind=body.kind, period_from=period.data_from, period_to=period.data_to
            )
            for body in self.dialog.chosen()
        ]
        self._operations.run(
            lambda: self._ledger.add_all(f"Đã thêm {len(added)} đơn vị cung cấp số liệu", {REGISTER: added}),
            changed={REGISTER},
        )

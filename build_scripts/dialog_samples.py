"""Every dialog of the program, filled from the sample: for pictures, and for the tests that look dialogs over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from desktop_app.domain.basis_library import library
from desktop_app.domain.figure_form import ChangeKind, FormChange, FormPreview
from desktop_app.domain.handover import Handover
from desktop_app.domain.new_year import copied_plan
from desktop_app.domain.plans import available_plans
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.report_issue import Reply, ReplyItem, ReplyKind, SendingWay
from desktop_app.domain.unit_changes import successors_of
from desktop_app.domain.unit_updates import preview
from desktop_app.domain.units import COLUMNS, load_units, row_of_unit
from desktop_app.domain.usual_bodies import usual_bodies
from desktop_app.domain.word_template import TemplateReview
from desktop_app.domain.word_text import WordReading, WordSection
from desktop_app.exchange.handover_file import Head
from desktop_app.ledger import package_desk
from ui.app import Session
from ui.dialogs.award_folder_dialog import AwardFolderDialog
from ui.dialogs.award_quotas_dialog import AwardQuotasDialog
from ui.dialogs.award_steps_dialog import AwardStepsDialog
from ui.dialogs.basis_dialog import BasisDialog
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.first_start_wizard import FirstStartWizard
from ui.dialogs.go_on_dialog import GoOnDialog
from ui.dialogs.handover_dialog import HandoverDialog
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.import_dialog import ImportDialog
from ui.dialogs.issue_code_dialog import CheckCodeDialog
from ui.dialogs.issue_letter_dialog import CorrectionLetterDialog
from ui.dialogs.issue_next_dialog import NextRevisionDialog
from ui.dialogs.issue_opened_reply_dialog import OpenedReplyDialog
from ui.dialogs.issue_reply_dialog import ReplyDialog
from ui.dialogs.issue_report_dialog import IssueAnswer, IssueOffer, IssueReportDialog
from ui.dialogs.issue_sending_dialog import SendingDialog
from ui.dialogs.issued_plans_dialog import IssuedPlansDialog
from ui.dialogs.member_dialogs import NewDecisionDialog, ReplaceMemberDialog
from ui.dialogs.new_year_dialog import NewYearDialog
from ui.dialogs.package_dialog import PackageDialog
from ui.dialogs.plan_tasks_dialog import PlanTasksDialog
from ui.dialogs.previous_dialog import PreviousDialog
from ui.dialogs.reason_dialog import ReasonDialog
from ui.dialogs.receive_forms_dialog import ReceiveFormsDialog
from ui.dialogs.send_forms_dialog import SendFormsDialog, SendStart
from ui.dialogs.take_over_dialog import TakeOverDialog
from ui.dialogs.template_dialogs import PlaceholderDialog, TemplateReviewDialog
from ui.dialogs.unit_dialog import UnitDialog
from ui.dialogs.unit_update_dialog import UnitUpdateDialog
from ui.dialogs.usual_bodies_dialog import UsualBodiesDialog
from ui.dialogs.versions_dialog import VersionsDialog
from ui.dialogs.word_text_dialog import WordTextDialog

_DAY, _YEAR = date(2023, 11, 22), 2023
_REPORTED = "Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023"
_BEFORE, _NOW = "Tổ chức 04 hội nghị với 1.200 lượt người.", "Tổ chức 05 hội nghị với 1.350 lượt người dự."


@dataclass(frozen=True)
class _Version:
    text: str | None
    at: str = "2023-11-21T09:42:00+07:00"
    who: str = "Đào"
    exported: bool = False


class DialogSamples:
    """Builds each dialog when it is asked for."""

    def __init__(self, session: Session, folder: Path) -> None:
        """Remember where the data come from.

        Args:
            session: of the sample ledger.
            folder: for the files that some dialogs open.
        """
        self._session, self._ledger, self._folder = session, session.ledger, folder

    def makers(self) -> Iterator[tuple[type[QDialog], Callable[[], QDialog]]]:
        """Give each kind of dialog with what builds one."""
        for table in (self._awards, self._daily, self._report, self._settings, self._files):
            yield from table().items()

    def _awards(self) -> dict[type[QDialog], Callable[[], QDialog]]:
        ledger, desk = self._ledger, self._ledger.award_desk
        nominations = desk.of_year(_YEAR)
        return {
            AwardFolderDialog: lambda: AwardFolderDialog(
                [one for one in nominations if not one.is_given_up and one.award_authority],
                ledger.office,
                ledger.plan(_YEAR),
                _YEAR,
                _DAY,
                desk.settings.meeting(_YEAR),
                str(self._folder / "Hồ sơ khen thưởng"),
            ),
            AwardQuotasDialog: lambda: AwardQuotasDialog(
                _YEAR, desk.settings.rules(_YEAR), _suggest, lambda: ledger.plan(_YEAR)
            ),
            AwardStepsDialog: lambda: AwardStepsDialog(nominations, _DAY),
        }

    def _daily(self) -> dict[type[QDialog], Callable[[], QDialog]]:
        ledger = self._ledger
        members, units = (ledger.register(name).all() for name in ("steering_committee", "subunits"))
        bases = library(ledger.plan(_YEAR).legal_bases, ())
        activity = ledger.activities.all()[0]
        plans = available_plans()
        return {
            BasisDialog: lambda: BasisDialog(bases, bases[:2], "Đưa vào sổ văn bản"),
            HistoryDialog: lambda: HistoryDialog(activity.title, ledger.activities.history(activity.id)),
            IssuedPlansDialog: lambda: IssuedPlansDialog(units, _YEAR),
            NewDecisionDialog: lambda: NewDecisionDialog(members, _DAY, _suggest),
            NewYearDialog: lambda: NewYearDialog(
                _YEAR + 1,
                _YEAR,
                [copied_plan(ledger.plan(_YEAR), _YEAR, _YEAR + 1), *plans],
                plans[0],
                len(ledger.planning.tasks(_YEAR)),
                has_issued=True,
            ),
            PlanTasksDialog: lambda: PlanTasksDialog(_YEAR, ledger.planning.proposals(_YEAR)),
            ReceiveFormsDialog: lambda: ReceiveFormsDialog(_forms()),
            ReplaceMemberDialog: lambda: ReplaceMemberDialog(members[0], _DAY, _suggest),
            SendFormsDialog: lambda: SendFormsDialog(
                SendStart(
                    ledger.register("reported_figures").all(),
                    ("stalls", "conferences"),
                    date(_YEAR, 1, 1),
                    date(_YEAR, 11, 30),
                    date(_YEAR, 11, 25),
                    self._folder,
                ),
                lambda: _DAY,
            ),
            UsualBodiesDialog: lambda: UsualBodiesDialog(usual_bodies(members, units, (), _DAY)),
        }

    def _report(self) -> dict[type[QDialog], Callable[[], QDialog]]:
        ledger, reply = self._ledger, _reply()
        usual_to = dict.fromkeys(SendingWay, "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bình Thuận")
        return {
            CheckCodeDialog: lambda: CheckCodeDialog(ledger.reporting.issuing.find_code),
            CorrectionLetterDialog: lambda: CorrectionLetterDialog(_REPORTED, lambda: _DAY, _YEAR),
            IssueReportDialog: lambda: IssueReportDialog(_offer()),
            NextRevisionDialog: lambda: NextRevisionDialog(_REPORTED, 2, reply.reason),
            OpenedReplyDialog: lambda: OpenedReplyDialog(reply, "Báo cáo năm 2023, lần 1", is_noted=False),
            PreviousDialog: lambda: PreviousDialog(ledger, ledger.reports.period(_YEAR)),
            ReasonDialog: lambda: ReasonDialog(3, ["Đã đối chiếu với Hội Phụ nữ", "Bổ sung sau"]),
            ReplyDialog: lambda: ReplyDialog(lambda: _DAY),
            SendingDialog: lambda: SendingDialog(None, usual_to, lambda: _DAY),
            VersionsDialog: lambda: VersionsDialog(
                "I.1. Công tác lãnh đạo, chỉ đạo",
                [_Version(_NOW, exported=True), _Version(_BEFORE, who=""), _Version(None)],
                _NOW,
                _BEFORE,
            ),
            WordTextDialog: lambda: WordTextDialog(_word_text()),
        }

    def _settings(self) -> dict[type[QDialog], Callable[[], QDialog]]:
        table = load_units()
        successors = [one.unit for one in successors_of(table, "395", date(2024, 11, 30))]
        update = preview(table, [COLUMNS, *(row_of_unit(one) for one in table.units[:9])])
        return {
            PlaceholderDialog: PlaceholderDialog,
            TemplateReviewDialog: lambda: TemplateReviewDialog(
                TemplateReview("Mẫu của tỉnh.docx", warnings=("Mẫu không có từ khóa nào của phần ký tên.",))
            ),
            UnitDialog: lambda: UnitDialog(
                table, UnitLevel.COMMUNE, date(2025, 11, 30), suggested=successors
            ),
            UnitUpdateDialog: lambda: UnitUpdateDialog("Bảng đơn vị 2025.csv", update),
        }

    def _files(self) -> dict[type[QDialog], Callable[[], QDialog]]:
        ledger, operations, folder = self._ledger, self._session.operations, self._folder
        given = Handover(receiver="Bà Trần Thị Bưởi, Phó Chủ tịch", on=_DAY, giver="Nguyễn Thị Đào")
        return {
            CrashDialog: lambda: CrashDialog("Traceback (most recent call last):\n  ValueError: 5"),
            FirstStartWizard: lambda: FirstStartWizard(ledger.clock, folder),
            GoOnDialog: lambda: GoOnDialog(given),
            HandoverDialog: lambda: HandoverDialog(ledger, operations),
            ImportDialog: lambda: ImportDialog(self._sheet(), ledger, operations),
            PackageDialog: self._package,
            TakeOverDialog: lambda: TakeOverDialog(
                folder / "SoHangViet_HamThuanBac.bangiao", _head(), folder, ledger.clock
            ),
        }

    def _sheet(self) -> Path:
        """Return a workbook with the records of the sample."""
        path = self._folder / "Hoạt động 2023.xlsx"
        self._ledger.spreadsheets.write_template(path, ("activities",), with_records=True)
        return path

    def _package(self) -> QDialog:
        ledger = self._ledger
        done = ledger.export(ledger.reports.period(_YEAR), self._folder / "Báo cáo", reason="Đã đối chiếu")
        opened = package_desk.open_package(done.package)
        return PackageDialog(opened, package_desk.origin_of(opened, ledger))


def _suggest(_field: str, _typed: str) -> list[str]:
    return []


def _forms() -> list[FormPreview]:
    changes = (
        FormChange(ChangeKind.CHANGED, "Gian hàng", "3", "5"),
        FormChange(ChangeKind.BAD, "Pa nô", "", "", "E12: “ba” không phải là số nguyên từ 0 trở lên"),
    )
    record = ReportedFigures(body="Hội Liên hiệp Phụ nữ huyện", period_to=date(2023, 11, 15))
    return [
        FormPreview(Path("HoiPhuNu.xlsx"), record=record, changes=changes),
        FormPreview(Path("HoiNongDan.xlsx"), "Biểu này hỏi số liệu năm 2022."),
    ]


def _reply() -> Reply:
    items = (
        ReplyItem(
            sentence="Thiếu số lượt người dự.",
            register="activities",
            record_id="a1",
            title="Hội nghị tổng kết",
        ),
    )
    return Reply(
        kind=ReplyKind.CORRECTION,
        replied_on=_DAY,
        sender="Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
        reason="Thiếu số liệu của Hội Liên hiệp Phụ nữ.",
        due_on=date(2023, 11, 28),
        items=items,
    )


def _offer() -> IssueOffer:
    head = ReportHead(number="21", issued_on=_DAY)
    return IssueOffer(
        "Báo cáo năm 2023, lần 1",
        IssueAnswer(head, ()),
        ("Trần Thị Mỹ Ái", "Chủ tịch"),
        False,
        lambda: _DAY,
        _YEAR,
        lambda _head: (),
    )


def _word_text() -> WordReading:
    changed = WordSection(
        "a", "I.1. Lãnh đạo", _BEFORE, _NOW, _NOW, remarks=("Mục có bảng; bảng không lấy.",)
    )
    return WordReading("BaoCao.docx", (changed, WordSection("b", "I.2. Kinh phí", "Chi 12 triệu.", "", "")))


def _head() -> Head:
    return Head(
        id="0123456789abcdef",
        ledger_name="Sổ huyện Hàm Thuận Bắc.sohangviet",
        ledger_bytes=31_000_000,
        unit_name="huyện Hàm Thuận Bắc",
        years=(2022, 2023),
        giver="Nguyễn Thị Đào",
        receiver="Bà Trần Thị Bưởi",
        handed_over_on=_DAY,
    )

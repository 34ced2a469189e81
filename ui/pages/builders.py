"""Builds each page when it is first visited; a page and what it needs is imported then, not at the start."""

from desktop_app.ledger import Ledger
from ui.operations import Operations
from ui.pages.page import Page
from ui.program_folders import ProgramFolders


class Pages:
    """The pages of one ledger.

    The imports stand inside the methods because a page that is not visited must cost the start nothing.
    """

    def __init__(self, ledger: Ledger, operations: Operations, folders: ProgramFolders) -> None:
        self._ledger, self._operations, self._folders = ledger, operations, folders

    def overview(self) -> Page:
        """Build Tổng quan."""
        from ui.pages.overview_page import OverviewPage

        return OverviewPage(self._ledger, self._operations)

    def plan(self) -> Page:
        """Build Kế hoạch."""
        from ui.pages.plan_page import PlanPage
        from ui.pages.plan_text_page import PlanTextPage
        from ui.pages.plan_versions_page import PlanVersionsPage
        from ui.pages.tasks_page import TasksPage

        ledger, operations = self._ledger, self._operations
        return PlanPage(
            {
                "tasks": TasksPage(ledger.register("tasks"), ledger, operations),
                "plan_text": PlanTextPage(ledger, operations),
                "plan_versions": PlanVersionsPage(ledger, operations),
            }
        )

    def inspections(self) -> Page:
        """Build Kiểm tra, giám sát."""
        from ui.pages.follow_up_page import CASES, RECOMMENDATIONS, FollowUpPage
        from ui.pages.inspections_page import InspectionList, InspectionsPage

        return InspectionsPage(
            {
                "inspections": InspectionList(self._ledger.activities, self._ledger, self._operations),
                "recommendations": FollowUpPage(RECOMMENDATIONS, self._ledger),
                "cases": FollowUpPage(CASES, self._ledger),
            }
        )

    def activities(self) -> Page:
        """Build Hoạt động."""
        from ui.pages.activities_page import ActivitiesPage

        return ActivitiesPage(self._ledger.activities, self._ledger, self._operations)

    def reported_figures(self) -> Page:
        """Build Số liệu các đơn vị."""
        from ui.pages.reported_figures_page import ReportedFiguresPage

        store = self._ledger.register("reported_figures")
        return ReportedFiguresPage(store, self._ledger, self._operations)

    def procurement(self) -> Page:
        """Build Mua sắm hàng Việt."""
        from ui.pages.procurement_page import ProcurementPage

        return ProcurementPage(self._ledger.register("procurement"), self._ledger, self._operations)

    def outlets(self) -> Page:
        """Build Điểm bán, sản phẩm."""
        from ui.pages.enterprises_page import EnterprisesPage
        from ui.pages.models_page import ModelsPage
        from ui.pages.ocop_products_page import OcopProductsPage
        from ui.pages.outlets_page import OutletsPage
        from ui.pages.points_of_sale_page import PointsOfSalePage

        ledger, operations = self._ledger, self._operations
        return OutletsPage(
            {
                "points_of_sale": PointsOfSalePage(ledger.register("points_of_sale"), ledger, operations),
                "ocop_products": OcopProductsPage(ledger.register("ocop_products"), ledger, operations),
                "enterprises": EnterprisesPage(ledger.register("enterprises"), ledger, operations),
                "models": ModelsPage(ledger.register("models"), ledger, operations),
            }
        )

    def awards(self) -> Page:
        """Build Khen thưởng."""
        from ui.pages.awards_page import AwardsPage

        return AwardsPage(self._ledger.awards, self._ledger, self._operations)

    def documents(self) -> Page:
        """Build Văn bản."""
        from ui.pages.documents_page import DocumentsPage

        return DocumentsPage(self._ledger.register("documents"), self._ledger, self._operations)

    def committee(self) -> Page:
        """Build Tổ chức chỉ đạo."""
        from ui.pages.committee_page import MEMBERS, TEAM, CommitteePage
        from ui.pages.members_page import CommitteeMembersPage, SupportTeamPage
        from ui.pages.subunits_page import SubunitsPage

        ledger, operations = self._ledger, self._operations
        members = ledger.register(MEMBERS)
        return CommitteePage(
            {
                MEMBERS: CommitteeMembersPage(members, ledger, operations),
                TEAM: SupportTeamPage(members, ledger, operations),
                "subunits": SubunitsPage(ledger.register("subunits"), ledger, operations),
            },
            ledger,
        )

    def funds(self) -> Page:
        """Build Kinh phí."""
        from ui.pages.fund_entries_page import FundEntriesPage
        from ui.pages.funds_page import FundsPage
        from ui.pages.funds_summary_page import FundsSummaryPage

        entries = FundEntriesPage(self._ledger.register("funds"), self._ledger, self._operations)
        return FundsPage(FundsSummaryPage(self._ledger), entries)

    def report(self) -> Page:
        """Build Báo cáo."""
        from ui.pages.report_page import ReportPage

        return ReportPage(self._ledger, self._operations)

    def settings(self) -> Page:
        """Build Cài đặt."""
        from ui.pages.settings_page import SettingsPage

        return SettingsPage(self._ledger, self._operations, self._folders)

    def trash(self) -> Page:
        """Build Thùng rác."""
        from ui.pages.trash_page import TrashPage

        return TrashPage(self._ledger.registers, self._operations)

"""Tổ chức chỉ đạo: committee, helper team and lower units behind tabs."""

from desktop_app.domain.records.steering_committee import CommitteeBody, CommitteeMember
from desktop_app.errors import UserError
from desktop_app.ledger import Ledger
from ui.pages.page import Page
from ui.pages.tabbed_page import Tab, TabbedPage

MEMBERS, TEAM = "steering_committee", "support_team"
TITLES = {MEMBERS: "Ban Chỉ đạo", TEAM: "Tổ giúp việc", "subunits": "Đơn vị cấp dưới"}
"""Part -> words on its tab; committee and team are two parts of one register."""
_PARTS = {CommitteeBody.COMMITTEE: MEMBERS, CommitteeBody.SUPPORT_TEAM: TEAM}


class CommitteePage(TabbedPage):
    """The page of two bodies and the lower units."""

    def __init__(self, pages: dict[str, Page], ledger: Ledger) -> None:
        """Build the page; `pages` are its parts by their names."""
        super().__init__("Tổ chức chỉ đạo", [Tab(key, title, pages[key]) for key, title in TITLES.items()])
        self._ledger = ledger

    def open_record(self, record_id: str) -> None:
        """Show a record; a member on the tab of the body that it belongs to."""
        if self.current() is not self.part("subunits"):
            self.show_part(self._part_of(record_id))
        super().open_record(record_id)

    def _part_of(self, record_id: str) -> str:
        try:
            member = self._ledger.register(MEMBERS).get(record_id)
        except UserError:  # gone meanwhile: the page itself says so
            return MEMBERS
        return _PARTS[member.body] if isinstance(member, CommitteeMember) else MEMBERS

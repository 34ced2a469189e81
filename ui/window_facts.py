"""Keeps what stands around the pages up to date: whose ledger it is, the year, how much it holds."""

from PySide6.QtCore import QObject

from desktop_app.domain.countdown import days_left
from desktop_app.domain.periods import whole_year
from desktop_app.domain.query import Query
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.numbers import format_integer
from ui.widgets.navigation import Navigation
from ui.widgets.status_line import StatusLine

_NEAR_DAYS = 30
"""From then on the deadline stands in the navigation."""

_COMMITTEE_LEVELS = {
    UnitLevel.PROVINCE: "BCĐ cấp tỉnh",
    UnitLevel.DISTRICT: "BCĐ cấp huyện",
    UnitLevel.COMMUNE: "BCĐ cấp xã",
}


class WindowFacts(QObject):
    """Heading of the navigation and the counts in the status line."""

    def __init__(
        self, ledger: Ledger, navigation: Navigation, status_line: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ledger, self._navigation, self._status_line = ledger, navigation, status_line
        self._show_heading()

    def refresh(self, _changed: object = None) -> None:
        """Read name, year and counts again."""
        self._show_heading()
        self._show_counts()

    def _show_heading(self) -> None:
        office, year = self._ledger.office, self._ledger.year
        self._navigation.set_heading(
            office.short_name or office.unit_name or "Chưa đặt tên đơn vị", f"{_body(office)} · năm {year}"
        )
        self._show_deadline(year)

    def _show_counts(self) -> None:
        """Count the records; the registers are loaded for it, so the window appears before."""
        year = self._ledger.year
        first, last = whole_year(year)
        whole = Query(date_from=first, date_to=last)
        counts = [
            f"{format_integer(store.count(whole))} {store.register.words.one}"
            for store in (self._ledger.activities, self._ledger.awards)
        ]
        self._status_line.set_fact("counts", " · ".join(counts))

    def _show_deadline(self, year: int) -> None:
        """Put the last days before the deadline at the page of the report, until it was sent."""
        due = self._ledger.plan(year).deadlines.annual
        days = days_left(due, year, self._ledger.today()) if due else -1
        near = 0 <= days <= _NEAR_DAYS and not self._ledger.reports.is_away(year)
        self._navigation.set_badge("report", f"{days} ngày" if near else "")


def _body(office: Office) -> str:
    if office.is_sample:
        return "Dữ liệu mẫu"
    if office.has_committee and office.level in _COMMITTEE_LEVELS:
        return _COMMITTEE_LEVELS[office.level]
    return "Đơn vị thành viên" if office.level is UnitLevel.MEMBER_BODY else "Mặt trận Tổ quốc"

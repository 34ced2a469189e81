"""Kiểm tra, giám sát: the inspections among the activities, and what they left to be followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.follow_up import done_of, planned_until
from desktop_app.domain.labels.activities import INSPECTIONS, NOT_FINISHED
from desktop_app.domain.query import SOMETHING, Query
from desktop_app.domain.records.activities import Activity, ActivityStatus, FollowUp, InspectionKind, Quarter
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from ui.operations import Operations
from ui.pages.common_columns import gap_column
from ui.pages.page import Page
from ui.pages.register_page import RegisterPage
from ui.pages.status_tones import status_tone
from ui.pages.stores import Store
from ui.pages.tabbed_page import Tab, TabbedPage
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

TITLES = {"inspections": "Kiểm tra, giám sát", "recommendations": "Kiến nghị", "cases": "Khiếu nại, tin báo"}
"""Part -> words on its tab."""
_CONTENT = "C2"
_LATE = "Quá hạn"


class InspectionsPage(TabbedPage):
    """The page of the inspections and of what followed from them."""

    def __init__(self, pages: dict[str, Page]) -> None:
        """Build the page; `pages` are its parts by their names."""
        super().__init__("Kiểm tra, giám sát", [Tab(key, title, pages[key]) for key, title in TITLES.items()])


class InspectionList(RegisterPage[Activity]):
    """The activities that are inspections; their figures stay those of the activity."""

    icon_name = "shield-check"
    own_words = INSPECTIONS

    def __init__(self, store: Store[Activity], ledger: Ledger, operations: Operations) -> None:
        self._day = working_day(ledger)
        super().__init__(store, ledger, operations)

    def columns(self) -> list[Column[Activity]]:
        """Return the columns."""
        words = self._store.register.words
        return [
            Column("Ngày, quý", self._when, sort="date_start", width=94),
            Column("Cuộc kiểm tra, giám sát", lambda one: one.title, sort="title"),
            Column("Đơn vị", _units, width=60, number=True, optional=True),
            Column("Kiến nghị", _done_words, width=82, tone=self._done_tone),
            Column("Trạng thái", self._state, sort="status", width=112, tone=self._state_tone),
            Column(
                "Loại",
                lambda one: words.choice(one.inspection_kind),
                sort="inspection_kind",
                width=170,
                optional=True,
            ),
            Column("Phát hiện", _findings, width=200, optional=True),
            gap_column(self._store.register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by kind, planned quarter and what is still to be followed up."""
        words = self._store.register.words.choices
        kinds = [(one.value, word) for one, word in words[InspectionKind].items() if one.value]
        quarters = [(one.value, word) for one, word in words[Quarter].items() if one.value]
        return (
            Filter("inspection_kind", "Loại", [("", "Mọi loại"), *kinds]),
            Filter("planned_quarter", "Quý theo kế hoạch", [("", "Mọi quý"), *quarters]),
            Filter(
                "recommendations",
                "Kiến nghị",
                [("", "Mọi kiến nghị"), (NOT_FINISHED, "Chưa xong hết"), ("-", "Không kiến nghị")],
            ),
        )

    def fixed_filter(self) -> Mapping[str, str]:
        """Return that only inspections are shown."""
        return {"inspection_kind": SOMETHING}

    def query(self) -> Query:
        """Return what is asked for; a chosen kind says more than that it is one."""
        query = super().query()
        kind = self.filter_bar.value("inspection_kind")
        return replace(query, where={**query.where, "inspection_kind": kind}) if kind else query

    def new_record(self) -> Activity:
        """Begin with an inspection of how the campaign is carried out."""
        return Activity(inspection_kind=InspectionKind.CAMPAIGN, content_code=_CONTENT)

    def refresh(self) -> None:
        """Judge by the working year's day, then read the list."""
        self._day = working_day(self._ledger)
        super().refresh()

    def _when(self, one: Activity) -> str:
        if one.status is ActivityStatus.PLANNED and one.planned_quarter is not Quarter.NONE:
            return self._store.register.words.choice(one.planned_quarter)
        return format_date(one.date_start) if one.date_start else ""

    def _done_tone(self, one: Activity) -> Tone | None:
        done, count = done_of(one)
        if not count:
            return None
        late = any(
            row.status is not FollowUp.DONE and _is_over(row.due_on, self._day) for row in one.recommendations
        )
        return Tone.GOOD if done == count else Tone.BAD if late else Tone.WARNING

    def _is_late(self, one: Activity) -> bool:
        return _is_over(planned_until(one), self._day)

    def _state(self, one: Activity) -> str:
        if self._is_unsaved(one.id):
            return "Chưa lưu"
        return _LATE if self._is_late(one) else self._store.register.words.choice(one.status)

    def _state_tone(self, one: Activity) -> Tone:
        if self._is_unsaved(one.id):
            return Tone.WARNING
        return Tone.BAD if self._is_late(one) else status_tone(one.status)


def _is_over(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _units(one: Activity) -> str:
    count = len(one.inspected) or one.figures.get("units_inspected", 0)
    return str(count) if count else "–"


def _findings(one: Activity) -> str:
    return "; ".join(f"{row.unit}: {row.finding}" for row in one.inspected if row.finding)


def _done_words(one: Activity) -> str:
    done, count = done_of(one)
    return f"{done}/{count}" if count else "–"

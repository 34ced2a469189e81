"""Đơn vị cấp dưới: which lower units have a committee and a plan of their own."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.lower_units import UnitCounts, children_of, count_units, missing_units
from desktop_app.domain.query import Query
from desktop_app.domain.records.subunits import CommitteeStatus, Subunit
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from ui.dialogs.issued_plans_dialog import IssuedPlansDialog
from ui.operations import Operations
from ui.pages.common_columns import gap_column
from ui.pages.outlet_columns import choice_filter, state_column
from ui.pages.register_page import RegisterPage
from ui.pages.stores import Store
from ui.pages.working_day import entry_day
from ui.roles import Tone
from ui.widgets.buttons import make_button
from ui.widgets.filter_bar import Filter
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.table_model import Column

_MOST = 5_000
_KIND = "subunits"
_TONES = {
    CommitteeStatus.COMMITTEE: Tone.GOOD,
    CommitteeStatus.SECTION: Tone.GOOD,
    CommitteeStatus.PROPOSED: Tone.WARNING,
    CommitteeStatus.NONE: Tone.NEUTRAL,
}
_MOST_NAMED = 8


class SubunitsPage(RegisterPage[Subunit]):
    """The page of the lower units."""

    icon_name = "building-2"

    def __init__(self, store: Store[Subunit], ledger: Ledger, operations: Operations) -> None:
        super().__init__(store, ledger, operations)
        self._operations = operations
        self.fill_button = make_button(
            "Lấy từ bảng đơn vị",
            "fill_button",
            icon_name="download",
            help_text="Lấy các đơn vị trực thuộc từ bảng đơn vị hành chính của năm; đơn vị đã có được giữ nguyên.",
        )
        self.plans_button = make_button(
            "Kế hoạch đã ban hành",
            "plans_button",
            icon_name="list-checks",
            help_text="Đánh dấu nhanh những đơn vị đã ban hành kế hoạch năm.",
        )
        self.header.add(self.fill_button, before=self.new_button)
        self.header.add(self.plans_button, before=self.new_button)
        self.notice = NoticeBar("info", "plain")
        self.body.insertWidget(0, self.notice)

        self.fill_button.clicked.connect(self._on_fill)
        self.plans_button.clicked.connect(self._on_plans)

    def columns(self) -> list[Column[Subunit]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column(register.label("name"), lambda one: one.name, sort="name"),
            Column(
                "Quyết định",
                lambda one: one.decision_number,
                sort="decision_number",
                width=110,
                optional=True,
            ),
            Column(
                register.label("committee_status"),
                lambda one: register.words.choice(one.committee_status),
                sort="committee_status",
                width=158,
                tone=lambda one: _TONES[one.committee_status],
            ),
            replace(
                state_column(self._plan_state, self._is_unsaved, 132, sort="plan_issued"),
                title="Kế hoạch năm",
                optional=True,
            ),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by committee and plan."""
        words = self._store.register.words.choices[CommitteeStatus]
        plans = [("", "Mọi kế hoạch"), ("True", "Đã ban hành kế hoạch"), ("False", "Chưa ban hành")]
        return (
            choice_filter("committee_status", "Ban Chỉ đạo", "Mọi tình trạng", words),
            Filter("plan_issued", "Kế hoạch năm", plans),
        )

    def refresh(self) -> None:
        """Read the list and name the units that lack something."""
        super().refresh()
        counts = self._counts()
        self.notice.say(_missing_sentence(counts))
        self.plans_button.setEnabled(bool(counts.total))

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many of all units of the day have what."""
        counts = self._counts()
        if not counts.total:
            return ()
        return (
            ("Có Ban Chỉ đạo hoặc bộ phận phụ trách", f"{counts.with_committee}/{counts.total}"),
            ("Đã ban hành kế hoạch", f"{counts.with_plan}/{counts.total}"),
        )

    def _all(self) -> list[Subunit]:
        return self._store.fetch(Query(sort="name", descending=False), 0, _MOST)

    def _counts(self) -> UnitCounts:
        return count_units(self._all(), entry_day(self._ledger))

    def _plan_state(self, unit: Subunit) -> tuple[str, Tone]:
        last = unit.valid_to
        if last is not None and last < entry_day(self._ledger):
            return f"Sáp nhập {format_date(last)}", Tone.NEUTRAL
        return ("Đã có kế hoạch", Tone.GOOD) if unit.plan_issued else ("Chưa có kế hoạch", Tone.WARNING)

    def _on_fill(self) -> None:
        day = entry_day(self._ledger)
        children = children_of(self._ledger.office, self._ledger.units(), day)
        if not children:
            self._operations.refused.emit(
                f"Bảng đơn vị không có đơn vị trực thuộc {self._ledger.office.unit_name} vào ngày {format_date(day)}; "
                "hãy ghi từng đơn vị bằng nút Thêm đơn vị."
            )
            return
        added = missing_units(children, self._all(), day)
        if not added:
            self._operations.status.emit(
                f"Đã có đủ {len(children)} đơn vị của bảng; không thêm đơn vị nào.", False
            )
            return
        self._save(f"Đã thêm {len(added)} đơn vị từ bảng đơn vị", added)

    def _on_plans(self) -> None:
        day = entry_day(self._ledger)
        present = [one for one in self._all() if one.exists_on(day)]
        answer = IssuedPlansDialog.ask(present, self._ledger.year, self)
        if answer is None:
            return
        changed = [
            replace(self._store.get(one.id), plan_issued=one.id in answer)
            for one in present
            if one.plan_issued != (one.id in answer)
        ]
        if changed:
            self._save(f"Đã ghi tình trạng kế hoạch của {len(changed)} đơn vị", changed)

    def _save(self, label: str, units: Sequence[Subunit]) -> None:
        store = self._ledger.register(_KIND)
        self._operations.run(lambda: store.save_together(label, units), changed={_KIND})


def _missing_sentence(counts: UnitCounts) -> str:
    parts = [
        f"{what}: {_listed(names)}."
        for what, names in (
            ("Chưa có Ban Chỉ đạo, bộ phận phụ trách", counts.without_committee),
            ("Chưa ban hành kế hoạch", counts.without_plan),
        )
        if names
    ]
    return " ".join(parts)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" và {more} đơn vị khác" if more > 0 else "")

"""Khen thưởng: the nominations of the year."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.award_quotas import quota_uses
from desktop_app.domain.award_rules import AwardContext, award_warnings
from desktop_app.domain.award_steps import steps_with
from desktop_app.domain.periods import whole_year
from desktop_app.domain.query import Query
from desktop_app.domain.records.awards import (
    AwardLevel,
    AwardNomination,
    AwardStatus,
    NomineeType,
    StatusStep,
)
from desktop_app.domain.records.office import UnitLevel
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.text import shorten
from ui.operations import Operations
from ui.pages.award_actions import AwardActions
from ui.pages.common_columns import date_column, gap_column, status_column
from ui.pages.register_page import RegisterPage
from ui.pages.stores import Store
from ui.pages.working_day import entry_day, working_day
from ui.widgets.buttons import make_button
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

_LEVELS = {UnitLevel.PROVINCE: AwardLevel.PROVINCE, UnitLevel.COMMUNE: AwardLevel.COMMUNE}
_TYPED = {"award_form": "Mọi hình thức", "award_authority": "Mọi cấp khen"}
_LONGEST_CHOICE = 60


class AwardsPage(RegisterPage[AwardNomination]):
    """The page of the nominations."""

    icon_name = "award"

    def __init__(self, store: Store[AwardNomination], ledger: Ledger, operations: Operations) -> None:
        self._year_nominations: list[AwardNomination] = []
        self._context = AwardContext()
        self._chosen_step: StatusStep | None = None
        super().__init__(store, ledger, operations)
        self.actions_on_many = AwardActions(
            ledger, operations, self.suggest, partial(working_day, ledger), self
        )
        self.dossier_button = make_button("Lập hồ sơ khen thưởng", "dossier_button", icon_name="file-text")
        self.more_button = make_button("Việc khác", "more_button")
        self._menu = QMenu(self.more_button)
        self._menu.setObjectName("more_menu")
        self.steps_action = self._menu.addAction("Chuyển trạng thái nhiều đề nghị…")
        self.quotas_action = self._menu.addAction("Chỉ tiêu đề nghị…")
        self.erase_action = self._menu.addAction("Xóa dữ liệu cá nhân của năm…")
        self.more_button.setMenu(self._menu)
        for button in (self.more_button, self.dossier_button):
            self.header.add(button, before=self.new_button)

        self.dossier_button.clicked.connect(self.actions_on_many.make_dossier)
        self.steps_action.triggered.connect(self.actions_on_many.move_on)
        self.quotas_action.triggered.connect(self.actions_on_many.set_quotas)
        self.erase_action.triggered.connect(self.actions_on_many.erase_personal)
        self.actions_on_many.erased.connect(self._on_erased)
        self.panel.form.editor("status").edited.connect(self._on_status_chosen)
        self.panel.record_shown.connect(self._forget_step)
        self.panel.record_saved.connect(self._forget_step)

    def columns(self) -> list[Column[AwardNomination]]:
        """Return the columns."""
        register = self._store.register
        return [
            date_column("Ngày", "nominated_on", lambda award: award.nominated_on),
            Column(register.label("name"), lambda award: award.name, sort="name"),
            Column(
                register.label("nominee_type"),
                lambda award: register.words.choice(award.nominee_type),
                sort="nominee_type",
                width=118,
                optional=True,
            ),
            Column("Hình thức", lambda award: award.award_form, sort="award_form", width=96, optional=True),
            Column("Cấp khen", lambda award: award.award_authority, width=150, optional=True),
            status_column(register, lambda award: award.status, self._is_unsaved, 126),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by state, nominee, form and authority."""
        words = self._store.register.words.choices
        listed = (
            ("status", "Trạng thái", "Mọi trạng thái", AwardStatus),
            ("nominee_type", "Đối tượng", "Mọi đối tượng", NomineeType),
        )
        return (
            *(
                Filter(name, label, [("", everything), *((one.value, words[kind][one]) for one in kind)])
                for name, label, everything, kind in listed
            ),
            *map(self._typed_filter, _TYPED),
        )

    def refresh(self) -> None:
        """Read the list, the filters of typed values and what the warnings compare with."""
        year = self._ledger.year
        desk = self._ledger.award_desk
        self._year_nominations = desk.of_year(year)
        self._context = desk.context(self._year_nominations, *whole_year(year))
        for name in _TYPED:
            self.filter_bar.set_choices(self._typed_filter(name))
        super().refresh()

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return the quotas of the year with what is used of them."""
        return [
            (
                use.text.rpartition(": ")[0],
                f"{use.text.rpartition(': ')[2]}{' – vượt chỉ tiêu' if use.is_exceeded else ''}",
            )
            for use in quota_uses(self._context.rules.quotas, self._year_nominations)
        ]

    def remark(self, record: AwardNomination) -> str:
        """Return what the other nominations say of this one."""
        others = [one for one in self._year_nominations if one.id != record.id]
        own = record if record.id else replace(record, id=_NEW)
        warnings = award_warnings([*others, own], self._context)
        return "\n".join(f"Lưu ý: {one.sentence}" for one in warnings if one.record_id == own.id)

    def new_record(self) -> AwardNomination:
        """Begin with today and the level of the office, as far as that level decides on awards."""
        level = _LEVELS.get(self._ledger.office.level, AwardLevel.DISTRICT)
        decides = load_awards().authorities_on(entry_day(self._ledger), level)
        return AwardNomination(
            nominated_on=entry_day(self._ledger), award_level=level if decides else AwardLevel.PROVINCE
        )

    def suggest(self, field: str, typed: str) -> list[str]:
        """Return what was typed before, then what the catalogue of awards knows."""
        catalogue = load_awards()
        known: dict[str, list[str]] = {
            "award_form": [one.name for one in catalogue.forms],
            "award_authority": [one.named() for one in catalogue.authorities_on(entry_day(self._ledger))],
        }
        wanted = f" {fold(typed)}"
        fitting = [name for name in known.get(field, []) if wanted in f" {fold(name)}"]
        return list(dict.fromkeys([*super().suggest(field, typed), *fitting]))

    def _typed_filter(self, name: str) -> Filter:
        values = sorted(self._store.suggestions(name, ""))
        choices = [("", _TYPED[name]), *((one, shorten(one, _LONGEST_CHOICE)) for one in values)]
        return Filter(name, self._store.register.label(name), choices)

    def _on_status_chosen(self) -> None:
        """Note the day of the new state beside it; choosing again before saving changes that same step."""
        form = self.panel.form
        steps = form.editor("steps")
        noted = steps.value()
        if noted and noted[-1] == self._chosen_step:
            noted = noted[:-1]
        saved, chosen = form.saved_record().status, form.editor("status").value()
        self._chosen_step = None
        if chosen is not saved:
            noted = steps_with(noted, saved, chosen, working_day(self._ledger))
            self._chosen_step = noted[-1]
        steps.set_value(noted)
        steps.edited.emit()

    def _forget_step(self) -> None:
        self._chosen_step = None

    def _on_erased(self) -> None:
        """Let the form forget what the ledger has erased."""
        if self.panel.record_id():
            self.panel.open(self.panel.record_id())


_NEW = "new"
"""Stands for the id of a nomination that is not saved yet."""

"""Khen thưởng: the nominations of the year."""

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.award_catalogue import load_awards
from desktop_app.domain.records.awards import AwardLevel, AwardNomination, AwardStatus
from desktop_app.domain.records.office import UnitLevel
from desktop_app.vietnamese.folding import fold
from ui.pages.common_columns import date_column, gap_column, status_column
from ui.pages.register_page import RegisterPage
from ui.widgets.filter_bar import Filter
from ui.widgets.table_model import Column

_LEVELS = {UnitLevel.PROVINCE: AwardLevel.PROVINCE, UnitLevel.COMMUNE: AwardLevel.COMMUNE}


class AwardsPage(RegisterPage[AwardNomination]):
    """The page of the nominations."""

    icon_name = "award"

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
            status_column(register, lambda award: award.status, self._is_unsaved, 126),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filter by state."""
        words = self._store.register.words.choices[AwardStatus]
        return (
            Filter(
                "status", "Trạng thái", [("", "Mọi trạng thái"), *((one.value, words[one]) for one in words)]
            ),
        )

    def new_record(self) -> AwardNomination:
        """Begin with today and the level of the office, as far as that level decides on awards."""
        level = _LEVELS.get(self._ledger.office.level, AwardLevel.DISTRICT)
        decides = load_awards().authorities_on(self._working_day(), level)
        return AwardNomination(
            nominated_on=self._working_day(), award_level=level if decides else AwardLevel.PROVINCE
        )

    def suggest(self, field: str, typed: str) -> list[str]:
        """Return what was typed before, then what the catalogue of awards knows."""
        catalogue = load_awards()
        known: dict[str, list[str]] = {
            "award_form": [one.name for one in catalogue.forms],
            "award_authority": [one.named() for one in catalogue.authorities_on(self._working_day())],
        }
        wanted = f" {fold(typed)}"
        fitting = [name for name in known.get(field, []) if wanted in f" {fold(name)}"]
        return list(dict.fromkeys([*super().suggest(field, typed), *fitting]))

    def _working_day(self) -> date:
        """Return today, or the end of the yearly report's period when another year is worked on."""
        today, year = self._ledger.today(), self._ledger.year
        return today if today.year == year else self._ledger.reports.period(year).data_to

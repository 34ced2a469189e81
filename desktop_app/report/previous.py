"""Find the figures that a report is compared with: the ledger's own, typed ones, or the sum of former units."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.office_units import unit_on
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.previous_choice import PreviousChoice, PreviousMode, UnitFigures
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.unit_changes import covers, is_partial, origins_on, repeated
from desktop_app.domain.units import AdminUnit, UnitTable
from desktop_app.report.comparison import (
    ENTERED,
    NOT_WHOLE,
    PreviousFigures,
    Totals,
    figures_of,
    summed,
)
from desktop_app.report.figures import Figures
from desktop_app.vietnamese.sentences import capitalised, listed

Offices = Callable[[int], Office]
"""Year -> the office of that year."""
OwnFigures = Callable[[ReportPeriod], Figures | None]
"""Period -> what the ledger holds of it, None when it holds nothing."""


@dataclass(frozen=True)
class PreviousState:
    """What a report is compared with, or why with nothing.

    Attributes:
        problem: a whole sentence, "" where figures were found.
        can_allow: the officer may allow the comparison with a note.
    """

    figures: PreviousFigures | None = None
    problem: str = ""
    can_allow: bool = False

    @property
    def label(self) -> str:
        """One short line: "năm 2022 (từ sổ này)", "không có"."""
        return self.figures.label if self.figures else "không có"


@dataclass(frozen=True)
class Comparer:
    """Everything needed to find the figures of the period before.

    Attributes:
        before: the period before, with the days that the ledger has for it.
        table: loaded only when units must be looked up.
        changed: whether units begin after one day and up to another.
    """

    period: ReportPeriod
    before: ReportPeriod
    offices: Offices
    own: OwnFigures
    table: Callable[[], UnitTable]
    changed: Callable[[date, date], bool]

    def state(self, choice: PreviousChoice) -> PreviousState:
        """Return what the report is compared with after the officer's choice."""
        if choice.mode is PreviousMode.NONE:
            return PreviousState(problem="Đã chọn không so sánh.")
        if choice.mode is PreviousMode.ENTERED:
            return self._entered(choice)
        if choice.mode is PreviousMode.UNITS:
            return self._summed(choice)
        return self._from_ledger()

    def _from_ledger(self) -> PreviousState:
        figures = self.own(self.before)
        if figures is None:
            return PreviousState(problem=f"Sổ này không có số liệu {self.before.title}.")
        if self._is_same_unit():
            return PreviousState(PreviousFigures(self.before.title, figures))
        old, new = self.offices(self.before.year), self.offices(self.period.year)
        return PreviousState(
            problem=f"Số liệu {self.before.title} trong sổ này là của {old.unit_name}, không phải của "
            f"{new.unit_name} ({new.province_name}); hãy cộng từ tệp của các đơn vị cũ hoặc nhập số liệu."
        )

    def _is_same_unit(self) -> bool:
        """Tell whether the office of the year before reported for the same land."""
        old, new = self.offices(self.before.year), self.offices(self.period.year)
        before, now = self.before.data_to, self.period.data_to
        if old == new and not self.changed(before, now):
            return True
        table = self.table()
        old_unit, new_unit = unit_on(table, old, before), unit_on(table, new, now)
        if old_unit is None or new_unit is None:
            is_new = new_unit is not None and not new_unit.exists_on(before)
            # A body outside the table: one of both may have been corrected since.
            return not is_new and (old.unit_code == new.unit_code or old.unit_name == new.unit_name)
        if old_unit == new_unit:
            return True
        return not is_partial(table, old_unit, new_unit) and covers(table, [old_unit], new_unit, before)

    def _entered(self, choice: PreviousChoice) -> PreviousState:
        if not choice.indicators and choice.funds is None:
            return PreviousState(problem=f"Chưa nhập số liệu {self.before.title}.")
        totals = Totals(choice.indicators, choice.funds)
        figures = figures_of(totals, load_indicators())
        known = choice.funds is not None
        return PreviousState(PreviousFigures(self.before.title, figures, ENTERED, funds_known=known))

    def _summed(self, choice: PreviousChoice) -> PreviousState:
        if not choice.units:
            return PreviousState(problem="Chưa chọn tệp báo cáo của đơn vị cũ nào.")
        units, problem = self._former_units(choice.units)
        if problem:
            return PreviousState(problem=problem)
        notes = self._gaps(units)
        if notes and not (choice.allows_parts and choice.note):
            return PreviousState(problem=f"{capitalised(NOT_WHOLE)}: {'; '.join(notes)}.", can_allow=True)
        totals = summed((Totals(one.indicators, one.funds) for one in choice.units), load_indicators())
        source = f"cộng từ báo cáo của {listed([one.full_name for one in units])}"
        return PreviousState(
            PreviousFigures(
                self.before.title,
                figures_of(totals, load_indicators()),
                source if len(units) <= 3 else f"cộng từ báo cáo của {len(units)} đơn vị cũ",
                is_complete=not notes,
                notes=(NOT_WHOLE, choice.note) if notes else (),
                funds_known=totals.funds is not None,
            ),
            can_allow=bool(notes),
        )

    def _former_units(self, files: Sequence[UnitFigures]) -> tuple[list[AdminUnit], str]:
        """Return the unit of each file, and why the files cannot be added, "" when they can."""
        table, day = self.table(), self.before.data_to
        found: list[AdminUnit] = []
        for one in files:
            if (one.year, one.period) != (self.before.year, self.before.code):
                return [], f"Tệp “{one.file}” không phải báo cáo {self.before.title}; hãy bỏ tệp này."
            unit = file_unit(table, one, day)
            if unit is None:
                return [], f"Bảng đơn vị không có {one.unit_name} (mã {one.unit_code}, tệp “{one.file}”)."
            found.append(unit)
        twice = repeated(table, found, day)
        if twice is not None:
            return [], f"{capitalised(twice.full_name)} bị cộng hai lần; hãy bỏ bớt tệp."
        return found, ""

    def _gaps(self, olds: Sequence[AdminUnit]) -> list[str]:
        """Return why the sum of old units is not the figure of the new one."""
        table, day = self.table(), self.before.data_to
        new = unit_on(table, self.offices(self.period.year), self.period.data_to)
        if new is None:
            return ["bảng đơn vị không có đơn vị báo cáo của năm này"]
        notes = [
            f"{one.full_name} chỉ một phần thuộc {new.full_name}"
            for one in olds
            if is_partial(table, one, new)
        ]
        roots = origins_on(table, new, day)
        if not covers(table, olds, new, day):
            missing = [one.full_name for one in roots if not covers(table, olds, one, day)]
            notes.append(f"còn thiếu {listed(missing)}" if missing else "chưa rõ các đơn vị cũ")
        return notes


def file_unit(table: UnitTable, file: UnitFigures, day: date) -> AdminUnit | None:
    """Return the unit that a report file is of, as it was on a day."""
    office = Office(unit_code=file.unit_code, unit_name=file.unit_name, province_name=file.province_name)
    units = (unit_on(table, replace(office, level=level), day) for level in UnitLevel)
    return next((unit for unit in units if unit is not None), None)

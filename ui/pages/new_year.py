"""Beginning a new year from a page: the dialog, and the one operation that follows it."""

from PySide6.QtWidgets import QWidget

from desktop_app.domain.new_year import copied_plan
from desktop_app.domain.office_setup import suggested_plan
from desktop_app.domain.plans import available_plans
from desktop_app.domain.registers import SUBUNITS, TASKS
from desktop_app.ledger import Ledger
from ui.dialogs.new_year_dialog import NewYearDialog
from ui.operations import Operations


class NewYears:
    """What the overview and the settings share."""

    def __init__(self, ledger: Ledger, operations: Operations, page: QWidget) -> None:
        self._ledger, self._operations, self._page = ledger, operations, page

    def following(self) -> int:
        """Return the year after the last one that has a plan."""
        return max([*self._ledger.years(), self._ledger.year]) + 1

    def begin(self) -> None:
        """Ask what the new year begins with, and begin it; Hoàn tác takes all of it back."""
        ledger, year = self._ledger, self.following()
        before = max(ledger.years(), default=ledger.year)
        office = ledger.office_of(before)
        shipped = [plan for plan in available_plans() if plan.years is None or year in plan.years]
        fitting = suggested_plan(available_plans(), year, office.unit_code.partition(".")[0], office.level)
        copied = copied_plan(ledger.plan(before), before, year)
        wanted = NewYearDialog.ask(
            self._page,
            year,
            before,
            [copied, *shipped],
            fitting if fitting in shipped and fitting.years else copied,
            len(ledger.planning.tasks(before)),
            any(unit.plan_issued for unit in ledger.register(SUBUNITS.name).all()),
        )
        if wanted is not None:
            self._operations.run(
                lambda: ledger.planning.begin_year(wanted, before),
                changed={"year", "plan", TASKS.name, SUBUNITS.name},
            )

"""Moving nominations on: one more step with its day, for one nomination or for many."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.award_fit import STATES
from desktop_app.domain.records.awards import AwardNomination, AwardStatus, StatusStep


@dataclass(frozen=True, kw_only=True)
class StepForMany:
    """The step that several nominations take together.

    Attributes:
        number: of the Tờ trình when they are submitted, of the decision when they are decided; "" keeps theirs.
    """

    status: AwardStatus
    on: date
    note: str = ""
    number: str = ""

    @property
    def word(self) -> str:
        """The word of the new state."""
        return STATES[self.status]


def steps_with(
    steps: tuple[StatusStep, ...], before: AwardStatus, status: AwardStatus, on: date, note: str = ""
) -> tuple[StatusStep, ...]:
    """Return the steps and one more.

    A nomination that came so far without noted steps gets its old state as the first one, without a day.
    """
    known = steps
    if not known and before is not AwardStatus.DRAFT:
        known = (StatusStep(status=before, on=None),)
    return (*known, StatusStep(status=status, on=on, note=note))


def stepped(one: AwardNomination, step: StepForMany) -> AwardNomination:
    """Return a nomination that has taken the step, with the number and date that the step brings."""
    moved = replace(
        one, status=step.status, steps=steps_with(one.steps, one.status, step.status, step.on, step.note)
    )
    if step.status is AwardStatus.SUBMITTED:
        return replace(moved, proposal_number=step.number or one.proposal_number, proposal_date=step.on)
    if step.status is AwardStatus.DECIDED:
        return replace(moved, decision_number=step.number or one.decision_number, decision_date=step.on)
    return moved

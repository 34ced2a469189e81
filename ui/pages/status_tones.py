"""The tone of each status, the same in every table."""

from enum import StrEnum

from desktop_app.domain.records.activities import ActivityStatus, FollowUp
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.domain.records.tasks import TaskStatus
from ui.roles import Tone

_TONES: dict[StrEnum, Tone] = {
    ActivityStatus.COMPLETED: Tone.GOOD,
    ActivityStatus.ONGOING: Tone.WARNING,
    AwardStatus.DECIDED: Tone.GOOD,
    AwardStatus.SUBMITTED: Tone.WARNING,
    AwardStatus.APPRAISING: Tone.WARNING,
    AwardStatus.REJECTED: Tone.BAD,
    TaskStatus.DONE: Tone.GOOD,
    TaskStatus.IN_PROGRESS: Tone.WARNING,
    FollowUp.DONE: Tone.GOOD,
    FollowUp.IN_PROGRESS: Tone.WARNING,
}


def status_tone(status: StrEnum) -> Tone:
    """Return the tone of a status."""
    return _TONES.get(status, Tone.NEUTRAL)

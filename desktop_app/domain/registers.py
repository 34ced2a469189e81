"""The registers of the program: the record and the words of each. A new register is one entry here."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.labels import activities as activity_labels
from desktop_app.domain.labels import awards as award_labels
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.rules import Register

ACTIVITIES = Register("activities", Activity, "title", "date_start", activity_labels.WORDS)
AWARDS = Register("awards", AwardNomination, "name", "nominated_on", award_labels.WORDS)

REGISTERS: Mapping[str, Register[Any]] = {one.name: one for one in (ACTIVITIES, AWARDS)}
"""All registers by their names, in the order of the navigation."""

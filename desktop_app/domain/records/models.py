"""Mô hình, điển hình: one model or good example of the campaign (product row B9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class ModelKind(StrEnum):
    """A model that is kept up, or somebody worth following."""

    MODEL = "model"
    GOOD_EXAMPLE = "good_example"


@dataclass(frozen=True, kw_only=True)
class CampaignModel(Record):
    """One model or good example."""

    name: str = attribute(FieldKind.TEXT, required=True, searched=True)
    kind: ModelKind = attribute(FieldKind.CHOICE, choices=ModelKind, default=ModelKind.MODEL, half=True)
    content_code: str = attribute(FieldKind.CONTENT)
    unit: str = attribute(FieldKind.TEXT, expected=True, suggest=True, searched=True, half=True)
    place: str = attribute(FieldKind.TEXT, suggest=True, searched=True, half=True)
    started_on: date | None = attribute(FieldKind.DATE, expected=True, half=True)
    ended_on: date | None = attribute(FieldKind.DATE, half=True)
    participants: int | None = attribute(FieldKind.INTEGER, half=True)
    is_replicated: bool = attribute(FieldKind.FLAG, half=True)
    description: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, searched=True)
    result: str = attribute(FieldKind.LONG_TEXT, max_length=20_000, searched=True)
    praise: str = attribute(FieldKind.TEXT, suggest=True)

    def is_kept_on(self, day: date) -> bool:
        """Tell whether it is kept up on a day."""
        return (self.started_on or date.min) <= day and (self.ended_on is None or day < self.ended_on)

    def own_problems(self) -> Mapping[str, str]:
        """Return an end before the beginning."""
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            return {"ended_on": f"Kết thúc trước khi bắt đầu ({format_date(self.started_on)})."}
        return {}

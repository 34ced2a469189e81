"""Số liệu các đơn vị: what another body reported, or was asked for (product row B13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.fields import FieldKind, attribute
from desktop_app.domain.records.base import Record
from desktop_app.vietnamese.dates import format_date


class BodyKind(StrEnum):
    """Who reports."""

    COMMUNE = "commune"
    MASS_ORGANIZATION = "mass_organization"
    MARKET_CONTROL = "market_control"
    DEPARTMENT = "department"
    ENTERPRISE = "enterprise"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class ReportedFigures(Record):
    """The figures of one body for one period; they belong to the report period that holds `period_to`.

    Attributes:
        report_number: number of the body's own report.
        asked_on, due_on, answered_on: when the form went out, until when it is wanted, when it came back.
        is_counted: the figures are added to the own report; not those of joint events that the own activities
            tell of already.
        joint_note: which joint events are counted by whom.
    """

    body: str = attribute(FieldKind.TEXT, required=True, suggest=True, searched=True)
    body_kind: BodyKind = attribute(
        FieldKind.CHOICE, choices=BodyKind, default=BodyKind.MASS_ORGANIZATION, half=True
    )
    report_number: str = attribute(FieldKind.TEXT, searched=True, half=True)
    period_from: date | None = attribute(FieldKind.DATE, half=True)
    period_to: date | None = attribute(FieldKind.DATE, required=True, half=True)
    asked_on: date | None = attribute(FieldKind.DATE, half=True)
    due_on: date | None = attribute(FieldKind.DATE, half=True)
    answered_on: date | None = attribute(FieldKind.DATE, half=True)
    is_counted: bool = attribute(FieldKind.FLAG, default=True, half=True)
    joint_note: str = attribute(FieldKind.LONG_TEXT, max_length=5_000)
    figures: Mapping[str, int] = attribute(FieldKind.FIGURES, group="figures")
    note: str = attribute(FieldKind.LONG_TEXT, max_length=20_000)

    @property
    def is_awaited(self) -> bool:
        """Tell whether the body was asked and has not answered."""
        return self.asked_on is not None and self.answered_on is None

    def own_problems(self) -> Mapping[str, str]:
        """Return an end before the beginning, an answer before the question."""
        found: dict[str, str] = {}
        if self.period_from and self.period_to and self.period_to < self.period_from:
            found["period_to"] = f"Kết thúc trước khi bắt đầu ({format_date(self.period_from)})."
        if self.asked_on and self.answered_on and self.answered_on < self.asked_on:
            found["answered_on"] = f"Trả lời trước ngày gửi biểu ({format_date(self.asked_on)})."
        return found

    def own_gaps(self) -> Mapping[str, str]:
        """Return an answer without figures."""
        if self.answered_on and not self.figures:
            return {"figures": "Đơn vị đã gửi số liệu nhưng chưa ghi số nào."}
        return {}

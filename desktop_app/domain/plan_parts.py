"""The parts of a plan: its contents, deadlines, recipients, yearly days, and the outline of its report."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop_app.domain.resource_files import Text

Month = Annotated[int, Meta(ge=1, le=12)]
Day = Annotated[int, Meta(ge=1, le=31)]
Number = Annotated[int, Meta(ge=1)]


class LocalWording(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a province's plan that a district or commune says otherwise in its own.

    Attributes:
        says: words of the item's title or text.
        locally: what stands there instead; may hold the placeholders of a plan's texts.
    """

    says: Text
    locally: Text


class PlanItem(Struct, frozen=True, forbid_unknown_fields=True):
    """One content of a plan.

    Attributes:
        key: how activities refer to it, unique in the plan ("II.1", "(3)").
        number: of its subsection in part II of the report.
        title: heading of that subsection.
        text: the plan's whole wording; a line beginning with "- " is a point of a list.
        content_codes: common contents that its activities can have; with a single one nobody is asked.
        local_wording: for the own plan of a district or commune; its report keeps the plan's titles.
    """

    key: Text
    number: Number
    title: Text
    text: Text
    content_codes: Annotated[tuple[str, ...], Meta(min_length=1)]
    local_wording: tuple[LocalWording, ...] = ()


class DueDate(Struct, frozen=True, forbid_unknown_fields=True):
    """A yearly deadline; "trước ngày 30/11" is not inclusive."""

    month: Month
    day: Day
    inclusive: bool = False

    def named_day(self, year: int) -> date:
        """Return the day that the plan names; the last day to send is the one before, unless inclusive."""
        return date(year, self.month, self.day)


class Deadlines(Struct, frozen=True, forbid_unknown_fields=True):
    """When the yearly report, the half-year report and the award files are due; None where not asked."""

    annual: DueDate | None = None
    half_year: DueDate | None = None
    awards: DueDate | None = None


class Recipient(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of Nơi nhận.

    Attributes:
        note: what stands in brackets, for the group of lines that share it ("để báo cáo").
        only_with_committee: not printed by a unit without a Ban Chỉ đạo.
    """

    text: Text
    note: str = ""
    only_with_committee: bool = False


class StandingEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """A day of every year on which the plan asks for activities."""

    month: Month
    day: Day
    title: Text


class Subsection(Struct, frozen=True, forbid_unknown_fields=True):
    """A numbered heading of the report; an optional one without text is not printed."""

    key: Text
    number: Number
    title: Text
    optional: bool = False


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the report.

    Attributes:
        key: of its text, as each subsection's, unique in the outline.
        number: Roman.
        kind: written text, or one subsection for each item of the plan.
    """

    key: Text
    number: Annotated[str, Meta(pattern="^[IVX]+$")]
    title: Text
    kind: Literal["text", "plan_items"]
    subsections: tuple[Subsection, ...] = ()

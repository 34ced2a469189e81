"""The indicators of the campaign: what is counted, where its figures come from, how they add up."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop_app.domain.contents import content_codes
from desktop_app.domain.resource_files import Text, bad_file, checked, first_repeated, read_json
from desktop_app.errors import ResourceError
from desktop_app.resources_path import resource

LEADERSHIP = "LEADERSHIP"
"""Home of the indicators of lãnh đạo, chỉ đạo, told in part I of the report and of no content."""


class UsualRange(Struct, frozen=True, forbid_unknown_fields=True):
    """What a figure usually lies between, both ends included; outside is worth a second look, never forbidden."""

    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies within."""
        return self.least <= value <= self.most


class UsualShare(Struct, frozen=True, forbid_unknown_fields=True):
    """What a figure usually is for each one of another figure of the same activity (minutes a broadcast item)."""

    per: str
    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Tell whether a share lies within."""
        return self.least <= value <= self.most


class Indicator(Struct, frozen=True, forbid_unknown_fields=True):
    """One indicator.

    Attributes:
        unit: đơn vị tính.
        home: content of the table it stands in, or LEADERSHIP.
        contents: contents whose form shows it at once, the home first.
        source: the activities, a register, or other indicators.
        rule: how it is counted, for people.
        where, where_not: register field -> value that a counted row has, or does not have.
        on: date field of the register that must lie in the period, for a register that stands over the years.
        state: question that a row answers about the last day of the period ("has_committee_on").
        measure: register field that is added up; "" counts rows.
        over_time: how figures of one year add up; "last" is that of the latest date.
        over_units: how figures of several units add up.
        phrase: how a sentence of the report says it, with {n} for the figure.
        numerator, denominator: codes of the two parts of a percentage.
        usual_max: more than this in one activity is worth a second look.
        usual_share: what it usually is for each one of another figure.
        usual_total: what the total of a period usually lies between.
        part_of: code of the figure that it can never exceed; "" for most.
        change_floor: a change from the period before that is smaller is usual, in the indicator's unit (points
            for a percentage); about a third of what an average district has in a year (domain research, §2.2).
    """

    code: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
    label: Text
    unit: Text
    home: Text
    contents: Annotated[tuple[str, ...], Meta(min_length=1)]
    source: Literal[
        "activities",
        "documents",
        "steering_committee",
        "subunits",
        "procurement",
        "ocop_products",
        "points_of_sale",
        "awards",
        "computed",
    ]
    over_time: Literal["sum", "last", "count", "computed"]
    over_units: Literal["sum", "list", "weighted", "computed"]
    value_kind: Literal["count", "money", "percent"]
    rule: str = ""
    where: Mapping[str, str] = {}
    where_not: Mapping[str, str] = {}
    on: str = ""
    state: Literal["", "has_committee_on", "is_active_on", "is_valid_on", "is_kept_on"] = ""
    measure: str = ""
    phrase: str = ""
    numerator: str = ""
    denominator: str = ""
    decimals: Annotated[int, Meta(ge=0, le=4)] = 0
    usual_max: Annotated[int, Meta(ge=1)] | None = None
    usual_share: UsualShare | None = None
    usual_total: UsualRange | None = None
    part_of: str = ""
    change_floor: Annotated[int, Meta(ge=1)] = 1

    @property
    def is_typed(self) -> bool:
        """Whether officers type its figures into activities."""
        return self.source == "activities"


@cache
def load_indicators() -> tuple[Indicator, ...]:
    """Return the shipped indicators in the order of the annex.

    Raises:
        ResourceError: the shipped file is damaged.
    """
    path = resource("indicators.json")
    return check_indicators(read_json(path), path.name)


def check_indicators(raw: object, name: str) -> tuple[Indicator, ...]:
    """Return indicators read from a file, after all checks; `name` names the file in the error."""
    indicators = checked(raw, tuple[Indicator, ...], name)
    repeated = first_repeated(one.code for one in indicators)
    if repeated is not None:
        raise _bad(name, repeated, f"mã “{indicators[repeated].code}” bị lặp lại")
    codes = {one.code: one for one in indicators}
    for index, one in enumerate(indicators):
        problem = _content_problem(one) or _source_problem(one, codes) or _usual_problem(one, codes)
        if problem:
            raise _bad(name, index, f"chỉ tiêu “{one.code}” {problem}")
    return indicators


def indicator(code: str) -> Indicator:
    """Return an indicator by its code; an unknown code raises KeyError."""
    return _by_code()[code]


def for_content(code: str) -> tuple[Indicator, ...]:
    """Return the indicators whose figures an activity of this content shows at once, its own first."""
    shown = [one for one in load_indicators() if one.is_typed and code in one.contents]
    return tuple(sorted(shown, key=lambda one: one.home != code))


@cache
def _by_code() -> dict[str, Indicator]:
    return {one.code: one for one in load_indicators()}


def _content_problem(one: Indicator) -> str:
    known = content_codes()
    unknown = [code for code in one.contents if code not in known]
    if unknown:
        return f"nêu nội dung “{unknown[0]}” không có trong danh mục"
    if one.home != LEADERSHIP and one.home != one.contents[0]:
        return f"phải ghi nội dung “{one.home}” của mình ở đầu danh sách “contents”"
    return ""


def _source_problem(one: Indicator, codes: Mapping[str, Indicator]) -> str:
    computed = one.source == "computed"
    if computed != (one.value_kind == "percent") or computed != (one.over_time == "computed"):
        return "là tỷ lệ phần trăm thì phải tính từ hai chỉ tiêu khác, và ngược lại"
    if not one.is_typed and not one.rule:
        return "lấy số từ sổ khác nên phải có cách tính ở “rule”"
    if not computed:
        return ""
    for part in (one.numerator, one.denominator):
        if part not in codes or codes[part].source == "computed":
            return f"tính từ chỉ tiêu “{part}” không có hoặc cũng là tỷ lệ"
    return ""


def _usual_problem(one: Indicator, codes: Mapping[str, Indicator]) -> str:
    named = [one.part_of] if one.part_of else []
    named += [one.usual_share.per] if one.usual_share else []
    unknown = [code for code in named if code not in codes or code == one.code]
    if unknown:
        return f"được so với chỉ tiêu “{unknown[0]}” không có trong danh mục"
    ranges = [usual for usual in (one.usual_share, one.usual_total) if usual is not None]
    return "có khoảng thường gặp ngược đầu" if any(usual.least > usual.most for usual in ranges) else ""


def _bad(name: str, index: int, problem: str) -> ResourceError:
    return bad_file(name, f"mục thứ {index + 1}", problem)

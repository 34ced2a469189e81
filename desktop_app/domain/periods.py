"""Report periods: which days a report tells of, apart from the calendar year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.errors import InvalidValueError
from desktop_app.vietnamese.dates import format_date

ANNUAL = ""
"""Code of the yearly report; it leaves no mark in file names."""
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
CAMPAIGN_BEGAN = date(2009, 7, 31)
"""Day of Thông báo 264-TB/TW, which called for the campaign: no summary begins in a year before."""


@dataclass(frozen=True)
class PeriodKind:
    """A kind of period.

    Attributes:
        code: ASCII, stands in file names; "" for the year.
        name: on screen ("Cả năm", "6 tháng đầu năm").
        title: in headings, with {year}, or the {first_year} and {last_year}, {begins} and {ends} of its days.
        next_title: how headings name the time for which the report sets tasks, with {year} and {next_year}.
        begins, ends: (month, day) of its usual first and last day.
        years_back: how many years before the plan's year it usually begins.
    """

    code: str
    name: str
    title: str
    next_title: str
    begins: tuple[int, int]
    ends: tuple[int, int]
    years_back: int = 0


CAMPAIGN, AD_HOC = "GD", "DX"
"""Codes of the kinds whose days the office sets: a summary of many years (2009 - 2024), a report out of turn."""


# The plans ask for the yearly report before 30/11; the day itself still belongs to it, so that the
# Ngày hội Đại đoàn kết of 18/11 is told (domain research, correction "Cut-off").
KINDS = (
    PeriodKind(ANNUAL, "Cả năm", "năm {year}", "năm {next_year}", (1, 1), (11, 30)),
    PeriodKind("6T", "6 tháng đầu năm", "6 tháng đầu năm {year}", "6 tháng cuối năm {year}", (1, 1), (6, 30)),
    PeriodKind("Q1", "Quý I", "quý I năm {year}", "quý II năm {year}", (1, 1), (3, 31)),
    PeriodKind("Q2", "Quý II", "quý II năm {year}", "quý III năm {year}", (4, 1), (6, 30)),
    PeriodKind("Q3", "Quý III", "quý III năm {year}", "quý IV năm {year}", (7, 1), (9, 30)),
    PeriodKind("Q4", "Quý IV", "quý IV năm {year}", "quý I năm {next_year}", (10, 1), (12, 31)),
    PeriodKind(
        CAMPAIGN,
        "Tổng kết giai đoạn",
        "giai đoạn {first_year} - {last_year}",
        "thời gian tới",
        (1, 1),
        (12, 31),
        years_back=15,
    ),
    PeriodKind(
        AD_HOC, "Chuyên đề, đột xuất", "từ ngày {begins} đến ngày {ends}", "thời gian tới", (1, 1), (12, 31)
    ),
)


@dataclass(frozen=True)
class ReportPeriod:
    """The days that one report tells of.

    Attributes:
        year: the year of the plan and of the title.
        code: of its kind.
        data_from, data_to: both included.
    """

    year: int
    code: str
    data_from: date
    data_to: date

    @property
    def kind(self) -> PeriodKind:
        """The kind of the period."""
        return kind_of(self.code)

    @property
    def title(self) -> str:
        """How headings name it: "năm 2023"."""
        return self.kind.title.format(
            year=self.year,
            first_year=self.data_from.year,
            last_year=self.data_to.year,
            begins=format_date(self.data_from),
            ends=format_date(self.data_to),
        )

    @property
    def during(self) -> str:
        """When it was, inside a sentence: "trong năm 2023", "từ ngày 01/03/2023 đến ngày 31/05/2023"."""
        return self.title if self.code == AD_HOC else f"trong {self.title}"

    @property
    def next_title(self) -> str:
        """How headings name the time after it, for which the report sets tasks: "năm 2024", "6 tháng cuối năm 2023"."""
        return self.kind.next_title.format(year=self.year, next_year=self.year + 1)

    @property
    def next_days(self) -> tuple[date, date]:
        """The first and last day of that time."""
        if self.code in (ANNUAL, CAMPAIGN, AD_HOC):
            year = self.year if self.code == ANNUAL else self.data_to.year
            return date(year + 1, 1, 1), date(year + 1, 12, 31)
        begins = date(self.year, *self.kind.ends) + timedelta(days=1)
        last = begins.month + (5 if self.code == "6T" else 2)
        return begins, date(begins.year, last, monthrange(begins.year, last)[1])

    def holds(self, day: date | None) -> bool:
        """Tell whether a day belongs to the period."""
        return day is not None and self.data_from <= day <= self.data_to


def whole_year(year: int) -> tuple[date, date]:
    """Return the first and the last day of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def kind_of(code: str) -> PeriodKind:
    """Return the kind of a code.

    Raises:
        InvalidValueError: there is no such kind.
    """
    for kind in KINDS:
        if kind.code == code:
            return kind
    known = ", ".join(kind.code for kind in KINDS if kind.code)
    raise InvalidValueError(
        f"Không có kỳ báo cáo “{code}”; hãy dùng một trong: {known}, hoặc để trống cho cả năm."
    )


def usual_period(year: int, code: str = ANNUAL, last_end: date | None = None) -> ReportPeriod:
    """Return the period as it is before anyone changed it.

    Args:
        year: of the plan.
        code: kind of the period.
        last_end: last day of the last yearly report that was issued; the new year begins the day after.

    Raises:
        InvalidValueError: there is no such kind, or the year is out of range.
    """
    kind = kind_of(code)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise InvalidValueError(f"Năm báo cáo phải từ {EARLIEST_YEAR} đến {LATEST_YEAR}.")
    first_year = min(max(year - kind.years_back, CAMPAIGN_BEGAN.year), year)
    begins, ends = date(first_year, *kind.begins), date(year, *kind.ends)
    if code == ANNUAL and last_end is not None and date(year - 1, 1, 1) <= last_end < ends:
        begins = last_end + timedelta(days=1)
    return ReportPeriod(year, code, begins, ends)


def checked_period(year: int, code: str, data_from: date, data_to: date) -> ReportPeriod:
    """Return a period that the user chose.

    Raises:
        InvalidValueError: it ends before it begins or is longer than 20 years.
    """
    kind_of(code)
    if data_to < data_from:
        raise InvalidValueError(
            f"Kỳ báo cáo kết thúc ({format_date(data_to)}) trước khi bắt đầu ({format_date(data_from)})."
        )
    if (data_to - data_from).days > 20 * 366:
        raise InvalidValueError("Kỳ báo cáo dài quá 20 năm; hãy kiểm tra lại hai ngày.")
    return ReportPeriod(year, code, data_from, data_to)

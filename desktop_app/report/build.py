"""Build the report model from the records of a period, the plan of the year and the officer's own text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from desktop_app.domain import office_wording as wording
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.narrative_changes import has_changed
from desktop_app.domain.office_setup import plan_addressees, report_recipients
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.plan_parts import Section as OutlineSection
from desktop_app.domain.plans import Plan, fill
from desktop_app.domain.records.documents import Document
from desktop_app.domain.records.office import Office
from desktop_app.domain.records.report_head import ReportHead
from desktop_app.report.charts import charts
from desktop_app.report.citing import citables, cite_documents
from desktop_app.report.comparison import PreviousFigures
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.layout import Layout, load_layout
from desktop_app.report.model import Annex, Chart, Charts, Identity, Photos, Report, Section, Table
from desktop_app.report.narrative import OTHER, OTHER_TITLE, Earlier, own_activities, suggestions
from desktop_app.report.photo_choice import NO_PHOTOS, PhotoChoice
from desktop_app.report.signatures import signature
from desktop_app.report.tables.definitions import definitions_table
from desktop_app.report.tables.figures import figures_table
from desktop_app.report.tables.order import annex_tables
from desktop_app.report.wording import ANNEXES_ENCLOSED
from desktop_app.vietnamese.dates import roman

CHARTS_TITLE, PHOTOS_TITLE = "Một số biểu đồ kết quả thực hiện", "Hình ảnh hoạt động"
NOTHING_DONE = "Trong kỳ báo cáo chưa có hoạt động riêng thuộc nội dung này."
"""Printed under an item of the plan that neither the officer nor the ledger tells anything of: no bare heading."""
NOTHING_NOTED = "Trong kỳ báo cáo chưa ghi nhận nội dung này."
"""The same under any other heading of the outline; the checks ask for a text all the same."""


@dataclass(frozen=True)
class ReportSource:
    """Everything a report is made of, read from the ledger in one go.

    Attributes:
        narrative: the officer's own texts: section -> text.
        bases: the suggestion that each of them was written on, where it is known.
        previous: the figures of the period before, None where there are none to compare with.
        unit_warning: why the office's unit cannot report for the period, "" when it can.
        documents: the register of all years, which the report can cite.
        layout: the profile to print with; `layout_warning` says why it is not the office's own choice.
        template: the office's own Word template, b"" for the shipped layout; `template_warning` says why it cannot
            be used.
        replaces: the issued report that this one replaces ("Báo cáo số 21/BC-MTTQ-BCĐ ngày 22 tháng 11 năm 2023");
            "" for the first one.
        photos: those chosen for the report, and what is to be said of them.
    """

    office: Office
    plan: Plan
    head: ReportHead
    narrative: Mapping[str, str]
    records: PeriodRecords
    figures: Figures
    indicators: Sequence[Indicator]
    bases: Mapping[str, str] = field(default_factory=dict)
    previous: PreviousFigures | None = None
    unit_warning: str = ""
    documents: Sequence[Document] = ()
    layout: Layout = field(default_factory=load_layout)
    layout_warning: str = ""
    template: bytes = b""
    template_warning: str = ""
    replaces: str = ""
    photos: PhotoChoice = NO_PHOTOS

    def texts(self) -> dict[str, str]:
        """Return the text of each section: the officer's, else the suggested one."""
        return {**self.suggested(), **self.narrative}

    @property
    def earlier(self) -> Earlier | None:
        """The period that sentences compare with."""
        return Earlier(self.previous.title, self.previous.figures) if self.previous else None

    def suggested(self) -> Mapping[str, str]:
        """Return the suggested text of each section."""
        return self._suggested

    @cached_property
    def _suggested(self) -> dict[str, str]:
        # Asked for by sections, checks and the page; with 20,000 activities made once only.
        return suggestions(self.office, self.plan, self.records, self.figures, self.indicators, self.earlier)

    @property
    def has_other(self) -> bool:
        """Whether the report has an item for what stands under no item of the plan."""
        return bool(own_activities(self.plan, self.records)[OTHER] or self.texts().get(OTHER, "").strip())

    def changed_sections(self) -> list[str]:
        """Return the sections whose figures have changed since the officer wrote his text, and were not looked at."""
        suggested = self.suggested()
        return [
            key
            for key, text in self.narrative.items()
            if text.strip() and key in self.bases and has_changed(self.bases[key], suggested.get(key, ""))
        ]


@dataclass(frozen=True)
class TextSection:
    """A section that the officer can write: its key, its full heading, whether it may stay empty."""

    key: str
    heading: str
    optional: bool


def build_report(source: ReportSource, revision: int = 1, check: str = "") -> Report:
    """Return the report of a period."""
    office, plan, period = source.office, source.plan, source.records.period
    parts = sections(source)
    report = Report(
        identity=Identity(office.unit_code, office.unit_name, period.year, period.code, revision, check),
        superior_lines=wording.superior_lines(office),
        issuer_lines=wording.issuer_lines(office),
        issuer_name=wording.issuer_name(office),
        symbol=source.head.symbol or wording.symbol(office),
        place_name=office.place_name,
        subject=subject(source),
        addressees=office.addressees or plan_addressees(plan, office, period.year),
        lead=(lead(source),),
        sections=parts,
        closing=closing(source),
        recipients=report_recipients(plan, office, period.year),
        signature=signature(office, source.head.signer_name, source.head.signer_post),
        contact_line=office.contact_line,
        annexes=annexes(source, parts),
        prints_code=office.prints_code,
        number=source.head.number,
        issued_on=source.head.issued_on,
        replaces=source.replaces,
        definitions=definitions_table(source.indicators, source.figures.indicators),
    )
    cited = cite_documents(report, citables(plan, source.documents)) if office.cites_short else report
    # Never cited in other words: entering the replaced report among the documents must not change this one.
    return replace(cited, lead=(*replacement(source), *cited.lead))


def subject(source: ReportSource) -> str:
    """Return the trích yếu."""
    period = source.records.period
    return f"Kết quả thực hiện {wording.CAMPAIGN} {period.title}, phương hướng, nhiệm vụ {period.next_title}"


def lead(source: ReportSource) -> str:
    """Return the paragraph before section I."""
    return (
        f"Thực hiện {source.plan.citation}, {wording.issuer_name(source.office)} báo cáo kết quả thực hiện "
        f"{wording.CAMPAIGN} (sau đây gọi tắt là Cuộc vận động) {source.records.period.title} như sau:"
    )


def replacement(source: ReportSource) -> tuple[str, ...]:
    """Return the paragraph that names the report which this one replaces (domain research, corrections).

    It stands before the lead, whose "như sau:" belongs right before section I.
    """
    if not source.replaces:
        return ()
    return (f"Báo cáo này thay thế {source.replaces} của {wording.issuer_name(source.office)}.",)


def closing(source: ReportSource) -> str:
    """Return the last paragraph."""
    title = source.records.period.title
    return (
        f"Trên đây là Báo cáo kết quả thực hiện Cuộc vận động {title} của {wording.issuer_name(source.office)} "
        f"{ANNEXES_ENCLOSED}, trân trọng báo cáo."
    )


def outline_title(title: str, period: ReportPeriod) -> str:
    """Return a title of the outline for a period: "NĂM {next_year}" of a half-year's report is "6 THÁNG CUỐI NĂM …"."""
    return title.replace("NĂM {next_year}", period.next_title.upper()).replace(
        "năm {next_year}", period.next_title
    )


def text_sections(plan: Plan, period: ReportPeriod, *, with_other: bool) -> list[TextSection]:
    """Return the sections that the officer can write, in printing order."""
    found: list[TextSection] = []
    year = period.year
    for section in plan.outline:
        title = outline_title(section.title, period)
        title = title.format_map({"next_year": str(year + 1), "year": str(year)})
        if section.kind == "plan_items":
            found += [
                TextSection(item.key, f"{section.number}.{item.number}. {item.title}", False)
                for item in plan.items
            ]
            if with_other:
                found.append(
                    TextSection(OTHER, f"{section.number}.{len(plan.items) + 1}. {OTHER_TITLE}", False)
                )
        elif section.subsections:
            found += [
                TextSection(one.key, f"{section.number}.{one.number}. {one.title}", one.optional)
                for one in section.subsections
            ]
        else:
            found.append(TextSection(section.key, f"{section.number}. {title}", False))
    return found


def sections(source: ReportSource) -> tuple[Section, ...]:
    """Return the numbered sections with their text."""
    texts = source.texts()
    values = wording.placeholders(source.office, source.records.period.year)
    built: list[Section] = []
    for section in source.plan.outline:
        children = (
            _item_sections(source, texts) if section.kind == "plan_items" else _subsections(section, texts)
        )
        if section.subsections and not children:
            continue  # nothing but optional subsections, all empty
        title, own = (
            fill(outline_title(section.title, source.records.period), values),
            _paragraphs(texts.get(section.key, "")),
        )
        built.append(Section(section.key, roman(len(built) + 1), title, 1, own, children))
    return tuple(built)


def _item_sections(source: ReportSource, texts: Mapping[str, str]) -> tuple[Section, ...]:
    titles = {item.key: item.title for item in source.plan.items}
    if source.has_other:
        titles[OTHER] = OTHER_TITLE
    return tuple(
        Section(key, str(place), title, 2, _paragraphs(texts.get(key, NOTHING_DONE)))
        for place, (key, title) in enumerate(titles.items(), 1)
    )


def _subsections(section: OutlineSection, texts: Mapping[str, str]) -> tuple[Section, ...]:
    printed = [one for one in section.subsections if texts.get(one.key) or not one.optional]
    return tuple(
        Section(one.key, str(place), one.title, 2, _paragraphs(texts.get(one.key, NOTHING_NOTED)))
        for place, one in enumerate(printed, 1)
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())


def annexes(source: ReportSource, parts: Sequence[Section]) -> tuple[Annex, ...]:
    """Return the annexes that are not empty, numbered in order; a single one has no number."""
    tables: list[tuple[Table, bool]] = [
        (figures_table(source.figures, source.indicators, source.previous), False),
        *annex_tables(source.records, source.figures, source.indicators, _told_at(source, parts)),
    ]
    contents: list[tuple[str, Table | Charts | Photos, bool]] = [
        *((table.title, table, landscape) for table, landscape in tables),
        *((title, pictures, False) for title, pictures in _pictures(source)),
    ]
    return tuple(
        Annex(roman(place) if len(contents) > 1 else "", title, content, landscape)
        for place, (title, content, landscape) in enumerate(contents, 1)
    )


def source_charts(source: ReportSource) -> tuple[Chart, ...]:
    """Return the charts of a report, whether they are printed or not."""
    return charts(source.records, source.figures, source.indicators, source.previous)


def _pictures(source: ReportSource) -> Iterator[tuple[str, Charts | Photos]]:
    """Yield the annexes of pictures behind the tables, each with its title, as far as the office prints them."""
    drawn = source_charts(source) if source.office.prints_charts else ()
    if drawn:
        yield CHARTS_TITLE, Charts("charts", drawn)
    if source.photos.photos:
        yield PHOTOS_TITLE, Photos("photos", source.photos.photos)


def _told_at(source: ReportSource, parts: Sequence[Section]) -> dict[str, str]:
    """Return where the report tells each activity: id -> "II.6"."""
    places = {child.key: f"{part.number}.{child.number}" for part in parts for child in part.children}
    groups = own_activities(source.plan, source.records)
    return {one.id: places.get(key, "") for key, activities in groups.items() for one in activities}

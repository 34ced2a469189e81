"""Báo cáo thành tích: one for each nominee, in the form of its kind."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.award_report_forms import ReportForm, ReportSection, load_report_forms
from desktop_app.domain.labels.awards import WORDS
from desktop_app.domain.office_wording import CAMPAIGN
from desktop_app.domain.records.awards import AwardNomination, Gender, NomineeType
from desktop_app.report import award_wording as words
from desktop_app.report.award_documents import DossierSource, front
from desktop_app.report.official import Blank, Block, Head, OfficialDocument, SignPlace, Text, TextKind
from desktop_app.vietnamese.dates import format_date, format_period, roman


def achievement_report(source: DossierSource, one: AwardNomination, place: int) -> OfficialDocument:
    """Return the report of one nominee; `place` numbers the file, which must name nobody."""
    form = load_report_forms()[one.nominee_type]
    year = source.folder.year
    asked = words.giving(one.award_form or words.SHORT_DOTS)
    head = replace(
        front(
            source,
            "BÁO CÁO THÀNH TÍCH",
            [f"Đề nghị {source.authority} {asked}", f"(Thực hiện {CAMPAIGN} năm {year})"],
        ),
        superior_lines=(words.DOTS,) if _own_head(one) else (),
        issuer_lines=(_own_head(one),) if _own_head(one) else (),
        place_name=words.DOTS,
    )
    blocks = [
        block
        for number, section in enumerate(form.sections, 1)
        for block in _section(section, roman(number), one)
    ]
    if form.promise:
        blocks.append(Text(form.promise.format(issuer=source.issuer)))
    blocks.append(
        Text(
            f"{words.DOTS}, ngày {words.SHORT_DOTS} tháng {words.SHORT_DOTS} năm {year}",
            TextKind.DATE,
            keep=True,
        )
    )
    return OfficialDocument(
        f"04_BaoCaoThanhTich_{place:02d}",
        head,
        tuple(blocks),
        Head.NOMINEE,
        left=SignPlace((form.confirming.upper(),), form.confirming_caption),
        right=_reporting(form, one),
    )


def _own_head(one: AwardNomination) -> str:
    """Return the body that reports: a household and a person without a unit have none."""
    if one.nominee_type is NomineeType.HOUSEHOLD:
        return ""
    return one.unit if one.nominee_type is NomineeType.INDIVIDUAL else one.name


def _reporting(form: ReportForm, one: AwardNomination) -> SignPlace:
    name = _known(one).get(form.reporting_name, "")
    return SignPlace((form.reporting.upper(),), form.reporting_caption, name)


def _section(section: ReportSection, number: str, one: AwardNomination) -> Iterator[Block]:
    yield Text(f"{number}. {section.title.upper()}", TextKind.HEADING)
    known = _known(one)
    for place, line in enumerate(section.fields, 1):
        label = f"{place}. {line.label}:"
        text = known.get(line.value, "")
        yield Text(f"{label} {text}") if text else Blank(label)
    if section.achievement:
        if one.period_from and one.period_to:
            yield Text(f"Thời gian: {format_period(one.period_from, one.period_to)}.")
        for paragraph in one.achievement.split("\n"):
            if paragraph.strip():
                yield Text(paragraph)
    for place, prompt in enumerate(section.prompts, 1):
        yield Text(f"{place}. {prompt}", keep=True)
        yield Blank(lines=2)
    if section.previous:
        for past in one.previous_awards:
            yield Blank(f"- {words.past_award(past)}; số quyết định:")
        if not one.previous_awards:
            yield Blank("- Hình thức, cấp khen, số quyết định, ngày quyết định:", 2)


def _known(one: AwardNomination) -> dict[str, str]:
    """Return what the forms of the report may ask for and the ledger knows."""
    return {
        "name": one.name,
        "head": one.household_head
        or (one.representative if one.nominee_type is NomineeType.HOUSEHOLD else ""),
        "date_of_birth": format_date(one.date_of_birth) if one.date_of_birth else "",
        "gender": WORDS.choice(one.gender) if one.gender is not Gender.UNKNOWN else "",
        "hometown": one.hometown,
        "address": one.address,
        "activity_field": one.activity_field,
        "position": one.position,
        "unit": one.unit,
        "representative": one.representative,
    }

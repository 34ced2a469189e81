"""Section III in sentences: what stands out, what fell short, and the causes that officers wrote down."""

from collections.abc import Sequence

from desktop_app.domain.contents import load_contents
from desktop_app.domain.narrative_wording import load_narrative_words
from desktop_app.domain.office_wording import issuer_name
from desktop_app.domain.records.activities import FollowUp
from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.records.tasks import Task
from desktop_app.report.narrative.awards import awards_text
from desktop_app.report.narrative.committee import unit_kinds
from desktop_app.report.narrative.homes import own_activities
from desktop_app.report.narrative.material import Material, paragraph, paragraphs
from desktop_app.report.narrative.phrases import compared, told_figures
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import two_digits
from desktop_app.vietnamese.sentences import listed, lowered, sentence, split_sentences

_CAUSES = ("do ", "vì ", "nguyên nhân")
_NO_CAUSES = ("do đó", "do vậy", "vì vậy", "vì thế")
_MOST_NAMED = 5


def strengths_text(material: Material) -> str:
    """Return section III.1: how much was done, the figures that stand out, the comparison, the awards."""
    figures = material.figures
    if not figures.activities:
        return ""
    contents = len(figures.activities_by_content)
    every = " tất cả" if contents == len(load_contents()) else ""
    groups = f" thuộc{every} {two_digits(contents)} nhóm nội dung" if contents else ""
    codes = load_narrative_words().highlights
    chosen = [one for code in codes for one in material.indicators if one.code == code]
    return paragraphs(
        paragraph(
            sentence(
                f"{material.period.during}, {issuer_name(material.office)} đã triển khai "
                f"{two_digits(figures.activities)} hoạt động{groups} của Cuộc vận động"
            ),
            *told_figures(figures.indicators, chosen),
        ),
        compared(codes, figures.indicators, material.earlier, material.indicators),
        awards_text((), material.records.decisions),
    )


def weaknesses_text(material: Material) -> str:
    """Return section III.2: the difficulties written in the activities, and what the registers show as not done."""
    return paragraphs(
        *_written(material, causes=False),
        paragraph(
            _without_activities(material),
            _late(material.of("tasks"), material),
            _without_committee(material.of("subunits"), material),
            _open_recommendations(material),
        ),
    )


def causes_text(material: Material) -> str:
    """Return section III.3: the sentences among the difficulties that name a cause ("Do …", "Vì …")."""
    return paragraphs(*_written(material, causes=True))


def _written(material: Material, *, causes: bool) -> list[str]:
    """Return what officers wrote of difficulties: a paragraph for each activity, each sentence once."""
    seen: set[str] = set()
    found = []
    for activity in (one for one in material.records.counted if one.difficulties):
        own = []
        for one in split_sentences(activity.difficulties):
            if _is_cause(one) is causes and fold(one) not in seen:
                seen.add(fold(one))
                own.append(sentence(one))
        found.append(paragraph(*own))
    return found


def _is_cause(text: str) -> bool:
    words = text.casefold()
    return words.startswith(_CAUSES) and not words.startswith(_NO_CAUSES)


def _without_activities(material: Material) -> str:
    """Name the items of the plan for which the ledger holds nothing; nothing while it holds no activity at all."""
    groups = own_activities(material.plan, material.records)
    counted = material.records.counted
    served = {key for one in counted for key in one.plan_items}
    idle = [item for item in material.plan.items if not groups[item.key] and item.key not in served]
    if not counted or not idle:
        return ""
    # Where most items are idle the activities are not assigned to the plan; that says nothing of the work.
    if 2 * len(idle) > len(material.plan.items):
        return ""
    return sentence(
        f"Trong kỳ chưa có hoạt động thuộc {two_digits(len(idle))} nội dung của kế hoạch: "
        f"{'; '.join(lowered(item.title) for item in idle)}"
    )


def _late(tasks: Sequence[Task], material: Material) -> str:
    late = [one for one in tasks if one.is_late_on(material.last_day)]
    if not late:
        return ""
    named = f": {'; '.join(lowered(one.title) for one in late)}" if len(late) <= _MOST_NAMED else ""
    return sentence(f"Còn {two_digits(len(late))} nhiệm vụ của kế hoạch chậm so với thời hạn{named}")


def _without_committee(subunits: Sequence[Subunit], material: Material) -> str:
    units = [one for one in subunits if one.exists_on(material.last_day)]
    lacking = [one for one in units if not one.has_committee_on(material.last_day)]
    if not lacking:
        return ""
    named = f" ({listed(lowered(one.name) for one in lacking)})" if len(lacking) <= _MOST_NAMED else ""
    return sentence(
        f"Còn {two_digits(len(lacking))}/{two_digits(len(units))} {unit_kinds(units)} chưa có Ban Chỉ đạo hoặc "
        f"bộ phận phụ trách{named}"
    )


def _open_recommendations(material: Material) -> str:
    rows = [row for one in material.records.counted for row in one.recommendations]
    waiting = sum(row.status is FollowUp.OPEN for row in rows)
    if not waiting:
        return ""
    return sentence(
        f"Còn {two_digits(waiting)}/{two_digits(len(rows))} kiến nghị sau kiểm tra, giám sát chưa được thực hiện"
    )

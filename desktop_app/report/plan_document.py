"""The office's own Kế hoạch năm: its content from plan, tasks and own texts, and the document printed of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain import office_wording as wording
from desktop_app.domain.basis_library import basis_of, contains
from desktop_app.domain.countdown import due_words as deadline_words
from desktop_app.domain.indicators import indicator
from desktop_app.domain.labels.tasks import due_words
from desktop_app.domain.legal_bases import LegalBasis
from desktop_app.domain.office_setup import plan_addressees, report_recipients
from desktop_app.domain.plan_content import (
    ORGANISATION,
    PURPOSES,
    REQUIREMENTS,
    PlanContent,
    PlannedTask,
    PlanPart,
    PlanTexts,
    StoredPlan,
)
from desktop_app.domain.plan_parts import PlanItem
from desktop_app.domain.plans import Plan, fill, usual_points
from desktop_app.domain.records.documents import Direction, Document
from desktop_app.domain.records.office import Office, UnitLevel
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.domain.task_progress import has_target
from desktop_app.report.model import CellKind, Column, Identity, Report, Section, Table
from desktop_app.report.signatures import signature
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.numbers import format_integer

_COLUMNS = (
    Column("ordinal", "TT", CellKind.ORDINAL, 0.7),
    Column("title", "Nhiệm vụ", CellKind.TEXT, 5.0),
    Column("responsible", "Chủ trì", CellKind.TEXT, 2.7),
    Column("partners", "Phối hợp", CellKind.TEXT, 2.7),
    Column("due", "Thời gian", CellKind.TEXT, 2.3),
    Column("target", "Chỉ tiêu", CellKind.TEXT, 1.7),
)
_AS_ABOVE = "nhu tren"
_FIRST_POINT = re.compile(r"^[-–+]\s*")


@dataclass(frozen=True)
class PlanSource:
    """What the plan of a year is made of.

    Attributes:
        documents: of the register; its legal bases are cited beside the plan's.
        tasks: of the year, in any order.
    """

    office: Office
    plan: Plan
    year: int
    texts: PlanTexts
    tasks: Sequence[Task]
    documents: Iterable[Document] = ()


def plan_recipients_of(source: PlanSource) -> tuple[str, ...]:
    """Return Nơi nhận: a plan has no Kính gửi, so that whom the report addresses stands in the place of "Như trên"."""
    office, plan, year = source.office, source.plan, source.year
    addressees = office.addressees or plan_addressees(plan, office, year)
    lines: list[str] = []
    for line in report_recipients(plan, office, year):
        if fold(line).strip(" -;.") == _AS_ABOVE:
            lines += [f"{one} (để báo cáo)" for one in addressees]
        else:
            lines.append(line)
    return tuple(lines)


def usual_subject(year: int) -> str:
    """Return the trích yếu of the plan."""
    return f"Triển khai thực hiện {wording.CAMPAIGN} năm {year}"


def parts(source: PlanSource) -> list[PlanPart]:
    """Return the parts that are text, in printing order, each with its usual text."""
    plan, written = source.plan, source.texts.texts
    usual: dict[str, tuple[str, str]] = {
        PURPOSES: ("I.1. Mục đích", _points(source, PURPOSES)),
        REQUIREMENTS: ("I.2. Yêu cầu", _points(source, REQUIREMENTS)),
    }
    for place, item in enumerate(plan.items, 1):
        title, text = _own_words(source, item)
        usual[item.key] = (f"II.{place}. {title}", _without_title(title, text))
    usual[ORGANISATION] = ("III. Tổ chức thực hiện", _organisation(source))
    return [
        PlanPart(key=key, heading=heading, text=written.get(key, text), usual=text)
        for key, (heading, text) in usual.items()
    ]


def plan_content(source: PlanSource) -> PlanContent:
    """Return what would be printed now."""
    texts = {part.key: part.text for part in parts(source)}
    campaign = f"{wording.CAMPAIGN} (sau đây gọi tắt là Cuộc vận động)"
    return PlanContent(
        subject=source.texts.subject or usual_subject(source.year),
        bases=_bases(source),
        lead=f"Thực hiện {source.plan.citation}, {wording.issuer_name(source.office)} xây dựng Kế hoạch triển khai "
        f"thực hiện {campaign} năm {source.year} như sau:",
        purposes=texts[PURPOSES],
        requirements=texts[REQUIREMENTS],
        items=tuple((_own_words(source, item)[0], texts[item.key]) for item in source.plan.items),
        organisation=texts[ORGANISATION],
        tasks=tuple(_planned(task) for task in _in_order(source.tasks)),
    )


def plan_report(stored: StoredPlan, year: int, version: int = 1) -> Report:
    """Return the document of a plan, for any writer."""
    office, content = stored.office, stored.content
    return Report(
        identity=Identity(office.unit_code, office.unit_name, year, "KH", version),
        superior_lines=wording.superior_lines(office),
        issuer_lines=wording.issuer_lines(office),
        issuer_name=wording.issuer_name(office),
        symbol=wording.plan_symbol(office),
        place_name=office.place_name,
        kind_name="KẾ HOẠCH",
        subject=content.subject,
        addressees=(),
        bases=content.bases,
        lead=(content.lead,),
        sections=_sections(content),
        closing=_closing(stored, year),
        recipients=stored.recipients,
        signature=signature(office),
        contact_line=office.contact_line,
        number=stored.number,
        issued_on=stored.issued_on,
    )


def _sections(content: PlanContent) -> tuple[Section, ...]:
    aims = (
        Section(PURPOSES, "1", "Mục đích", 2, _lines(content.purposes)),
        Section(REQUIREMENTS, "2", "Yêu cầu", 2, _lines(content.requirements)),
    )
    items = tuple(
        Section(f"item_{place}", str(place), title, 2, _lines(text))
        for place, (title, text) in enumerate(content.items, 1)
    )
    table = task_table(content.tasks) if content.tasks else None
    organisation = _lines(content.organisation)
    if table is not None:
        organisation = (*organisation, "Phân công nhiệm vụ cụ thể như sau:")
    return (
        Section("aims", "I", "MỤC ĐÍCH, YÊU CẦU", 1, (), aims),
        Section("items", "II", "NỘI DUNG, NHIỆM VỤ TRỌNG TÂM", 1, (), items),
        Section(ORGANISATION, "III", "TỔ CHỨC THỰC HIỆN", 1, organisation, (), table),
    )


def task_table(tasks: Sequence[PlannedTask]) -> Table:
    """Return the table of the tasks: who does what, with whom, until when, how much."""
    rows = tuple(
        (place, task.title, task.responsible, task.partners, task.due, task.target)
        for place, task in enumerate(tasks, 1)
    )
    return Table("tasks", "Phân công nhiệm vụ", _COLUMNS, rows)


def _closing(stored: StoredPlan, year: int) -> str:
    issuer = wording.issuer_name(stored.office)
    replaced = f" Kế hoạch này thay thế Kế hoạch số {stored.replaces}." if stored.replaces else ""
    return (
        f"Trên đây là Kế hoạch triển khai thực hiện Cuộc vận động năm {year} của {issuer}; đề nghị các cơ quan, "
        f"đơn vị liên quan phối hợp triển khai thực hiện.{replaced}"
    )


def _bases(source: PlanSource) -> tuple[str, ...]:
    """Return the bases of the plan and of the register, the oldest first, those issued later left out.

    The plan that the office carries out is cited in the lead, not here.
    """
    last = source.texts.issued_on or date(source.year, 12, 31)
    found: list[LegalBasis] = []
    own = (basis_of(one) for one in source.documents if one.direction is Direction.BASIS)
    for basis in (*source.plan.legal_bases, *own):
        is_later = basis.issued_on is not None and basis.issued_on > last
        if not is_later and basis.number != source.plan.number and not contains(found, basis):
            found.append(basis)
    found.sort(key=lambda one: one.issued_on or date.max)
    return tuple(f"Căn cứ {one.citation}" for one in found)


def _points(source: PlanSource, name: str) -> str:
    """Return the usual points of a part, one a line, each with its dash."""
    points: Sequence[str] = getattr(source.plan, name) or usual_points(name)
    values = wording.placeholders(source.office, source.year)
    return "\n".join(f"- {fill(point, values)}" for point in points)


def _organisation(source: PlanSource) -> str:
    lines = [_points(source, ORGANISATION)] if _points(source, ORGANISATION) else []
    office, due = source.office, source.plan.deadlines.annual
    if due is not None:
        lines.append(
            f"- {wording.front_name(office)} theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo cấp trên "
            f"{deadline_words(due, source.year)}."
        )
    return "\n".join(lines)


def _own_words(source: PlanSource, item: PlanItem) -> tuple[str, str]:
    """Return title and text of an item as the office says them: a district does not inspect the whole province."""
    title, text = item.title, item.text
    if source.office.level in (UnitLevel.DISTRICT, UnitLevel.COMMUNE):
        values = wording.placeholders(source.office, source.year)
        for one in item.local_wording:
            own = fill(one.locally, values)
            title, text = title.replace(one.says, own), text.replace(one.says, own)
    return title, text


def _without_title(title: str, text: str) -> str:
    """Return the wording of an item without its title, which stands above as a heading."""
    rest = text.removeprefix(title)
    if rest == text or not rest.strip(" .:;\n"):
        return text if rest == text else ""
    rest = rest.lstrip(" .:;\n")
    return rest if _FIRST_POINT.match(rest) else rest[0].upper() + rest[1:]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def _in_order(tasks: Iterable[Task]) -> list[Task]:
    """Return the tasks as the table lists them: by their last day, those given up left out."""
    kept = [task for task in tasks if task.status is not TaskStatus.CANCELLED]
    return sorted(kept, key=lambda task: (task.last_day or date.max, task.title, task.id))


def _planned(task: Task) -> PlannedTask:
    target = ""
    if has_target(task) and task.target_value is not None:
        target = f"{format_integer(task.target_value)} {indicator(task.target_indicator).unit}"
    return PlannedTask(
        id=task.id,
        title=task.title,
        responsible=task.responsible,
        partners="; ".join(task.partners),
        due=due_words(task),
        target=target,
    )

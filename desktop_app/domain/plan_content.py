"""The office's own plan of a year as data: what is printed, what a version keeps, how two versions differ."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.domain.records.office import Office
from desktop_app.vietnamese.text import shorten

PURPOSES, REQUIREMENTS, ORGANISATION = "purposes", "requirements", "organisation"
"""Keys of the texts beside those of the plan's items."""
_SHOWN = 80


@dataclass(frozen=True, kw_only=True)
class PlanTexts:
    """What the officer wrote for the plan of a year.

    Attributes:
        texts: key of a part -> own text; a part that is not here keeps the usual one.
        subject: trích yếu; empty for the usual one.
        number, issued_on: given by the office's clerk; they make no new version.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    number: str = ""
    issued_on: date | None = None


def with_text(texts: PlanTexts, key: str, text: str | None) -> PlanTexts:
    """Return the texts with another text of one part; None brings the usual one back."""
    own = {name: one for name, one in texts.texts.items() if name != key}
    return replace(texts, texts=own if text is None else own | {key: text})


@dataclass(frozen=True, kw_only=True)
class PlanPart:
    """A part of the plan that is text.

    Attributes:
        heading: with its number, as on screen ("II.1. Công tác tuyên truyền").
        usual: the text that stands there until the officer writes another.
    """

    key: str
    heading: str
    text: str
    usual: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedTask:
    """A task as the table of the plan says it."""

    id: str
    title: str
    responsible: str
    partners: str
    due: str
    target: str


@dataclass(frozen=True, kw_only=True)
class PlanContent:
    """Everything that makes a version: another content is another version.

    Attributes:
        bases: căn cứ, one a paragraph. lead: the paragraph that ends "như sau:".
        items: (title, text) of the contents, in their order.
    """

    subject: str
    bases: tuple[str, ...]
    lead: str
    purposes: str
    requirements: str
    items: tuple[tuple[str, str], ...]
    organisation: str
    tasks: tuple[PlannedTask, ...]


@dataclass(frozen=True, kw_only=True)
class StoredPlan:
    """What a version keeps, so that it can be printed again as it was.

    Attributes:
        office: the unit as it was then.
        recipients: Nơi nhận. number, issued_on: of the last time that it was printed.
        replaces: number of the plan that it takes the place of, "" for the first.
    """

    content: PlanContent
    office: Office
    recipients: tuple[str, ...]
    number: str = ""
    issued_on: date | None = None
    replaces: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanVersion:
    """One version of the plan of a year.

    Attributes:
        version: 1 for the plan as it was first printed.
        at: ISO 8601 local time with offset.
        note: why it was changed, "" for the first.
    """

    year: int
    version: int
    at: str
    who: str
    note: str
    stored: StoredPlan


def differences(old: PlanContent, new: PlanContent) -> list[str]:
    """Return what the newer content says otherwise, a sentence each: tasks first, then texts."""
    return [*_task_differences(old.tasks, new.tasks), *_text_differences(old, new)]


def _task_differences(old: Sequence[PlannedTask], new: Sequence[PlannedTask]) -> Iterator[str]:
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    for key, task in after.items():
        if key not in before:
            yield f"Bổ sung nhiệm vụ: {task.title} ({task.due})"
    for key, task in after.items():
        if key in before and before[key] != task:
            yield f"Điều chỉnh nhiệm vụ “{shorten(task.title, _SHOWN)}”: {_changes(before[key], task)}"
    for key, task in before.items():
        if key not in after:
            yield f"Bỏ nhiệm vụ: {task.title} ({task.due})"


_TASK_WORDS: Mapping[str, Callable[[PlannedTask], str]] = {
    "tên": lambda task: task.title,
    "chủ trì": lambda task: task.responsible,
    "phối hợp": lambda task: task.partners,
    "thời gian": lambda task: task.due,
    "chỉ tiêu": lambda task: task.target,
}


def _changes(old: PlannedTask, new: PlannedTask) -> str:
    return "; ".join(
        f"{word} {value(old) or '(trống)'} → {value(new) or '(trống)'}"
        for word, value in _TASK_WORDS.items()
        if value(old) != value(new)
    )


def _text_differences(old: PlanContent, new: PlanContent) -> Iterator[str]:
    pairs: tuple[tuple[str, object, object], ...] = (
        ("trích yếu", old.subject, new.subject),
        ("căn cứ ban hành", (old.bases, old.lead), (new.bases, new.lead)),
        ("mục đích", old.purposes, new.purposes),
        ("yêu cầu", old.requirements, new.requirements),
        ("tổ chức thực hiện", old.organisation, new.organisation),
    )
    for word, before, after in pairs:
        if before != after:
            yield f"Sửa phần {word}"
    known, present = dict(old.items), dict(new.items)
    for title, text in present.items():
        if title not in known:
            yield f"Bổ sung nội dung: {title}"
        elif known[title] != text:
            yield f"Sửa nội dung: {title}"
    for title in known:
        if title not in present:
            yield f"Bỏ nội dung: {title}"

"""Sections IV and V in sentences: the tasks of the time to come, and the proposals by whom they are addressed to."""

import re
from collections.abc import Sequence

from desktop_app.domain.office_wording import issuer_name
from desktop_app.domain.records.office import UnitLevel
from desktop_app.domain.records.tasks import DueKind, Task, TaskStatus
from desktop_app.report.narrative.material import Material, paragraphs
from desktop_app.vietnamese.dates import format_date, roman
from desktop_app.vietnamese.folding import fold
from desktop_app.vietnamese.sentences import lowered, sentence, split_sentences, without_stop

_ADDRESSEES = {
    "proposals_central": re.compile(
        r"\b(Trung ương|Chính phủ|Thủ tướng|Quốc hội|Ban Bí thư|Bộ Chính trị|Bộ [A-ZĐÔ]\w+)", re.IGNORECASE
    ),
    "proposals_province": re.compile(r"\b(tỉnh|Sở [A-ZĐ]\w+)\b", re.IGNORECASE),
    "proposals_local": re.compile(
        r"\b(huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|Đảng ủy|cấp ủy|chính quyền|địa phương)\b",
        re.IGNORECASE,
    ),
}
_BUREAU = re.compile(
    r"\b(bộ phận|bộ đội|bộ máy|cán bộ|đồng bộ|toàn bộ|nội bộ|xã hội|sở hữu|cơ sở)\b", re.IGNORECASE
)
"""Words that hold the name of a level and mean none."""
_ASKING = ("đề nghị", "kiến nghị", "đề xuất", "kính đề nghị", "xin ")
_NOUNS = ("công tác", "hoạt động", "chương trình", "phong trào", "tổng kết")
_AS_IT_IS = ("tiếp tục", "kịp thời", "đẩy mạnh", "tăng cường", "nâng cao", "tổng kết")


def next_tasks_text(material: Material) -> str:
    """Return section IV: what the plan goes on asking for, and the tasks already due in the time to come."""
    period = material.period
    own = [one for one in material.records.upcoming if one.status is not TaskStatus.CANCELLED]
    lead = (
        f"{_capital(period.next_title)}, {issuer_name(material.office)} tập trung thực hiện các nhiệm vụ sau:"
    )
    items = [f"- {sentence(_going_on(item.title))}" for item in material.plan.items]
    return paragraphs(lead, *items, *(f"- {sentence(_task(one))}" for one in own))


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _going_on(title: str) -> str:
    """Return an item of the plan as a task: "Tiếp tục phát huy vai trò …", "Tiếp tục đẩy mạnh công tác …"."""
    title = without_stop(title)
    words = title.casefold()
    if words.startswith(_AS_IT_IS):
        return title
    if words.startswith(_NOUNS):
        return f"Tiếp tục đẩy mạnh {lowered(title)}"
    return f"Tiếp tục {lowered(title)}"


def _task(task: Task) -> str:
    who = f"chủ trì: {task.responsible}" if task.responsible else ""
    details = "; ".join(part for part in (who, _due(task)) if part)
    return f"{without_stop(task.title)}{f' ({details})' if details else ''}"


def _due(task: Task) -> str:
    if task.due_on is None:
        return ""
    quarter = roman((task.due_on.month + 2) // 3)
    return {
        DueKind.DAY: f"thời hạn: {format_date(task.due_on)}",
        DueKind.MONTH: f"hoàn thành trong tháng {task.due_on.month}/{task.due_on.year}",
        DueKind.QUARTER: f"hoàn thành trong quý {quarter} năm {task.due_on.year}",
        DueKind.YEAR: f"thực hiện trong năm {task.due_on.year}",
    }[task.due_kind]


def proposals_texts(material: Material) -> dict[str, str]:
    """Return section V: key of the subsection -> its proposals, each once; the first body named is the addressee."""
    outline = {part.key for section in material.plan.outline for part in section.subsections}
    groups: dict[str, dict[str, str]] = {}
    for activity in (one for one in material.records.counted if one.proposals):
        for one in split_sentences(activity.proposals):
            key = _addressee(one, material.office.level, outline)
            if key and sentence(one):
                groups.setdefault(key, {}).setdefault(fold(one), _asked(one))
    return {key: paragraphs(*texts.values()) for key, texts in groups.items()}


def _addressee(text: str, level: UnitLevel, outline: Sequence[str] | set[str]) -> str:
    """Return the subsection of a proposal; one that names nobody goes to the level above."""
    plain = _BUREAU.sub(lambda found: "#" * len(found[0]), text)
    places = {key: found.start() for key, pattern in _ADDRESSEES.items() if (found := pattern.search(plain))}
    above = "proposals_central" if level is UnitLevel.PROVINCE else "proposals_province"
    wanted = min(places, key=lambda key: places[key]) if places else above
    known = [key for key in (wanted, above, *_ADDRESSEES) if key in outline]
    return known[0] if known else ""


def _asked(text: str) -> str:
    text = without_stop(text).removeprefix("- ").strip()
    return sentence(text if text.casefold().startswith(_ASKING) else f"Đề nghị {lowered(text)}")

"""Check a template when it is chosen: what cannot be filled is named with its place, what is missing is told."""

from desktop_app.domain.word_template import IMPORTANT, TemplateReview
from desktop_app.errors import TemplateError
from desktop_app.report.template.language import in_order
from desktop_app.report.template.opening import OpenTemplate

_MOST_PROBLEMS = 20
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def review_template(data: bytes, name: str) -> TemplateReview:
    """Return what speaks against a template; its `data` are empty when it cannot be taken."""
    try:
        template = OpenTemplate(data, name)
    except TemplateError as error:
        return TemplateReview(name, problems=(str(error),))
    problems, used = inspected(template)
    if problems:
        return TemplateReview(name, problems=problems, used=tuple(in_order(used)))
    return TemplateReview(name, data, (), tuple(_warnings(template, used)), tuple(in_order(used)))


def inspected(template: OpenTemplate) -> tuple[tuple[str, ...], set[str]]:
    """Return the faults of all parts, each once, and the names that they use."""
    problems: dict[str, None] = {}
    used: set[str] = set()
    for part in template.parts:
        found = part.inspect()
        problems |= dict.fromkeys(found.problems)
        used |= found.used
    listed = tuple(problems)
    if len(listed) > _MOST_PROBLEMS:
        more = f"… và {len(listed) - _MOST_PROBLEMS} chỗ khác."
        listed = (*listed[:_MOST_PROBLEMS], more)
    return listed, used


def _warnings(template: OpenTemplate, used: set[str]) -> list[str]:
    single = any(name.startswith("muc_") for name in used)
    has = used | ({"noi_dung"} if single else set())
    found = [
        f"Mẫu không có từ khóa “{{{{ {name} }}}}”: bản Word sẽ không có {missing}."
        for name, missing in IMPORTANT.items()
        if name not in has
    ]
    if single and "noi_dung" in used:
        found.append("Mẫu vừa có “noi_dung” vừa có “muc_…”: các mục đó sẽ được in hai lần.")
    for part in template.document.part.package.iter_parts():
        if part.partname.lstrip("/") in _NOTES and b"{{" in part.blob:
            found.append("Từ khóa trong chú thích cuối trang không được điền; hãy chuyển vào thân văn bản.")
    return found

"""The Word file of a report from a template: words filled in, blocks as the direct writer makes them."""

from collections.abc import Callable
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from desktop_app.errors import TemplateError
from desktop_app.report.docx import build_docx
from desktop_app.report.docx.word_file import describe, save
from desktop_app.report.layout import Layout
from desktop_app.report.model import Progress, Report
from desktop_app.report.steps import Steps
from desktop_app.report.template.blocks import cut
from desktop_app.report.template.filling import Watch, context, filled
from desktop_app.report.template.opening import OpenTemplate, inspected
from desktop_app.report.template.placing import Placer

LEFT_OVER = (
    "Mẫu Word chưa có chỗ cho một số mục của báo cáo nên các mục đó được in sau mục cuối có trong mẫu; "
    "hãy thêm từ khóa {{ muc_con_lai }} vào mẫu."
)


def write_from_template(
    report: Report, path: Path, layout: Layout, template: bytes, progress: Progress | None = None
) -> tuple[str, ...]:
    """Write the report as a Word file made from a template.

    Returns:
        What the user should know, whole sentences.

    Raises:
        TemplateError: the template cannot be filled; nothing was written.
    """
    steps = Steps(report, progress)
    document, notes = render(report, layout, template, steps.step)
    save(document, path)
    steps.finish()
    return notes


def render(
    report: Report, layout: Layout, template: bytes, step: Callable[[], None]
) -> tuple[WordDocument, tuple[str, ...]]:
    """Return the filled document, not saved, and what the user should know.

    Raises:
        TemplateError: the template cannot be filled.
    """
    opened = OpenTemplate(template, "mẫu Word")
    problems, _used = inspected(opened)
    if problems:
        raise TemplateError(problems[0])
    direct = build_docx(report, layout, step)
    blocks = cut(direct, report)
    full = {name for name, elements in blocks.named.items() if elements}
    full |= {f"muc_{number}" for number in blocks.sections} | ({"phu_luc"} if blocks.annexes else set())
    watch = Watch(step)
    values = context(report, full, watch)
    for part in opened.parts:
        root = filled(part, values, watch)
        parent = part.root.getparent()
        if parent is not None:
            parent.replace(part.root, root)
        else:
            _refill(part.root, root)
    complete = Placer(opened.document, direct, blocks).place()
    describe(opened.document, report)
    return opened.document, () if complete else (LEFT_OVER,)


def _refill(old: BaseOxmlElement, new: BaseOxmlElement) -> None:
    """Put new children into a root that its part holds on to."""
    for child in list(old):
        old.remove(child)
    old.extend(list(new))

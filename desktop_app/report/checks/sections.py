"""Sections of the report that are empty, or whose figures have changed since the officer wrote them."""

from collections.abc import Iterator

from desktop_app.domain.checking import ProblemKind
from desktop_app.report.build import ReportSource, text_sections
from desktop_app.report.checks.remarks import REPORT, Remark


def section_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield the sections without a text, and those to be read again."""
    texts, changed = source.texts(), source.changed_sections()
    sections = text_sections(source.plan, source.records.period, with_other=source.has_other)
    for section in sections:
        if not section.optional and not texts.get(section.key, "").strip():
            sentence = f"Mục “{section.heading}” của báo cáo còn trống."
            yield Remark(sentence, REPORT, "", section.key, "empty", ProblemKind.MISSING)
    for section in sections:
        if section.key in changed:
            sentence = (
                f"Mục “{section.heading}”: số liệu đã thay đổi sau khi đơn vị ghi nội dung; hãy xem lại."
            )
            yield Remark(sentence, REPORT, "", section.key, "changed")

"""Check a template when it is chosen: what cannot be filled is named with its place, what is missing is told."""

from desktop_app.domain.word_template import IMPORTANT, TemplateReview
from desktop_app.errors import TemplateError
from desktop_app.report.layout import Layout
from desktop_app.report.model import Annex, Column, Identity, Report, Section, Signature, Table
from desktop_app.report.template.filling import Watch, empty_context, filled
from desktop_app.report.template.language import in_order
from desktop_app.report.template.opening import OpenTemplate, inspected
from desktop_app.report.template.rendering import render

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def review_template(data: bytes, name: str, layout: Layout) -> TemplateReview:
    """Return what speaks against a template; its `data` are empty when it cannot be taken."""
    try:
        template = OpenTemplate(data, name)
        problems, used = inspected(template)
        if problems:
            return TemplateReview(name, problems=problems, used=tuple(in_order(used)))
        render(_invented(), layout, data, lambda: None)
        watch = Watch(lambda: None)
        for part in template.parts:
            filled(part, empty_context(watch), watch)
    except TemplateError as error:
        return TemplateReview(name, problems=(str(error),))
    return TemplateReview(name, data, (), tuple(_warnings(template, used)), tuple(in_order(used)))


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
    parts = template.document.part.package.iter_parts()
    if any(part.partname.lstrip("/") in _NOTES and b"{{" in part.blob for part in parts):
        found.append("Từ khóa trong chú thích cuối trang không được điền; hãy chuyển vào thân văn bản.")
    return found


def _invented() -> Report:
    """Return a report with each kind of block, on which a template is tried."""
    table = Table("figures", "Số liệu", (Column("label", "Chỉ tiêu"),), (("Hội nghị",),))
    return Report(
        identity=Identity("XX", "đơn vị", 2023),
        superior_lines=("Cơ quan chủ quản",),
        issuer_lines=("Cơ quan ban hành",),
        symbol="BC",
        place_name="Địa danh",
        subject="Trích yếu",
        addressees=("Nơi nhận thứ nhất", "Nơi nhận thứ hai"),
        lead=("Đoạn mở đầu.",),
        sections=(Section("I", "I", "Mục một", 1, ("Nội dung.",)), Section("II", "II", "Mục hai", 1)),
        closing="Đoạn kết.",
        recipients=("Như trên", "Lưu: VT"),
        signature=Signature(("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), "Họ và tên"),
        annexes=(Annex("I", "Đứng", table), Annex("II", "Ngang", table, landscape=True)),
    )

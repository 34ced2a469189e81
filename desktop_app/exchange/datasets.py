"""The data files of a report package: the printed words, the figures, the records behind them."""

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.registers import ACTIVITIES, AWARDS, DOCUMENTS, REGISTERS
from desktop_app.exchange.register_datasets import figures_dataset, record_dataset, row_datasets
from desktop_app.exchange.tabular import Dataset, Field, Value
from desktop_app.report.comparison import PreviousFigures, change
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.model import Report
from desktop_app.report.photo_choice import NO_PHOTOS, PhotoChoice

AWARD_FIELDS = {
    "id": "id",
    "nominee_type": "nominee_type",
    "honorific": "honorific",
    "name": "name",
    "position": "position",
    "unit": "unit",
    "award_form": "award_form",
    "authority": "award_authority",
    "achievement": "achievement",
    "status": "status",
}
"""Column -> attribute; no other column, so that no personal data leave with the report."""

_OWNERS = {"enterprises": "enterprise"}
"""Register -> how its files of rows begin, where the register has such rows."""


def datasets(
    report: Report,
    records: PeriodRecords,
    figures: Figures,
    indicators: Sequence[Indicator],
    previous: PreviousFigures | None = None,
    photos: PhotoChoice = NO_PHOTOS,
) -> list[Dataset]:
    """Return the data files of a report; number, date and signer are in none of them.

    Without `previous` no file has a column for it, without photos there is no file of them: the check code of a
    report that compares or shows nothing stays. Charts show figures that stand in other files.
    """
    return [
        _report_words(report),
        _narrative(report),
        _figures(figures, indicators, previous),
        _content_figures(figures),
        record_dataset(ACTIVITIES, records.activities),
        figures_dataset(ACTIVITIES, records.activities, "activity_figures", "activity"),
        _activity_funds(records.activities),
        *row_datasets(ACTIVITIES, records.activities, "activity"),
        _awards(records.nominations),
        *_registers(records),
        *([_attachments(photos)] if photos.files else []),
    ]


def _registers(records: PeriodRecords) -> list[Dataset]:
    """Return the files of all other registers; one that is empty has its headings."""
    found: list[Dataset] = []
    for name, register in REGISTERS.items():
        if name in (ACTIVITIES.name, AWARDS.name):
            continue
        kept = _sent(name, records.of(name))
        found.append(record_dataset(register, kept))
        if "figures" in register.specs:
            found.append(figures_dataset(register, kept, f"{name}_values", "record"))
        found += row_datasets(register, kept, _OWNERS.get(name, name))
    return found


def _sent(name: str, records: Sequence[Any]) -> Sequence[Any]:
    """Return the records that leave: not the report's own entry, whose number comes after the export."""
    if name == DOCUMENTS.name:
        return [one for one in records if not one.is_period_report]
    return records


def _report_words(report: Report) -> Dataset:
    groups = {
        "superior": report.superior_lines,
        "issuer": report.issuer_lines,
        "symbol": (report.symbol,),
        "place": (report.place_name,),
        "kind": (report.kind_name,),
        "subject": (report.subject,),
        "addressee": report.addressees,
        "lead": report.lead,
        "closing": (report.closing,),
        "recipient": report.recipients,
    }
    rows = [(block, place, text) for block, texts in groups.items() for place, text in enumerate(texts, 1)]
    fields = (
        Field("block", "string", "Khối"),
        Field("line", "integer", "Dòng"),
        Field("text", "string", "Nội dung in"),
    )
    return Dataset("report", "Phần đầu và phần cuối báo cáo", fields, rows, ("block", "line"))


def _narrative(report: Report) -> Dataset:
    rows: list[tuple[Value, ...]] = []
    for place, section in enumerate(report.walk(), 1):
        texts = section.paragraphs or ("",)
        rows += [
            (place, line, section.key, section.number, section.title, section.level, text)
            for line, text in enumerate(texts, 1)
        ]
    fields = (
        Field("place", "integer", "Thứ tự mục"),
        Field("line", "integer", "Đoạn"),
        Field("section", "string", "Khóa mục"),
        Field("number", "string", "Số mục"),
        Field("title", "string", "Tên mục"),
        Field("level", "integer", "Cấp mục"),
        Field("text", "string", "Nội dung"),
    )
    return Dataset("narrative", "Phần thuyết minh", fields, rows, ("place", "line"))


def _figures(figures: Figures, indicators: Sequence[Indicator], previous: PreviousFigures | None) -> Dataset:
    rows: list[tuple[Value, ...]] = [
        (
            indicator.code,
            indicator.label,
            indicator.unit,
            figures.indicators[indicator.code],
            indicator.code in figures.estimated,
            indicator.over_time,
            indicator.over_units,
            *(_compared(indicator, figures, previous) if previous else ()),
        )
        for indicator in indicators
        if indicator.code in figures.indicators
    ]
    fields: tuple[Field, ...] = (
        Field("indicator", "string", "Mã chỉ tiêu"),
        Field("label", "string", "Chỉ tiêu"),
        Field("unit", "string", "Đơn vị tính"),
        Field("value", "number", "Giá trị"),
        Field("is_estimate", "boolean", "Có số ước"),
        Field("over_time", "string", "Cách cộng theo thời gian"),
        Field("over_units", "string", "Cách cộng theo đơn vị"),
    )
    if previous:
        fields += (
            Field("previous", "number", "Kỳ trước"),
            Field("change", "number", "Tăng, giảm (%; tỷ lệ thì theo điểm %)"),
        )
    return Dataset("figures", "Tổng hợp số liệu", fields, rows, ("indicator",))


def _compared(indicator: Indicator, figures: Figures, previous: PreviousFigures) -> tuple[Value, Value]:
    before = previous.value(indicator.code)
    changed = change(figures.indicators[indicator.code], before, is_percent=indicator.value_kind == "percent")
    return before, changed.amount if changed else None


def _content_figures(figures: Figures) -> Dataset:
    rows = [
        (content, code, value)
        for content, totals in figures.by_content.items()
        for code, value in totals.items()
    ]
    fields = (
        Field("content", "string", "Mã nội dung"),
        Field("indicator", "string", "Mã chỉ tiêu"),
        Field("value", "number", "Giá trị"),
    )
    return Dataset("content_figures", "Số liệu theo nội dung", fields, rows, ("content", "indicator"))


def _activity_funds(activities: Sequence[Activity]) -> Dataset:
    rows = [
        (one.id, place, line.source, str(line.group), line.amount_vnd, line.in_kind)
        for one in activities
        for place, line in enumerate(one.funds, 1)
    ]
    fields = (
        Field("activity", "string", "Mã hoạt động"),
        Field("line", "integer", "Dòng"),
        Field("source", "string", "Nguồn kinh phí"),
        Field("group", "string", "Nhóm nguồn"),
        Field("amount_vnd", "integer", "Số tiền (đồng)"),
        Field("in_kind", "boolean", "Hiện vật"),
    )
    return Dataset("activity_funds", "Kinh phí của hoạt động", fields, rows, ("activity", "line"))


def _attachments(choice: PhotoChoice) -> Dataset:
    """Return the printed photos: the hash of the stored file tells that it is the same; no file name, no thumbnail."""
    rows: list[tuple[Value, ...]] = [
        (file.sha256, place, file.register, file.record_id, file.media_type, file.size, photo.caption)
        for place, (photo, file) in enumerate(zip(choice.photos, choice.files, strict=True), 1)
    ]
    fields = (
        Field("sha256", "string", "SHA-256 của tệp"),
        Field("place", "integer", "Thứ tự in"),
        Field("register", "string", "Loại hồ sơ"),
        Field("record", "string", "Mã hồ sơ"),
        Field("media_type", "string", "Loại tệp"),
        Field("size", "integer", "Số byte"),
        Field("caption", "string", "Chú thích in"),
    )
    return Dataset("attachments", "Ảnh in trong báo cáo", fields, rows, ("place",))


def _awards(nominations: Sequence[AwardNomination]) -> Dataset:
    labels = {"id": "Mã"} | {
        column: AWARDS.label(name) for column, name in AWARD_FIELDS.items() if name in AWARDS.specs
    }
    fields = tuple(Field(column, "string", labels[column]) for column in AWARD_FIELDS)
    rows = [tuple(str(getattr(one, name)) for name in AWARD_FIELDS.values()) for one in nominations]
    return Dataset("awards", "Đề nghị khen thưởng", fields, rows)

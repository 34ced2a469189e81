"""Photos that were chosen for the report and are not printed, or printed without a word of what they show."""

from collections.abc import Iterator

from desktop_app.domain.checking import ProblemKind
from desktop_app.report.build import ReportSource
from desktop_app.report.checks.remarks import REPORT, Remark
from desktop_app.report.photo_choice import MOST_PHOTOS
from desktop_app.vietnamese.text import shorten


def photo_remarks(source: ReportSource) -> Iterator[Remark]:
    """Yield chosen photos without a caption, those that are damaged in the ledger, and that too many were chosen."""
    for file in source.photos.files:
        if not file.caption.strip():
            sentence = (
                f"Ảnh “{shorten(file.file_name, 60)}” chưa có chú thích; hãy ghi ảnh chụp việc gì, ở đâu."
            )
            rule = f"caption:{file.sha256[:12]}"
            yield Remark(sentence, file.register, file.record_id, "", rule, ProblemKind.MISSING)
    for file in source.photos.damaged:
        sentence = (
            f"Ảnh “{file.file_name}” bị hỏng trong sổ nên báo cáo không in; "
            "hãy lấy lại từ bản sao lưu, hoặc gỡ ra rồi thêm lại tệp gốc."
        )
        rule = f"damaged:{file.sha256[:12]}"
        yield Remark(sentence, file.register, file.record_id, "", rule, ProblemKind.MISSING)
    if source.photos.surplus:
        chosen = MOST_PHOTOS + source.photos.surplus
        sentence = (
            f"Đã chọn {chosen} ảnh in vào báo cáo; chỉ in {MOST_PHOTOS} ảnh đầu theo thứ tự ngày của hoạt động. "
            "Hãy bỏ bớt ảnh trong thẻ Tài liệu kèm theo."
        )
        yield Remark(sentence, REPORT, "", "photos", "too_many", ProblemKind.UNUSUAL)

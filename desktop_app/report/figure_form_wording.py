"""The words on the form by which other bodies report figures; the Excel and the Word form say the same."""

from desktop_app.domain.figure_form import FigureForm
from desktop_app.domain.office_wording import CAMPAIGN
from desktop_app.vietnamese.dates import format_date, format_period

TITLE = "BIỂU SỐ LIỆU"
HEADINGS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")
BODY_LABEL = "Đơn vị cung cấp số liệu"
NUMBER_LABEL = "Số báo cáo của đơn vị (nếu có)"
JOINT_LABEL = "Hoạt động phối hợp với đơn vị khác (ghi rõ đơn vị nào báo cáo số liệu để không tính hai lần)"
SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
SIGNER_HINT = "(Ký, ghi rõ họ tên)"
_HOW = "Chỉ ghi số nguyên vào cột “Số liệu”; ô để trống nghĩa là không có số liệu. "
NOTE_EXCEL = f"{_HOW}Không đổi tên, chèn hoặc xóa dòng để biểu được nhận lại tự động."
NOTE_WORD = f"{_HOW}Không chèn, xóa hoặc gộp dòng của bảng để biểu được nhận lại tự động."


def campaign_line(form: FigureForm) -> str:
    """Return what the figures are about."""
    return f"Thực hiện {CAMPAIGN} năm {form.year}"


def period_line(form: FigureForm) -> str:
    """Return for which days figures are wanted."""
    first, last = form.code.period_from, form.code.period_to
    if first is None:
        return f"Số liệu tính đến ngày {format_date(last)}"
    return f"Số liệu {format_period(first, last)}"


def reply_line(form: FigureForm) -> str:
    """Return to whom and until when the form goes back."""
    due = f" chậm nhất ngày {format_date(form.due_on)}" if form.due_on else ""
    return f"Đề nghị gửi lại tệp này cho {form.asker}{due}."

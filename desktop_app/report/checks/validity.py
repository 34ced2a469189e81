"""Products whose recognition has ended in the period or ends soon after it (product row B8)."""

from collections.abc import Iterator

from desktop_app.domain.checking import ProblemKind
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.domain.registers import OCOP_PRODUCTS
from desktop_app.domain.validity import REMINDER_MONTHS, Validity, validity_on
from desktop_app.report.checks.remarks import Remark
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.text import shorten

_KIND = ProblemKind.FOLLOW_UP


def validity_remarks(records: PeriodRecords) -> Iterator[Remark]:
    """Yield a reminder for each product whose recognition ended in the period or ends within six months of it.

    A recognition that ended before the period is past reminding: the product is no longer counted, as last time.
    """
    for product in records.of(OCOP_PRODUCTS.name):
        sentence = _sentence(product, records.period)
        if sentence:
            name = shorten(product.name, 60)
            yield Remark(
                f"{name}: {sentence}", OCOP_PRODUCTS.name, product.id, "expires_on", "validity", _KIND
            )


def _sentence(product: OcopProduct, period: ReportPeriod) -> str:
    ends = product.expires_on
    if ends is None or ends < period.data_from:
        return ""
    validity = validity_on(product, period.data_to)
    if validity is Validity.EXPIRED:
        return f"công nhận đã hết hạn ngày {format_date(ends)}; nếu đã công nhận lại thì ghi quyết định mới."
    if validity is Validity.EXPIRING:
        return (
            f"công nhận hết hạn ngày {format_date(ends)}, trong {REMINDER_MONTHS} tháng sau kỳ báo cáo; "
            "hãy nhắc chủ thể làm hồ sơ đánh giá lại."
        )
    return ""

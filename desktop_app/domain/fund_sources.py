"""The usual sources of funds and the group each belongs to; an officer may write any other."""

from collections.abc import Mapping

from desktop_app.domain.records.activities import FundGroup
from desktop_app.vietnamese.folding import fold

FUND_SOURCES: Mapping[str, FundGroup] = {
    "Ngân sách huyện": FundGroup.STATE_BUDGET,
    "Ngân sách xã": FundGroup.STATE_BUDGET,
    "Ngân sách tỉnh": FundGroup.STATE_BUDGET,
    "Chương trình mục tiêu quốc gia": FundGroup.STATE_BUDGET,
    "Chương trình xúc tiến thương mại": FundGroup.STATE_BUDGET,
    "Sở Công Thương hỗ trợ": FundGroup.STATE_BUDGET,
    "Xã hội hóa": FundGroup.SOCIALISED,
    "Doanh nghiệp tài trợ": FundGroup.SOCIALISED,
    "Hiện vật ủng hộ": FundGroup.SOCIALISED,
    "Kinh phí của Hội": FundGroup.OTHER,
    "Kinh phí công đoàn": FundGroup.OTHER,
}


def source_group(source: str) -> FundGroup | None:
    """Return the group of a usual source, whatever its case and accents; None for any other."""
    wanted = fold(source).split()
    return next((group for name, group in FUND_SOURCES.items() if fold(name).split() == wanted), None)

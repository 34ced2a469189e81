"""Phụ lục X: the list of nominations for awards."""

from collections.abc import Sequence

from desktop_app.domain.records.awards import AwardLevel, AwardNomination, Honorific, NomineeType
from desktop_app.domain.registers import AWARDS
from desktop_app.report.model import CellKind, Column, Table

_NOMINEE_ORDER = (
    NomineeType.COLLECTIVE,
    NomineeType.HOUSEHOLD,
    NomineeType.ENTERPRISE,
    NomineeType.INDIVIDUAL,
)
_LEVELS = tuple(AwardLevel)
"""The highest first."""


def nominations_table(nominations: Sequence[AwardNomination]) -> Table:
    """Return the list of nominations: collectives, households, enterprises, individuals.

    It names no more of a person than name, post and unit (product row E3).
    """
    ordered = sorted(
        nominations,
        key=lambda one: (_NOMINEE_ORDER.index(one.nominee_type), _LEVELS.index(one.award_level), one.id),
    )
    words = AWARDS.words
    rows = [
        (
            place,
            _full_name(one),
            words.choice(one.nominee_type),
            ", ".join(text for text in (one.position, one.unit) if text),
            one.achievement,
            one.award_form,
            one.award_authority,
            words.choice(one.status),
        )
        for place, one in enumerate(ordered, 1)
    ]
    columns = (
        Column("order", "TT", CellKind.ORDINAL, 0.5),
        Column("name", "Họ và tên/Tên tập thể", CellKind.TEXT, 2.6),
        Column("type", "Đối tượng", CellKind.TEXT, 1.2),
        Column("post", "Chức vụ, đơn vị", CellKind.TEXT, 2.4),
        Column("achievement", "Tóm tắt thành tích", CellKind.TEXT, 4),
        Column("form", "Hình thức đề nghị", CellKind.TEXT, 1.3),
        Column("authority", "Cấp khen", CellKind.TEXT, 1.7),
        Column("status", "Trạng thái", CellKind.TEXT, 1.3),
    )
    return Table("nominations", "Danh sách đề nghị khen thưởng", columns, rows)


def _full_name(award: AwardNomination) -> str:
    if award.nominee_type is NomineeType.INDIVIDUAL and award.honorific is not Honorific.NONE:
        return f"{award.honorific} {award.name}"
    return award.name

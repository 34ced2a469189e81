"""Which tables a report has, in the order of its annexes (domain.md §2.3); an empty one is left out."""

from collections.abc import Mapping, Sequence

from desktop_app.domain.indicators import Indicator
from desktop_app.domain.records.awards import AwardStatus
from desktop_app.report.figures import Figures, PeriodRecords
from desktop_app.report.model import Table
from desktop_app.report.tables.activities import activities_table
from desktop_app.report.tables.activity_sums import conferences_table, fairs_table, market_table
from desktop_app.report.tables.goods import (
    models_table,
    points_of_sale_table,
    procurement_table,
    products_table,
)
from desktop_app.report.tables.leadership import committee_table, documents_table, subunits_table
from desktop_app.report.tables.nominations import nominations_table


def annex_tables(
    records: PeriodRecords, figures: Figures, indicators: Sequence[Indicator], told_at: Mapping[str, str]
) -> list[tuple[Table, bool]]:
    """Return the tables after that of the figures, each with whether it needs a landscape page.

    Args:
        records: of the period.
        figures: counted from them; the sums of the tables are these.
        indicators: how figures are told in the list of activities.
        told_at: id of an activity -> where the report tells it.
    """
    nominations = [one for one in records.nominations if one.status is not AwardStatus.WITHDRAWN]
    tables = [
        (documents_table(records), True),
        (committee_table(records), False),
        (conferences_table(records, figures), False),
        (fairs_table(records, figures), True),
        (market_table(records, figures), True),
        (points_of_sale_table(records), True),
        (products_table(records), True),
        (models_table(records), True),
        (nominations_table(nominations), True),
        (procurement_table(records), True),
        (subunits_table(records), False),
        (activities_table(records, indicators, told_at), True),
    ]
    return [(table, landscape) for table, landscape in tables if table.rows]

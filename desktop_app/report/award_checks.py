"""What several nominations say together, as sentences for the checks before an export."""

from collections.abc import Iterator

from desktop_app.domain.award_rules import award_warnings
from desktop_app.report.figures import PeriodRecords
from desktop_app.vietnamese.text import shorten


def award_sentences(records: PeriodRecords) -> Iterator[tuple[str, str, str]]:
    """Yield what to look at again in the nominations of a period: (sentence, id of the record, its field)."""
    names = {one.id: shorten(one.name, 60) for one in records.nominations}
    for warning in award_warnings(records.nominations, records.award_context):
        yield f"{names[warning.record_id]}: {warning.sentence}", warning.record_id, warning.field

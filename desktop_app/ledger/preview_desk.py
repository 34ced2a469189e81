"""A report before it is exported: its pages, and what changed since the last export."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop_app.domain.export_changes import (
    ExportChanges,
    ExportSnapshot,
    RecordChange,
    RecordFate,
    export_changes,
)
from desktop_app.domain.periods import ReportPeriod
from desktop_app.domain.registers import AWARDS, REGISTERS
from desktop_app.errors import ConflictError
from desktop_app.report.build import ReportSource, text_sections
from desktop_app.report.figures import PeriodRecords
from desktop_app.storage.database import Database
from desktop_app.storage.export_snapshots import ExportSnapshots
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.reports import ExportEntry, ReportStore

_MOST_TITLES = 500
"""Records that are no longer told are named as far as anybody would read their names."""


class PreviewDesk:
    """What the step Xem trước asks for."""

    def __init__(
        self,
        database: Database,
        registers: Mapping[str, RegisterStore[Any]],
        reports: ReportStore,
        source: Callable[[ReportPeriod], ReportSource],
    ) -> None:
        self._registers, self._reports, self._source = registers, reports, source
        self._snapshots = ExportSnapshots(database)

    def pdf(self, period: ReportPeriod) -> bytes:
        """Return the PDF of a report as it would be exported now, with the revision and code that it would get.

        Raises:
            ExportError: the computer has no room for it.
        """
        # Imported only here: a page that shows no preview needs no writer.
        from desktop_app.exchange.report_folder import preview_pdf

        return preview_pdf(self._source(period), self._reports.exports(period.year, period.code))

    def changes(self, period: ReportPeriod, source: ReportSource | None = None) -> ExportChanges | None:
        """Return what changed since the last export of a report, None when it was never exported.

        Args:
            period: which report.
            source: what it is made of, where that was read just now.
        """
        exports = self._reports.exports(period.year, period.code)
        if not exports:
            return None
        before = self._snapshots.get(period)
        if before is None or before.check_code != exports[0].check_code:
            return ExportChanges(exports[0].revision, exports[0].exported_at, is_compared=False)
        source = source or self._source(period)
        changed = export_changes(before, _snapshot(source), source.indicators)
        return replace(changed, records=self._named(changed.records, source.records))

    def keep(self, source: ReportSource, entry: ExportEntry) -> None:
        """Note what an export told, in place of the one before."""
        last = self._reports.exports(entry.year, entry.period)[0]
        snapshot = replace(
            _snapshot(source),
            revision=entry.revision,
            check_code=entry.check_code,
            exported_at=last.exported_at,
        )
        self._snapshots.keep(source.records.period, snapshot)

    def _named(self, changes: tuple[RecordChange, ...], records: PeriodRecords) -> tuple[RecordChange, ...]:
        titles = {
            (name, one.id): str(getattr(one, REGISTERS[name].naming_field))
            for name, own in _all_records(records).items()
            for one in own
        }
        gone = 0
        named = []
        for change in changes:
            title = titles.get((change.register, change.record_id), "")
            if change.fate is RecordFate.REMOVED and gone < _MOST_TITLES:
                gone += 1
                title = self._title(change)
            named.append(replace(change, title=title))
        return tuple(named)

    def _title(self, change: RecordChange) -> str:
        try:
            record = self._registers[change.register].get(change.record_id)
        except (ConflictError, KeyError):
            return ""
        return str(getattr(record, REGISTERS[change.register].naming_field))


def _all_records(records: PeriodRecords) -> dict[str, list[Any]]:
    awards = {one.id: one for one in (*records.nominations, *records.decisions)}
    return {
        "activities": list(records.activities),
        AWARDS.name: list(awards.values()),
        **{name: list(own) for name, own in records.others.items()},
    }


def _snapshot(source: ReportSource) -> ExportSnapshot:
    texts = source.texts()
    sections = text_sections(source.plan, source.records.period, with_other=source.has_other)
    funds = {f"funds:{group}": amount for group, amount in source.figures.funds.items()}
    return ExportSnapshot(
        revision=0,
        check_code="",
        exported_at="",
        figures={**source.figures.indicators, **funds},
        headings={one.key: one.heading for one in sections},
        texts={one.key: texts.get(one.key, "").strip() for one in sections},
        records={
            name: {one.id: one.save_count for one in own}
            for name, own in _all_records(source.records).items()
            if own
        },
    )

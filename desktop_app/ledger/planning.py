"""The yearly plan as a whole: its tasks and their progress, the document and its versions, the beginning of a year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from desktop_app.domain.due_items import DueItem, due_items
from desktop_app.domain.follow_up import has_open_ends
from desktop_app.domain.new_year import NewYear, without_plans
from desktop_app.domain.periods import ANNUAL, ReportPeriod, whole_year
from desktop_app.domain.plan_content import PlanContent, PlanPart, PlanTexts, PlanVersion, StoredPlan
from desktop_app.domain.plan_tasks import (
    Proposal,
    carried_over,
    done,
    new_standing_tasks,
    proposals,
)
from desktop_app.domain.plans import Plan
from desktop_app.domain.query import SOMETHING, Query
from desktop_app.domain.records.activities import Activity
from desktop_app.domain.records.tasks import Task
from desktop_app.domain.task_progress import Progress
from desktop_app.errors import InvalidValueError
from desktop_app.ledger.layout_desk import LayoutDesk
from desktop_app.report import writers
from desktop_app.report.plan_document import (
    PlanSource,
    parts,
    plan_content,
    plan_recipients_of,
    plan_report,
    usual_subject,
)
from desktop_app.report.task_progress import count_progress
from desktop_app.report.wording import document_number
from desktop_app.storage.database import Database
from desktop_app.storage.kept_files import KeptFiles
from desktop_app.storage.office import OfficeStore
from desktop_app.storage.operations import SET_UP, Clock, Operations
from desktop_app.storage.plan_versions import PlanVersionStore
from desktop_app.storage.register_store import RegisterStore
from desktop_app.storage.report_issues import ReportIssueStore
from desktop_app.vietnamese.dates import long_date

NEW_YEAR = "new_year"
_MOST = 10_000


class Planning:
    """What the pages of the plan need beside the register of tasks.

    Attributes:
        store: the officer's texts for the plan's document, and its versions.
    """

    def __init__(
        self,
        database: Database,
        operations: Operations,
        registers: Mapping[str, RegisterStore[Any]],
        settings: OfficeStore,
        plan: Callable[[int], Plan],
        clock: Clock,
        who: str,
    ) -> None:
        """Build the desk; `plan` gives that of a year, also of one without its own."""
        self._database, self._operations, self._registers = database, operations, registers
        self._settings, self._plan = settings, plan
        self._layouts = LayoutDesk(KeptFiles(database, clock))
        self._issues = ReportIssueStore(database, clock, who)
        self.store = PlanVersionStore(database, clock, who)

    @cached_property
    def _tasks(self) -> RegisterStore[Task]:
        return self._registers["tasks"]

    def tasks(self, year: int) -> list[Task]:
        """Return the tasks of a year, the first due on top."""
        return self._tasks.between(*whole_year(year))

    def progress(self, year: int) -> dict[str, Progress]:
        """Return how far the tasks of a year with a target are: id -> progress."""
        read: dict[str, Sequence[Any]] = {}

        def of(name: str) -> Sequence[Any]:
            if name not in read:
                store = self._registers[name]
                read[name] = store.between(*whole_year(year)) if store.register.date_field else store.all()
            return read[name]

        with self._database.read():
            return count_progress(self.tasks(year), of, ReportPeriod(year, ANNUAL, *whole_year(year)))

    def inspections(self, year: int) -> list[Activity]:
        """Return the inspections of a year, oldest first, and before them those of earlier years with open ends."""
        first, last = whole_year(year)
        query = Query(where={"inspection_kind": SOMETHING}, date_to=last, descending=False)
        found: list[Activity] = self._registers["activities"].fetch(query, 0, _MOST)
        return [one for one in found if (one.date_start or first) >= first or has_open_ends(one)]

    def due(self, year: int, today: date) -> list[DueItem]:
        """Return what of a year is late or due within two weeks, and the reports that were sent back."""
        with self._database.read():
            corrections = self._issues.open_corrections(year)
            return due_items(self.tasks(year), self.inspections(year), today, corrections)

    def proposals(self, year: int) -> list[Proposal]:
        """Return the tasks that the plan of a year suggests."""
        return proposals(self._plan(year), self._settings.office(year), year, self.tasks(year))

    def add_tasks(self, year: int, tasks: Sequence[Task]) -> None:
        """Add tasks as one operation."""
        with self._operations.begin("import", f"Đã thêm {len(tasks)} nhiệm vụ từ kế hoạch năm {year}") as one:
            self._tasks.add_all(one, tasks)

    def finish(self, tasks: Sequence[Task]) -> None:
        """Mark tasks as done, as one operation.

        Raises:
            ConflictError: one was changed since it was read.
        """
        with self._operations.begin("save", f"Đã ghi hoàn thành {len(tasks)} nhiệm vụ") as one:
            self._tasks.save_all(one, [done(task) for task in tasks])

    def set_up(self, year: int, plan: Plan) -> None:
        """Give a year the days on which its plan asks for activities, as far as it does not have them."""
        added = new_standing_tasks(plan, self._settings.office(year), year, self.tasks(year))
        if added:
            with self._operations.begin(SET_UP, f"Đã thêm việc thường kỳ của năm {year}") as one:
                self._tasks.add_all(one, added)

    def save_plan(self, year: int, plan: Plan) -> None:
        """Keep the plan of a year; a year that had none begins with the plan's days as tasks."""
        with self._database.write():
            is_new = year not in self._settings.years()
            self._settings.save_plan(year, plan)
            if is_new:
                self.set_up(year, plan)

    def begin_year(self, wanted: NewYear, before: int) -> None:
        """Begin a year: its plan, its tasks, the year being worked on; one operation, which can be taken back.

        Args:
            wanted: what the officer chose.
            before: the year whose tasks are carried over.
        """
        year = wanted.year
        with self._operations.begin(NEW_YEAR, f"Đã bắt đầu năm {year}") as one:
            text = msgspec.json.encode(wanted.plan).decode()
            self._operations.put(one, "plans", {"year": year, "plan": text})
            self._operations.put(one, "settings", {"key": "year", "value": str(year)})
            known = self.tasks(year)
            added = carried_over(year, self.tasks(before), known) if wanted.carry_tasks else []
            added += new_standing_tasks(wanted.plan, self._settings.office(year), year, [*known, *added])
            self._tasks.add_all(one, added)
            if wanted.reset_plans:
                units = self._registers["subunits"]
                units.save_all(one, without_plans(units.all()))

    def parts(self, year: int) -> list[PlanPart]:
        """Return the parts of the plan's document that are text, in printing order."""
        return parts(self._source(year))

    def usual_subject(self, year: int) -> str:
        """Return the trích yếu that is printed while the officer has written none."""
        return usual_subject(year)

    def content(self, year: int) -> PlanContent:
        """Return what would be printed now."""
        return plan_content(self._source(year))

    def save_texts(self, year: int, texts: PlanTexts) -> None:
        """Keep what the officer wrote for the plan's document."""
        self.store.save_texts(year, texts)

    def is_changed(self, year: int) -> bool:
        """Tell whether printing now would make a new version."""
        versions = self.store.versions(year)
        return not versions or versions[0].stored.content != self.content(year)

    def print_now(self, year: int, path: Path, note: str = "") -> PlanVersion:
        """Write the plan as it stands; changed content becomes a version.

        Args:
            year: of the plan.
            path: ends ".docx" or ".pdf".
            note: why the plan was changed; needed from the second version on.

        Raises:
            InvalidValueError: the reason is missing.
            ExportError: the file cannot be written; no version was made.
        """
        source, versions = self._source(year), self.store.versions(year)
        last = versions[0] if versions else None
        stored = self._stored(source)
        if last is not None and last.stored.content == stored.content:
            stored = replace(stored, replaces=last.stored.replaces)
            self._write(stored, year, last.version, path)
            return self.store.replace_stored(last, stored)
        if last is not None:
            if not note.strip():
                raise InvalidValueError("Kế hoạch đã khác bản in trước; hãy ghi lý do điều chỉnh, bổ sung.")
            stored = _as_replacement(year, stored, last.stored)
        self._write(stored, year, last.version + 1 if last else 1, path)
        with self._database.write():
            if stored.number != source.texts.number:  # the changed plan gets a number of its own
                self.store.save_texts(year, replace(source.texts, number="", issued_on=None))
            return self.store.add(year, stored, note)

    def print_version(self, version: PlanVersion, path: Path) -> None:
        """Write a version as it was.

        Raises:
            ExportError: the file cannot be written.
        """
        self._write(version.stored, version.year, version.version, path)

    def _stored(self, source: PlanSource) -> StoredPlan:
        return StoredPlan(
            content=plan_content(source),
            office=source.office,
            recipients=plan_recipients_of(source),
            number=source.texts.number,
            issued_on=source.texts.issued_on,
        )

    def _source(self, year: int) -> PlanSource:
        with self._database.read():
            return PlanSource(
                office=self._settings.office(year),
                plan=self._plan(year),
                year=year,
                texts=self.store.texts(year),
                tasks=self.tasks(year),
                documents=self._registers["documents"].all(),
            )

    def _write(self, stored: StoredPlan, year: int, version: int, path: Path) -> None:
        layout = self._layouts.of(stored.office).layout
        writers.write(
            path.suffix.removeprefix(".").lower(), plan_report(stored, year, version), path, layout=layout
        )


def _as_replacement(year: int, stored: StoredPlan, last: StoredPlan) -> StoredPlan:
    """Return a changed plan as a document of its own: it names the one it replaces, and has no number yet.

    A correction of content needs a new document of the same kind (domain research, corrections after review).
    """
    if (stored.number, stored.issued_on) == (last.number, last.issued_on):
        stored = replace(stored, number="", issued_on=None)
    if not last.number:
        return stored
    day = f" {long_date(last.issued_on)}" if last.issued_on else ""
    return replace(stored, replaces=f"{document_number(plan_report(last, year))}{day}")

"""Nhiệm vụ: the tasks of the year's plan, how far they are, and those that the plan itself suggests."""

from collections.abc import Collection, Mapping, Sequence

from desktop_app.domain.contents import content_codes, load_contents
from desktop_app.domain.indicators import load_indicators
from desktop_app.domain.labels.tasks import LATE, NOT_DONE, due_words
from desktop_app.domain.query import Query
from desktop_app.domain.records.tasks import Task, TaskStatus
from desktop_app.domain.registers import REGISTERS
from desktop_app.domain.task_progress import Progress
from desktop_app.ledger import Ledger
from desktop_app.vietnamese.dates import format_date
from desktop_app.vietnamese.numbers import format_integer
from ui.dialogs.plan_tasks_dialog import PlanTasksDialog
from ui.operations import Operations
from ui.pages.common_columns import UNSAVED, gap_column
from ui.pages.register_page import RegisterPage
from ui.pages.status_tones import status_tone
from ui.pages.stores import Store
from ui.pages.working_day import working_day
from ui.roles import Tone
from ui.widgets.buttons import make_button
from ui.widgets.filter_bar import Filter
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.table_model import Column

_MOST_OFFERED = 50


class TasksPage(RegisterPage[Task]):
    """The tasks; those whose target is reached are offered to be marked as done."""

    icon_name = "list-checks"

    def __init__(self, store: Store[Task], ledger: Ledger, operations: Operations) -> None:
        self._day = working_day(ledger)
        self._progress: dict[str, Progress] = {}
        super().__init__(store, ledger, operations)
        self._operations = operations
        self._reached: list[Task] = []
        self.from_plan_button = make_button("Lấy từ kế hoạch…", "from_plan_button", icon_name="list-checks")
        self.header.add(self.from_plan_button, before=self.new_button)
        self.notice = NoticeBar("info", "plain")
        self.finish_button = self.notice.add("Ghi hoàn thành", "finish_button")
        self.body.insertWidget(0, self.notice)
        self.table.order_by("due_on", descending=False)

        self.from_plan_button.clicked.connect(self._on_from_plan)
        self.finish_button.clicked.connect(self._on_finish)

    def columns(self) -> list[Column[Task]]:
        """Return the columns."""
        register = self._store.register
        return [
            Column("Hạn", due_words, sort="due_on", width=92),
            Column(register.label("title"), lambda task: task.title, sort="title"),
            Column("Tiến độ", self._percent, width=72, tone=self._progress_tone, optional=True),
            Column("Đạt được", self._reached_words, width=106, optional=True),
            Column(register.label("status"), self._state, sort="status", width=112, tone=self._state_tone),
            Column("Chủ trì", lambda task: task.responsible, sort="responsible", width=160, optional=True),
            gap_column(register),
        ]

    def filters(self) -> Sequence[Filter]:
        """Return the filters by content, state and unit in charge."""
        contents = [(one.code, f"{one.code} – {one.short_name}") for one in load_contents()]
        words = self._store.register.words.choices[TaskStatus]
        return (
            Filter("content_code", "Nội dung", [("", "Mọi nội dung"), *contents, ("-", "Chưa rõ nội dung")]),
            Filter(
                "status",
                "Trạng thái",
                [
                    ("", "Mọi trạng thái"),
                    (NOT_DONE, "Chưa xong"),
                    *((one.value, words[one]) for one in words),
                ],
            ),
            self._responsible_filter(),
        )

    def figures(self, query: Query) -> Sequence[tuple[str, str]]:
        """Return how many tasks are done, late, still to be done."""
        tasks = self._ledger.planning.tasks(self._ledger.year)
        if not tasks:
            return ()
        done = sum(task.status is TaskStatus.DONE for task in tasks)
        late = sum(task.is_late_on(self._day) for task in tasks)
        given_up = sum(task.status is TaskStatus.CANCELLED for task in tasks)
        return (
            ("Hoàn thành", f"{format_integer(done)}/{format_integer(len(tasks) - given_up)} nhiệm vụ"),
            (LATE, format_integer(late)),
        )

    def remark(self, record: Task) -> str:
        """Return the last day of a task that is due in a month, quarter or year, and its progress."""
        parts = []
        if record.last_day and record.last_day != record.due_on:
            parts.append(f"Chậm nhất {format_date(record.last_day)}")
        progress = self._progress.get(record.id)
        if progress:
            parts.append(f"Tiến độ {progress.words}")
        return " · ".join(parts)

    def follow(self, field: str, record: Task) -> Mapping[str, object]:
        """Offer the content of the indicator that was chosen."""
        if field != "target_indicator":
            return {}
        homes = {one.code: one.home for one in load_indicators()}
        home = homes.get(record.target_indicator, "")
        return {"content_code": home} if home in content_codes() else {}

    def receive_changes(self, changed: Collection[str]) -> None:
        """Follow every register: activities and others move the progress of tasks."""
        moved = not set(REGISTERS).isdisjoint(changed)
        super().receive_changes({*changed, self._store.register.name} if moved else changed)

    def refresh(self) -> None:
        """Count the progress again, then read the list."""
        year = self._ledger.year
        self._day = working_day(self._ledger)
        self._progress = self._ledger.planning.progress(year)
        self.filter_bar.set_choices(self._responsible_filter())
        super().refresh()
        tasks = self._ledger.planning.tasks(year)
        self._reached = [task for task in tasks if task.is_open and self._is_reached(task)]
        names = f": {self._reached[0].title}" if len(self._reached) == 1 else ""
        self.notice.say(
            f"{len(self._reached)} nhiệm vụ đã đạt chỉ tiêu nhưng chưa ghi hoàn thành{names}."
            if self._reached
            else ""
        )

    def _responsible_filter(self) -> Filter:
        units = self._store.suggestions("responsible", "", _MOST_OFFERED)
        choices = [("", "Mọi đơn vị"), *((unit, unit) for unit in sorted(units)), ("-", "Chưa ghi đơn vị")]
        return Filter("responsible", "Đơn vị chủ trì", choices)

    def _is_reached(self, task: Task) -> bool:
        progress = self._progress.get(task.id)
        return progress is not None and progress.is_reached

    def _reached_words(self, task: Task) -> str:
        progress = self._progress.get(task.id)
        return progress.amount_words if progress else ""

    def _percent(self, task: Task) -> str:
        progress = self._progress.get(task.id)
        return f"{format_integer(progress.percent)}%" if progress else ""

    def _progress_tone(self, task: Task) -> Tone | None:
        progress = self._progress.get(task.id)
        if progress is None:
            return None
        if progress.is_reached:
            return Tone.GOOD
        return Tone.BAD if task.is_late_on(self._day) else Tone.NEUTRAL

    def _state(self, task: Task) -> str:
        if self._is_unsaved(task.id):
            return UNSAVED
        return LATE if task.is_late_on(self._day) else self._store.register.words.choice(task.status)

    def _state_tone(self, task: Task) -> Tone:
        if self._is_unsaved(task.id):
            return Tone.WARNING
        return Tone.BAD if task.is_late_on(self._day) else status_tone(task.status)

    def _on_from_plan(self) -> None:
        year = self._ledger.year
        tasks = PlanTasksDialog.ask(self, year, self._ledger.planning.proposals(year))
        if tasks:
            self._operations.run(
                lambda: self._ledger.planning.add_tasks(year, tasks), changed={self._store.register.name}
            )

    def _on_finish(self) -> None:
        tasks = self._reached
        self._operations.run(lambda: self._ledger.planning.finish(tasks), changed={self._store.register.name})

"""The register of tasks on disk."""

from desktop_app.domain.records.tasks import Task
from desktop_app.domain.registers import TASKS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Task] = RegisterTable(TASKS, sorted_texts=("title", "responsible"))

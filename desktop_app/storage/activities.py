"""The register of activities on disk."""

from desktop_app.domain.records.activities import Activity
from desktop_app.domain.registers import ACTIVITIES
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Activity] = RegisterTable(ACTIVITIES, sorted_texts=("title", "organizer", "place"))

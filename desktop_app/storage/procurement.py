"""The register of procurement on disk."""

from desktop_app.domain.records.procurement import Procurement
from desktop_app.domain.registers import PROCUREMENT
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Procurement] = RegisterTable(PROCUREMENT, sorted_texts=("unit",))

"""The register of enterprises on disk."""

from desktop_app.domain.records.enterprises import Enterprise
from desktop_app.domain.registers import ENTERPRISES
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Enterprise] = RegisterTable(ENTERPRISES, sorted_texts=("name", "commune"))

"""The register of subunits on disk."""

from desktop_app.domain.records.subunits import Subunit
from desktop_app.domain.registers import SUBUNITS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Subunit] = RegisterTable(SUBUNITS, sorted_texts=("name",))

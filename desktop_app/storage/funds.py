"""The register of funds on disk."""

from desktop_app.domain.records.funds import FundEntry
from desktop_app.domain.registers import FUNDS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[FundEntry] = RegisterTable(FUNDS, sorted_texts=("purpose", "source"))

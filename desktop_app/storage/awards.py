"""The register of award nominations on disk."""

from desktop_app.domain.records.awards import AwardNomination
from desktop_app.domain.registers import AWARDS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[AwardNomination] = RegisterTable(AWARDS, sorted_texts=("name", "unit", "award_form"))

"""The register of steering committee on disk."""

from desktop_app.domain.records.steering_committee import CommitteeMember
from desktop_app.domain.registers import STEERING_COMMITTEE
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[CommitteeMember] = RegisterTable(
    STEERING_COMMITTEE, sorted_texts=("full_name", "position")
)

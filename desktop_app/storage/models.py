"""The register of models on disk."""

from desktop_app.domain.records.models import CampaignModel
from desktop_app.domain.registers import MODELS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[CampaignModel] = RegisterTable(MODELS, sorted_texts=("name", "unit"))

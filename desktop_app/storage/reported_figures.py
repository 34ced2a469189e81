"""The register of reported figures on disk."""

from desktop_app.domain.records.reported_figures import ReportedFigures
from desktop_app.domain.registers import REPORTED_FIGURES
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[ReportedFigures] = RegisterTable(REPORTED_FIGURES, sorted_texts=("body",))

"""The register of points of sale on disk."""

from desktop_app.domain.records.points_of_sale import PointOfSale
from desktop_app.domain.registers import POINTS_OF_SALE
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[PointOfSale] = RegisterTable(POINTS_OF_SALE, sorted_texts=("name", "commune"))

"""The register of ocop products on disk."""

from desktop_app.domain.records.ocop_products import OcopProduct
from desktop_app.domain.registers import OCOP_PRODUCTS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[OcopProduct] = RegisterTable(OCOP_PRODUCTS, sorted_texts=("name", "owner", "commune"))

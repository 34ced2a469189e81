"""The register of documents on disk."""

from desktop_app.domain.records.documents import Document
from desktop_app.domain.registers import DOCUMENTS
from desktop_app.storage.register_store import RegisterTable

TABLE: RegisterTable[Document] = RegisterTable(DOCUMENTS, sorted_texts=("abstract", "issuer"))

"""The package to e-mail: a Data Package in a zip, readable by people and by any program."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop_app.exchange.check_code import sha256
from desktop_app.exchange.tabular import GUARDED, Dataset

FORMAT_VERSION = "1.0"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The one time in a package's zip: the same content gives the same bytes."""

DOCUMENT_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def descriptor(
    name: str,
    title: str,
    about: Mapping[str, Any],
    tables: Sequence[Dataset],
    data: Mapping[str, bytes],
    documents: Mapping[str, bytes],
) -> bytes:
    """Return `datapackage.json` (Frictionless Data Package).

    `about` ties the package to unit, period and revision and stands under "sohangviet"; `data` has the bytes
    of each dataset by its path in the zip, `documents` those of the files for a person by their names.
    """
    package = {
        "profile": "data-package",
        "name": name.lower(),
        "title": title,
        "sohangviet": {
            "format_version": FORMAT_VERSION,
            **about,
            "signed": False,
            "signature_note": "Gói này chưa có chữ ký số; hãy đối chiếu mã kiểm tra với bản giấy.",
            "text_guard": f"Ô chữ bắt đầu bằng một trong {' '.join(map(repr, GUARDED))} được thêm một dấu ' ở đầu.",
        },
        "resources": [
            *(_table(table, data[path_of(table)]) for table in tables),
            *(document_resource(file, content) for file, content in documents.items()),
        ],
    }
    return descriptor_bytes(package)


def descriptor_bytes(package: Mapping[str, Any]) -> bytes:
    """Return a Data Package's description as it stands in the zip."""
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def path_of(table: Dataset) -> str:
    """Return where a dataset stands in the package."""
    return f"data/{table.name}.csv"


def _table(table: Dataset, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path_of(table),
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content)}",
        "rowcount": len(table.rows),
        "schema": table.schema(),
    }


def document_resource(file: str, content: bytes) -> dict[str, Any]:
    """Return how the description names a file for a person."""
    suffix = Path(file).suffix
    return {
        "name": file.lower(),
        "path": file,
        "format": suffix[1:],
        "mediatype": DOCUMENT_TYPES[suffix],
        "bytes": len(content),
        "hash": f"sha256:{sha256(content)}",
    }


def write_package(path: Path, files: Mapping[str, bytes]) -> None:
    """Write the zip; the order and times of its entries never change."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            # PDF, Word and Excel files are packed already: packing them again takes time and saves nothing.
            is_packed = Path(name).suffix in DOCUMENT_TYPES
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same bytes on Windows and elsewhere
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)

from pathlib import Path

import pytest

from desktop_app.report.layout import Layout, load_layout


@pytest.fixture
def layout() -> Layout:
    return load_layout()


@pytest.fixture
def pdf_path(tmp_path: Path) -> Path:
    return tmp_path / "BaoCao.pdf"


@pytest.fixture
def docx_path(tmp_path: Path) -> Path:
    return tmp_path / "BaoCao.docx"


@pytest.fixture
def xlsx_path(tmp_path: Path) -> Path:
    return tmp_path / "SoLieu.xlsx"

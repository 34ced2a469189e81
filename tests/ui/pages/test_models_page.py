from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox

from desktop_app.domain.records.models import CampaignModel, ModelKind
from ui.pages.models_page import ModelsPage


@pytest.fixture
def page(session, ledger) -> ModelsPage:
    store = ledger.register("models")
    store.save(CampaignModel(name="Gian hàng Việt", content_code="C4", participants=24, is_replicated=True))
    store.save(CampaignModel(name="Tổ dân phố", content_code="C2", ended_on=date(2023, 11, 21)))
    store.save(CampaignModel(name="Bà Lan", kind=ModelKind.GOOD_EXAMPLE, ended_on=date(2024, 1, 1)))
    session.window.show_page("models")
    found = session.window.current_page().part("models")
    assert isinstance(found, ModelsPage)
    found.refresh()
    return found


def names(page: ModelsPage) -> set[str]:
    model = page.table.model()
    return {model.index(row, 0).data() for row in range(model.rowCount())}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("state", "kept", {"Gian hàng Việt", "Bà Lan"}),
        ("state", "ended", {"Tổ dân phố"}),
        ("kind", "good_example", {"Bà Lan"}),
        ("content_code", "C4", {"Gian hàng Việt"}),
        ("content_code", "-", {"Bà Lan"}),
    ],
)
def test_the_filters(page, name, value, expected) -> None:
    combo = page.findChild(QComboBox, f"{name}_filter")
    combo.setCurrentIndex(combo.findData(value))
    assert names(page) == expected


def test_the_figures(page) -> None:
    assert page.figure_line.text() == "Đang duy trì: 2 · Đã được nhân rộng: 1 · Số người, hộ tham gia: 24"

from pathlib import Path

import pytest

from ui.settings_file import WindowSettings, read_settings, settings_path, write_settings


def test_settings_come_back(tmp_path: Path) -> None:
    path = settings_path(tmp_path / "Dữ liệu")
    settings = WindowSettings(last_ledger="C:/Users/Nguyễn Thị Đào/so.sohangviet", geometry="01ff")
    write_settings(path, settings)
    assert read_settings(path) == settings


@pytest.mark.parametrize("content", ["", "[]", "{", '{"unknown": 1}'])
def test_damaged_settings_are_as_at_first(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content)
    assert read_settings(path) == WindowSettings()


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write_settings(tmp_path / "file" / "window.json", WindowSettings())

import json
from pathlib import Path

import pytest

from ui.settings_file import WindowSettings, read_settings, write_settings


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "Dữ liệu" / "window.json"
    settings = WindowSettings(geometry="01ff").with_ledger("C:/Users/Nguyễn Thị Đào/so.sohangviet")
    write_settings(path, settings)
    assert read_settings(path) == settings
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"unknown": 1}', '{"recent": "a"}', '{"recent": [1, null]}', "[" * 90000]
)
def test_damaged_settings_are_as_at_first(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content)
    assert read_settings(path) == WindowSettings()


def test_settings_of_the_version_before_are_read(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text(json.dumps({"last_ledger": "a.sohangviet", "geometry": "01"}))
    assert read_settings(path) == WindowSettings("a.sohangviet", "01")


def test_the_last_five_ledgers_are_remembered_once_each() -> None:
    settings = WindowSettings()
    for name in "abcdefbb":
        settings = settings.with_ledger(name)
    assert settings.recent == ("b", "f", "e", "d", "c")
    assert settings.last_ledger == "b"


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write_settings(tmp_path / "file" / "window.json", WindowSettings())

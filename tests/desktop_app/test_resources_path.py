"""Data files are found beside the packages and in the built program."""

import sys

from desktop_app.resources_path import resource


def test_in_a_checkout():
    assert resource("contents.json").is_file()
    assert resource("plans").parent == resource()


def test_in_the_built_program(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("plans", "BT2023.json") == tmp_path / "resources" / "plans" / "BT2023.json"

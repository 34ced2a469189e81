"""The pure parts of the build on Windows; what it makes is tested with its pieces."""

import sys
from types import SimpleNamespace

import build
import pytest


def test_elsewhere_it_names_the_way(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(build, "os", SimpleNamespace(name="posix"))
    with pytest.raises(SystemExit, match=r"build_on_linux\.py"):
        build.main()


def test_another_python_would_go_into_the_program(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(build, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    with pytest.raises(SystemExit, match=r"Python 3\.11"):
        build.main()


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path):
    new, old = tmp_path / "build" / "SoHangViet", tmp_path / "SoHangViet"
    for folder, name in ((new, "new.dll"), (old, "old.dll")):
        folder.mkdir(parents=True)
        (folder / name).touch()
    build._put(new, old)
    assert [path.name for path in old.iterdir()] == ["new.dll"]
    assert not new.exists()


def test_a_folder_that_is_in_use_is_told(tmp_path, monkeypatch):
    def refuse(folder):
        raise PermissionError(13, "used by another process", str(folder))

    monkeypatch.setattr(build.shutil, "rmtree", refuse)
    with pytest.raises(SystemExit, match=r"Close what is open in"):
        build._delete(tmp_path)
    build._delete(tmp_path / "not there")

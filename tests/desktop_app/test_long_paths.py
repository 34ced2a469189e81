import os
from pathlib import Path, PureWindowsPath

import pytest

from desktop_app import long_paths
from desktop_app.long_paths import extended, extended_form, plain_form


@pytest.mark.parametrize(
    ("plain", "long"),
    [
        (r"C:\Người dùng\Sổ.sohangviet", r"\\?\C:\Người dùng\Sổ.sohangviet"),
        (r"\\may-chu\chung\Sổ.sohangviet", r"\\?\UNC\may-chu\chung\Sổ.sohangviet"),
    ],
)
def test_the_long_form_and_back(plain: str, long: str) -> None:
    assert extended_form(plain) == long
    assert extended_form(plain.replace("\\", "/")) == long
    assert extended_form(long) == long
    assert plain_form(long) == plain
    assert plain_form(plain) == plain


def test_a_device_stays_what_it_is() -> None:
    assert extended_form(r"\\.\pipe\SoHangViet") == r"\\.\pipe\SoHangViet"


def test_only_long_paths_are_written_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_paths.os, "name", "nt")
    monkeypatch.setattr(long_paths, "Path", PureWindowsPath)
    monkeypatch.setattr(os.path, "abspath", str)
    short, long = PureWindowsPath("C:/" + "x" * 200), PureWindowsPath("C:/" + "x" * 250)
    assert extended(short) == short
    assert str(extended(short, room=60)) == "\\\\?\\" + str(short)
    assert str(extended(long)) == "\\\\?\\" + str(long)
    assert str(extended(extended(long))) == "\\\\?\\" + str(long)


def test_other_systems_know_no_such_form(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["x" * 100] * 5)
    if os.name != "nt":
        assert extended(deep) is deep

"""The names of the Windows program come from pyproject.toml, and the program itself knows the same."""

from dataclasses import replace
from pathlib import Path

import pytest
from packing import names as known
from packing.names import Names

from desktop_app import running_mark
from desktop_app.version import VERSION
from ui import program_folders

ROOT = Path(__file__).parents[3]


def test_names_of_the_project():
    names = Names.read(ROOT)
    assert (names.version, names.product, names.program) == (VERSION, "Sổ Hàng Việt", "SoHangViet")
    assert names.exe == "SoHangViet.exe"
    assert names.installer == f"SoHangViet-{VERSION}-cai-dat.exe"
    assert names.portable == f"SoHangViet-{VERSION}-mang-theo.zip"
    assert names.publisher


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1", (1, 0, 0, 0)), ("0.4.0", (0, 4, 0, 0)), ("1.2.3.4", (1, 2, 3, 4))],
)
def test_windows_wants_four_numbers(version, numbers):
    assert replace(Names.read(ROOT), version=version).numbers == numbers


@pytest.mark.parametrize("version", ["1.2.3.4.5", "1.0rc1"])
def test_a_version_that_windows_does_not_know_is_refused(version):
    with pytest.raises(ValueError, match=r"1\.2\.3\.4\.5|0rc1"):
        _ = replace(Names.read(ROOT), version=version).numbers


def test_program_and_installer_agree():
    """Two names stand twice, in the program and in what installs it: they must be the same."""
    assert f"Local\\{known.MUTEX}" == running_mark.NAME
    assert program_folders.MARKER == known.MARKER

"""What is missing on a machine is named in one line that can be typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from wine import needs, work_folder

BUILD_SCRIPTS = Path(needs.__file__).parents[1]


def test_without_root_the_line_to_type_names_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs, "_PATH", str(tmp_path))
    monkeypatch.setattr(needs, "KEYRING", tmp_path / "keyring.gpg")
    with pytest.raises(SystemExit) as stopped:
        needs.ensure()
    words = str(stopped.value)
    assert re.search(
        r"^  sudo apt-get install -y .*debian-archive-keyring debootstrap nsis.*util-linux$", words, re.M
    )
    assert "sudo python3 build_scripts/build_on_linux.py" in words


def test_nothing_missing_nothing_to_install(monkeypatch, tmp_path):
    for program in needs.PROGRAMS:
        (tmp_path / program).touch(mode=0o755)
    (tmp_path / "keyring.gpg").touch()
    monkeypatch.setattr(needs, "_PATH", str(tmp_path))
    monkeypatch.setattr(needs, "KEYRING", tmp_path / "keyring.gpg")
    assert set(needs.missing_packages()) <= {"python3-pip"}


def test_the_first_script_starts_with_the_standard_library_alone():
    code = "import sys; sys.argv = ['x']; import build_on_linux; print(sorted(n for n in sys.modules if '.' not in n))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(BUILD_SCRIPTS)!r}); {code}"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "'wine'" in done.stdout
    assert "'packaging'" not in done.stdout


def test_the_fullness_of_a_folder_that_is_not_there_is_that_of_its_disk(tmp_path, monkeypatch):
    assert not work_folder.is_full(tmp_path / "not" / "there")
    monkeypatch.setattr(work_folder, "_NEXT_TO_NOTHING", 1 << 62)
    assert work_folder.is_full(tmp_path / "not" / "there")

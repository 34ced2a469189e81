"""`python -m desktop_app` as a program: real processes, real exit codes, no Qt behind a command."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop_app.__main__ import main
from desktop_app.version import VERSION

ROOT = Path(__file__).parents[2]


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_a_command_prints_vietnamese_and_its_exit_code(tmp_path):
    ledger = tmp_path / "sổ mẫu.sohangviet"
    assert _run("sample", "--ledger", ledger).returncode == 0
    again = _run("sample", "--ledger", ledger)
    assert again.returncode == 3
    assert "không ghi đè" in again.stderr
    found = _run("search", "--ledger", ledger, "phiên chợ", "--json")
    assert json.loads(found.stdout)


def test_wrong_words_are_two():
    assert _run("nonsense").returncode == 2


def test_commands_do_not_load_qt_or_export_libraries():
    code = (
        "import sys; import desktop_app.commands.main; "
        "print(sorted({'PySide6','reportlab','docx','xlsxwriter','ui'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.parametrize(
    ("frozen", "name"), [(True, "SoHangViet.exe totals"), (False, "python -m desktop_app totals")]
)
def test_help_says_what_is_typed(frozen, name, monkeypatch, capsys):
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/SoHangViet.exe")
    with pytest.raises(SystemExit) as ended:
        main(["totals", "--help"])
    assert ended.value.code == 0
    assert name in capsys.readouterr().out

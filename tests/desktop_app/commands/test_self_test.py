"""The self-test says what does not work, and where it stood; the whole of it passes in tests/test_no_network.py."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.commands.self_test import RESULT_FILE, TRACE_FILE, main
from desktop_app.commands.self_test_core import EXPECTED
from desktop_app.exchange.sample import DISTRICTS
from ui.self_test import checks as window_checks

ROOT = Path(__file__).parents[3]


def told(folder):
    return json.loads((folder / RESULT_FILE).read_text(encoding="utf-8"))


def parts(*checks):
    """Return a program of one part with these checks."""
    return {"part": lambda: lambda work: iter(checks)}


def broken():
    raise ValueError("Mất tệp “phông chữ”")


def test_all_that_works_is_noted(tmp_path, capsys):
    folder = tmp_path / "Kiểm tra máy" / "Lần một"
    assert main([str(folder)], parts(("one", lambda: "seen"), ("two", lambda: "too"))) == 0
    result = told(folder)
    assert (result["ok"], result["finished"], result["running"], result["frozen"]) == (True, True, "", False)
    assert [(one["name"], one["ok"], one["detail"]) for one in result["checks"]] == [
        ("part: modules", True, "loaded"), ("part: one", True, "seen"), ("part: two", True, "too"),
    ]  # fmt: skip
    assert "đạt 3/3" in capsys.readouterr().out
    assert not (folder / TRACE_FILE).exists()


def test_what_fails_is_named_and_hides_nothing(tmp_path, capsys):
    assert main([str(tmp_path)], parts(("one", broken), ("two", lambda: "seen"))) == 1
    one, two = told(tmp_path)["checks"][1:]
    assert (one["ok"], two["ok"], told(tmp_path)["ok"]) == (False, True, False)
    assert "ValueError: Mất tệp “phông chữ”" in one["detail"]
    assert "test_self_test.py" in one["detail"]
    assert "đạt 2/3" in capsys.readouterr().out


def test_a_part_that_cannot_be_loaded_is_a_result(tmp_path):
    def missing():
        raise ImportError("DLL load failed while importing QtGui")

    works = {"core": lambda: lambda work: iter([("one", lambda: "seen")])}
    assert main([str(tmp_path)], {"window": missing, **works}) == 1
    assert [(one["name"], one["ok"]) for one in told(tmp_path)["checks"]] == [
        ("window: modules", False), ("core: modules", True), ("core: one", True),
    ]  # fmt: skip


def test_a_test_of_nothing_does_not_pass(tmp_path):
    assert main([str(tmp_path)], {}) == 1


def test_an_end_in_the_middle_tells_where_it_was(tmp_path):
    def die():
        raise KeyboardInterrupt

    (tmp_path / RESULT_FILE).write_text('{"ok": true}', encoding="utf-8")  # of an earlier run
    with pytest.raises(KeyboardInterrupt):
        main([str(tmp_path)], parts(("one", lambda: "seen"), ("two", die)))
    result = told(tmp_path)
    assert (result["ok"], result["finished"], result["running"]) == (False, False, "part: two")


def test_a_crash_leaves_its_trace(tmp_path):
    code = (
        "import faulthandler, sys\n"
        "from desktop_app.commands.self_test import main\n"
        "main([sys.argv[1]], {'window': lambda: lambda work: iter([('page', faulthandler._sigsegv)])})\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode != 0
    assert told(tmp_path)["running"] == "window: page"
    assert "Fatal Python error" in (tmp_path / TRACE_FILE).read_text(encoding="utf-8")


def test_each_run_writes_into_a_folder_of_its_own(tmp_path):
    kept = tmp_path / "Sổ của tôi.sohangviet"
    kept.write_bytes(b"mine")
    works = []
    for _ in range(2):
        assert main([str(tmp_path)], {"part": lambda: lambda work: works.append(work) or ()}) == 0
    assert len(set(works)) == 2
    assert {work.parent for work in works} == {tmp_path}
    assert kept.read_bytes() == b"mine"


@pytest.mark.parametrize("arguments", [[], [""], ["a", "b"]])
def test_wrong_words_are_two_and_say_what_is_wanted(arguments, capsys):
    assert main(arguments, parts()) == 2
    assert "--self-test" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_three(tmp_path, capsys):
    (tmp_path / "tệp").write_text("một tệp", encoding="utf-8")
    assert main([str(tmp_path / "tệp" / "con")], parts()) == 3
    assert "Không ghi được vào thư mục" in capsys.readouterr().err


def test_the_expected_totals_are_of_every_sample(sample_of):
    assert set(EXPECTED) == set(DISTRICTS)
    for district, expected in EXPECTED.items():
        ledger = sample_of(district)
        counted = ledger.totals(ledger.year)["indicators"]
        assert {name: counted[name] for name in expected} == expected


def test_a_missing_platform_of_qt_is_said_before_qt_ends_the_program(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "gone:size=1x1")
    ((name, check),) = window_checks(tmp_path)
    assert name == "platform plugin"
    with pytest.raises(AssertionError, match="qgone is not in"):
        check()


@pytest.fixture(scope="module")
def broken_program(tmp_path_factory):
    """A copy of the program with a plan, a font, an icon and the icon of a list missing, tested as a whole."""
    root = tmp_path_factory.mktemp("bản cài hỏng")
    # What an editor is just writing beside a file may be gone before it is copied.
    unfinished = shutil.ignore_patterns("__pycache__", ".*", "*~", "*.tmp*", "*.new", "sed??????")
    for name in ("desktop_app", "ui", "resources"):
        shutil.copytree(ROOT / name, root / name, ignore=unfinished)
    for gone in ("plans/TH2024.json", "fonts/LiberationSerif-Italic.ttf", "icons/calendar-check.svg"):
        (root / "resources" / gone).unlink()
    (root / "resources" / "icons" / "wallet.svg").write_text("<svg", encoding="utf-8")
    home = root / "nhà"
    home.mkdir()
    surroundings = {name: text for name, text in os.environ.items() if not name.startswith("XDG_")}
    surroundings |= {name: str(home) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")}
    folder = root / "Kết quả"
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--self-test", str(folder)],
        cwd=root, env=surroundings | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, check=False,
    )  # fmt: skip
    return done, told(folder), home


def test_missing_files_of_the_program_are_found(broken_program):
    done, result, _ = broken_program
    assert done.returncode == 1, done.stderr
    assert (result["ok"], result["finished"]) == (False, True)
    failed = {one["name"]: one["detail"] for one in result["checks"] if not one["ok"]}
    assert "TH2024" not in failed["core: shipped data"].partition("plans")[2]
    assert "LiberationSerif-Italic.ttf" in failed["core: export ham_thuan_bac"]
    assert "wallet" in failed["window: icons"]
    assert "calendar-check.svg" in failed["window: main window"]


def test_the_self_test_leaves_nothing_in_the_users_own_folders(broken_program):
    _, _, home = broken_program
    assert [file for file in home.rglob("*") if file.is_file() and "fontconfig" not in file.parts] == []

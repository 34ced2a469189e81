"""What a build takes: the requirements of Windows, the mirror of apt, the copied source, an older version of it."""

import re
from pathlib import Path

import pytest
from wine import debian, requirements, source
from wine.screen import Window, read_window
from wine.steps import Steps

ROOT = Path(__file__).parents[3]
HASH = "--hash=sha256:" + "0" * 64


def test_the_lock_gives_what_windows_needs_with_all_hashes():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = requirements.for_windows(lock).splitlines()
    names = {line.partition("==")[0] for line in lines}
    assert {"pyside6-essentials", "pyrage", "pyinstaller", "pefile", "pywin32-ctypes", "colorama"} <= names
    assert "macholib" not in names
    assert all(re.fullmatch(r"\S+==\S+( --hash=sha256:[0-9a-f]{64})+", line) for line in lines)
    pinned = sum(1 for line in lock.splitlines() if re.match(r"\S+==", line))
    assert len(lines) == pinned - len(
        [line for line in lock.splitlines() if "sys_platform == 'darwin'" in line]
    )


def test_markers_are_judged_for_windows():
    lock = (
        f"a==1 ; sys_platform == 'win32' \\\n    {HASH}\n    # via b\n"
        f"b==2 ; sys_platform == 'linux' \\\n    {HASH}\n"
    )
    assert requirements.for_windows(lock) == f"a==1 {HASH}\n"


def test_nothing_without_a_hash_is_taken():
    with pytest.raises(ValueError, match="no hash: a==1"):
        requirements.for_windows("a==1\n")


@pytest.mark.parametrize(
    ("targets", "mirror"),
    [
        ("http://m.example/debian/ bookworm main", "http://m.example/debian/"),
        (
            "http://s.example/sec/ bookworm-security main\nhttps://x.example/deb/ bookworm contrib\n"
            "https://m.example/debian/ bookworm main\nhttp://second.example/ bookworm main",
            "https://m.example/debian/",
        ),
        ("cdrom://[Debian]/ bookworm main\nfile:/srv/debian/ bookworm main", "file:/srv/debian/"),
        ("http://m.example/debian/ trixie main", None),
        ("", None),
    ],
)
def test_the_mirror_is_the_one_of_apt(targets, mirror):
    assert debian.choose_mirror(targets, "bookworm") == mirror


@pytest.mark.parametrize(
    ("version", "before"), [("0.4.0", "0.3.9"), ("1.0.2", "1.0.1"), ("1.0.0", "0.9.9"), ("0.0.1", "0.0.0")]
)
def test_a_version_before(version, before):
    assert source.older(version) == before


def test_nothing_comes_before_the_first():
    with pytest.raises(ValueError, match="nothing comes before"):
        source.older("0.0.0")


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("source") / "copy"
    folder.mkdir()
    source.copy(ROOT, folder)
    return folder


def test_the_copy_holds_the_program_and_nothing_that_a_run_leaves(copied):
    for part in source.PARTS:
        assert (copied / part).exists()
    assert not [
        path for path in copied.rglob("*") if path.name == "__pycache__" or path.suffix == ".sohangviet"
    ]


def test_the_digest_follows_contents_and_names(copied, tmp_path):
    first = source.digest(copied)
    (copied / "ui/__pycache__").mkdir()
    (copied / "ui/__pycache__/app.cpython-311.pyc").touch()
    assert source.digest(copied) == first
    source.set_version(copied, "0.0.7")
    assert 'version = "0.0.7"' in (copied / "pyproject.toml").read_text(encoding="utf-8")
    assert 'VERSION = "0.0.7"' in (copied / "desktop_app/version.py").read_text(encoding="utf-8")
    second = source.digest(copied)
    assert second != first
    (copied / "LICENSE").rename(copied / "LICENCE")
    assert source.digest(copied) != second


def test_a_version_that_stands_nowhere_is_told(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the version stands 0 times"):
        source.set_version(tmp_path, "1.0")


def test_a_window_is_where_its_inside_stands():
    answer = (
        "\nxwininfo: Window id: 0xc00005\n\n  Absolute upper-left X:  -5\n  Absolute upper-left Y:  21\n"
        "  Relative upper-left X:  0\n  Relative upper-left Y:  21\n  Width: 1366\n  Height: 747\n  Depth: 24\n"
    )
    assert read_window(12, "Sổ", answer) == Window(12, "Sổ", x=-5, y=21, width=1366, height=747)


def test_steps_are_named_measured_and_summed(capsys):
    steps = Steps()
    with steps.step("one"):
        pass
    with steps.step("two"):
        pass
    assert capsys.readouterr().out == "== one\n== two\n"
    assert [line.split(" s  ")[1] for line in steps.table().splitlines()] == ["one", "two", "together"]


def test_fonts_of_other_writings_go(tmp_path):
    kept = (
        "noto/NotoSans-Bold.ttf",
        "noto/NotoSerif-Regular.ttf",
        "dejavu/DejaVuSans.ttf",
        "noto/README.txt",
    )
    for name in (*kept, "noto/NotoSansThai-Bold.ttf", "noto/NotoSerifKhmer-Regular.ttf", "urw/D050000L.otf"):
        path = tmp_path / "truetype" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    debian.thin_fonts(tmp_path)
    left = {path.relative_to(tmp_path / "truetype").as_posix() for path in tmp_path.rglob("*.*")}
    assert left == set(kept)

"""What the work folder holds is whole or not there; one build at a time; nothing mounted is deleted."""

import subprocess
import sys
from pathlib import Path

import pytest
from wine import work_folder
from wine.work_folder import WorkFolder

BUILD_SCRIPTS = Path(work_folder.__file__).parents[1]


@pytest.fixture
def work(tmp_path) -> WorkFolder:
    return WorkFolder(tmp_path)


def test_made_once_for_one_key(work):
    def fill(folder):
        (folder / "file").write_text("first", encoding="utf-8")

    def never(folder):
        raise AssertionError(folder)

    made = work.made("thing", "key 1", fill)
    assert made == work.path / "thing"
    assert work.made("thing", "key 1", never) == made
    assert (made / "file").read_text(encoding="utf-8") == "first"


def test_another_key_makes_it_anew_and_leaves_nothing_of_the_old(work):
    work.made("thing", "key 1", lambda folder: (folder / "old").touch())
    made = work.made("thing", "key 2", lambda folder: (folder / "new").touch())
    assert sorted(path.name for path in made.iterdir()) == ["made-for.txt", "new"]
    assert not work.is_made("thing", "key 1")
    assert [path.name for path in work.path.iterdir()] == ["thing"]


def test_what_was_broken_off_is_made_anew(work):
    def broken(folder):
        (folder / "half").touch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work.made("thing", "key", broken)
    assert not work.is_made("thing", "key")
    assert not (work.path / "thing").exists()
    made = work.made("thing", "key", lambda folder: (folder / "whole").touch())
    assert sorted(path.name for path in made.iterdir()) == ["made-for.txt", "whole"]


def test_a_failed_new_one_keeps_the_old_one(work):
    work.made("thing", "key 1", lambda folder: (folder / "old").touch())

    def broken(folder):
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        work.made("thing", "key 2", broken)
    assert work.is_made("thing", "key 1")


def test_two_builds_at_once_are_refused_and_the_lock_ends_with_its_process(work):
    code = (
        "import sys; from pathlib import Path; from wine.work_folder import WorkFolder\n"
        f"with WorkFolder(Path({str(work.path)!r})).locked():\n"
        "    print('locked', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=BUILD_SCRIPTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(SystemExit, match=rf"Another build is at work in .* \(process {other.pid}\)"):
            work.locked().__enter__()
        other.kill()
        other.wait()
    with work.locked():
        assert (work.path / "lock").read_bytes().strip()


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit, match="--work FOLDER"), WorkFolder(tmp_path / "file" / "x").locked():
        pass


def test_too_little_room_is_told_before_anything_begins(work):
    work.need_space(0)
    with pytest.raises(SystemExit, match="are free"):
        work.need_space(1e9)


def test_mounts_are_found_innermost_first():
    info = (
        "22 1 8:1 / / rw - ext4 /dev/vda rw\n"
        "30 22 0:5 / /w/a/trixie/dev rw - devtmpfs dev rw\n"
        "31 30 0:6 / /w/a/trixie/dev/shm rw - tmpfs tmpfs rw\n"
        "32 22 0:7 / /w/ab rw - tmpfs tmpfs rw\n"
        "33 22 0:8 / /w/a/with\\040space rw - tmpfs tmpfs rw\n"
    )
    assert work_folder.mounted_below(Path("/w/a"), info) == [
        Path("/w/a/with space"),
        Path("/w/a/trixie/dev/shm"),
        Path("/w/a/trixie/dev"),
    ]
    assert work_folder.mounted_below(Path("/w/a/trixie/proc"), info) == []


def test_links_are_deleted_not_followed(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").touch()
    gone = tmp_path / "gone"
    gone.mkdir()
    (gone / "link").symlink_to(kept)
    work_folder.remove(gone)
    work_folder.remove(gone)
    assert not gone.exists()
    assert (kept / "file").exists()

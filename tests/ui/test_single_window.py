"""One window for one ledger, with real processes and real sockets."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop_app.ledger import create_sample_ledger
from tests.ui.conftest import fixed_clock
from ui.single_window import WindowServer, call_window, socket_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets of Linux")

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from ui import app, later, ledger_lock, start
serve = later.window_server
def serve_and_tell(ledger, parent):
    server = serve(ledger, parent)
    server.called.connect(lambda files: print("called", len(files), flush=True))
    print("ready", flush=True)
    return server
later.window_server = serve_and_tell
later.open_package = lambda path, ledger, _parent: print("package", path.name, ledger is not None, flush=True)
ledger_lock.ask = lambda *_: print("asked", flush=True)
start.tell = lambda *_: print("told", flush=True)
ledger_lock.PATIENCE_MS = int(sys.argv[1])
code = app.main(sys.argv[2:])
print("ended", code, flush=True)
"""
PATIENT, HASTY = "60000", "300"


class Programs:
    """Starts the program on one ledger as often as wanted, and ends what still runs."""

    def __init__(self, folder: Path, runtime: Path) -> None:
        self.ledger = folder / "Sổ huyện.sohangviet"
        self._folder = folder
        self._environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(runtime)}
        self._running: list[Popen[str]] = []

    def start(self, *words: object, patience: str = PATIENT, cwd: Path = ROOT) -> Popen[str]:
        command = [sys.executable, "-c", PROGRAM, patience, *map(str, words)]
        started = Popen(
            [*command, "--data-dir", str(self._folder)],
            cwd=cwd,
            env=self._environment | {"PYTHONPATH": str(ROOT)},
            stdout=PIPE,
            encoding="utf-8",
        )
        self._running.append(started)
        return started

    def end(self) -> None:
        for one in self._running:
            one.kill()
            one.communicate()


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for sockets; those of pytest are too deep for them."""
    with TemporaryDirectory(prefix="shv") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def programs(tmp_path: Path, runtime: Path) -> Iterator[Programs]:
    made = Programs(tmp_path, runtime)
    create_sample_ledger(made.ledger, clock=fixed_clock).close()
    yield made
    made.end()


def said(program: Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_a_second_start_calls_the_first_and_ends(programs: Programs, tmp_path: Path) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    package = tmp_path / "Gói số 1.zip"
    package.write_bytes(b"")
    # The file alone is enough: it goes to the window of the ledger that was open last; its path may be relative.
    second = programs.start(package.name, cwd=tmp_path)
    assert (said(second), second.wait()) == ("ended 0", 0)
    assert [said(first), said(first)] == ["called 1", f"package {package.name} True"]
    third = programs.start()
    assert (said(third), said(first)) == ("ended 0", "called 0")


def test_more_files_than_a_request_holds_still_reach_the_window(programs: Programs, tmp_path: Path) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    packages = [tmp_path / f"{number}.zip" for number in range(25)]
    for package in packages:
        package.write_bytes(b"")
    second = programs.start(programs.ledger, *packages)
    assert (said(second), said(first)) == ("ended 0", "called 20")


def test_a_link_to_the_ledger_leads_to_its_window(programs: Programs, tmp_path: Path) -> None:
    link = tmp_path / "Lối tắt.sohangviet"
    link.symlink_to(programs.ledger)
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    second = programs.start(link)
    assert (said(second), said(first)) == ("ended 0", "called 0")


def test_a_package_is_shown_although_the_last_ledger_is_gone(programs: Programs, tmp_path: Path) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    first.kill()
    first.wait()
    programs.ledger.unlink()
    package = tmp_path / "Gói.zip"
    package.write_bytes(b"")
    second = programs.start(package)
    assert [said(second) for _ in range(3)] == ["told", "package Gói.zip False", "ended 0"]


def test_a_killed_program_leaves_nothing_in_the_way(programs: Programs) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    first.kill()
    first.wait()
    assert Path(f"{programs.ledger}.lock").exists(), "it was killed: its lock is still there"
    second = programs.start(programs.ledger)
    assert said(second) == "ready"
    third = programs.start(programs.ledger)
    assert (said(third), said(second)) == ("ended 0", "called 0")


def test_a_window_that_hangs_is_not_waited_for_long(programs: Programs) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    first.send_signal(signal.SIGSTOP)
    second = programs.start(programs.ledger, patience=HASTY)
    assert [said(second), said(second)] == ["asked", "ended 0"]


def test_of_starts_at_the_same_moment_one_opens_the_ledger(programs: Programs) -> None:
    started = [programs.start(programs.ledger) for _ in range(4)]
    words = [said(one) for one in started]
    assert sorted(words) == ["ended 0", "ended 0", "ended 0", "ready"]
    window = started[words.index("ready")]
    assert [said(window) for _ in range(3)] == ["called 0"] * 3


def test_a_second_start_takes_over_from_a_window_that_is_just_ending(programs: Programs) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    first.send_signal(signal.SIGSTOP)
    second = programs.start(programs.ledger)
    first.kill()
    assert said(second) == "ready"


def test_the_program_itself_ends_with_zero(programs: Programs, tmp_path: Path) -> None:
    first = programs.start(programs.ledger)
    assert said(first) == "ready"
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", programs.ledger.as_uri(), "--data-dir", str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, said(first)) == (0, "called 0")


@pytest.fixture
def server(qtbot: QtBot, tmp_path: Path, runtime: Path) -> Iterator[WindowServer]:
    owner = QObject()
    made = WindowServer(tmp_path / "a.sohangviet", owner)
    yield made
    made.close()


def _connect(tmp_path: Path) -> socket.socket:
    name = socket_name(tmp_path / "a.sohangviet")
    assert name is not None
    caller = socket.socket(socket.AF_UNIX)
    caller.connect(name)
    caller.setblocking(False)
    return caller


@pytest.mark.parametrize(
    "sent",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\xff\xfe\x00\n",
        b"[" * 40_000 + b"\n",
        b'{"open": "/a.zip"}\n',
        b'{"open": [1]}\n',
        b'{"open": ["a.zip"]}\n',
        b'{"open": ["/a\\u0000.zip"]}\n',
        b'{"open": [%s"/a"]}\n' % (b'"/a",' * 20),
        b"[]\n",
        b"x" * 70_000,
        b"x" * 70_000 + b"\n",
    ],
)
def test_hostile_bytes_are_hung_up_on(
    qtbot: QtBot, server: WindowServer, tmp_path: Path, sent: bytes
) -> None:
    heard: list[object] = []
    server.called.connect(heard.append)
    with _connect(tmp_path) as caller:
        caller.sendall(sent)
        qtbot.waitUntil(lambda: _is_hung_up(caller))
    assert heard == []


def test_a_silent_crowd_does_not_keep_others_out(qtbot: QtBot, server: WindowServer, tmp_path: Path) -> None:
    heard: list[list[Path]] = []
    server.called.connect(heard.append)
    with ExitStack() as crowd:
        silent = [crowd.enter_context(_connect(tmp_path)) for _ in range(12)]
        qtbot.waitUntil(lambda: sum(map(_is_hung_up, silent)) == 4)
    with _connect(tmp_path) as caller:
        caller.sendall(b'{"open": ["/a.zip"]}\n')
        qtbot.waitUntil(lambda: heard == [[Path("/a.zip")]])


def test_a_request_may_come_in_pieces(qtbot: QtBot, server: WindowServer, tmp_path: Path) -> None:
    heard: list[list[Path]] = []
    server.called.connect(heard.append)
    with _connect(tmp_path) as caller:
        for piece in (b'{"open":', b' ["/S\xe1\xbb', b'\x95.zip"]}', b"\n"):
            caller.sendall(piece)
            QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: _is_hung_up(caller))
    assert heard == [[Path("/Sổ.zip")]]


def _is_hung_up(caller: socket.socket) -> bool:
    """Tell whether the other side has ended the connection; an answer before that is read and passed over."""
    try:
        while caller.recv(100):
            pass
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True
    return True


def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, folder = tmp_path / "a.sohangviet", runtime / f"so-hang-viet-{os.getuid()}"
    assert Path(str(socket_name(ledger))).parent == folder
    folder.chmod(0o777)
    assert socket_name(ledger) is None
    folder.rmdir()
    (tmp_path / "other").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "other")
    assert socket_name(ledger) is None
    assert not call_window(ledger, [], os.getpid(), 1)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    (runtime / "so-hang-viet-12345").mkdir(mode=0o700)
    assert socket_name(ledger) is None


def test_a_ledger_has_one_name_however_it_is_written(tmp_path: Path, runtime: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    name = socket_name(tmp_path / "a.sohangviet")
    assert socket_name(tmp_path / "link" / "x" / ".." / "a.sohangviet") == name
    assert socket_name(tmp_path / "b.sohangviet") != name


def test_a_place_too_deep_for_sockets_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("x" * 90)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert socket_name(tmp_path / "a.sohangviet") is None

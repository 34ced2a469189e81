"""The program makes no network call: its self-test and a year's work in the window run where one would kill it."""

import ast
import json
import os
import platform
import signal
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.no_network import REFUSED, filter_for

ROOT = Path(__file__).parents[1]
MACHINES = ("x86_64", "aarch64")
WAYS = ("kernel", "audit") if sys.platform == "linux" and platform.machine() in MACHINES else ("audit",)
"""Only Linux can be asked to kill; elsewhere Python's own events are all that can be watched."""
KILLED = {"kernel": -signal.SIGSYS, "audit": REFUSED} if len(WAYS) == 2 else {"audit": REFUSED}
NETWORK_MODULES = {
    "asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket", "socketserver",
    "ssl", "telnetlib", "urllib.request", "webbrowser", "xmlrpc", "PySide6.QtWebSockets",
    "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
}  # fmt: skip
LOCAL_CLASSES = {"QLocalServer", "QLocalSocket"}
"""What may come from QtNetwork: it talks within the computer."""

PYTHON = "import socket; socket.socket(socket.{})"
LIBRARY = "import ctypes, socket; ctypes.CDLL(None).socket(int(socket.{}), 1, 0)"
LOOK_UP = "import socket; socket.getaddrinfo('example.invalid', 80)"
QT = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QTcpSocket
application = QCoreApplication([])
socket = QTcpSocket()
socket.connectToHost("127.0.0.1", 9)
socket.waitForConnected(2000)
"""
NO_PRINTING_SERVICE = "/nonexistent/cups.sock"
"""Qt asks Linux's own printing service for printers; where that has no local socket, its library tries port 631."""
HARMLESS = "import socket; socket.socket(socket.AF_UNIX).close(); print('done')"
"""What must not be killed, and what must be: without such controls a filter that does nothing would pass."""


def run(way, *arguments, folder=None):
    command = [sys.executable, "-m", "tests.no_network", way, *map(str, arguments)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "CUPS_SERVER": NO_PRINTING_SERVICE}
    return subprocess.run(
        command, cwd=folder or ROOT, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("way", WAYS)
def test_what_a_network_call_is_does_not_pass_unseen(way):
    for code in (PYTHON.format("AF_INET"), PYTHON.format("AF_INET6")):
        assert run(way, "-c", code).returncode == KILLED[way], code
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0, code
    assert run(way, "-c", LOOK_UP).returncode == KILLED[way]
    harmless = run(way, "-c", HARMLESS)
    assert (harmless.returncode, harmless.stdout.strip()) == (0, "done"), harmless.stderr


@pytest.mark.parametrize("code", [LIBRARY.format("AF_INET"), LIBRARY.format("AF_INET6"), QT])
@pytest.mark.parametrize("way", [way for way in WAYS if way == "kernel"])
def test_the_kernel_sees_what_python_does_not(way, code):
    assert run(way, "-c", code).returncode == KILLED[way]
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


@pytest.mark.parametrize("way", [way for way in WAYS if way == "kernel"])
def test_a_started_program_does_not_escape_the_kernel(way):
    started = f"subprocess.run([sys.executable, '-c', {PYTHON.format('AF_INET')!r}])"
    done = run(way, "-c", f"import subprocess, sys; print({started}.returncode)")
    assert (done.returncode, done.stdout.strip()) == (0, str(KILLED[way]))


def test_starting_another_program_is_refused_by_the_audit():
    assert run("audit", "-c", "import subprocess; subprocess.run(['true'])").returncode == REFUSED


@pytest.mark.parametrize(
    ("call", "family", "passes"),
    [
        (0, 0, True), (0, 2, True), ("socket", 1, True), ("socket", 2, False), ("socket", 10, False),
        ("socket", 16, False), ("socket", 17, False), (425, 8, False), (0x4000_0029, 1, False), (0x4000_0000, 1, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("machine", MACHINES)
def test_the_filter_lets_through_what_is_local(machine, call, family, passes):
    mark, socket_call = {"x86_64": (0xC000_003E, 41), "aarch64": (0xC000_00B7, 198)}[machine]
    number = socket_call if call == "socket" else call
    assert verdict(machine, number, mark, family) is passes
    assert verdict(machine, number, 0x4000_0003, family) is False  # 32-bit calls have other numbers


def verdict(machine, number, mark, family):
    """Run the filter as the kernel would; return whether the call goes through."""
    data = struct.pack("IIQQ", number, mark, 0, family)
    program = [struct.unpack("HBBI", line) for line in batched(filter_for(machine))]
    place, held = 0, 0
    while True:
        code, yes, no, value = program[place]
        if code == 0x06:
            return value == 0x7FFF_0000
        if code == 0x20:
            (held,) = struct.unpack_from("I", data, value)
            place += 1
        else:
            is_so = held >= value if code == 0x35 else held == value
            place += 1 + (yes if is_so else no)


def batched(program):
    return [program[at : at + 8] for at in range(0, len(program), 8)]


@pytest.mark.parametrize("way", WAYS)
def test_the_self_test_passes_without_a_network(way, tmp_path):
    folder = tmp_path / "Kiểm tra không mạng"
    done = run(way, "-m", "desktop_app", "--self-test", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    assert told["ok"]
    assert {one["name"].partition(":")[0] for one in told["checks"]} == {"core", "window"}


@pytest.mark.parametrize("way", WAYS)
def test_a_year_of_work_in_the_window_needs_no_network(way):
    done = run(way, "-m", "pytest", "tests/ui/test_whole_year.py", "-q")
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_source_file_asks_for_the_network():
    faults = []
    files = [*(ROOT / "desktop_app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    assert len(files) > 300
    for file in files:
        for name, taken in imports(ast.parse(file.read_text(encoding="utf-8"))):
            is_network = any(name == one or name.startswith(f"{one}.") for one in NETWORK_MODULES)
            if is_network or (name == "PySide6.QtNetwork" and taken not in LOCAL_CLASSES):
                faults.append(f"{file.relative_to(ROOT)}: {name} {taken}")
    assert faults == []


def imports(tree):
    """Yield what a file imports: (module, name or ""); `from a import b` counts as a.b as well."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.module, alias.name
                yield f"{node.module}.{alias.name}", alias.name


def test_the_look_at_the_source_sees_every_way_to_import():
    code = "import urllib.request\nfrom PySide6 import QtNetwork\nfrom PySide6.QtNetwork import QTcpSocket"
    names = [name for name, _ in imports(ast.parse(code))]
    assert {"urllib.request", "PySide6.QtNetwork", "PySide6.QtNetwork.QTcpSocket"} <= set(names)

"""One window for one ledger: a second start tells the first what it wants opened, and the first comes forward.

They talk over a local socket (Linux) or a named pipe (Windows) that only the same user can reach; nothing of it touches
a network. The request is one line of JSON, the answer `ok`. Everything else that comes is hung up on.
"""

import ctypes
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.long_paths import plain_form, real_path

_ANSWER = b"ok\n"
_LONGEST_REQUEST = 64 * 1024
_MOST_FILES = 20
_MOST_CALLERS = 8
_SILENCE_MS = 5000
"""Who says nothing for so long is hung up on."""
_LONGEST_SOCKET_NAME = 100
"""Bytes; the system's own limit is 108 (sun_path, unix(7))."""


def socket_name(ledger: Path) -> str | None:
    """Return the name at which the window of a ledger listens, None when there is no safe place for it.

    Args:
        ledger: however it is named; the same file has one name.
    """
    whole = os.path.normcase(plain_form(str(real_path(ledger))))
    key = hashlib.sha256(os.fsencode(whole)).hexdigest()[:32]
    if sys.platform == "win32":
        return f"SoHangViet.{key}"
    folder = _own_folder()
    name = str(folder / key) if folder else ""
    return name if 0 < len(os.fsencode(name)) <= _LONGEST_SOCKET_NAME else None


class WindowServer(QObject):
    """Listens for other starts with the ledger of this window.

    Attributes:
        called: another start wants the window to come forward, and these files opened in it.
    """

    called = Signal(list)

    def __init__(self, ledger: Path, parent: QObject) -> None:
        """Listen; what a killed program left behind is taken away first.

        Args:
            ledger: of this window, which holds its lock.
            parent: the owner.
        """
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._callers: list[_Caller] = []
        name = socket_name(ledger)
        if name is not None:
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._callers) >= _MOST_CALLERS:
                self._callers[0].hang_up()  # who came first and still says nothing
            caller = _Caller(socket, self)
            self._callers.append(caller)
            caller.asked.connect(self.called)
            caller.left.connect(self._forget)
            caller.listen()

    def _forget(self) -> None:
        caller = self.sender()
        if isinstance(caller, _Caller) and caller in self._callers:
            self._callers.remove(caller)
            caller.deleteLater()


class _Caller(QObject):
    """One connection, until it has asked or is hung up on."""

    asked = Signal(list)
    left = Signal()

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(_LONGEST_REQUEST)
        self._patience = QTimer(self, interval=_SILENCE_MS, singleShot=True)
        self._patience.timeout.connect(self.hang_up)
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(self.left)

    def hang_up(self) -> None:
        """End the connection at once."""
        self._socket.abort()

    def listen(self) -> None:
        """Read what has come already, and wait for the rest."""
        self._patience.start()
        self._on_ready()
        if self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self.left.emit()

    def _on_ready(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() >= _LONGEST_REQUEST:
                self.hang_up()
            return
        files = _read_request(bytes(self._socket.readLine().data()))
        if files is None:
            self.hang_up()
            return
        self._socket.readyRead.disconnect(self._on_ready)
        self._socket.write(_ANSWER)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self.asked.emit(files)


def call_window(ledger: Path, files: Sequence[Path], process: int, patience_ms: int) -> bool:
    """Ask the window of a ledger to come forward and to open files; say whether it answered.

    Args:
        ledger: whose window.
        files: to open in it, whole paths.
        process: the number of the process that holds the lock of the ledger, 0 when there is none. On Windows nobody
            else may answer: the name of a pipe is open to whoever takes it first.
        patience_ms: how long to wait for the answer.
    """
    name = socket_name(ledger)
    if name is None:
        return False
    deadline = QDeadlineTimer(patience_ms)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience_ms) or not _is_answered_by(socket, process):
        socket.abort()
        return False
    _let_come_forward(process)
    socket.write(_request(files))
    while not socket.canReadLine() and not deadline.hasExpired():
        if not socket.waitForReadyRead(max(1, deadline.remainingTime())):
            break
    answered = socket.readAll().data() == _ANSWER
    socket.abort()
    return answered


def _request(files: Sequence[Path]) -> bytes:
    """Return the request for the first of the files, as many as one request may name."""
    names = [str(file) for file in files[:_MOST_FILES]]
    while len(line := json.dumps({"open": names}).encode() + b"\n") >= _LONGEST_REQUEST:
        names.pop()
    return line


def _read_request(line: bytes) -> list[Path] | None:
    """Return the files that are asked for, None when this is no request of our program."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        return None
    names = request.get("open") if isinstance(request, dict) else None
    if not isinstance(names, list) or len(names) > _MOST_FILES:
        return None
    if not all(isinstance(name, str) and "\0" not in name and os.path.isabs(name) for name in names):
        return None
    return [Path(name) for name in names]


def _own_folder() -> Path | None:
    """Return a folder that only this user can enter, for the sockets; it is made when it is missing."""
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = (Path(own) if own else Path(tempfile.gettempdir())) / f"so-hang-viet-{os.getuid()}"
    try:
        folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return None
    # In a folder that everybody writes somebody else may have been first.
    is_ours = stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid()
    return folder if is_ours and not about.st_mode & (stat.S_IRWXG | stat.S_IRWXO) else None


def _is_answered_by(socket: QLocalSocket, process: int) -> bool:
    answers = True  # the socket lies in a folder that nobody else can enter
    if sys.platform == "win32":
        found = ctypes.c_ulong()
        pipe = ctypes.c_void_p(int(socket.socketDescriptor()))
        is_known = ctypes.windll.kernel32.GetNamedPipeServerProcessId(pipe, ctypes.byref(found))
        answers = bool(is_known) and found.value == process
    return answers


def _let_come_forward(process: int) -> None:
    """Give the right to come forward, which this start has from the user's click, to the window's process."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(process)

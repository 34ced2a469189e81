"""Runs code or a module where the network is forbidden: by the kernel (Linux), by Python's audit events (anywhere).

    python -m tests.no_network kernel|audit -m MODULE [ARGUMENT…]
    python -m tests.no_network kernel|audit -c CODE

The kernel kills the process, and every process that it starts, at the first socket that is not local (AF_UNIX),
whoever asks for it: Python, Qt, a library in C. Audit events see only what Python does, but on Windows too; the
process ends with `REFUSED`.
"""

import ctypes
import os
import platform
import runpy
import socket
import struct
import sys

REFUSED = 97
"""Exit code after a forbidden audit event."""

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_KILL_PROCESS, _ALLOW = 0x8000_0000, 0x7FFF_0000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
"""Codes of the kernel's filter language (linux/bpf_common.h)."""
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
"""Places in `struct seccomp_data` (linux/seccomp.h)."""
_MACHINES = {"x86_64": (0xC000_003E, 41), "aarch64": (0xC000_00B7, 198)}
"""How the kernel names a machine, and the number of its call `socket`."""
_IO_URING_SETUP, _OTHER_CALLS = 425, 0x4000_0000
"""A ring makes sockets without the call; numbers from here on are those of another way of calling (x32)."""
_FORBIDDEN = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request",
    "http.client.connect", "smtplib.connect", "ftplib.connect", "imaplib.open", "poplib.connect",
    "telnetlib.Telnet.open", "webbrowser.open", "subprocess.Popen", "os.system", "os.startfile",
}  # fmt: skip
"""Asking other programs to do it is forbidden, too."""


def filter_for(machine: str) -> bytes:
    """Return the kernel's filter: any other machine, any ring, any socket but AF_UNIX kills the process."""
    mark, socket_call = _MACHINES[machine]
    lines = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 0, 7, mark),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, 5, 0, _OTHER_CALLS),
        (_EQUAL, 4, 0, _IO_URING_SETUP),
        (_EQUAL, 0, 2, socket_call),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_EQUAL, 0, 1, socket.AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)


def forbid_by_kernel() -> None:
    """Put the filter on this process for ever, and on all that it starts; needs no rights.

    Raises:
        OSError: the kernel does not take it.
    """
    program = filter_for(platform.machine())
    held = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    for order in (
        (_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.create_string_buffer(head, len(head)), 0, 0),
    ):
        if libc.prctl(*order) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))


def forbid_by_audit() -> None:
    """End this process with `REFUSED` at the first forbidden event of Python's own libraries."""
    local = getattr(socket, "AF_UNIX", -1)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        is_socket = event == "socket.__new__" and arguments[1] not in (local, -1)
        if is_socket or event in _FORBIDDEN:
            os.write(2, f"refused: {event} {arguments!r}\n".encode(errors="backslashreplace"))
            os._exit(REFUSED)

    sys.addaudithook(hear)


def main(arguments: list[str]) -> None:
    """Forbid, then run what is named."""
    way, kind, what = arguments[:3]
    {"kernel": forbid_by_kernel, "audit": forbid_by_audit}[way]()
    if kind == "-c":
        exec(compile(what, "<code>", "exec"), {"__name__": "__main__"})
    else:
        sys.argv = [what, *arguments[3:]]
        runpy.run_module(what, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])

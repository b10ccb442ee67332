"""The running server as the system shows it: its pid file, process and socket."""

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

SOCKET: Final = ".s.PGSQL.5432"
# Lines of postmaster.pid, as PostgreSQL's src/include/utils/pidfile.h lists them.
_PID_LINE, _START_LINE, _STATUS_LINE = 0, 2, 7


@dataclass(frozen=True)
class Postmaster:
    """The server's main process; ``started`` in seconds since 1970."""

    pid: int
    started: int
    status: str

    @property
    def is_ready(self) -> bool:
        """It has come up and is not going down."""
        return self.status == "ready"


def read(data: Path) -> Postmaster | None:
    """Return the process that serves a data directory, ready or not.

    After a ``kill -9`` or a reboot the pid file stays behind, and its number may by
    then belong to any other program: that is no server.
    """
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not lines or not lines[_PID_LINE].strip().isdigit():
        return None
    pid = int(lines[_PID_LINE])
    if not _serves(pid, data):
        return None
    complete = len(lines) > _STATUS_LINE
    return Postmaster(
        pid=pid,
        started=int(lines[_START_LINE]) if complete else 0,
        status=lines[_STATUS_LINE].strip() if complete else "starting",
    )


def forget(data: Path, sockets: Path) -> None:
    """Remove what a dead server left, which would keep the next one from starting.

    PostgreSQL takes any live process of that number for a server. To be called under
    the folder's lock.
    """
    if read(data) is None:
        for left in (
            data / "postmaster.pid",
            sockets / SOCKET,
            sockets / f"{SOCKET}.lock",
        ):
            left.unlink(missing_ok=True)


def answers(sockets: Path) -> bool:
    """Tell whether somebody listens on the socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(sockets / SOCKET))
        except (FileNotFoundError, ConnectionError):
            return False
    return True


def last_words(log: Path) -> str:
    """Return what stopped the server, as its log's end says; empty if it does not."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ""
    for line in reversed(lines[-50:]):
        _before, fatal, reason = line.partition("FATAL:")
        if fatal:
            return reason.strip()
    return ""


def _serves(pid: int, data: Path) -> bool:
    try:
        command = psutil.Process(pid).cmdline()
    except psutil.NoSuchProcess:  # a zombie, too
        return False
    except psutil.AccessDenied:
        return True  # rather refuse to start than start a second server
    return str(data) in command and Path(command[0]).name == "postgres"

"""The embedded server: one per data folder, shared by every process that needs it.

It is its own process in its own session and outlives whoever started it. Whatever
changes the folder or starts the server holds a file lock, so that of several
processes at once one does the work and the others find it done.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from time import monotonic, sleep

from chancery.env import SettingError
from chancery.postgres import cluster, postmaster
from chancery.postgres.location import (
    MARKER,
    Account,
    account_for,
    claim,
    socket_directory,
)
from chancery.postgres.programs import programs_for, run

_LOCK_SECONDS = 120
_START_SECONDS = 60
# After a kill -9 of the server its last children take a moment to notice.
_ORPHAN_SECONDS = 20
_POLL_SECONDS = 0.05
_LOG_BYTES = 5_000_000


class ServerError(SettingError):
    """The embedded server cannot be used: one line that says why and what to do."""

    def __init__(self, problem: str) -> None:
        """Name the part of the house that the problem is in."""
        super().__init__(f"Embedded PostgreSQL: {problem}")


@dataclass(frozen=True)
class EmbeddedServer:
    """The server of one folder; ``chancery.postgres.location`` says where that is."""

    home: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.home / "cluster"

    @property
    def log(self) -> Path:
        """What the server had to say."""
        return self.home / "server.log"

    @property
    def sockets(self) -> Path:
        """The folder of the socket that it listens on, and on nothing else."""
        return socket_directory(self.home)

    @property
    def account(self) -> Account:
        """The system user that it runs as."""
        return account_for(self.home)

    def running(self) -> postmaster.Postmaster | None:
        """Return the server's process when it is up and answers."""
        with self._plainly():
            process = postmaster.read(self.data)
        if process and process.is_ready and postmaster.answers(self.sockets):
            return process
        return None

    def start(self) -> bool:
        """Make the database if there is none, and start the server if it is down.

        Tells whether it had to be started. Raises ``ServerError``.
        """
        if self.running():
            return False
        with self._plainly():
            self._claim()
            with self._locked() as lock:
                return self._started(lock)

    def stop(self) -> bool:
        """End the server, its clients' sessions too; tell whether there was one."""
        with self._plainly():
            if not (self.home / MARKER).exists():
                return False
            with self._locked():
                return self._stopped()

    def reset(self) -> bool:
        """End the server and delete all its data; tell whether there was any."""
        with self._plainly():
            if not (self.home / MARKER).exists():
                return False
            with self._locked():
                self._stopped()
                had_data = self.data.exists()
                cluster.discard(self.home)
                self.log.unlink(missing_ok=True)
                shutil.rmtree(self.sockets, ignore_errors=True)
                return had_data

    def _started(self, lock: int) -> bool:
        process = self._settled()
        if process and process.is_ready:
            if postmaster.answers(self.sockets):
                return False
            # Its socket is gone (a cleaner of temporary files, say): nobody can reach
            # it any more, so it has to make a new one.
            self._stopped()
        cluster.sweep(self.home)
        account = self.account
        programs = programs_for(account)
        if not self.data.exists():
            problem = cluster.make(self.home, programs, account, lock)
        else:
            problem = cluster.defect(self.data)
        if problem:
            raise ServerError(problem)
        self._launch(programs, account)
        return True

    def _settled(self) -> postmaster.Postmaster | None:
        """Return the server's process once it is neither starting nor stopping."""
        deadline = monotonic() + _START_SECONDS
        while process := postmaster.read(self.data):
            if process.is_ready:
                return process
            if monotonic() > deadline:
                raise ServerError(
                    f"process {process.pid} neither starts nor stops; see {self.log}."
                )
            sleep(_POLL_SECONDS)
        return None

    def _launch(self, programs: Path, account: Account) -> None:
        self._prepare(account)
        deadline = monotonic() + _ORPHAN_SECONDS
        while True:
            postmaster.forget(self.data, self.sockets)
            result = run(
                programs / "pg_ctl",
                *("start", "--wait", f"--timeout={_START_SECONDS}"),
                *("--pgdata", str(self.data), "--log", str(self.log)),
                # -p, since a PGPORT of the environment would decide otherwise.
                *("--options", f'-k "{self.sockets}" -p 5432'),
                account=account,
            )
            if result.returncode == 0:
                return
            reason = postmaster.last_words(self.log) or result.stderr.strip()
            if "shared memory block" not in reason or monotonic() > deadline:
                raise ServerError(f"it did not start: {reason} (see {self.log})")
            sleep(_POLL_SECONDS)

    def _prepare(self, account: Account) -> None:
        """Make the log and the folder of the socket, for the server alone."""
        if self.log.exists() and self.log.stat().st_size > _LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.log.touch(mode=0o600)
        account.own(self.log)
        if not self.sockets.exists():
            self.sockets.mkdir(mode=0o700)
            account.own(self.sockets)
        entry = self.sockets.lstat()
        # In the shared /tmp somebody else might have made a folder of that name.
        if self.sockets.is_symlink() or entry.st_uid != account.uid:
            raise ServerError(
                f"{self.sockets} belongs to another user: remove it, or set"
                " CHANCERY_DATA_DIR to a shorter path."
            )

    def _stopped(self) -> bool:
        process = postmaster.read(self.data)
        if process is None:
            return False
        account = self.account
        result = run(
            programs_for(account) / "pg_ctl",
            *("stop", "--wait", f"--timeout={_START_SECONDS}", "--mode=fast"),
            *("--pgdata", str(self.data)),
            account=account,
        )
        if result.returncode != 0:
            raise ServerError(f"it did not stop: {result.stderr.strip()}")
        return True

    def _claim(self) -> None:
        """Make the folder, or see that we made it; nobody else's is ever touched."""
        if set(str(self.home)) & set('"`$\\\n'):
            # pg_ctl hands the path to a shell, between double quotes.
            raise ServerError(
                f"it cannot work in {str(self.home)!r} because of a quote, $ or"
                " backslash in the path: set CHANCERY_DATA_DIR to another folder."
            )
        if not claim(self.home):
            raise ServerError(
                f"{self.home} holds files but was not made by Chancery, so it is"
                " left alone: move it away, or set CHANCERY_DATA_DIR to another"
                " folder."
            )
        if not self.account.can_enter(self.home):
            raise ServerError(
                f"user {self.account.name}, which it runs as, cannot enter {self.home}:"
                " set CHANCERY_DATA_DIR to a folder that it can."
            )

    @contextmanager
    def _locked(self) -> Iterator[int]:
        """Hold the folder's lock; yield its descriptor."""
        descriptor = os.open(self.home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            deadline = monotonic() + _LOCK_SECONDS
            while True:
                try:
                    flock(descriptor, LOCK_EX | LOCK_NB)
                    break
                except BlockingIOError:
                    if monotonic() > deadline:
                        raise ServerError(
                            f"another process keeps {self.home / 'lock'} locked."
                        ) from None
                    sleep(_POLL_SECONDS)
            yield descriptor
        finally:
            os.close(descriptor)

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say in one line what the file system refused."""
        try:
            yield
        except PermissionError as error:
            raise ServerError(
                f"no permission for {error.filename or self.home}: run as"
                f" {self._owner()}, or set CHANCERY_DATA_DIR to a folder of your own."
            ) from None
        except OSError as error:
            raise ServerError(
                f"{error.filename or self.home}: {error.strerror}."
            ) from None

    def _owner(self) -> str:
        """Return who owns the folder, or as much of its path as we may see."""
        for place in (self.home, *self.home.parents):
            try:
                return Account(place.stat().st_uid, place.stat().st_gid).name
            except OSError:
                continue
        return "root"

"""Where the embedded server keeps its data, and as which system user it runs."""

import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chancery.env import (
    SettingError,
    data_directory,
    env_str,
    make_private_directory,
)

# The first file in a folder that we made: without it a folder is somebody else's.
MARKER: Final = ".chancery-postgres"
_MARKER_TEXT = (
    "Made by Chancery: the embedded PostgreSQL of this checkout keeps its data here.\n"
)
# Made by us as root when the checkout lies where no service user can go.
SYSTEM_DIRECTORY: Final = Path("/var/lib/chancery")
_SOCKET_NAME = ".s.PGSQL.5432"
# The shortest limit of the systems that PostgreSQL runs on (macOS), less the NUL.
_SOCKET_PATH_BYTES = 103


@dataclass(frozen=True)
class Home:
    """The folder of one embedded server, and why it is not in the checkout."""

    path: Path
    reason: str = ""


@dataclass(frozen=True)
class Account:
    """The system user whose rights the server's programs have."""

    uid: int
    gid: int

    @property
    def name(self) -> str:
        """The user's name, or its number when the system knows no name."""
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)

    def run_options(self) -> dict[str, Any]:
        """Return what ``subprocess`` needs to run a program as this user."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give this user a file or folder that we just made."""
        if os.geteuid() != self.uid:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, directory: Path) -> bool:
        """Tell whether this user may pass through a folder and all above it."""
        if os.geteuid() == self.uid:
            return os.access(directory, os.X_OK)
        return all(
            self._may_pass(place.stat()) for place in (directory, *directory.parents)
        )

    def _may_pass(self, entry: os.stat_result) -> bool:
        if entry.st_uid == self.uid:
            return bool(entry.st_mode & stat.S_IXUSR)
        if entry.st_gid == self.gid:
            return bool(entry.st_mode & stat.S_IXGRP)
        return bool(entry.st_mode & stat.S_IXOTH)


def embedded_home(base_dir: Path) -> Home:
    """Return the folder of a checkout's server, made or not.

    ``CHANCERY_DATA_DIR`` decides when it is set. Otherwise it is ``.data/postgres``
    in the checkout, unless root runs us and the server's user cannot get there:
    rather than open somebody's folders to everybody, the data then goes to
    ``/var/lib/chancery``, under a name made from the checkout's path.
    """
    near = data_directory(base_dir).resolve() / "postgres"
    if os.geteuid() != 0 or env_str("CHANCERY_DATA_DIR", ""):
        return Home(near)
    far = SYSTEM_DIRECTORY / _fingerprint(base_dir.resolve()) / "postgres"
    # What was made once stays in use, even if the rights above it changed since.
    if (near / MARKER).exists():
        return Home(near)
    account = account_for(near)
    if (far / MARKER).exists() or not account.can_enter(_existing(near)):
        reason = f"system user {account.name} cannot enter {base_dir}"
        return Home(far, reason)
    return Home(near)


def claim(home: Path) -> bool:
    """Make the folder ours, or see that it is; False when it is somebody else's.

    Several processes may do it at once. The marker is the first file that any of them
    makes, so a folder in which something was seen *before* no marker was found holds
    files that are not ours: looking in the other order would take the first files of
    a faster process for a stranger's.
    """
    make_private_directory(home)
    is_used = any(home.iterdir())
    marker = home / MARKER
    if marker.exists():
        return True
    if is_used:
        return False
    marker.write_text(_MARKER_TEXT)
    return True


def account_for(home: Path) -> Account:
    """Return who runs the server: we do, but PostgreSQL refuses to run as root.

    For root it is whoever owns the data already, else an existing unprivileged user;
    none is ever added to the system.
    """
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    for place in (home / "cluster", home):
        if place.exists() and place.stat().st_uid != 0:
            return Account(place.stat().st_uid, place.stat().st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    message = (
        "The embedded PostgreSQL cannot run as root, and this system has neither a user"
        " postgres nor nobody: run as an ordinary user, or set DATABASE_URL."
    )
    raise SettingError(message)


def socket_directory(home: Path) -> Path:
    """Return the folder of the server's socket: within its own if the path is short.

    It is the same for every process, whatever its TMPDIR says.
    """
    inside = home / "run"
    if len(os.fsencode(inside / _SOCKET_NAME)) <= _SOCKET_PATH_BYTES:
        return inside
    return Path("/tmp") / f"chancery-{_fingerprint(home)}"  # noqa: S108 - made 0700 and checked


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _existing(path: Path) -> Path:
    """Return the path itself or the nearest folder above it that exists."""
    return next(place for place in (path, *path.parents) if place.exists())
